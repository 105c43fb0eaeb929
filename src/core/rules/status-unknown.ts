import { cellText } from "../wording/phrase.ts";
import { fixOf } from "./fix-of.ts";
import { defineRule } from "./rule.ts";

export const statusUnknown = defineRule({
  id: "status-unknown",
  severity: "error",
  about: {
    ja: {
      title: "様式にない評価",
      why: "様式にない語は数えられず、見直しの要否も判断できません。",
      how: "様式で決められた語から選び直してください。",
      example: "「目標」の列に「良好」とあります。",
    },
    en: {
      title: "A word that is no status",
      why: "A word that the form does not have cannot be counted, and says nothing about a review.",
      how: "Choose one of the words of the form.",
      example: "良好 stands in the column of the target.",
    },
  },
  messages: {
    unknown: {
      ja: "「{column}」の{found}は、様式で決められた語ではありません。",
      en: "“{column}” holds {found}, which is none of the form's words.",
    },
    /** Its words are marked, not written. */
    marks: {
      ja: "「{column}」の印は、ひとつだけ付けます。ここは{found}です。",
      en: "“{column}” takes one mark; here is {found}.",
    },
  },
  hows: {
    marks: {
      ja: "当てはまる語ひとつだけに印を残し、ほかは消してください。",
      en: "Leave the mark of the one word that applies, and nothing else.",
    },
  },
  check(evaluation, report) {
    for (const cell of evaluation.oddCells("status")) {
      const { node, column, at, value } = cell;
      const reading = evaluation.status(column, value, at);
      if (reading?.kind !== "unknown") continue;
      const near = evaluation.reader.status(column.id).nearest(cellText(value));
      const fix = near ? fixOf(evaluation, cell, near.text, "suggested") : null;
      report("unknown", { at, node, facts: { column: { column: column.id } }, fix });
    }
  },
});
