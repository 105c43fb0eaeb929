import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { CellValue, Grid } from "../../../src/core/model/grid.ts";
import { cleanRows, gridOf, note } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

const list = (count: number): Rows => Array.from({ length: count }, (_, index) => ["備品", `品名その${index}`, `置き場その${index}`]);

/** How often a row of the grid is asked for until the sheet is told by the known forms. */
function asked(rows: Rows): { readonly steps: number; readonly counts: readonly number[] | undefined } {
  let steps = 0;
  const grid = gridOf(rows);
  const counting: Grid = { ...grid, row: (row) => (steps++, grid.row(row)) };
  const counts = inspect(counting, builtInForms)?.counts;
  return { steps, counts };
}

describe("a table that begins far down", () => {
  it.each([[310], [1500]])("is found below a list of %i rows", (count) => {
    const inspection = inspect(gridOf([["備品の一覧"], ...list(count), [], ["経営課題の自己評価"], ...cleanRows]), builtInForms);
    expect(inspection?.counts).toEqual([2, 4, 8]);
    expect(inspection?.table.first).toEqual({ row: count + 3, column: 0 });
    expect(inspection?.findings.map(note)).toEqual([]);
  });

  it("costs a sheet of something else a few looks at each row, however long it is", () => {
    const [once, twice] = [2000, 4000].map((count) => asked([["備品の一覧"], ["区分", "品名", "置き場"], ...list(count)]));
    expect(once?.counts).toBeUndefined();
    expect(twice?.steps).toBeLessThan(2.2 * (once?.steps ?? 0));
    expect(twice?.steps).toBeLessThan(8 * 4000);
  });
});
