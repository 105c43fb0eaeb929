import { expect, it } from "vitest";
import { cleanRows, inspectRows, note } from "../sheet.ts";

/** Text copied from a page: header cells are packed to the left, later initiatives are one column further right. */
const ragged = cleanRows.map((row, index) => {
  if (index < 3) return [...row.filter((cell) => cell !== ""), ...row.filter((cell) => cell === "")].map((cell, at) => (index > 0 && at === 0 ? "" : cell));
  return row[1] === "" && row[0] === "" ? ["", ...row] : [...row];
});

it("a ragged copy is read by what its cells hold", () => {
  const { findings, counts, table } = inspectRows(ragged);
  expect(findings.map(note)).toEqual([]);
  expect(counts).toEqual([2, 4, 8]);
  expect(table).toMatchObject({ first: { row: 0, column: 0 }, last: { row: 10, column: 12 } });
  expect(Object.fromEntries(table.columns)).toMatchObject({ issue: 0, strategyCode: 1, initiativeCode: 6, initiativePage: 11 });
});

it("findings in a shifted row name the real cell", () => {
  expect(inspectRows(ragged, { J8: "未着手" }).findings.map(note)).toEqual(["status-unknown J8"]);
  const { marks } = inspectRows(ragged, { J8: "未達成" });
  expect(marks.map(({ cells }) => cells)).toEqual([[{ first: { row: 7, column: 7 }, last: { row: 7, column: 12 } }]]);
});
