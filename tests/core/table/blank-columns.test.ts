import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { a1Range } from "../../../src/core/model/address.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { gridOf, note, type Cells } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

function check(rows: Rows, put: Cells = {}) {
  const inspection = inspect(gridOf(rows, put), builtInForms, new Map());
  return { counts: inspection?.counts, range: inspection && a1Range(inspection.table.first, inspection.table.last), found: inspection?.findings.map(note) };
}

const grades = ["達成", "達成", "一部達成", "達成", "未達成"];
const items = Array.from({ length: 15 }, (_, index) => ({ theme: Math.floor(index / 3) + 1, place: (index % 3) + 1, grade: grades[index % 5] ?? "" }));
/** Themes and measures, their cells merged across so many columns. */
const spread = (gap: number): Rows => {
  const gapped = (cells: readonly CellValue[]) => cells.flatMap((value) => [value, ...Array.from({ length: gap }, () => undefined)]);
  return [["部局運営方針"], [], gapped(["重点項目", "", "取組項目", "", "達成区分", "特記事項"]), ...items.map(({ theme, place, grade }) => gapped([place === 1 ? theme : "", place === 1 ? `柱となる項目${theme}` : "", `${theme}-${place}`, `取組その${theme}${place}`, grade, place === 2 ? "継続" : ""]))];
};

describe("a table whose cells are merged across columns", () => {
  it.each([[1, "A3:K18"], [3, "A3:Q18"]])("is read to its end: %i blank columns after each", (gap, range) => {
    expect(check(spread(gap))).toEqual({ counts: [5, 15], range, found: [] });
  });

  it("has blank columns behind some of its own alone", () => {
    const rows: Rows = [["部局運営方針"], [], ["重点項目", "", "", "取組項目", "", "", "達成区分"], ...items.map(({ theme, place, grade }) => [place === 1 ? theme : "", place === 1 ? `柱となる項目${theme}` : "", "", `${theme}-${place}`, `取組その${theme}${place}`, "", grade])];
    expect(check(rows)).toEqual({ counts: [5, 15], range: "A3:G18", found: [] });
    expect(check(rows, { G6: "", D8: "1-3" }).found).toEqual(["status-missing G6", "code-parent D8"]);
  });

  it("ends before a legend of its own head two columns further right", () => {
    const legend = ["A：高い", "B：普通", "C：低い"];
    const rows: Rows = [["番号", "事業名", "評価", "", "", "凡例"], ...items.map((_, index) => [index + 1, `事業その${index + 1}`, "ABAC"[index % 4], "", "", legend[index]])];
    expect(check(rows)).toEqual({ counts: [15], range: "A1:C16", found: [] });
  });
});
