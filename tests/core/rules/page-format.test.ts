import { checkRule } from "./check-rule.ts";

checkRule("page-format", [
  { when: "two pages", put: { L8: "p.7-8" }, finds: ["L8"] },
  { when: "a word", put: { L8: "別紙" }, finds: ["L8"] },
  { when: "a part of a page", put: { L8: 7.5 }, finds: ["L8"] },
  { when: "a page below one", put: { L8: -7 }, finds: ["L8"] },
  { when: "a date", put: { L8: { date: 46_023 } }, finds: ["L8"] },
  { when: "page 0", put: { L4: "p.0" }, finds: ["L4"] },
]);
