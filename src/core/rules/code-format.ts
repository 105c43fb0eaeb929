import { defineRule, expectedFact, levelFact } from "./rule.ts";

export const codeFormat = defineRule({
  id: "code-format",
  severity: "error",
  looksAt: ["code", "label"],
  about: {
    ja: {
      title: "番号として読めない",
      why: "番号が読めないと、どの課題・戦略・取組のことか決められません。",
      how: "様式どおりの番号を入れてください。",
      example: "1-1-2があるはずのセルに「未定」とあります。",
    },
    en: {
      title: "Not a code",
      why: "Without its code nobody can tell which issue, strategy or initiative this is.",
      how: "Enter the code as the form writes it.",
      example: "未定 stands where 1-1-2 belongs.",
    },
  },
  messages: {
    unreadable: {
      ja: "{found}は{level}の番号として読めません。ここは{expected}のはずです。",
      en: "{found} cannot be read as a code ({level}); {expected} is expected here.",
    },
    empty: {
      ja: "{level}の番号が空欄です。ここは{expected}のはずです。",
      en: "The code of the {level} is empty; {expected} is expected here.",
    },
  },
  check(evaluation, report) {
    for (const { node, at, reading } of evaluation.oddCodes()) {
      if (reading.kind !== "unreadable" && reading.kind !== "blank") continue;
      const facts = { level: levelFact(evaluation, node), expected: expectedFact(evaluation, node) };
      report(reading.kind === "blank" ? "empty" : "unreadable", { at, node, facts });
    }
  },
});
