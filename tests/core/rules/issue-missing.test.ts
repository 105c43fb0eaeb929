import { cleanRows } from "../sheet.ts";
import { checkRule } from "./check-rule.ts";

checkRule("issue-missing", [
  { when: "the label of an issue is empty", put: { A7: undefined }, finds: ["A7"] },
  { when: "the label of the first issue is empty", put: { A4: undefined }, finds: ["A4"] },
  { when: "only spaces stand there", put: { A7: "  " }, finds: ["A7"] },
  { when: "the last strategy has an issue of its own", put: { B10: "3-1", G10: "3-1-1", G11: "3-1-2" }, finds: ["A10"] },
  { when: "the sheet has no column for it", rows: cleanRows.map((row) => row.slice(1)), finds: ["column-missing A1"] },
]);
