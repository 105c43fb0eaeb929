import { isBlank } from "../form/reader.ts";
import { defineRule } from "./rule.ts";

export const textRequired = defineRule({
  id: "text-required",
  severity: "error",
  about: {
    ja: {
      title: "条件つきの記入もれ",
      why: "評価の結果によっては、その理由や改善策まで書くことになっています。",
      how: "求められている内容を書くか、評価を確かめてください。",
      example: "目標が「未達成」なのに、課題と改善策が空欄です。",
    },
    en: {
      title: "A text that became due",
      why: "With this status the form asks for a reason or a remedy as well.",
      how: "Write what is asked for, or look at the status again.",
      example: "The target is 未達成, yet the improvement that it calls for is empty.",
    },
  },
  messages: {
    due: {
      ja: "「{asked}」が{term}なので、「{column}」も必要です。",
      en: "“{asked}” says {term}, so “{column}” is due as well.",
    },
  },
  check(evaluation, report) {
    for (const { node, column, at, value } of evaluation.oddCells("text")) {
      const when = column.requiredWhen;
      if (!when || !isBlank(value) || !evaluation.isDue(node, column)) continue;
      const asked = evaluation.columns(evaluation.depthOf(node)).find(({ id }) => id === when.column);
      const askedAt = asked && evaluation.at(node, asked);
      const term = asked && evaluation.term(node, asked);
      report("due", {
        at,
        node,
        facts: { column: { column: column.id }, asked: { column: when.column }, term: { text: term?.text } },
        related: askedAt ? [askedAt] : [],
      });
    }
  },
});
