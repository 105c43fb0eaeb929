import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { parseForm } from "../../../src/core/form/parse.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { CellValue, Grid } from "../../../src/core/model/grid.ts";
import { examples } from "../../help/forms-page.ts";
import { cleanRows, gridOf, note } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

const list = (count: number): Rows => Array.from({ length: count }, (_, index) => ["備品", `品名その${index}`, `置き場その${index}`]);

/** How often rows of the grid are read until the known forms have found the table. */
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

  it("is found by its header where its first rows hold plain numbers and one grade, and a row far below tells more", () => {
    const form = parseForm(JSON.stringify(examples[0].form));
    const rows = [["番号", "事業名", "評価"], ...Array.from({ length: 20 }, (_, index) => [String(index + 1), `事業その${index}`, "継続"])];
    const put = (text: string) => rows.map((cells, row) => (row === 17 ? [text, ...cells.slice(1)] : cells));
    expect(inspect(gridOf(put("17. ")), [{ form, from: "file" }])?.findings.map(note)).toEqual(["code-spelling A18 suggested 17"]);
    expect(inspect(gridOf(put("17 ")), [{ form, from: "file" }])?.findings.map(note)).toEqual(["code-spelling A18 safe 17"]);
  });

  it("costs a sheet of something else a few looks at each row, however long it is", () => {
    const [once, twice] = [2000, 4000].map((count) => asked([["備品の一覧"], ["区分", "品名", "置き場"], ...list(count)]));
    expect(once?.counts).toBeUndefined();
    expect(twice?.steps).toBeLessThan(2.2 * (once?.steps ?? 0));
    expect(twice?.steps).toBeLessThan(8 * 4000);
  });
});
