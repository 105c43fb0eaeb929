import { isBlank } from "../form/reader.ts";
import { defineRule } from "./rule.ts";

export const pageFormat = defineRule({
  id: "page-format",
  severity: "warning",
  about: {
    ja: {
      title: "ページとして読めない",
      why: "一つのページとして読めないと、ページの順序を確かめられません。",
      how: "詳しい評価が始まるページを一つ、様式どおりに入れてください。",
      example: "「資料2」の列に「別紙参照」とあります。",
    },
    en: {
      title: "Not a page",
      why: "What does not read as one page cannot be looked up or put in order.",
      how: "Enter the one page on which the details begin.",
      example: "別紙参照 stands in the column of pages.",
    },
  },
  messages: {
    unreadable: {
      ja: "「{column}」の{found}はページとして読めません。{example}のように書きます。",
      en: "“{column}” holds {found}, which does not read as a page such as {example}.",
    },
  },
  check(evaluation, report) {
    for (const { node, column, at, value } of evaluation.oddCells("page")) {
      if (isBlank(value) || typeof value === "object" || evaluation.page(value)) continue;
      report("unreadable", { at, node, facts: { column: { column: column.id }, example: { text: evaluation.writePage(column, 7) } } });
    }
  },
});
