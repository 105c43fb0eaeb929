import type { FormColumn } from "../form/schema.ts";
import type { Evaluation } from "../tree/evaluation.ts";
import type { Report } from "./rule.ts";

type Role = "outcome" | "target" | "action" | "effectiveness";

/** Nodes with one good and one bad status, reported at the bad one. */
export function* contradictions(evaluation: Evaluation, good: Role, bad: Role): Generator<Report> {
  for (let depth = 0; depth < evaluation.depth; depth++) {
    const goodColumn = evaluation.columnFor(depth, good);
    const badColumn = evaluation.columnFor(depth, bad);
    if (goodColumn && badColumn) yield* contradictionsIn(evaluation, goodColumn, badColumn);
  }
}

function* contradictionsIn(evaluation: Evaluation, goodColumn: FormColumn, badColumn: FormColumn): Generator<Report> {
  for (const node of evaluation.nodesWith(badColumn, ({ meaning }) => meaning === "bad")) {
    if (evaluation.term(node, goodColumn)?.meaning !== "good" || evaluation.isMissing(node)) continue;
    const at = evaluation.at(node, badColumn);
    const goodAt = evaluation.at(node, goodColumn);
    if (!at || !goodAt) continue;
    const facts = {
      column: { column: badColumn.id },
      other: { column: goodColumn.id },
      otherFound: { text: evaluation.value(node, goodColumn) },
    };
    yield { at, node, facts, related: [goodAt] };
  }
}
