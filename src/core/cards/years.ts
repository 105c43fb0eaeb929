import { largest } from "../model/many.ts";
import { foldWidth } from "../form/fold.ts";
import { isBlank } from "../form/reader.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { yearIn } from "../table/years.ts";
import { withoutSpace } from "../wording/hidden.ts";

const onlyYear = /^(?:(?:令和|平成|昭和|[RHS]\.?)(?:元|[0-9]{1,2})|(?:19|20)[0-9]{2})年?度?(?:末|実績|決算|予算|見込|計画|目標|評価)?$/;
const titleRows = 3;
/** Rows below a row of years at most. */
const tallest = 12;

/** The Gregorian year of a cell that names nothing else; undefined for another cell. */
export function yearOf(value: CellValue): number | undefined {
  if (typeof value !== "string" || value.length > 16) return undefined;
  return onlyYear.test(withoutSpace(foldWidth(value))) ? yearIn(value) : undefined;
}

/** A column of a row of years. */
export interface YearPlace {
  readonly place: number;
  readonly year: number;
}

/** The years of the nearest row above that has several right of a column, with that row. */
export function yearsAbove(grid: Grid, row: number, column: number): { readonly years: readonly YearPlace[]; readonly head: number } | undefined {
  for (let head = row - 1; head >= Math.max(0, row - tallest); head--) {
    const cells = grid.row(head);
    if (cells.every(isBlank)) return undefined;
    const years = cells.flatMap((value, place): readonly YearPlace[] => {
      const year = place > column ? yearOf(value) : undefined;
      return year === undefined ? [] : [{ place, year }];
    });
    if (new Set(years.map(({ year }) => year)).size >= 2) return { years, head };
  }
  return undefined;
}

/** The year of a card: the one in its title if it is among these, otherwise the latest. */
export function cardYear(grid: Grid, years: readonly number[]): number {
  for (let row = 0; row < Math.min(titleRows, grid.rowCount); row++) {
    for (const value of grid.row(row)) {
      const titled = typeof value === "string" ? yearIn(value) : undefined;
      if (titled !== undefined && years.includes(titled)) return titled;
    }
  }
  return largest(years);
}
