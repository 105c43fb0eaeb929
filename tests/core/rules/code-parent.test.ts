import { checkRule } from "./check-rule.ts";

checkRule("code-parent", [
  { when: "an initiative names another strategy", put: { G8: "1-2-2" }, finds: ["G8"] },
  { when: "an initiative on a strategy's first row names a strategy that is nowhere", put: { G6: "9-9-1" }, finds: ["G6"] },
  { when: "a strategy names another issue, against its initiatives", put: { B10: "1-2" }, finds: ["B10"] },
  { when: "the first strategy of an issue names another one", put: { B7: "1-1" }, finds: ["B7"] },
  { when: "one odd initiative amid a block", put: { G8: "7-1-2" }, finds: ["G8"] },
]);
