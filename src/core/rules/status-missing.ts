import { isBlank } from "../form/reader.ts";
import type { Evaluation, NodeCell } from "../tree/evaluation.ts";
import { defineRule } from "./rule.ts";

export const statusMissing = defineRule({
  id: "status-missing",
  severity: "error",
  about: {
    ja: {
      title: "評価の記入もれ",
      why: "空欄の評価は集計で「未記入」となり、見直しの要否も判断できません。",
      how: "様式で決められた語から選んで入れてください。上のセルと結合されているかもしれません。そのときは結合を解き、行ごとに入れてください。",
      example: "取組1-1-2の「目標」が空欄です。",
    },
    en: {
      title: "A status is empty",
      why: "An empty status counts as not filled in, and says nothing about a review.",
      how: "Choose one of the words of the form. The cell may be merged with the one above: then unmerge them and fill in each row.",
      example: "The target status of 1-1-2 is empty.",
    },
  },
  messages: {
    empty: {
      ja: "「{column}」が空欄です。",
      en: "“{column}” is empty.",
    },
    /** No choice of the card is marked. */
    unmarked: {
      ja: "「{column}」で、どれも選ばれていません。",
      en: "No choice of “{column}” is marked.",
    },
    unfilled: {
      ja: "「{column}」が未記入です（未記入 {blank}／{all}）。",
      en: "“{column}” is not filled in yet ({blank} of {all} are empty).",
    },
  },
  check(evaluation, report) {
    const byColumn = new Map<string, { readonly first: NodeCell; count: number }>();
    for (const cell of emptyCells(evaluation)) {
      const known = byColumn.get(cell.column.id);
      if (known) known.count++;
      else byColumn.set(cell.column.id, { first: cell, count: 1 });
    }
    for (const [id, { first, count }] of byColumn) {
      const nodes = evaluation.nodesOf(evaluation.depthOf(first.node));
      const isUnfilled = first.node === nodes[nodes.length - count] && isRestUnfilled(count, nodes.length);
      if (isUnfilled) report("unfilled", { at: first.at, node: first.node, facts: { column: { column: id }, blank: { number: count }, all: { number: nodes.length } } });
      else for (const { node, column, at } of emptyCells(evaluation)) if (column.id === id) report("empty", { at, node, facts: { column: { column: id } } });
    }
  },
});

function* emptyCells(evaluation: Evaluation): Generator<NodeCell> {
  for (const cell of evaluation.oddCells("status")) if (isBlank(cell.value) && evaluation.isDue(cell.node, cell.column)) yield cell;
}

/** True if so many of a column's last items are blank that they were not yet reached. One finding then tells so. */
function isRestUnfilled(blank: number, all: number): boolean {
  return blank >= 3 && blank > 0.3 * all;
}
