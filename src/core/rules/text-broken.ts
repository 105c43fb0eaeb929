import { brokenLetter } from "../wording/letters.ts";
import { notedCells } from "./noted.ts";
import { defineRule } from "./rule.ts";

export const textBroken = defineRule({
  id: "text-broken",
  severity: "warning",
  alone: true,
  about: {
    ja: {
      title: "壊れた文字",
      why: "文字コードとして読めない部分があり、もとの文字が失われています。",
      how: "もとのファイルを見て入れ直すか、Excelブック（.xlsx）で送り直してもらってください。",
      example: "「�育て支援」のように、1文字目が読めません。",
    },
    en: {
      title: "Broken letters",
      why: "Some bytes are those of no letter in the file's encoding, and what stood there is lost.",
      how: "Look into the original and enter the text again, or ask for the sheet as an Excel workbook (.xlsx).",
      example: "The first letter of �育て支援 cannot be read.",
    },
  },
  messages: {
    broken: {
      ja: "「{column}」の{found}に、読めない文字があります。",
      en: "“{column}” holds letters that cannot be read: {found}.",
    },
    quote: {
      ja: "「{column}」の{found}は、初めの引用符（\"）が閉じられていません。引用符も文字として読みました。",
      en: "The quotation mark that begins {found} in “{column}” closes nowhere; it was read as a letter.",
    },
  },
  check(evaluation, report) {
    for (const cells of [evaluation.oddLabels(), evaluation.allOddCells()]) {
      for (const { node, column, at, value } of cells) {
        if (typeof value === "string" && value.includes(brokenLetter)) report("broken", { at, node, facts: { column: { column: column.id } } });
      }
    }
    for (const { node, column, at } of notedCells(evaluation, "open-quote")) report("quote", { at, node, facts: { column: { column: column.id } } });
  },
});
