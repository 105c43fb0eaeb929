import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { a1 } from "../../../src/core/model/address.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import type { Outline } from "../../../src/core/model/outline.ts";
import { inspectFully } from "../../../src/core/inspect.ts";
import { nodeAt, type OutlineNode } from "../../../src/core/outline/outline.ts";
import { nodeOf, pathTo, relativesOf, withParents } from "../../../src/core/outline/path.ts";
import { faultsOf } from "../faults.ts";
import { layOut, layouts, shapes } from "../random-sheet.ts";
import { cleanRows, gridOf, type Cells } from "../sheet.ts";
import { seed } from "../summary/plan.ts";

const outline = (put: Cells = {}, rows: readonly (readonly CellValue[])[] = cleanRows): Outline => {
  const found = inspectFully(gridOf(rows, put), osakaWard);
  if (!found) throw new Error("no table found");
  return found.overview.outline;
};

const nodesOf = (whole: Outline) => [...whole.codes.keys()].map((index) => nodeAt(whole, index));

/** A node in the notation of these tests: "1-1 公園 B4 4-5". */
const noted = ({ code, title, at, firstRow, lastRow, missing }: OutlineNode) =>
  [code, title, a1(at), `${firstRow + 1}-${lastRow + 1}`, ...(missing ? ["missing"] : [])].filter((part) => part !== "").join(" ");

describe("the outline of a sheet", () => {
  it("holds issues, strategies and initiatives with their rows", () => {
    expect(nodesOf(outline()).map(noted)).toEqual([
      "1 緑のまち A4 4-6",
      "1-1 公園 B4 4-5",
      "1-1-1 公園の整備 G4 4-4",
      "1-1-2 花壇の手入れ G5 5-5",
      "1-2 街路樹 B6 6-6",
      "1-2-1 植樹の促進 G6 6-6",
      "2 学びのまち A7 7-11",
      "2-1 図書館 B7 7-9",
      "2-1-1 蔵書の充実 G7 7-7",
      "2-1-2 読書会の開催 G8 8-8",
      "2-1-3 移動図書館 G9 9-9",
      "2-2 講座 B10 10-11",
      "2-2-1 夜間講座 G10 10-10",
      "2-2-2 出前講座 G11 11-11",
    ]);
  });

  it("says what a status means, in any spelling, and what was found", () => {
    const [issue, strategy, initiative] = nodesOf(outline({ D4: "Ｂ", E4: "", I4: "たぶん達成か", J4: { error: "#N/A" } }));
    const says = (node: OutlineNode | undefined) => node?.statuses.map(({ column, at, text, term }) => [column, a1(at), text, term && `${term.text} ${term.meaning} ${term.rank}`]);
    expect(says(issue)).toEqual([]);
    expect(says(strategy)).toEqual([
      ["outcome", "D4", "Ｂ", "順調でない bad 0"],
      ["strategyEffectiveness", "E4", undefined, null],
    ]);
    expect(says(initiative)).toEqual([
      ["target", "I4", "たぶん達成か", null],
      ["action", "J4", { error: "#N/A" }, null],
      ["initiativeEffectiveness", "K4", "有効であり、継続して推進", "有効であり、継続して推進 good 0"],
    ]);
  });

  it("names what is missing by the code that its rows ask for", () => {
    expect(nodesOf(outline({ A7: "", B6: "", C6: "", D6: "", E6: "", F6: "" })).filter(({ missing }) => missing).map(noted)).toEqual(["1-2 B6 6-6 missing", "2 A7 7-11 missing"]);
  });

  it("leaves out a status that the sheet has no column for", () => {
    const without = cleanRows.map((row) => row.filter((_, column) => column !== 10));
    expect(nodesOf(outline({}, without))[2]?.statuses.map(({ column }) => column)).toEqual(["target", "action"]);
  });

  it("knows each node's parent, and its place among its sisters", () => {
    const whole = outline();
    const places = nodesOf(whole).map(({ index, code }) => `${code} < ${whole.codes[whole.parents[index] ?? -1] ?? "-"} ${whole.positions[index]}/${whole.sisters[index]}`);
    expect(places.slice(0, 9)).toEqual(["1 < - 1/2", "1-1 < 1 1/2", "1-1-1 < 1-1 1/2", "1-1-2 < 1-1 2/2", "1-2 < 1 2/2", "1-2-1 < 1-2 1/1", "2 < - 2/2", "2-1 < 2 1/2", "2-1-1 < 2-1 1/3"]);
  });

  it("can be sent between threads, and has no node beyond its last", () => {
    const whole = outline({ D4: "Ｂ" });
    expect(structuredClone(whole)).toEqual(whole);
    expect(() => nodeAt(whole, whole.codes.length)).toThrow(RangeError);
  });

  it.skipIf(!seed)("of the real evaluation", () => {
    const nodes = nodesOf(outline({}, seed));
    expect([0, 1, 2].map((own) => nodes.filter(({ depth }) => depth === own).length)).toEqual([4, 8, 15]);
  });
});

describe("the path to a row", () => {
  const withTotal = [...cleanRows.slice(0, 6), ["小計", "", "", "", "", "", "", ""], ...cleanRows.slice(6)];

  it.each([
    [3, ""],
    [4, "1 > 1-1 > 1-1-1"],
    [5, "1 > 1-1 > 1-1-2"],
    [6, "1 > 1-2 > 1-2-1"],
    [7, ""],
    [8, "2 > 2-1 > 2-1-1"],
    [12, "2 > 2-2 > 2-2-2"],
    [13, ""],
  ])("row %i: %s", (row, path) => {
    const whole = outline({}, withTotal);
    expect(pathTo(whole, { row: row - 1, column: 0 }).map((index) => whole.codes[index]).join(" > ")).toBe(path);
  });

  it.each([
    ["1", "- | - | 2"],
    ["2", "- | 1 | -"],
    ["1-2", "1 | 1-1 | -"],
    ["2-1", "2 | - | 2-2"],
    ["2-1-2", "2-1 | 2-1-1 | 2-1-3"],
    ["1-2-1", "1-2 | - | -"],
  ])("around %s: parent, previous and next are %s", (code, around) => {
    const whole = outline();
    const node = nodesOf(whole).find((one) => one.code === code);
    if (!node) throw new Error(`no ${code}`);
    const { parent, previous, next } = relativesOf(whole, node.index);
    expect([parent, previous, next].map((index) => (index === undefined ? "-" : whole.codes[index])).join(" | ")).toBe(around);
  });
});

const faulty = fc.tuple(shapes, layouts).chain(([shape, layout]) => {
  const sheet = layOut(shape, layout);
  return fc.record({ sheet: fc.constant(sheet), faults: fc.array(faultsOf(sheet), { maxLength: 6 }) });
});

it("whatever is wrong on a sheet, its rows lie inside those of their parents, and its terms are those of the numbers", () => {
  fc.assert(
    fc.property(faulty, ({ sheet, faults }) => {
      const rows = sheet.rows.map((row) => [...row]);
      for (const { at, value } of faults.flatMap(({ put }) => put)) (rows[at.row] ??= [])[at.column] = value;
      const grid = gridOf(rows);
      const inspection = inspectFully(grid, osakaWard);
      if (!inspection) return;
      const { outline: whole } = inspection.overview;
      const ancestors = (index: number): readonly number[] => (index < 0 ? [] : [...ancestors(whole.parents[index] ?? -1), index]);
      for (const { index, firstRow, lastRow } of nodesOf(whole)) {
        const above = ancestors(index);
        expect(pathTo(whole, { row: firstRow, column: 0 }).slice(0, above.length)).toEqual(above);
        expect(pathTo(whole, { row: lastRow, column: 0 }).slice(0, above.length)).toEqual(above);
      }
      const statuses = nodesOf(whole).flatMap((node) => node.statuses);
      inspection.tally.columns.forEach(({ column, terms }, index) => {
        if (!inspection.table.columns.has(column)) return;
        const own = statuses.filter((status) => status.column === column);
        expect(terms.map(({ text }) => own.filter(({ term }) => term?.text === text).length)).toEqual(inspection.tally.total[index]?.terms);
      });
    }),
    { numRuns: 100 },
  );
});

it("a cell belongs to the node whose code or status it holds, else to the innermost on its row", () => {
  const whole = outline();
  const place = (at: string) => {
    const [, letter = "", row = ""] = /^([A-Z])(\d+)$/.exec(at) ?? [];
    return { row: Number(row) - 1, column: letter.charCodeAt(0) - 65 };
  };
  const codes = (cells: readonly string[]) => cells.map((cell) => whole.codes[nodeOf(whole, place(cell)) ?? -1]);
  expect(codes(["A4", "B4", "D4", "E4", "G4", "I4", "F4", "D5", "A1", "C12"])).toEqual(["1", "1-1", "1-1", "1-1", "1-1-1", "1-1-1", "1-1-1", "1-1-2", undefined, undefined]);
  expect(withParents(whole, [4, 10, 10]).map((node) => whole.codes[node])).toEqual(["1", "1-2", "2", "2-1", "2-1-3"]);
  expect(withParents(whole, [])).toEqual([]);
});
