import { checkRule } from "./check-rule.ts";

checkRule("page-missing", [
  { when: "a strategy's page is empty", put: { F6: undefined }, finds: ["F6"] },
  { when: "an initiative's page is empty", put: { L8: undefined }, finds: ["L8"] },
]);
