import { checkRule } from "./check-rule.ts";

checkRule("not-calculated", [
  { when: "a status without a result: it is not missing", put: { D4: undefined }, notes: { D4: "not-calculated" }, finds: ["D4"] },
  { when: "a dummy 0", put: { I4: 0 }, notes: { I4: "not-calculated" }, finds: ["I4"] },
  { when: "a code", put: { G5: undefined }, notes: { G5: "not-calculated" }, finds: ["G5"] },
  { when: "a page and a text", put: { L4: undefined, H4: undefined }, notes: { L4: "not-calculated", H4: "not-calculated" }, finds: ["H4", "L4"] },
  { when: "a cell beside the table", notes: { N4: "not-calculated" }, finds: [] },
]);
