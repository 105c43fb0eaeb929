import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { withAnswer } from "../../../src/core/infer/answers.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { isSameForm } from "../../../src/core/summary/offices.ts";
import { GridBuilder } from "../../../src/core/model/grid.ts";

/** A sheet of items and grades, under its own name. */
function sheet(name: string, header: readonly string[], grades: readonly CellValue[], pages = 1) {
  const builder = new GridBuilder();
  const page = (first: number) => [header, ...Array.from({ length: 12 }, (_, index) => [first + index, `取組その${first + index}`, grades[index % grades.length]])];
  Array.from({ length: pages }, (_, index) => page(12 * index + 1)).flat().forEach((cells, row) => cells.forEach((value, column) => builder.set(row, column, value)));
  return builder.build({ id: name, name, hidden: false }, false);
}

const measures = sheet("旭区", ["番号", "取組名", "令和6年度評価"], ["A", "B", "A", "C"]);
const others = sheet("港区", ["番号", "取組名", "必要性の評価"], ["A", "B", "A", "C"]);
const check = (grid: typeof measures, answers: Readonly<Record<string, string>> = {}) => {
  const inspection = inspect(grid, builtInForms, new Map(Object.entries(answers)));
  if (!inspection) throw new Error("no table");
  return { form: inspection.form.form, open: inspection.questions.map(({ id }) => id), answered: inspection.answered.map(({ id, answer }) => [id, answer]) };
};

describe("an answer", () => {
  const kept = withAnswer({}, check(measures).form, "bad:C", "C");

  it("holds for the form that it was asked about, and for no other of the document", () => {
    expect(check(measures, kept)).toMatchObject({ open: [], answered: [["bad:C", "C"]] });
    expect(check(others, kept)).toMatchObject({ open: ["bad:C"], answered: [] });
  });

  it("holds for the same form on another sheet, of another year", () => {
    expect(check(sheet("北区", ["番号", "取組名", "令和7年度評価"], ["A", "C", "B"]), kept)).toMatchObject({ open: [] });
  });

  it("is not lost by what it changes itself, and is taken back whole", () => {
    const changed = withAnswer(kept, check(measures, kept).form, "bad:C", "C|B");
    expect([Object.keys(changed), check(measures, changed).answered]).toEqual([Object.keys(kept), [["bad:C", "C|B"]]]);
    expect(withAnswer(changed, check(measures, changed).form, "bad:C", undefined)).toEqual({});
  });

  it("of a version before holds for all sheets, until it is given for one form or taken back", () => {
    const before = { "bad:C": "C|B" };
    expect([check(measures, before).answered, check(others, before).answered]).toEqual([[["bad:C", "C|B"]], [["bad:C", "C|B"]]]);
    const changed = withAnswer(before, check(measures).form, "bad:C", "C");
    expect([check(measures, changed).answered, check(others, changed).answered]).toEqual([[["bad:C", "C"]], [["bad:C", "C|B"]]]);
    expect(withAnswer(changed, check(measures).form, "bad:C", undefined)).toEqual({});
  });
});

describe("sheets whose forms were inferred", () => {
  it("are summed up whatever their names are, where their forms are the same", () => {
    const again = sheet("西区", ["番号", "取組名", "令和6年度評価"], ["B", "A", "C"]);
    expect(isSameForm(check(measures).form, check(again).form)).toBe(true);
    const onTwoPages = check(sheet("北区", ["番号", "取組名", "令和6年度評価"], ["A", "B", "A", "C"], 2)).form;
    expect([onTwoPages.layout, isSameForm(check(measures).form, onTwoPages)]).toEqual(["tables", true]);
    expect(isSameForm(check(measures).form, check(others).form)).toBe(false);
  });
});
