import type { FormReader } from "../form/reader.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { widestTable } from "./extent.ts";
import { foldHeader, isShort, type HeaderWords } from "./header.ts";

/** Sheets with fewer rows are searched text by text. */
const fewRows = 60;
/** Number of filled rows that are looked at. */
const mostRows = 300;

/**
 * Facts of a sheet's first rows, gathered once for all forms before any of them reads the sheet text by text: most sheets of most workbooks
 * have no table of any form.
 */
export class FirstLook {
  readonly #rows: (readonly CellValue[])[] = [];
  #repeated: readonly (readonly CellValue[])[] | undefined;
  #words: ReadonlySet<string> | undefined;

  constructor(readonly grid: Grid) {
    for (let row = 0; row < grid.rowCount && this.#rows.length < mostRows; row++) {
      const cells = grid.row(row);
      if (cells.length > 0) this.#rows.push(cells);
    }
  }

  /** False where the sheet lacks both two columns that repeat terms of the form and enough of its header words: no table would fit the form. */
  mayHold(reader: FormReader, words: HeaderWords): boolean {
    if (this.#rows.length < fewRows) return true;
    const { columns } = reader.form;
    const statuses = columns.filter(({ holds }) => holds === "status");
    this.#repeated ??= repeatedIn(this.#rows);
    const graded = this.#repeated.filter((values) => values.some((value) => statuses.some((column) => reader.fits(column, value, this.grid))));
    if (graded.length > 1) return true;
    this.#words ??= new Set(this.#rows.flatMap((cells) => cells.filter(isShort).map(foldHeader)));
    const wanted = columns.filter(({ optional, year }) => !optional && year !== "earlier");
    // At least two thirds of the columns must be found, a third of them by their headers.
    return 9 * words.columnsWith(this.#words) >= 2 * wanted.length;
  }
}

/** By column, the short texts and numbers that occur more than once. */
function repeatedIn(rows: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] {
  const columns: { readonly once: Set<CellValue>; readonly again: Set<CellValue> }[] = [];
  for (const cells of rows) {
    for (let place = 0; place < Math.min(cells.length, widestTable); place++) {
      const value = cells[place];
      if (typeof value !== "number" && !isShort(value)) continue;
      const { once, again } = (columns[place] ??= { once: new Set(), again: new Set() });
      if (once.has(value)) again.add(value);
      else once.add(value);
    }
  }
  return columns.map(({ again }) => [...again]);
}
