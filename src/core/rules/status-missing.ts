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
  },
  check(evaluation, report) {
    for (const { node, column, at, value } of evaluation.oddCells("status")) {
      if (isBlank(value) && evaluation.isDue(node, column)) report("empty", { at, node, facts: { column: { column: column.id } } });
    }
  },
});
