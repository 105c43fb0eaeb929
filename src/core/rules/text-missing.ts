import { isBlank } from "../form/reader.ts";
import { defineRule } from "./rule.ts";

export const textMissing = defineRule({
  id: "text-missing",
  severity: "error",
  about: {
    ja: {
      title: "本文の記入もれ",
      why: "戦略の内容や取組の名称がないと、何を評価したのか分かりません。",
      how: "内容又は名称を入れてください。",
      example: "取組1-1-2の取組名が空欄です。",
    },
    en: {
      title: "A text is empty",
      why: "Without the strategy's text or the initiative's name nobody knows what was evaluated.",
      how: "Enter the text or the name.",
      example: "The name of 1-1-2 is empty.",
    },
  },
  messages: {
    empty: {
      ja: "「{column}」の内容が空欄です。",
      en: "The text of “{column}” is empty.",
    },
  },
  check(evaluation, report) {
    for (const { node, column, at, value } of evaluation.oddCells("text")) {
      if (!isBlank(value) || column.requiredWhen || !evaluation.isDue(node, column)) continue;
      report("empty", { at, node, facts: { column: { column: column.id } } });
    }
  },
});
