import { expect, test } from "vitest";
import { openFile } from "../../src/hosts/file/open.ts";
import { addressOf, parseArea, quotedName, splitAddress } from "./model/area.ts";
import { bookOf } from "./blank-pane.ts";
import { bookFromFile } from "./model/from-file.ts";
import { snapshot } from "./model/snapshot.ts";
import { writeFill, writeFormats, writeValues } from "./model/write.ts";

test.each([
  ["=1", 1, "=1", "General"],
  ["=A2", "下", "=A2", "General"],
  ["=SUM(A1:A9)", 0, "=SUM(A1:A9)", "General"],
  ["=AVERAGE(A1:A2)", { error: "#NAME?" }, "=AVERAGE(A1:A2)", "General"],
  ["-今後も続ける", { error: "#NAME?" }, "=-今後も続ける", "General"],
  ["+1", 1, undefined, "General"],
  ["-5", -5, undefined, "General"],
  ["-", "-", undefined, "General"],
  ["@式", "@式", undefined, "General"],
  ["1-1", 46_023, undefined, 'm"月"d"日"'],
  ["3/10", 46_091, undefined, 'm"月"d"日"'],
  ["1-1-1", 36_892, undefined, "yyyy/m/d"],
  ["2001/1/1", 36_892, undefined, "yyyy/m/d"],
  ["2026-4", 46_113, undefined, "mmm-yy"],
  ["2026年1月2日", 46_024, undefined, 'yyyy"年"m"月"d"日"'],
  ["13-40", "13-40", undefined, "General"],
  ["1-1-1-1", "1-1-1-1", undefined, "General"],
  ["1.10", 1.1, undefined, "General"],
  ["1,234", 1234, undefined, "#,##0"],
  ["50%", 0.5, undefined, "0%"],
  ["9:30", 9.5 / 24, undefined, "h:mm"],
  ["true", true, undefined, "General"],
  ["#N/A", { error: "#N/A" }, undefined, "General"],
  ["p.7", "p.7", undefined, "General"],
  [" 1-1 ", 46_023, undefined, 'm"月"d"日"'],
] as const)("%s typed into a General cell becomes %o", (text, value, formula, format) => {
  const { book, sheet } = bookOf([[undefined], ["下"]]);
  writeValues(book, sheet, { row: 0, column: 0, rows: 1, columns: 1 }, text);
  expect(sheet.cell(0, 0)).toMatchObject({ value, formula, format });
});

test.each(["=1", "1-1", "-5", "'a", "12"])("%s written to a cell with format @ stays a text", (text) => {
  const { book, sheet } = bookOf();
  const area = { row: 0, column: 0, rows: 1, columns: 1 };
  writeFormats(book, sheet, area, "@");
  writeValues(book, sheet, area, text);
  expect(sheet.cell(0, 0)).toMatchObject({ value: text, formula: undefined });
});

test.each([
  ["A1", "A1"],
  ["$B$2:a1", "A1:B2"],
  ["A:C", "A:C"],
  ["3:2", "2:3"],
  ["XFD1048576", "XFD1048576"],
  ["A0", undefined],
  ["XFE1", undefined],
  ["A", undefined],
  ["A1:B", undefined],
])("the address %s is read as %s", (text, expected) => {
  const area = parseArea(text);
  expect(area === undefined ? undefined : addressOf(area)).toBe(expected);
});

test("names of sheets are quoted where they must be", () => {
  expect(["評価表", "Sheet1", "評価 表", "A'B", "2026"].map(quotedName)).toEqual(["評価表", "Sheet1", "'評価 表'", "'A''B'", "'2026'"]);
  expect(splitAddress("'A''B'!C3")).toEqual({ sheet: "A'B", rest: "C3" });
});

test("deleted rows take their cells, hidden rows, merged areas and rules with them", () => {
  const { book, sheet } = bookOf([["a"], ["b"], ["c"], ["d"]]);
  sheet.hiddenRows.add(3);
  sheet.merges = [{ row: 0, column: 0, rows: 3, columns: 1 }, { row: 1, column: 2, rows: 2, columns: 1 }];
  book.deleteRows(sheet, 1, 2);
  expect(sheet.usedArea(true)).toEqual({ row: 0, column: 0, rows: 2, columns: 1 });
  expect(sheet.cell(1, 0).value).toBe("d");
  expect([...sheet.hiddenRows]).toEqual([1]);
  expect(sheet.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 1 }]);
});

test("the used range counts formats only where it is asked to", () => {
  const { book, sheet } = bookOf([["a"]]);
  writeFill(book, sheet, { row: 9, column: 3, rows: 1, columns: 1 }, "#FF0000");
  expect([sheet.usedArea(true), sheet.usedArea(false)].map((area) => area?.rows)).toEqual([1, 10]);
});

test("snapshots differ in everything that a user could see", () => {
  const { book, sheet } = bookOf([["a"]]);
  const before = snapshot(book);
  sheet.put(0, 0, { quotePrefix: true });
  expect(snapshot(book)).not.toEqual(before);
});

test("a text table is put into the model with texts that stay texts", async () => {
  const file = await openFile("評価.tsv", new TextEncoder().encode("コード\t名\r\n1-1\t=式\r\n"));
  const book = await bookFromFile(file);
  expect(book.active.cell(1, 0)).toMatchObject({ value: "1-1", format: "@" });
  expect(book.active.cell(1, 1)).toMatchObject({ value: "=式", format: "@", formula: undefined });
});
