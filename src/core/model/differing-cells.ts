import type { CellPlace } from "./address.ts";
import { isSameValue, type Grid } from "./grid.ts";

/**
 * The cells whose values, formats or merging differ; undefined where these are more than `most`, or where anything else of the
 * sheets differs that decides how a cell is read. Rows that both grids share are not looked at.
 */
export function differingCells(one: Grid, other: Grid, most: number): readonly CellPlace[] | undefined {
  if (one.sheet.id !== other.sheet.id || one.rowCount !== other.rowCount || one.date1904 !== other.date1904) return undefined;
  const changed: CellPlace[] = [];
  for (let row = 0; row < one.rowCount; row++) {
    const [cells, others] = [one.row(row), other.row(row)];
    if (cells === others) continue;
    const width = Math.max(cells.length, others.length);
    for (let column = 0; column < width; column++) {
      const isSame = isSameValue(cells[column], others[column]) && one.anchorRow(row, column) === other.anchorRow(row, column);
      if (isSame && (typeof cells[column] !== "number" || one.numberFormat(row, column) === other.numberFormat(row, column))) continue;
      if (changed.push({ row, column }) > most) return undefined;
    }
  }
  return changed;
}
