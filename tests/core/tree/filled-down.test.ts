import { expect, it } from "vitest";
import { cleanRows, inspectRows, note, type Cells } from "../sheet.ts";

/** The clean sheet with every block's cells repeated on all of its rows. */
const filled = cleanRows.reduce<string[][]>((rows, row, index) => {
  const above = rows.at(-1);
  const repeated = row.map((cell, column) => (index > 3 && column < 6 && cell === "" ? (above?.[column] ?? "") : cell));
  return [...rows, repeated];
}, []);

it.each<[string, Cells, readonly string[]]>([
  ["a code repeated on the rows of its block is no duplicate", {}, []],
  ["a fault repeated to the letter is one, fixed everywhere", { D7: "順調 ", D8: "順調 ", D9: "順調 " }, ["status-spelling D7 safe 順調 D8=順調 D9=順調"]],
  ["a code that became a date on every row is one fault", { B4: { date: 46_023 }, B5: { date: 46_023 } }, ["code-date B4 safe 1-1 B5=1-1"]],
  ["another term is checked as what it is: a term", { D8: "順調でない" }, []],
  ["another word is checked as what it is: no term", { D8: "良好" }, ["status-unknown D8"]],
  ["a date among codes", { B8: { date: 46_054 } }, ["code-date B8 safe 2-1"]],
  ["a code in another spelling", { B8: "２-1" }, ["code-spelling B8 safe 2-1"]],
  ["a label in another spelling on several rows below the first", { A8: "'2 学びのまち", A9: "'2 学びのまち", A11: "'2 学びのまち" }, ["code-spelling A8 safe 2 学びのまち", "code-spelling A9 safe 2 学びのまち", "code-spelling A11 safe 2 学びのまち"]],
  ["a code of another strategy", { B8: "9-9" }, ["code-parent B8"]],
  ["an empty cell says nothing", { B8: undefined, C8: undefined }, []],
])("%s", (_, put, finds) => {
  const { findings, counts } = inspectRows(filled, put);
  expect(findings.map(note)).toEqual(finds);
  expect(counts).toEqual([2, 4, 8]);
});

it("blocks with one text are apart where no code is read on the row of the first", () => {
  const { findings, counts } = inspectRows(cleanRows, { B7: "未定", C7: "・本に親しむ。", G7: "未定", C10: "・本に親しむ。", B4: "未定", G4: "未定", C4: "【緑】 ・増やす。", C6: "【緑】 ・増やす。" });
  expect(findings.filter(({ rule }) => rule !== "title-missing").map(note)).toEqual(["code-format B4", "code-format G4", "code-format B7", "code-format G7"]);
  expect(counts).toEqual([2, 4, 8]);
});
