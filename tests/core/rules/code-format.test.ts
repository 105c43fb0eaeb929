import { checkRule } from "./check-rule.ts";

checkRule("code-format", [
  { when: "a strategy's code is a word", put: { B6: "次の戦略" }, finds: ["B6"] },
  { when: "an initiative's code is a word", put: { G5: "二番目" }, finds: ["G5"] },
  { when: "an initiative's code has a part too few", put: { G5: "1-2" }, finds: ["G5"] },
  { when: "a strategy's code is empty", put: { B6: undefined }, finds: ["B6"] },
  { when: "a strategy's code is a space", put: { B6: "　" }, finds: ["B6"] },
  { when: "an initiative's code is empty", put: { G8: undefined }, finds: ["G8"] },
  { when: "a label has no code", put: { A7: "学びのまち" }, finds: ["A7"] },
  { when: "a label counts years", put: { A7: "2040年の学び" }, finds: ["A7"] },
  { when: "a label counts generations", put: { A7: "3世代の学び" }, finds: ["A7"] },
  { when: "a code is true", put: { G8: true }, finds: ["G8"] },
]);
