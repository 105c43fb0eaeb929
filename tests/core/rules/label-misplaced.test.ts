import { checkRule } from "./check-rule.ts";

checkRule("label-misplaced", [
  { when: "on the next strategy's row", put: { A7: undefined, A10: "2 学びのまち" }, finds: ["A10 safe  A7=2 学びのまち"] },
  { when: "on the second row of its first strategy", put: { A7: undefined, A8: "2 学びのまち" }, finds: ["A8 safe  A7=2 学びのまち"] },
  { when: "one row too high", put: { A7: undefined, A6: "2 学びのまち" }, finds: ["A6 safe  A7=2 学びのまち"] },
]);
