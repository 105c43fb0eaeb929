import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { gridOf, note, type Cells } from "../sheet.ts";
import { coded, rowsOf, writings } from "./band-writings.ts";

function check(rows: readonly (readonly CellValue[])[], put: Cells = {}) {
  const inspection = inspect(gridOf(rows, put), builtInForms, new Map());
  if (!inspection) throw new Error("no table");
  const { counts, findings, marks } = inspection;
  return { counts, levels: inspection.form.form.levels.map(({ name }) => name.ja), found: findings.map(note), marks: marks.map(({ firstRow, lastRow }) => [firstRow, lastRow]) };
}

describe("bands of two kinds above the rows of data, told apart", () => {
  it.each(writings)("%s, are two levels", (_, writing, levels) => {
    const read = check(rowsOf(writing));
    expect(read).toMatchObject({ counts: [2, 5, 15], levels, found: [] });
    expect(read.marks.map(([first]) => first)).toEqual([7, 13, 18]);
  });
});

describe("a fault among bands of two kinds", () => {
  it.each<[string, Cells, string]>([
    ["a number is left out", { A20: "施策2-4 商工業の支援" }, "code-sequence A20"],
    ["a number is there twice", { A7: "施策1-1 災害への備え" }, "code-duplicate A7"],
    ["a grade is missing", { D14: "" }, "status-missing D14"],
    ["a project's number jumps", { A9: 4 }, "code-sequence A9"],
  ])("is told once where %s", (_, put, found) => {
    expect(check(rowsOf(coded), put)).toMatchObject({ counts: [2, 5, 15], found: [found] });
  });

  it("does not cost the levels where one band is written as no other", () => {
    expect(check(rowsOf(coded), { A16: "施策２．２　農業の振興" }).counts).toEqual([2, 5, 15]);
  });
});
