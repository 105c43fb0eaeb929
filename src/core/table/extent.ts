import { largest, smallest } from "../model/many.ts";
import { isBlank } from "../form/reader.ts";
import type { CellPlace } from "../model/address.ts";
import type { Grid } from "../model/grid.ts";
import type { ColumnPlaces } from "./columns.ts";
import type { TableRow } from "./rows.ts";

/** Columns looked at. */
export const widestTable = 200;

/** From the first header row to the last row of data, over all columns with a header, used by the form or not. */
export function extent(grid: Grid, columns: ColumnPlaces, rows: readonly TableRow[], top: number, firstData: number): { first: CellPlace; last: CellPlace } {
  const places = [...columns.values()];
  const widest = rows.reduce((most, { shift }) => Math.max(most, shift), 0);
  const left = smallest(places);
  const right = largest(places) + widest;
  return {
    first: { row: top, column: headerEnd(grid, top, firstData, left, -1) },
    last: { row: rows.at(-1)?.row ?? Math.max(top, firstData - 1), column: headerEnd(grid, top, firstData, right, 1) },
  };
}

/** How far the header extends beside the form's columns, up to a column without a header. */
export function headerEnd(grid: Grid, top: number, firstData: number, from: number, step: 1 | -1): number {
  let column = from;
  for (let next = from + step; next >= 0 && next < widestTable && hasHeader(grid, top, firstData, next); next += step) column = next;
  return column;
}

function hasHeader(grid: Grid, top: number, firstData: number, column: number): boolean {
  for (let row = top; row < firstData; row++) if (!isBlank(grid.value(row, column))) return true;
  return false;
}

/** The lowest filled cell of a column's header. */
export function headerCell(grid: Grid, top: number, firstData: number, column: number): CellPlace {
  let row = firstData - 1;
  while (row > top && isBlank(grid.value(row, column))) row--;
  return { row, column };
}
