import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect, inspectFully } from "../../../src/core/inspect.ts";
import { a1, a1Range } from "../../../src/core/model/address.ts";
import { gridOf, note, type Cells } from "../sheet.ts";

const head = ["番号", "事業名", "担当課", "評価"];
const row = (number: number, grade: string) => [number, `事業その${number}`, "総務課", grade];
const grades = ["A", "B", "A", "B", "C", "A", "B", "A", "A", "B", "A", "B"];
const item = (number: number) => row(number, grades[number - 1] ?? "A");
const legend = ["※評価　A：高い　B：普通　C：低い"];
/** Two tables of one form beside each other, below a title. */
const beside = [["令和6年度　事務事業評価"], [], [...head, "", ...head], ...[1, 2, 3, 4, 5, 6].map((number) => [...item(number), "", ...item(number + 6)]), [], legend];
/** Two and two: titles over each, further tables below. */
const four = [
  ["令和6年度　事務事業評価"],
  [],
  ["1 安心のまち", "", "", "", "", "2 学びのまち"],
  [...head, "", ...head],
  ...[1, 2, 3].map((number) => [...item(number), "", ...item(number + 3)]),
  [],
  ["3 緑のまち", "", "", "", "", "4 水のまち"],
  [...head, "", ...head],
  ...[7, 8, 9].map((number) => [...item(number), "", ...item(number + 3)]),
  [],
  legend,
];
const check = (rows: typeof beside, put: Cells = {}) => inspect(gridOf(rows, put), builtInForms, new Map());
const found = (rows: typeof beside, put: Cells = {}) => (check(rows, put)?.findings ?? []).filter(({ severity, question }) => severity !== "info" || question !== undefined).map(note);

describe("tables of one form side by side", () => {
  it("are one evaluation, whose findings and marks are at their cells", () => {
    const inspection = check(beside);
    expect([inspection?.counts, found(beside), inspection?.marks.flatMap(({ cells }) => cells.map(({ first, last }) => a1Range(first, last)))]).toEqual([[12], [], ["A8:D8"]]);
    expect(inspection && a1Range(inspection.table.first, inspection.table.last)).toBe("A3:I9");
    expect(found(beside, { D4: "Ａ", I5: "", I9: "X", F6: "x y" })).toEqual(["status-spelling D4 safe A", "status-missing I5", "code-format F6", "status-unknown I9"]);
  });

  it("have their legend below them all, whose signs are sure", () => {
    const inspection = check(beside, { I9: "X" });
    expect([inspection?.findings.map(({ rule, severity, at }) => `${rule} ${severity} ${a1(at)}`), inspection?.questions.length]).toEqual([["status-unknown error I9"], 0]);
  });

  it("lead from the outline to their cells, and get input rules on rows of their own alone", () => {
    const overview = inspectFully(gridOf(beside), builtInForms, new Map())?.overview;
    const { outline, inputRules } = overview ?? {};
    expect(Array.from(outline?.codeRows ?? [], (at, node) => a1({ row: at, column: outline?.codeColumns[node] ?? 0 }))).toEqual(["A4", "A5", "A6", "A7", "A8", "A9", "F4", "F5", "F6", "F7", "F8", "F9"]);
    const cells = inputRules?.lists.flatMap(({ blocks }) => blocks.map(({ first, last }) => a1Range(first, last))) ?? [];
    expect(cells).toEqual(expect.arrayContaining(["D4:D9", "I4:I10"]));
    expect(cells.some((block) => /[DI][123]:/.test(block))).toBe(false);
  });

  it("are read where two and two stand on the sheet, each below its title", () => {
    expect([check(four)?.counts.at(-1), found(four)]).toEqual([12, []]);
    expect(found(four, { I7: "X" })).toContain("status-unknown I7");
  });

  it("are read without an empty column between them too, since each begins with its codes", () => {
    const close = [["令和6年度　事務事業評価"], [], [...head, ...head], ...[1, 2, 3, 4, 5, 6].map((number) => [...item(number), ...item(number + 6)]), [], legend];
    expect([check(close)?.counts, found(close), found(close, { E6: 3, F7: "", H5: "X" })]).toEqual([[12], [], ["status-unknown H5", "code-duplicate E6", "text-missing F7"]]);
  });

  it("are no tables where the words come again without an empty column, as for the two halves of a year", () => {
    const halves = [["令和6年度"], ["番号", "事業名", "上期", "", "", "下期", "", ""], ["", "", "目標", "取組", "評価", "目標", "取組", "評価"], ...[1, 2, 3, 4, 5].map((number) => [number, `事業その${number}`, "達成", "実施", "A", "未達成", "実施", "B"])];
    expect(check(halves)?.counts).toEqual([5]);
  });
});
