import { isBlank } from "../form/reader.ts";
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
    /** Of a card's choices none is marked. */
    unmarked: {
      ja: "「{column}」で、どれも選ばれていません。",
      en: "No choice of “{column}” is marked.",
    },
    unfilled: {
      ja: "「{column}」が未記入です（未記入 {all}／{all}）。",
      en: "“{column}” is not filled in yet ({all} of {all} are empty).",
    },
  },
  check(evaluation, report) {
    const blank = [...evaluation.oddCells("status")].filter(({ node, column, value }) => isBlank(value) && evaluation.isDue(node, column));
    const byColumn = new Map<string, number>();
    for (const { column } of blank) byColumn.set(column.id, (byColumn.get(column.id) ?? 0) + 1);
    const told = new Set<string>();
    for (const { node, column, at } of blank) {
      const all = evaluation.nodesOf(evaluation.depthOf(node)).length;
      const isUnfilled = all >= fewest && byColumn.get(column.id) === all;
      if (!isUnfilled) report("empty", { at, node, facts: { column: { column: column.id } } });
      else if (!told.has(column.id)) report("unfilled", { at, node, facts: { column: { column: column.id }, all: { number: all } } });
      told.add(column.id);
    }
  },
});

/** Where none of so many items has its status, nobody began: that is said once. */
const fewest = 3;
