import { isBlank } from "../form/reader.ts";
import { defineRule } from "./rule.ts";

export const pageMissing = defineRule({
  id: "page-missing",
  severity: "warning",
  about: {
    ja: {
      title: "ページの記入もれ",
      why: "資料のどこに詳しい評価があるか、読み手が探せません。",
      how: "資料のページを様式どおりに入れてください。",
      example: "取組1-1-2の「資料2」が空欄です。",
    },
    en: {
      title: "A page is empty",
      why: "The reader cannot find the details in the report.",
      how: "Enter the page of the report.",
      example: "The page of 1-1-2 is empty.",
    },
  },
  messages: {
    empty: {
      ja: "「{column}」が空欄です。",
      en: "“{column}” is empty.",
    },
  },
  check(evaluation, report) {
    for (const { node, column, at, value } of evaluation.oddCells("page")) {
      if (isBlank(value) && evaluation.isDue(node, column)) report("empty", { at, node, facts: { column: { column: column.id } } });
    }
  },
});
