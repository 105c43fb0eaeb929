import { marksChoice } from "../form/marks.ts";
import { isBlank } from "../form/reader.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { isSign, meaningOf } from "./scales.ts";

/** Number of rows below a header that tell. */
const mostRows = 12;

/** True for a row of signs, A B C D, below which each of most items has one and the same mark, in several of the columns: a header, though signs are grades as well. */
export function headsChoices(grid: Grid, row: number): boolean {
  const groups: { readonly texts: Set<CellValue>; readonly places: number[] }[] = [];
  grid.row(row).forEach((value, column) => {
    if (typeof value !== "number" && (typeof value !== "string" || !isSign(value))) return;
    const last = groups.at(-1);
    if (!last || last.texts.has(value)) groups.push({ texts: new Set([value]), places: [column] });
    else {
      last.texts.add(value);
      last.places.push(column);
    }
  });
  return groups.length > 0 && groups.every(({ places }) => isChosenBelow(grid, row, places));
}

/** True for a row with words of a scale, 順調 やや遅れ 遅れ, of which each row below has one marked. */
export function headsWordChoices(grid: Grid, row: number): boolean {
  const places = [...grid.row(row).entries()].flatMap(([column, value]) => (typeof value === "string" && !isSign(value) && meaningOf(value).known ? [column] : []));
  return places.length > 1 && isChosenBelow(grid, row, places);
}

function isChosenBelow(grid: Grid, row: number, places: readonly number[]): boolean {
  const below = Array.from({ length: mostRows }, (_, step) => places.map((column) => ({ column, value: grid.value(row + 1 + step, column) })).filter(({ value }) => !isBlank(value))).filter(({ length }) => length > 0);
  const marked = below.flatMap(([mark, ...others]) => (typeof mark?.value === "string" && isNaN(Number(mark.value)) && marksChoice(mark.value) && others.length === 0 ? [mark] : []));
  // Grades below grades may be marks as well: ◎ ○ △ in one column.
  const isChosen = new Set(marked.map(({ value }) => value)).size === 1 && new Set(marked.map(({ column }) => column)).size > 1;
  return isChosen && 2 * marked.length > below.length;
}
