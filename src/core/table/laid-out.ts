import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";

/** A sheet with other rows: whatever is known of a cell beside its value is known of its place on the sheet. */
export function laidOut(real: Grid, rows: readonly (readonly CellValue[])[], placeOf: (place: CellPlace) => CellPlace): Grid {
  const told = <T>(row: number, column: number, ask: (row: number, column: number) => T): T => {
    const at = placeOf({ row, column });
    return ask(at.row, at.column);
  };
  return {
    sheet: real.sheet,
    rowCount: rows.length,
    date1904: real.date1904,
    hiddenRows: real.hiddenRows,
    row: (row) => rows[row] ?? [],
    value: (row, column) => rows[row]?.[column],
    numberFormat: (row, column) => told(row, column, (at, place) => real.numberFormat(at, place)),
    anchorRow: (row, column) => row - told(row, column, (at, place) => at - real.anchorRow(at, place)),
    hasAny: (note) => real.hasAny(note),
    has: (note, row, column) => told(row, column, (at, place) => real.has(note, at, place)),
    allows: (row, column, text) => told(row, column, (at, place) => real.allows(at, place, text)),
  };
}
