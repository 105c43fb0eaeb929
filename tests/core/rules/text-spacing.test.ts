import { checkRule } from "./check-rule.ts";

checkRule("text-spacing", [
  { when: "a space after a name", put: { H8: "読書会の開催 " }, finds: ["H8 safe 読書会の開催"] },
  { when: "a full-width space before a text", put: { C6: "　【街路樹】 ・木" }, finds: ["C6 safe 【街路樹】 ・木"] },
  { when: "a zero-width space inside", put: { H8: "読書会\u200bの開催" }, finds: ["H8 safe 読書会の開催"] },
  { when: "after a label", put: { A7: "2 学びのまち  " }, finds: ["A7 safe 2 学びのまち"] },
  { when: "before a label", put: { A7: " 2 学びのまち" }, finds: ["A7 safe 2 学びのまち"] },
  { when: "within or behind a label's code, which is told once", put: { A4: "1\u200b 緑のまち", A7: "2 " }, finds: ["code-spelling A4 safe 1 緑のまち", "code-spelling A7 safe 2"] },
  { when: "the line break of another program", put: { C6: "【街路樹】\u000b・木を植える" }, finds: ["C6 safe 【街路樹】\n・木を植える"] },
  { when: "line breaks and spaces inside are wanted", put: { C6: "【街路樹】\n・木を 植える" }, finds: [] },
  { when: "a kanji variant and an emoji stay whole", put: { H8: "葛\u{e0100}城の森👨\u200d👩\u200d👧" }, finds: [] },
]);
