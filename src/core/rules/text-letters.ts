import { plainLetters, usualIdeographs } from "../wording/letters.ts";
import { fixOf } from "./fix-of.ts";
import { defineRule } from "./rule.ts";
import { textCells, tidyText } from "./texts.ts";

export const textLetters = defineRule({
  id: "text-letters",
  severity: "info",
  about: {
    ja: {
      title: "見かけの似た別の文字",
      why: "PDFなどから写した文には、漢字に見える部首や、離れた濁点が交じります。検索や照合で見つからず、読み上げも乱れます。",
      how: "ふつうの文字に直してください。互換漢字は人名や地名に使われるので、確かめてから直してください。",
      example: "「⾼齢者」の1文字目は、漢字の「高」ではなく部首です。",
    },
    en: {
      title: "Letters that look like others",
      why: "Texts copied out of a PDF hold radicals that look like kanji, and marks apart from their kana. No search finds them, and screen readers stumble.",
      how: "Replace them with the usual letters. Compatibility ideographs stand in names: make sure before replacing them.",
      example: "The first letter of ⾼齢者 is a radical, not the kanji 高.",
    },
  },
  messages: {
    letters: {
      ja: "「{column}」に、見かけの似た別の文字が交じっています：{letters}。",
      en: "“{column}” holds letters that look like others: {letters}.",
    },
  },
  check(evaluation, report) {
    for (const cell of textCells(evaluation)) {
      const { node, column, at, value } = cell;
      const isSafe = plainLetters(value) !== value;
      if (!isSafe && usualIdeographs(value) === value) continue;
      const to = isSafe ? tidyText(evaluation, cell) : usualIdeographs(tidyText(evaluation, cell));
      if (to === value) continue;
      report("letters", { at, node, facts: { column: { column: column.id }, letters: { letters: value } }, fix: fixOf(evaluation, cell, to, isSafe ? "safe" : "suggested") });
    }
  },
});
