import { cleanRows } from "../sheet.ts";
import { checkRule } from "./check-rule.ts";

/** The clean sheet with a second column beside the strategies' outcome. */
const doubled = (header: (text: string) => string, value: (text: string) => string) =>
  cleanRows.map((row, index) => [...row.slice(0, 4), index === 1 ? header(row[3] ?? "") : value(row[3] ?? ""), ...row.slice(4)]);

checkRule("column-doubtful", [
  { when: "each column is there once", finds: [] },
  { when: "a second column of the same header holds the same kind", rows: doubled((text) => text, (text) => text), finds: ["D2"] },
  { when: "its header names another year", rows: doubled((text) => `${text}（前年度）`, (text) => text), finds: [] },
  { when: "it holds something else", rows: doubled((text) => text, () => "総務課"), finds: [] },
]);
