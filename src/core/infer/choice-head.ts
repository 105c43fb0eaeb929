import { isBlank } from "../form/reader.ts";
import type { Grid } from "../model/grid.ts";
import { marksChoice, isSign } from "./scales.ts";

/** Number of rows below a header that tell. */
const mostRows = 5;

/** True for a row of signs, A B C D, below which each of most items has one mark: a header, though signs are grades as well. */
export function headsChoices(grid: Grid, row: number): boolean {
  const places = grid.row(row).flatMap((value, column) => (typeof value === "number" || (typeof value === "string" && isSign(value)) ? [column] : []));
  const below = Array.from({ length: mostRows }, (_, step) => places.map((column) => grid.value(row + 1 + step, column)).filter((value) => !isBlank(value))).filter(({ length }) => length > 0);
  const marked = below.filter(([mark, ...others]) => typeof mark === "string" && marksChoice(mark) && others.length === 0);
  return places.length > 1 && marked.length > 1 && 2 * marked.length > below.length;
}
