import { daysOfText } from "../form/date-text.ts";
import { isBlank, type FormReader } from "../form/reader.ts";
import type { FormColumn } from "../form/schema.ts";
import type { Grid } from "../model/grid.ts";
import type { ColumnPlaces } from "./columns.ts";
import { sampleSize } from "./sample.ts";

/** Number of cells that show whether a column holds the form's codes or grades. */
export const fewestCodes = 3;

interface Sampled {
  readonly columns: ColumnPlaces;
  readonly firstData: number;
  /** The rows that showed the columns. */
  readonly sample: readonly number[];
}

/**
 * False where most cells in a column of codes or labels do not fit, or in a third of the columns of grades, where a quarter is enough if their
 * words are repeated: it is another form with a similar header.
 */
export function readsCells(grid: Grid, located: Sampled, reader: FormReader): boolean {
  const { columns, sample } = located;
  const isForeign = (column: FormColumn) => {
    const rows = column.holds === "status" ? itemRows(grid, located, reader) : sample;
    const filled = rows.map((row) => grid.value(row, columns.get(column.id) ?? -1)).filter((value) => !isBlank(value));
    const others = filled.filter((value) => typeof value === "string" && !reader.fits(column, value, grid) && daysOfText(value).length === 0);
    const repeated = column.holds === "status" ? others.filter((value) => others.indexOf(value) < others.lastIndexOf(value)) : [];
    return filled.length >= fewestCodes && (2 * others.length > filled.length || 4 * repeated.length > filled.length);
  };
  const found = reader.form.columns.filter(({ id }) => columns.has(id));
  const coded = found.filter((column) => (column.holds === "code" || column.holds === "label") && reader.codeOf(column).key !== "given");
  const graded = found.filter(({ holds }) => holds === "status");
  return !coded.some(isForeign) && (graded.length === 0 || 3 * graded.filter(isForeign).length < graded.length);
}

/** The first rows, as far as their items stand in their column; the sample where the form has no column for their codes. */
function itemRows(grid: Grid, { columns, firstData, sample }: Sampled, reader: FormReader): readonly number[] {
  const column = reader.codeColumn(reader.innermost);
  const place = column && columns.get(column.id);
  if (!column || place === undefined) return sample;
  return firstRows(grid, firstData).filter((row) => reader.fits(column, grid.value(row, place), grid));
}

/** The first rows under a header. */
export function firstRows(grid: Grid, firstData: number): readonly number[] {
  return Array.from({ length: Math.min(sampleSize, grid.rowCount - firstData) }, (_, index) => firstData + index);
}
