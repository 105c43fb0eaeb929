import { checkRule } from "./check-rule.ts";

checkRule("text-missing", [
  { when: "a strategy's text is empty", put: { C6: undefined }, finds: ["C6"] },
  { when: "an initiative's name is empty", put: { H8: undefined }, finds: ["H8"] },
  { when: "a name of spaces", put: { H8: "　" }, finds: ["H8"] },
]);
