import { checkRule } from "./check-rule.ts";

checkRule("code-sequence", [
  { when: "an initiative's number is left out", put: { G9: "2-1-4" }, finds: ["G9"] },
  { when: "the first initiative is not the first", put: { G6: "1-2-2" }, finds: ["G6"] },
  { when: "two initiatives changed places", put: { G8: "2-1-3", G9: "2-1-2" }, finds: ["G9"] },
  { when: "a number far too high between others", put: { G8: "2-1-9" }, finds: ["G8"] },
  { when: "a strategy's number, against its initiatives", put: { B10: "2-9" }, finds: ["B10"] },
  { when: "a strategy's number and its initiatives'", put: { B10: "2-3", G10: "2-3-1", G11: "2-3-2" }, finds: ["B10"] },
  { when: "a label's number, against its strategies", put: { A7: "7 学びのまち" }, finds: ["A7"] },
]);
