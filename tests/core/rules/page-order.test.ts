import { checkRule } from "./check-rule.ts";

checkRule("page-order", [
  { when: "a page far too late", put: { L8: "p.70" }, finds: ["L8"] },
  { when: "a page far too early", put: { L8: "p.1" }, finds: ["L8"] },
  { when: "a strategy's page before its initiatives'", put: { F7: "p.5" }, finds: ["F7"] },
  { when: "two pages changed places: the later is told", put: { L8: "p.8", L9: "p.7" }, finds: ["L9"] },
  { when: "pages alike are in order", put: { L8: "p.6" }, finds: [] },
  { when: "a page in another spelling counts as read", put: { L8: "70頁" }, finds: ["page-spelling L8 safe p.70", "L8"] },
]);
