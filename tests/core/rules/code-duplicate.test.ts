import { checkRule } from "./check-rule.ts";

checkRule("code-duplicate", [
  { when: "two initiatives of one strategy", put: { G9: "2-1-2" }, finds: ["G9"] },
  { when: "the earlier of two is the wrong one", put: { G8: "2-1-3" }, finds: ["G9"] },
  { when: "in another spelling", put: { G9: "2-1-２" }, finds: ["code-spelling G9 safe 2-1-2", "G9"] },
  { when: "a strategy has the code of the one before", put: { B10: "2-1" }, finds: ["B10"] },
  { when: "two labels", put: { A7: "1 学びのまち" }, finds: ["A7"] },
  { when: "labels go on on the next printed page", put: { A5: "1 緑のまち（続き）", A9: "2 学びのまち (つづき)", A10: "2 （続き）" }, finds: [] },
]);
