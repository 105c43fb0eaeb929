import { isBlank } from "../form/reader.ts";
import type { Grid } from "../model/grid.ts";
import { largest } from "../model/many.ts";
import { widestTable } from "../table/extent.ts";
import { areExplained } from "./scales.ts";

/** Share of rows that a column without a header fills. */
const fullShare = 0.7;

/** One more than the last column of a table, which ends at columns that are blank in header and data. */
export function tableWidth(grid: Grid, top: number, rows: readonly number[]): number {
  const counts = new Uint32Array(widestTable);
  const each = (row: number, see: (column: number) => void) => {
    const cells = grid.row(row);
    for (let column = 0; column < Math.min(cells.length, widestTable); column++) if (!isBlank(cells[column])) see(column);
  };
  for (const row of rows) each(row, (column) => void (counts[column] = (counts[column] ?? 0) + 1));
  for (let row = top; row < (rows[0] ?? top); row++) each(row, (column) => void (counts[column] ||= 1));
  const isUsed = (count: number, column: number) => count > 0 && column >= width;
  let width = 0;
  for (let next = counts.findIndex(isUsed); next >= 0 && (width === 0 || isMergedGap(grid, top, rows, counts, width, next)); next = counts.findIndex(isUsed)) {
    width = next;
    while ((counts[width] ?? 0) > 0) width++;
  }
  return width;
}

/**
 * True for blank columns under a header on their left, whose cells are merged across. Right of them stands a header as well, and cells on most
 * rows; behind a single one that has a header beside it, either is enough. What else stands there is a legend or a remark.
 */
function isMergedGap(grid: Grid, top: number, rows: readonly number[], counts: Uint32Array, column: number, next: number): boolean {
  const [first = 0] = rows;
  const beyond = rows.map((row) => grid.value(row, next)).filter((value) => !isBlank(value));
  if (top >= first || areExplained(beyond, 2)) return false;
  const heads = Array.from({ length: first - top }, (_, step) => grid.row(top + step));
  const isOne = next === column + 1 && !isBlank(grid.value(top, column - 1));
  if (isOne && (beyond.length >= fullShare * rows.length || heads.some((cells) => !isBlank(cells[next])))) return true;
  return heads.some((cells) => cells.findLastIndex((value) => !isBlank(value)) >= next) && largest(counts.slice(next)) >= fullShare * rows.length;
}
