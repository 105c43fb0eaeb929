import { notedCells } from "./noted.ts";
import { defineRule } from "./rule.ts";

export const notCalculated = defineRule({
  id: "not-calculated",
  severity: "warning",
  alone: true,
  about: {
    ja: {
      title: "計算結果のない数式",
      why: "数式の結果が保存されていないため、何が表示されるのか、このファイルからは分かりません。",
      how: "Excelで開いて計算させ、保存し直してから点検してください。",
      example: "ほかのプログラムが書き出したブックで、数式だけが入っています。",
    },
    en: {
      title: "A formula without a result",
      why: "No result of the formula is stored: the file does not tell what the cell shows.",
      how: "Open the workbook in Excel, let it calculate, save it, and check again.",
      example: "Another program wrote the workbook, and left the formulas alone in their cells.",
    },
  },
  messages: {
    open: {
      ja: "「{column}」の数式に、計算結果が保存されていません。",
      en: "The formula in “{column}” has no stored result.",
    },
  },
  check(evaluation, report) {
    for (const { node, column, at } of notedCells(evaluation, "not-calculated")) report("open", { at, node, facts: { column: { column: column.id } } });
  },
});
