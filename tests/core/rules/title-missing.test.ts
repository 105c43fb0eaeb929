import { checkRule } from "./check-rule.ts";

checkRule("title-missing", [
  { when: "no heading", put: { C6: "・木を植える。" }, finds: ["C6"] },
  { when: "an empty heading", put: { C6: "【】 ・木を植える。" }, finds: ["C6"] },
  { when: "a heading that is never closed", put: { C6: "【街路樹 ・木を植える。" }, finds: ["C6"] },
]);
