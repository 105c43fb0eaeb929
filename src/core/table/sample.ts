import type { FormReader } from "../form/reader.ts";
import type { FormColumn } from "../form/schema.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import type { Head } from "./heads.ts";

/** Number of rows that show the content of each column. */
export const sampleSize = 24;
/**
 * All filled rows are looked at until a table begins; after that most rows belong to it. The end of a sheet of another form is not read, except
 * below rows that may be the form's header.
 */
export const patience = { rows: 300, rowsPerTelling: 20 } as const;
const mostTelling = 8 * sampleSize;
/** Further down nothing decides where a table is that begins within the first rows. */
export const sampledRows = patience.rows + patience.rowsPerTelling * mostTelling;

/**
 * Rows that look like an evaluation: at least two cells with a code, a label, a status or a page.
 * @param heads rows with words of the form's header, where a table may begin however far down
 */
export function sampleRows(grid: Grid, reader: FormReader, heads: readonly Head[]): readonly number[] {
  const telling = new Telling(grid, reader);
  const rows: number[] = [];
  let looked = 0;
  let nextHead = 0;
  for (let row = 0; row < grid.rowCount && rows.length < mostTelling; row++) {
    const cells = grid.row(row);
    if (cells.length === 0) continue;
    if (++looked > patience.rows + patience.rowsPerTelling * rows.length) {
      while ((heads[nextHead]?.row ?? row) < row) nextHead++;
      const head = rows.length === 0 ? heads[nextHead] : undefined;
      if (!head) break;
      row = head.row;
      looked = 0;
    } else if (telling.count(cells) >= 2) rows.push(row);
  }
  return rows;
}

/** Counts fitting cells; each different text is read once. */
class Telling {
  readonly #known = new Map<string, boolean>();
  readonly #columns: readonly FormColumn[];
  readonly #statuses: readonly FormColumn[];

  constructor(
    readonly grid: Grid,
    readonly reader: FormReader,
  ) {
    this.#columns = reader.kinds.filter((column) => holdsSign(column, reader));
    this.#statuses = this.#columns.filter(({ holds }) => holds === "status");
  }

  count(cells: readonly CellValue[]): number {
    let count = 0;
    for (const value of cells) {
      if (typeof value === "string" ? value.length <= 60 && this.#tells(value) : typeof value === "number" && this.#isGrade(value)) count++;
    }
    return count;
  }

  #isGrade(value: number): boolean {
    return this.#statuses.some((column) => this.reader.fits(column, value, this.grid));
  }

  #tells(text: string): boolean {
    let tells = this.#known.get(text);
    if (tells === undefined) {
      tells = this.#columns.some((column) => this.reader.fits(column, text, this.grid)) && !/^\s*[0-9]+\s*$/.test(text);
      if (this.#known.size < 100_000) this.#known.set(text, tells);
    }
    return tells;
  }
}

/** A label of one number proves little, since any list numbers its rows. */
export function holdsSign(column: FormColumn, reader: FormReader): boolean {
  const { holds } = column;
  return holds === "code" || holds === "status" || holds === "page" || (holds === "label" && reader.codeOf(column).size > 1);
}
