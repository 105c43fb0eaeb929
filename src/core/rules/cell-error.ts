import type { NodeCell } from "../tree/evaluation.ts";
import { defineRule } from "./rule.ts";

export const cellError = defineRule({
  id: "cell-error",
  severity: "error",
  about: {
    ja: {
      title: "エラー値",
      why: "数式が壊れていて、本来の内容が失われています。",
      how: "数式を直すか、正しい内容を入れ直してください。",
      example: "「目標」の列に「#REF!」とあります。",
    },
    en: {
      title: "An error value",
      why: "The cell's formula is broken, and what should stand there is lost.",
      how: "Mend the formula, or enter the content again.",
      example: "#REF! stands in the column of the target.",
    },
  },
  messages: {
    error: {
      ja: "「{column}」がエラー値（{found}）になっています。",
      en: "“{column}” holds the error value {found}.",
    },
  },
  check(evaluation, report) {
    const cells = (["status", "page", "text"] as const).flatMap((holds) => evaluation.oddCells(holds));
    for (const { node, column, at } of [...cells, ...evaluation.oddCodes()].filter(isError)) {
      report("error", { at, node, facts: { column: { column: column.id } } });
    }
  },
});

/** The type tells: a text that reads "#REF!" is a text. */
function isError({ value }: NodeCell): boolean {
  return typeof value === "object";
}
