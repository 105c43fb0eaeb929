import { expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { a1 } from "../../../src/core/model/address.ts";
import { GridBuilder, type CellValue } from "../../../src/core/model/grid.ts";
import { cleanRows } from "../sheet.ts";

/** The marked areas of the clean sheet with other statuses and merged areas. */
function marked(put: Readonly<Record<string, CellValue>>, merged: readonly (readonly [row: number, column: number, lastRow: number])[]) {
  const builder = new GridBuilder();
  cleanRows.forEach((cells, row) => cells.forEach((value, column) => builder.set(row, column, put[`${row} ${column}`] ?? value)));
  for (const [row, column, lastRow] of merged) builder.cover({ row, column, lastRow, lastColumn: column });
  const grid = builder.build({ id: "1", name: "評価シート", hidden: false }, false);
  return inspect(grid, osakaWard)?.marks.map(({ cells }) => cells.map(({ first, last }) => `${a1(first)}:${a1(last)}`).join(" "));
}

const notEffective = "有効でないため、戦略を見直す";

it("a strategy's cells are marked over its rows, merged or not", () => {
  expect(marked({ "3 4": notEffective }, [])).toEqual(["B4:F5"]);
  expect(marked({ "3 4": notEffective }, [[3, 1, 4], [3, 4, 4]])).toEqual(["B4:F5"]);
});

it("a cell that is merged with those of the next strategy is not marked, since all of them would be", () => {
  expect(marked({ "3 4": notEffective }, [[3, 2, 5]])).toEqual(["B4:B5 D4:F5"]);
});
