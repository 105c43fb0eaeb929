import { describe, expect, it, vi } from "vitest";
import type { CellValue, Grid } from "../../../src/core/model/grid.ts";
import { unfoldTables } from "../../../src/core/table/side-by-side.ts";
import { findStacks } from "../../../src/core/table/stack.ts";
import { gridOf } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

const head = ["番号", "事業名", "担当課", "評価"];
/** A number as a word of its own, without digits. */
const word = (number: number) => String(number).replace(/\d/g, (digit) => "あいうえおかきくけこ".charAt(Number(digit)));
const unknown = (number: number) => ["会", "席", "議"].map((text) => text + word(number));
const item = (number: number) => [number, `事業${word(number)}`, "企画課", "ABC"[number % 3]];
/** Makes lists of one head and two rows each, a blank row between, with so many rows in all. */
const lists = (make: (number: number) => Rows) => (rows: number) => Array.from({ length: rows / 4 }, (_, number) => make(number)).flatMap((list) => [...list, []]);

const shapes: readonly (readonly [string, (rows: number) => Rows])[] = [
  ["nothing but unknown lists", lists((number) => [unknown(number), ["春", 3, "計"], ["秋", 4, "点"]])],
  ["unknown lists of words", lists((number) => [unknown(number), unknown(number + 5000), unknown(number + 7000)])],
  ["unknown lists above the tables", (rows) => [...lists((number) => [unknown(number), ["春", 3, "計"], ["秋", 4, "点"]])(rows), head, item(1), item(2), [], head, item(3), item(4)]],
  ["lists of which each has a usual head of its own", lists((number) => [["番号", "事業名", "評価"].map((text) => word(number) + text), item(number), item(number)])],
  ["tables of one form", lists((number) => [head, item(number), item(number)])],
  ["tables of which every other one is worded otherwise", lists((number) => [number % 2 === 0 ? head : [...head.slice(0, 3), "総合評価"], item(number), item(number)])],
  ["tables of which every other one has no grades", lists((number) => [number % 2 === 0 ? head : [...head.slice(0, 3), "予算額"], item(number), item(number)])],
  ["heads without rows", (rows) => lists(() => [head])(2 * rows)],
  ["heads that say their words again without a blank column", lists((number) => [[...unknown(number), ...unknown(number)], ["春", 3, "計"], ["秋", 4, "点"]])],
  ["heads that say their words again, and a column that is blank but for its last cells", (rows) => [...lists((number) => [[...unknown(number), "", ...unknown(number)], [], []])(rows), ...["※", "※", "※"].map((mark) => ["", "", "", mark])]],
  ["tables side by side, marks between them", lists((number) => [[...head, "", ...head], [...item(number), "※", ...item(number)], [...item(number), "", ...item(number)]])],
  ["two tables side by side and a long list", (rows) => [[...head, "", ...head, "", "係", "人員", "仕事"], ...Array.from({ length: rows }, (_, number) => [...(number < 9 ? [...item(number), "", ...item(number + 9)] : Array.from({ length: 9 }, () => "")), "", "庶務", number, "受付"])]],
  ["stairs of tables", (rows) => [head, ...Array.from({ length: rows }, (_, number) => [...item(number), ...(number % 4 === 0 ? head : item(number + rows))])]],
  ["notes below the tables", (rows) => [head, item(1), item(2), [], head, item(3), item(4), [], ...Array.from({ length: rows }, (_, number) => [`※${word(number)}`])]],
];

/** How often rows and cells are read until the tables are found. */
function reads(rows: Rows): number {
  let count = 0;
  const grid = gridOf(rows);
  const counting: Grid = { ...grid, row: (row) => (count++, grid.row(row)), value: (row, column) => (count++, grid.value(row, column)) };
  findStacks(unfoldTables(counting)?.grid ?? counting);
  findStacks(counting);
  return count;
}

describe("twice the rows are read at most twice as often until the tables are found", () => {
  it.each(shapes)("of %s", (_, shape) => {
    const [once, twice] = [400, 800].map((rows) => reads(shape(rows)));
    expect(once).toBeGreaterThan(400);
    expect(twice).toBeLessThan(2.2 * (once ?? 0));
  });
});

it("the texts of a sheet whose head stands once are not folded to look for it again", () => {
  const rows = [head, ...Array.from({ length: 400 }, (_, number) => [number, `事業　${word(number)}`, "企画課", "A"])];
  const spy = vi.spyOn(String.prototype, "normalize");
  expect(findStacks(gridOf(rows))).toEqual([]);
  expect(spy.mock.calls.length).toBeLessThan(100);
  spy.mockRestore();
});

/** How often a function of texts or patterns is called until the tables of two sheets are found, the second with twice the columns. */
function callsByWidth(spy: { readonly mock: { readonly calls: readonly unknown[] }; mockClear(): unknown; mockRestore(): void }, rowsOf: (width: number) => Rows): readonly number[] {
  const calls = [40, 80].map((width) => {
    const grid = gridOf(rowsOf(width));
    spy.mockClear();
    unfoldTables(grid);
    findStacks(grid);
    return spy.mock.calls.length;
  });
  spy.mockRestore();
  return calls;
}

const across = (width: number, make: (column: number) => string) => Array.from({ length: width }, (_, column) => make(column));
const table = (words: readonly string[]): Rows => [words, words.map((_, column) => column), words.map((_, column) => column + 1), []];

describe("with twice the columns", () => {
  it("heads of which half of the words differ are told by twice as many looks at a word", () => {
    const shape = (width: number) => [0, 1, 2].flatMap((number) => table(across(width, (column) => (column % 2 === 0 ? `項目${word(column)}名` : `語${word(column + 1000 * number)}の率`))));
    const [once = 0, twice = 0] = callsByWidth(vi.spyOn(RegExp.prototype, "test"), shape);
    expect(once).toBeGreaterThan(100);
    expect(twice).toBeLessThan(2.2 * once);
  });

  it("rows that repeat a head's first word everywhere are folded at most twice as often", () => {
    const shape = (width: number) => [across(width, (column) => `項目　${word(column)}`), ["", ""], ...Array.from({ length: 20 }, () => across(width, () => `項目　${word(0)}`))];
    const [once = 0, twice = 0] = callsByWidth(vi.spyOn(String.prototype, "normalize"), (width) => shape(width).map((cells, row) => (row === 0 ? [...cells, "", ...cells] : cells)));
    expect(once).toBeGreaterThan(20);
    expect(twice).toBeLessThan(2.2 * once);
  });
});
