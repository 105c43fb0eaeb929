import { fixOf } from "./fix-of.ts";
import { defineRule } from "./rule.ts";

export const pageSpelling = defineRule({
  id: "page-spelling",
  severity: "warning",
  about: {
    ja: {
      title: "ページの表記ゆれ",
      why: "書き方がそろっていないと、印刷したときに読みにくく、検索でも見つかりません。",
      how: "様式どおりの書き方に直してください。",
      example: "「ｐ．７」は「p.7」と書きます。",
    },
    en: {
      title: "A page in another spelling",
      why: "Pages written in several ways are hard to read in print and hard to find.",
      how: "Write the page as the form has it.",
      example: "ｐ．７ is written p.7.",
    },
  },
  messages: {
    spelled: {
      ja: "「{column}」の{found}は、様式では{page}と書きます。",
      en: "“{column}” holds {found}; the form writes {page}.",
    },
    /** Most of the column's pages are not written as in the form. */
    custom: {
      ja: "「{column}」の{found}は、この列のほかのページに合わせて{page}と書きます。",
      en: "“{column}” holds {found}; most of its pages are written as {page}.",
    },
  },
  check(evaluation, report) {
    for (const cell of evaluation.oddCells("page")) {
      const { node, column, at, value } = cell;
      const reading = evaluation.page(value);
      if (!reading) continue;
      const page = evaluation.writePage(column, reading.page);
      report(evaluation.writings.isCustom(column) ? "custom" : "spelled", { at, node, facts: { column: { column: column.id }, page: { text: page } }, fix: fixOf(evaluation, cell, page, "safe") });
    }
  },
});
