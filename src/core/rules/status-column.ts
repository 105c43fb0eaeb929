import { fixOf } from "./fix-of.ts";
import { defineRule } from "./rule.ts";

export const statusColumn = defineRule({
  id: "status-column",
  severity: "error",
  about: {
    ja: {
      title: "別の列の評価",
      why: "この列では意味をもたない語なので、評価がないのと同じに扱われます。",
      how: "列がずれていないか確かめ、この列の語から選び直してください。",
      example: "「目標」の列に「予定どおり実施」とあります。",
    },
    en: {
      title: "A status of another column",
      why: "In this column the word means nothing, so the status counts as unknown.",
      how: "See whether the cells have shifted, and choose one of this column's words.",
      example: "予定どおり実施 stands in the column of the target.",
    },
  },
  messages: {
    elsewhere: {
      ja: "「{column}」に、「{other}」の語{found}が入っています。",
      en: "“{column}” holds {found}, a word of “{other}”.",
    },
  },
  check(evaluation, report) {
    for (const cell of evaluation.oddCells("status")) {
      const { node, column, at, value } = cell;
      const reading = evaluation.status(column, value, at);
      if (reading?.kind !== "elsewhere") continue;
      const facts = { column: { column: column.id }, other: { column: reading.column } };
      report("elsewhere", { at, node, facts, fix: reading.instead ? fixOf(evaluation, cell, reading.instead.text, "suggested") : null });
    }
  },
});
