import type { CellValue, Grid } from "../model/grid.ts";

/** Sheets with fewer rows are read completely. On longer ones the columns are judged again after each so many rows. */
const someRows = 60;
const longestTerm = 60;
/** A column with fewer cells may hold grades without repeating any. */
const fewCells = 20;
/** At least half of the cells in a grade column repeat others, some in another spelling. */
const leastRepeated = 0.3;

/**
 * False for a long sheet whose columns hardly repeat anything: it holds no grades, and its texts need not be read. It reads
 * no text, and of a sheet with grades only the first rows.
 */
export function mayGrade(grid: Grid): boolean {
  if (grid.rowCount < someRows) return true;
  const columns: { readonly met: Set<CellValue>; count: number }[] = [];
  const anyGrades = () => columns.some(({ met, count }) => count > 1 && (count < fewCells || count - met.size >= leastRepeated * count));
  for (let row = 0; row < grid.rowCount; row++) {
    grid.row(row).forEach((value, place) => {
      if (typeof value !== "number" && typeof value !== "boolean" && (typeof value !== "string" || value.length > longestTerm)) return;
      const column = (columns[place] ??= { met: new Set(), count: 0 });
      column.met.add(value);
      column.count++;
    });
    if (row % someRows === someRows - 1 && anyGrades()) return true;
  }
  return anyGrades();
}
