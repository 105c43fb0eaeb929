import { checkRule } from "./check-rule.ts";

checkRule("status-column", [
  { when: "the initiative's word for a strategy", put: { E6: "有効でないため、取組を見直す" }, finds: ["E6 suggested 有効でないため、戦略を見直す"] },
  { when: "a target's word for an outcome", put: { D6: "達成" }, finds: ["D6 suggested 順調"] },
  { when: "an action's word for a target, with none that corresponds", put: { I8: "予定どおり実施" }, finds: ["I8"] },
  { when: "in another spelling", put: { I8: "予定通り実施" }, finds: ["I8"] },
]);
