import { isBlank } from "../form/reader.ts";
import { isUntidy, tidy } from "../wording/hidden.ts";
import type { Evaluation, NodeCell } from "../tree/evaluation.ts";
import { fixOf } from "./mend.ts";
import { defineRule } from "./rule.ts";

export const textSpacing = defineRule({
  id: "text-spacing",
  severity: "info",
  about: {
    ja: {
      title: "余分な空白",
      why: "見えない文字や前後の空白は、検索や照合を妨げます。",
      how: "余分な空白と見えない文字を取り除いてください。",
      example: "「　公園の整備」は「公園の整備」と書きます。",
    },
    en: {
      title: "Needless space",
      why: "Invisible characters and outer spaces spoil searches and look-ups.",
      how: "Remove the outer spaces and the invisible characters.",
      example: "A full-width space stands before 公園の整備.",
    },
  },
  messages: {
    untidy: {
      ja: "「{column}」の前後に空白があるか、見えない文字が交じっています。",
      en: "“{column}” has space around it, or characters that nobody sees.",
    },
  },
  check(evaluation, report) {
    for (const cell of [...labelCells(evaluation), ...evaluation.oddCells("text")]) {
      const { node, column, at, value } = cell;
      if (typeof value !== "string" || isBlank(value)) continue;
      const tidied = tidyCell(evaluation, cell, value);
      if (tidied !== value) report("untidy", { at, node, facts: { column: { column: column.id } }, fix: fixOf(evaluation, cell, tidied, "safe") });
    }
  },
});

/** Labels; what is wrong inside a label's code is `code-spelling`, not this rule's. */
function* labelCells(evaluation: Evaluation): Generator<NodeCell> {
  for (let depth = 0; depth < evaluation.depth; depth++) {
    const column = evaluation.columns(depth).find(({ holds }) => holds === "label");
    if (!column) continue;
    for (const node of evaluation.nodesOf(depth)) {
      const at = evaluation.isMissing(node) ? undefined : (evaluation.labels(node).own?.at ?? evaluation.at(node, column));
      const value = at && evaluation.grid.value(at.row, at.column);
      if (at && typeof value === "string" && isUntidy(value)) yield { node, column, at, value };
    }
  }
}

function tidyCell(evaluation: Evaluation, { node, column }: NodeCell, text: string): string {
  const { title } = evaluation.reading(node);
  if (column.holds !== "label" || title === "" || !text.endsWith(title)) return tidy(text);
  const opening = text.slice(0, text.length - title.length);
  return opening.replace(/^\s+/, "") + tidy(title);
}
