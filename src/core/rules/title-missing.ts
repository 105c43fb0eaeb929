import { isBlank } from "../form/reader.ts";
import { headingOf } from "../tree/heading.ts";
import { defineRule } from "./rule.ts";

export const titleMissing = defineRule({
  id: "title-missing",
  severity: "info",
  about: {
    ja: {
      title: "見出しがない",
      why: "総括の一覧では、戦略は【見出し】で示されます。",
      how: "本文の初めに【見出し】を付けてください。",
      example: "「公園を増やす。」は「【公園】 公園を増やす。」と書きます。",
    },
    en: {
      title: "No heading",
      why: "In summaries a strategy is named by its 【heading】.",
      how: "Begin the text with a 【heading】.",
      example: "公園を増やす。 is written 【公園】 公園を増やす。 in full.",
    },
  },
  messages: {
    missing: {
      ja: "「{column}」に【見出し】がありません。",
      en: "“{column}” has no 【heading】.",
    },
  },
  check(evaluation, report) {
    for (const { node, column, at, value } of evaluation.oddCells("text")) {
      if (!column.heading || typeof value !== "string" || isBlank(value) || headingOf(value) !== undefined) continue;
      report("missing", { at, node, facts: { column: { column: column.id } } });
    }
  },
});
