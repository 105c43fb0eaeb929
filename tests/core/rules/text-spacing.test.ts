import { checkRule } from "./check-rule.ts";

checkRule("text-spacing", [
  { when: "a space after a name", put: { H8: "読書会の開催 " }, finds: ["H8 safe 読書会の開催"] },
  { when: "a full-width space before a text", put: { C6: "　【街路樹】 ・木" }, finds: ["C6 safe 【街路樹】 ・木"] },
  { when: "a zero-width space inside", put: { H8: "読書会\u200bの開催" }, finds: ["H8 safe 読書会の開催"] },
  { when: "after a label", put: { A7: "2 学びのまち  " }, finds: ["A7 safe 2 学びのまち"] },
  { when: "before a label", put: { A7: " 2 学びのまち" }, finds: ["A7 safe 2 学びのまち"] },
  { when: "line breaks and spaces inside are wanted", put: { C6: "【街路樹】\n・木を 植える" }, finds: [] },
  { when: "a kanji variant and an emoji stay whole", put: { H8: "葛\u{e0100}城の森👨\u200d👩\u200d👧" }, finds: [] },
]);
