import { checkRule } from "./check-rule.ts";

checkRule("outcome-effectiveness", [
  { when: "順調, yet 有効でない", put: { E6: "有効でないため、戦略を見直す" }, finds: ["E6"] },
  { when: "順調でない and 有効でない agree", put: { D6: "順調でない", E6: "有効でないため、戦略を見直す" }, finds: [] },
  { when: "a status that means nothing contradicts nothing", put: { D6: "良好", E6: "有効でないため、戦略を見直す" }, finds: ["status-unknown D6"] },
]);
