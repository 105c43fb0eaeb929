import { checkRule } from "./check-rule.ts";

checkRule("text-struck", [
  { when: "a status, read by what is left", notes: { D4: "struck" }, finds: ["D4"] },
  { when: "what is left is spelled otherwise", put: { D4: " 順調" }, notes: { D4: "struck" }, finds: ["status-spelling D4 safe 順調", "D4"] },
  { when: "a code, a label and a name", notes: { G5: "struck", A7: "struck", H8: "struck" }, finds: ["G5", "A7", "H8"] },
  { when: "a title above the table", notes: { A1: "struck" }, finds: [] },
]);
