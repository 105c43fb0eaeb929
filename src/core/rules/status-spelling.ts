import { hasNamedLetters } from "../wording/letters.ts";
import { cellText } from "../wording/phrase.ts";
import { fixOf } from "./mend.ts";
import { defineRule } from "./rule.ts";

export const statusSpelling = defineRule({
  id: "status-spelling",
  severity: "warning",
  about: {
    ja: {
      title: "評価の表記ゆれ",
      why: "書き方が違う語は、集計や絞り込みで別の語とみなされます。",
      how: "様式で決められたとおりの語に直してください。",
      example: "「予定通り実施」は「予定どおり実施」と書きます。",
    },
    en: {
      title: "A status in another spelling",
      why: "A word in another spelling is another word to a filter or a count.",
      how: "Write the word as the form has it.",
      example: "予定通り実施 is written 予定どおり実施.",
    },
  },
  messages: {
    spelled: {
      ja: "「{column}」の{found}は、様式では{term}と書きます。",
      en: "“{column}” holds {found}; the form writes {term}.",
    },
    letters: {
      ja: "「{column}」の{found}には、見分けのつかない文字が交じっています：{letters}。様式では{term}と書きます。",
      en: "“{column}” holds {found} with letters that cannot be told apart: {letters}. The form writes {term}.",
    },
    alias: {
      ja: "「{column}」の{found}は、{term}を表す記号です。",
      en: "“{column}” holds {found}, a sign for {term}.",
    },
    same: {
      ja: "「{column}」の{found}は、上のセルと同じという記号です。様式では{term}と書きます。",
      en: "“{column}” holds {found}, a sign for the same as above; the form writes {term}.",
    },
    marked: {
      ja: "「{column}」の{found}には、括弧か注の印が付いています。様式では{term}と書きます。",
      en: "“{column}” holds {found}, in brackets or with the mark of a note; the form writes {term}.",
    },
  },
  check(evaluation, report) {
    for (const cell of evaluation.oddCells("status")) {
      const { node, column, at, value } = cell;
      const reading = evaluation.status(column, value, at);
      if (!reading || !("term" in reading) || reading.kind === "term" || reading.kind === "elsewhere") continue;
      const spelled = reading.kind === "spelling";
      const facts = { column: { column: column.id }, term: { text: reading.term.text }, letters: { letters: cellText(value) } };
      report(spelled ? (hasNamedLetters(cellText(value)) ? "letters" : "spelled") : reading.kind, { at, node, facts, fix: fixOf(evaluation, cell, reading.term.text, spelled ? "safe" : "suggested") });
    }
  },
});
