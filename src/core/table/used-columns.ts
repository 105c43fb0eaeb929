import { isBlank } from "../form/reader.ts";
import type { CellValue } from "../model/grid.ts";
import type { Rows } from "./heads.ts";

/** The columns that are filled from a row on, in their order. */
export function usedFrom(grid: Rows, from: number): readonly number[] {
  /** The columns so far in which nothing stands, in their order: nearly all rows fill the same. */
  let open: number[] = [];
  let width = 0;
  for (let row = from; row < grid.rowCount; row++) {
    const cells = grid.row(row);
    for (; width < cells.length; width++) open.push(width);
    if (fillsAny(cells, open)) open = open.filter((column) => isBlank(cells[column]));
  }
  const blank = new Set(open);
  return Array.from({ length: width }, (_, column) => column).filter((column) => !blank.has(column));
}

/** True where a row has a value in one of these columns, which rise. */
function fillsAny(cells: readonly CellValue[], columns: readonly number[]): boolean {
  for (const column of columns) {
    if (column >= cells.length) return false;
    if (!isBlank(cells[column])) return true;
  }
  return false;
}

/** True where blank columns part what stands from a row on. */
export function hasGaps(grid: Rows, from: number): boolean {
  const used = usedFrom(grid, from);
  return used.some((column, index) => index > 0 && used[index - 1] !== column - 1);
}
