import { cleanRows } from "../sheet.ts";
import { checkRule } from "./check-rule.ts";

const without = (column: number) => cleanRows.map((row) => row.filter((_, index) => index !== column));

checkRule("column-missing", [
  { when: "all columns are there", finds: [] },
  { when: "the target column was deleted", rows: without(8), finds: ["A1"] },
  { when: "a page column was deleted", rows: without(11), finds: ["A1"] },
  { when: "the issue column was deleted", rows: without(0), finds: ["A1"] },
  { when: "the strategy code column was deleted", rows: without(1), finds: ["A1"] },
]);
