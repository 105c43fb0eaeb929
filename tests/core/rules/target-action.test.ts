import { checkRule } from "./check-rule.ts";

checkRule("target-action", [
  { when: "達成, yet 予定どおり実施しなかった", put: { J8: "予定どおり実施しなかった" }, finds: ["J8"] },
  { when: "未達成 and 予定どおり実施しなかった agree", put: { I8: "未達成", J8: "予定どおり実施しなかった" }, finds: [] },
]);
