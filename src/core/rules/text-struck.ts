import { notedCells } from "./noted.ts";
import { defineRule } from "./rule.ts";

export const textStruck = defineRule({
  id: "text-struck",
  severity: "warning",
  about: {
    ja: {
      title: "取り消し線の付いた文字",
      why: "取り消し線は画面と紙でしか分からず、集計や写しでは消した文字も生きてしまいます。",
      how: "消した文字を取り除くか、取り消し線を外してください。",
      example: "「順調」に取り消し線を付けて、後ろに「順調でない」とあります。",
    },
    en: {
      title: "Letters struck through",
      why: "The line shows on screen and paper alone: counts and copies take the struck letters for real ones.",
      how: "Remove the struck letters, or take the line away.",
      example: "順調 is struck through, and 順調でない stands behind it.",
    },
  },
  messages: {
    struck: {
      ja: "「{column}」に、取り消し線の付いた文字があります。{found}として読みました。",
      en: "“{column}” has letters struck through; it was read as {found}.",
    },
  },
  check(evaluation, report) {
    for (const { node, column, at } of notedCells(evaluation, "struck")) report("struck", { at, node, facts: { column: { column: column.id } } });
  },
});
