import { isBlank } from "../form/reader.ts";
import type { CellValue, Grid } from "../model/grid.ts";

/** Most rows between two blank ones of a small table that counts grades, and the number of grades that it counts at least. */
const mostRows = 12;
const fewestTerms = 2;

/**
 * The sheet without small tables that count its grades: 区分 A B C above 件数 3 6 2, or each grade beside its number. They stand between blank rows.
 * A grade comes again in its column; items beside their points do not, where another table has them too. Linear in the cells.
 * @returns the same grid where it has none
 */
export function withoutGradeCounts(grid: Grid): Grid {
  const terms = new Map<number, readonly CellValue[]>();
  let from = 0;
  for (let row = 0; row <= grid.rowCount; row++) {
    // The last cell of a row nearly always holds something.
    if (grid.row(row).findLastIndex((value) => !isBlank(value)) >= 0) continue;
    const counted = row - from <= mostRows ? countedOn(Array.from({ length: row - from }, (_, step) => grid.row(from + step).filter((value) => !isBlank(value)))) : undefined;
    for (; from < row; from++) if (counted) terms.set(from, counted);
    from++;
  }
  if (terms.size === 0) return grid;
  const columns: Map<CellValue, number>[] = [];
  const count = (value: CellValue, column: number) => {
    const times = (columns[column] ??= new Map());
    times.set(value, (times.get(value) ?? 0) + 1);
  };
  for (let row = 0; row < grid.rowCount; row++) if (!terms.has(row)) grid.row(row).forEach(count);
  const areGrades = (own: readonly CellValue[], times: ReadonlyMap<CellValue, number>) => own.filter((term) => times.has(term)).length >= fewestTerms && own.some((term) => (times.get(term) ?? 0) > 1);
  for (const [row, own] of terms) if (!columns.some((times) => areGrades(own, times))) terms.delete(row);
  return terms.size === 0 ? grid : { ...grid, row: (row) => (terms.has(row) ? [] : grid.row(row)), value: (row, column) => (terms.has(row) ? undefined : grid.value(row, column)) };
}

/** The words of rows that are nothing but titles, a head and rows of a word and numbers. */
function countedOn(rows: readonly (readonly CellValue[])[]): readonly CellValue[] | undefined {
  const [head = [], ...below] = rows.filter(({ length }, row) => length > 1 || row > 1);
  const isCounted = head.length > 1 && below.every(isCount) && (below.length > 0 || isCount(head));
  return isCounted ? rows.flat().filter((value) => typeof value === "string") : undefined;
}

/** True for a row of a word and numbers, which need not be filled in yet. */
function isCount([word, ...numbers]: readonly CellValue[]): boolean {
  return typeof word === "string" && numbers.every((value) => typeof value === "number");
}
