import type { CellValue, Grid } from "../model/grid.ts";

/** Of a sheet with fewer rows every text may be read; of a longer one the columns are judged after so many rows again. */
const someRows = 60;
const longestTerm = 60;
/** A column with fewer cells may grade without saying anything twice. */
const fewCells = 20;
/** Of a column that grades at least half of the cells stand again, some of them spelled in another way. */
const leastRepeated = 0.3;

/**
 * False for a long sheet whose columns say hardly anything twice: nothing on it grades, and its texts need not be read.
 * It reads no text, and a sheet that grades to its first rows only.
 */
export function mayGrade(grid: Grid): boolean {
  if (grid.rowCount < someRows) return true;
  const columns: { readonly met: Set<CellValue>; count: number }[] = [];
  const anyGrades = () => columns.some(({ met, count }) => count > 1 && (count < fewCells || count - met.size >= leastRepeated * count));
  for (let row = 0; row < grid.rowCount; row++) {
    grid.row(row).forEach((value, place) => {
      if (typeof value !== "number" && (typeof value !== "string" || value.length > longestTerm)) return;
      const column = (columns[place] ??= { met: new Set(), count: 0 });
      column.met.add(value);
      column.count++;
    });
    if (row % someRows === someRows - 1 && anyGrades()) return true;
  }
  return anyGrades();
}
