import { checkRule } from "./check-rule.ts";

checkRule("page-spelling", [
  { when: "a capital", put: { L8: "P.7" }, finds: ["L8 safe p.7"] },
  { when: "full width", put: { L8: "ｐ．７" }, finds: ["L8 safe p.7"] },
  { when: "a space", put: { L8: "p. 7" }, finds: ["L8 safe p.7"] },
  { when: "no dot", put: { L8: "p7" }, finds: ["L8 safe p.7"] },
  { when: "a digit as text", put: { L8: "7" }, finds: ["L8 safe p.7"] },
  { when: "a number", put: { L8: 7 }, finds: ["L8 safe p.7"] },
  { when: "in katakana", put: { L8: "7ページ" }, finds: ["L8 safe p.7"] },
  { when: "in kanji, full width", put: { L8: "７頁" }, finds: ["L8 safe p.7"] },
  { when: "a line break after it", put: { L8: "p.7\n" }, finds: ["L8 safe p.7"] },
  { when: "a number that its format shows right", put: { L4: { number: 1, format: '"p."0' } }, finds: [] },
  { when: "a number that its format shows otherwise", put: { L4: { number: 1, format: '0"頁"' } }, finds: ["L4 safe p.1"] },
  { when: "what floating point adds is not shown", put: { L5: 2.0000000000000004 }, finds: ["L5 safe p.2"] },
]);
