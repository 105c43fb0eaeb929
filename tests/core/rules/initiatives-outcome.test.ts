import { checkRule } from "./check-rule.ts";

checkRule("initiatives-outcome", [
  { when: "順調, yet the only initiative is 未達成", put: { I6: "未達成" }, finds: ["D6"] },
  { when: "one of two is enough", put: { I4: "未達成" }, finds: [] },
  { when: "順調, yet both are 未達成", put: { I4: "未達成", I5: "未達成" }, finds: ["D4"] },
  { when: "an empty status is not 未達成", put: { I4: "未達成", I5: undefined }, finds: ["status-missing I5"] },
  { when: "順調でない agrees", put: { D6: "順調でない", I6: "未達成" }, finds: [] },
]);
