import { isBlank } from "../form/reader.ts";
import type { FormColumn } from "../form/schema.ts";
import type { Evaluation, TreeNode } from "../tree/evaluation.ts";
import { defineRule } from "./rule.ts";

const unfilled = {
  ja: "「{column}」が未記入です（未記入 {blank}／{all}）。",
  en: "“{column}” is not filled in yet ({blank} of {all} are empty).",
};
const toMark = {
  ja: "当てはまる語をひとつだけ選び、ほかと同じ印を付けてください。",
  en: "Choose the one word that applies and mark it as others are.",
};

export const statusMissing = defineRule({
  id: "status-missing",
  severity: "error",
  about: {
    ja: {
      title: "評価の記入もれ",
      why: "空欄の評価は集計で「未記入」となり、見直しの要否も判断できません。",
      how: "様式で決められた語から選んで入れてください。",
      howInRows: "上のセルと結合されているかもしれません。そのときは結合を解き、行ごとに入れてください。",
      example: "取組1-1-2の「目標」が空欄です。",
    },
    en: {
      title: "A status is empty",
      why: "An empty status counts as not filled in, and says nothing about a review.",
      how: "Choose one of the words of the form.",
      howInRows: "The cell may be merged with the one above: then unmerge them and fill in each row.",
      example: "The target status of 1-1-2 is empty.",
    },
  },
  messages: {
    empty: {
      ja: "「{column}」が空欄です。",
      en: "“{column}” is empty.",
    },
    /** No choice is marked. */
    unmarked: {
      ja: "「{column}」で、どれも選ばれていません。",
      en: "No choice of “{column}” is marked.",
    },
    unfilled,
    unmarkedYet: unfilled,
  },
  hows: { unmarked: toMark, unmarkedYet: toMark },
  check(evaluation, report) {
    for (const [column, empty] of emptyIn(evaluation)) {
      const nodes = evaluation.nodesOf(evaluation.reader.depthOf(column.level));
      const isUnfilled = empty[0] === nodes[nodes.length - empty.length] && isRestUnfilled(empty.length, nodes.length);
      for (const node of isUnfilled ? empty.slice(0, 1) : empty) {
        const at = evaluation.at(node, column);
        const facts = { column: { column: column.id } };
        if (at && isUnfilled) report("unfilled", { at, node, facts: { ...facts, blank: { number: empty.length }, all: { number: nodes.length } } });
        else if (at) report("empty", { at, node, facts });
      }
    }
  },
});

/** By column, the nodes whose own cell is empty though the form requires it. */
function emptyIn(evaluation: Evaluation): ReadonlyMap<FormColumn, readonly TreeNode[]> {
  const empty = new Map<FormColumn, TreeNode[]>();
  for (const { node, column, value } of evaluation.oddCells("status")) {
    if (!isBlank(value) || !evaluation.isDue(node, column)) continue;
    const nodes = empty.get(column);
    if (nodes) nodes.push(node);
    else empty.set(column, [node]);
  }
  return empty;
}

/** True if so many of a column's last items are blank that they were not yet reached. One finding then tells so. */
function isRestUnfilled(blank: number, all: number): boolean {
  return blank >= 3 && blank > 0.3 * all;
}
