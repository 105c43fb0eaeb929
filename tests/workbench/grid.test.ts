import { expect, test } from "vitest";
import { placeAfterKey } from "../../src/workbench/grid/keys.ts";
import { Merges } from "../../src/workbench/worker/merges.ts";
import { SheetGeometry } from "../../src/workbench/grid/sheet.ts";
import type { SheetLayout } from "../../src/workbench/worker/messages.ts";
import { textHeight } from "../../src/workbench/worker/text-height.ts";

const layout: SheetLayout = {
  usedRows: 6,
  usedColumns: 4,
  frozenRows: 0,
  frozenColumns: 0,
  rowHeights: Float64Array.from([20, 20, 0, 0, 20, 20, 20, 20]),
  columnWidths: Float64Array.from([64, 0, 64, 64, 64]),
  // A1:A2 and C5:D6
  merges: Int32Array.from([0, 0, 1, 0, 4, 2, 5, 3]),
  styles: [],
};
const geometry = new SheetGeometry(layout);
const at = (row: number, column: number) => ({ row, column });

test.each([
  ["ArrowDown", "over a merged area and hidden rows", at(0, 0), at(4, 0)],
  ["ArrowUp", "into a merged area: its first cell", at(4, 0), at(0, 0)],
  ["ArrowRight", "over a hidden column", at(4, 0), at(4, 2)],
  ["ArrowRight", "out of a merged area", at(4, 2), at(4, 4)],
  ["ArrowLeft", "at the edge one stays", at(4, 0), at(4, 0)],
  ["End", "to the last used column", at(7, 0), at(7, 3)],
  ["PageDown", "no further than the last row", at(4, 0), at(7, 0)],
])("%s leads %s", (key, _, from, to) => {
  expect(placeAfterKey({ key, ctrlKey: false, metaKey: false }, from, geometry, 10)).toEqual(to);
});

test.each([
  ["Home", at(0, 0)],
  ["End", at(4, 2)],
])("Ctrl+%s leads to the edge of what is used", (key, to) => {
  expect(placeAfterKey({ key, ctrlKey: true, metaKey: false }, at(7, 4), geometry, 10)).toEqual(to);
});

test("merged areas are found on every row that they reach, and on no other", () => {
  const merges = new Merges(Int32Array.from([0, 0, 9, 0, 2, 1, 3, 2, 5, 1, 5, 2]));
  const rows = Array.from({ length: 11 }, (_, row) => merges.onRow(row).map(({ row: first, column }) => `${first}:${column}`).sort());
  expect(rows.map((found) => found.join(" "))).toEqual(["0:0", "0:0", "0:0 2:1", "0:0 2:1", "0:0", "0:0 5:1", "0:0", "0:0", "0:0", "0:0", ""]);
});

test("hidden rows are known to the row below them", () => {
  expect([1, 4, 5].map((row) => geometry.rows.hiddenBefore(row))).toEqual([undefined, 2, undefined]);
});

test("a wrapped Japanese text is as high as its lines", () => {
  const line = textHeight("一", 12, 100);
  expect(textHeight("一二三四五六七八九十", 12, 100)).toBeGreaterThan(line * 1.5);
  expect(textHeight("一\n二", 12, 100)).toBe(textHeight("一二三四五六七八", 12, 80));
});

test("an area takes in the merged areas that it touches, and those that these touch", () => {
  expect(geometry.area(at(1, 0), at(4, 2))).toEqual({ row: 0, column: 0, lastRow: 5, lastColumn: 3 });
  expect(geometry.area(at(6, 3), at(7, 1))).toEqual({ row: 6, column: 1, lastRow: 7, lastColumn: 3 });
});

test.each([
  [-30, 0],
  [39, 1],
  [40, 4],
  [1000, 7],
])("the row at %d pixels is shown", (position, row) => {
  expect(geometry.rows.at(position)).toBe(row);
});
