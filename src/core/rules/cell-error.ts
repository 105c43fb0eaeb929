import { defineRule } from "./rule.ts";

export const cellError = defineRule({
  id: "cell-error",
  severity: "error",
  about: {
    ja: {
      title: "エラー値と画像",
      why: "数式が壊れていて本来の内容が失われているか、内容が画像でしか分からず、点検も集計もできません。",
      how: "数式を直すか、正しい内容を文字で入れ直してください。",
      example: "「目標」の列に「#REF!」とあります。",
    },
    en: {
      title: "An error value or a picture",
      why: "The cell's formula is broken and what should stand there is lost, or only a picture tells it: it can be neither checked nor counted.",
      how: "Correct the formula, or enter the content again as text.",
      example: "#REF! stands in the column of the target.",
    },
  },
  messages: {
    error: {
      ja: "「{column}」がエラー値（{found}）になっています。",
      en: "“{column}” holds the error value {found}.",
    },
    picture: {
      ja: "「{column}」がセルに配置された画像になっていて、内容を読み取れません。",
      en: "“{column}” holds a picture placed in the cell; its content cannot be read.",
    },
  },
  check(evaluation, report) {
    for (const { node, column, at, value } of evaluation.allOddCells()) {
      // Only the type tells: "#REF!" may be an ordinary text.
      if (typeof value === "object") report(evaluation.grid.has("picture", at.row, at.column) ? "picture" : "error", { at, node, facts: { column: { column: column.id } } });
    }
  },
});
