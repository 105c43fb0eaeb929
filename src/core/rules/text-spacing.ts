import { isUntidy } from "../wording/hidden.ts";
import { fixOf } from "./fix-of.ts";
import { defineRule } from "./rule.ts";
import { textCells, tidyText } from "./texts.ts";

export const textSpacing = defineRule({
  id: "text-spacing",
  severity: "info",
  about: {
    ja: {
      title: "余分な空白",
      why: "見えない文字や前後の空白は、検索や照合を妨げます。",
      how: "余分な空白と見えない文字を取り除いてください。",
      example: "「　公園の整備」は「公園の整備」と書きます。",
    },
    en: {
      title: "Extra spaces",
      why: "Invisible characters and outer spaces spoil searches and look-ups.",
      how: "Remove the outer spaces and the invisible characters.",
      example: "A full-width space stands before 公園の整備.",
    },
  },
  messages: {
    untidy: {
      ja: "「{column}」の前後に空白があるか、見えない文字が交じっています。",
      en: "“{column}” has space around it, or characters that nobody sees.",
    },
  },
  check(evaluation, report) {
    const untidy = [...textCells(evaluation)].filter(({ value }) => isUntidy(value));
    const indented = new Map<string, number>();
    for (const { column, value } of untidy) if (isIndented(value)) indented.set(column.id, (indented.get(column.id) ?? 0) + 1);
    for (const cell of untidy) {
      const { node, column, at, value } = cell;
      const to = tidyText(evaluation, cell);
      if (to === value) continue;
      // Most items of a level are indented to show the level.
      const isUsual = isIndented(value) && 2 * (indented.get(column.id) ?? 0) > evaluation.nodesOf(evaluation.depthOf(node)).length;
      if (!isUsual) report("untidy", { at, node, facts: { column: { column: column.id } }, fix: fixOf(evaluation, cell, to, "safe") });
    }
  },
});

/** True for a text with nothing untidy but spaces before it. */
function isIndented(value: string): boolean {
  return /^[ \u3000]+(?=[^ \u3000])/.test(value) && !isUntidy(value.replace(/^[ \u3000]+/, ""));
}
