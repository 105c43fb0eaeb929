import { checkRule } from "./check-rule.ts";

checkRule("status-missing", [
  { when: "an outcome status is empty", put: { D6: undefined }, finds: ["D6"] },
  { when: "a target status is empty", put: { I5: undefined }, finds: ["I5"] },
  { when: "a status is a space", put: { K8: " " }, finds: ["K8"] },
  { when: "a status is a zero-width space", put: { K8: "\u200b" }, finds: ["K8"] },
  { when: "the last of a column's items are blank", put: Object.fromEntries([7, 8, 9, 10, 11].map((row) => [`I${row}`, undefined])), finds: ["I7"] },
  { when: "as many are blank here and there", put: Object.fromEntries([4, 6, 7, 9, 11].map((row) => [`I${row}`, undefined])), finds: ["I4", "I6", "I7", "I9", "I11"] },
  { when: "a cell of unseen letters alone", put: { I4: "\u3164", I5: "\u2800 ", I6: "\u200d\u{e0100}" }, finds: ["I4", "I5", "I6"] },
]);
