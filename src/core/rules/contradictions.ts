import type { Level } from "../form/levels.ts";
import type { Evaluation } from "../tree/evaluation.ts";
import type { Report } from "./rule.ts";

type Role = "outcome" | "target" | "action" | "effectiveness";

/** Nodes whose one status is good although the other is bad; reported at the bad one. */
export function* contradictions(evaluation: Evaluation, level: Level, good: Role, bad: Role): Generator<Report> {
  const goodColumn = evaluation.columnFor(level, good);
  const badColumn = evaluation.columnFor(level, bad);
  if (!goodColumn || !badColumn) return;
  for (const node of evaluation.nodesOf(level)) {
    if (node.missing || evaluation.term(node, badColumn)?.meaning !== "bad" || evaluation.term(node, goodColumn)?.meaning !== "good") continue;
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
