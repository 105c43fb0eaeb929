import { isDitto } from "../form/marks.ts";
import { hasNamedLetters } from "../wording/letters.ts";
import { cellText } from "../wording/phrase.ts";
import { fixOf } from "./fix-of.ts";
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
    /** Most of the column's statuses are not written as in the form. */
    custom: {
      ja: "「{column}」の{found}は、この列のほかのセルに合わせて{term}と書きます。",
      en: "“{column}” holds {found}; most of its statuses are written as {term}.",
    },
    letters: {
      ja: "「{column}」の{found}には、見分けのつかない文字が交じっています：{letters}。正しくは{term}です。",
      en: "“{column}” holds {found} with letters that cannot be told apart: {letters}. It should be {term}.",
    },
    alias: {
      ja: "「{column}」の{found}は、{term}を表す記号です。",
      en: "“{column}” holds {found}, a sign for {term}.",
    },
  },
  check(evaluation, report) {
    for (const cell of evaluation.oddCells("status")) {
      const { node, column, at, value } = cell;
      const reading = evaluation.status(column, value, at);
      if (reading?.kind !== "term" && reading?.kind !== "spelling") continue;
      const term = evaluation.writeTerm(column, reading.term);
      const isSpelled = hasSign(reading.writing) === hasSign(evaluation.writings.ofColumn(column));
      const facts = { column: { column: column.id }, term: { text: term }, letters: { letters: cellText(value) } };
      const safety = isSpelled && !isMarked(cellText(value), term) ? "safe" : "suggested";
      const spelled = hasNamedLetters(cellText(value)) ? "letters" : evaluation.writings.isCustom(column) ? "custom" : "spelled";
      report(isSpelled ? spelled : "alias", { at, node, facts, fix: fixOf(evaluation, cell, term, safety) });
    }
  },
});

/** True for a writing with the term's sign. */
function hasSign(writing: string): boolean {
  return writing.startsWith("[s]") || writing.startsWith("[ｓ]");
}

/** True where the cell has brackets or a note mark that the term lacks, and that may mean something, or where it is a ditto. */
function isMarked(text: string, term: string): boolean {
  const marks = /[「」『』【】〔〕《》〈〉＜＞<>［］[\]（）()"“”※*＊†‡注¹²³⁰⁴-⁹]/;
  return (marks.test(text) && !marks.test(term)) || isDitto(text);
}
