import type { FormReader } from "../form/reader.ts";
import type { FormColumn } from "../form/schema.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { findColumns, type ColumnPlaces } from "./columns.ts";
import { headerPaths, HeaderWords } from "./header.ts";
import { findRows, type TableRow } from "./rows.ts";

/** Where the evaluation stands on a sheet. */
export interface Table {
  /** The corners of the whole table, header included. */
  readonly first: CellPlace;
  readonly last: CellPlace;
  readonly columns: ColumnPlaces;
  readonly rows: readonly TableRow[];
  readonly skippedRows: readonly number[];
}

/** Rows looked at for learning what each column holds. */
const sampleSize = 24;
/** A title may stand that far above the first row of data. */
const headerReach = 12;
const widestTable = 200;
/** More different texts than that are begun anew, or they would fill the memory. */
const mostKnown = 100_000;

/** Finds the evaluation table of the form on a sheet; undefined where there is none. */
export function findTable(grid: Grid, reader: FormReader): Table | undefined {
  const words = new HeaderWords(reader.form);
  const sample = sampleRows(grid, reader);
  const header = findHeader(grid, words, sample[0]);
  const firstData = header ? header.bottom + 1 : sample[0];
  if (firstData === undefined) return undefined;
  const rows = blockRows(grid, reader, sample);
  const paths = headerPaths(grid, header?.top ?? firstData, header?.bottom ?? firstData - 1, widthOf(grid, rows, header));
  const columns = findColumns(grid, rows, paths, reader, words);
  if (!isEvaluation(columns, reader, header !== undefined)) return undefined;
  const found = findRows(grid, firstData, columns, reader, words);
  return { ...extent(columns, found.rows, header?.top ?? firstData, firstData), columns, rows: found.rows, skippedRows: found.skipped };
}

/** Rows that look like an evaluation: two cells at least that hold a code, a status or a page. */
function sampleRows(grid: Grid, reader: FormReader): readonly number[] {
  const telling = new Telling(grid, reader);
  const rows: number[] = [];
  for (let row = 0; row < grid.rowCount && rows.length < 8 * sampleSize; row++) {
    if (telling.count(grid.row(row)) >= 2) rows.push(row);
  }
  return rows;
}

/** Counts telling cells; each different text is read once. */
class Telling {
  readonly #known = new Map<string, boolean>();
  readonly #columns: readonly FormColumn[];

  constructor(
    readonly grid: Grid,
    readonly reader: FormReader,
  ) {
    this.#columns = reader.form.columns.filter(({ holds }) => holds === "code" || holds === "status" || holds === "page");
  }

  count(cells: readonly CellValue[]): number {
    let count = 0;
    for (const value of cells) if (typeof value === "string" && value.length <= 60 && this.#tells(value)) count++;
    return count;
  }

  #tells(text: string): boolean {
    let tells = this.#known.get(text);
    if (tells === undefined) {
      tells = this.#columns.some((column) => this.reader.fits(column, text, false)) && !/^[0-9]+$/.test(text);
      if (this.#known.size >= mostKnown) this.#known.clear();
      this.#known.set(text, tells);
    }
    return tells;
  }
}

interface Header {
  readonly top: number;
  readonly bottom: number;
}

/** The rows with header words just above the first row of data; anywhere, where a blank form has no data. */
function findHeader(grid: Grid, words: HeaderWords, firstData: number | undefined): Header | undefined {
  const from = firstData === undefined ? 0 : Math.max(0, firstData - headerReach);
  const to = firstData ?? Math.min(grid.rowCount, 200);
  const rows: number[] = [];
  for (let row = from; row < to; row++) if (words.countIn(grid.row(row)) > 0) rows.push(row);
  const [top] = rows;
  const bottom = rows.at(-1);
  return top === undefined || bottom === undefined ? undefined : { top, bottom };
}

/** The sample's rows on which a strategy begins: there every column stands in its own place. All where none does. */
function blockRows(grid: Grid, reader: FormReader, sample: readonly number[]): readonly number[] {
  const column = reader.codeColumn("strategy");
  if (!column) return sample.slice(0, sampleSize);
  const counts = new Map<number, number[]>();
  for (const row of sample) {
    grid.row(row).forEach((value, place) => {
      if (!reader.fits(column, value, grid.date1904)) return;
      const rows = counts.get(place);
      if (rows) rows.push(row);
      else counts.set(place, [row]);
    });
  }
  const most = [...counts.values()].sort((one, other) => other.length - one.length)[0];
  return (most ?? sample).slice(0, sampleSize);
}

function widthOf(grid: Grid, rows: readonly number[], header: Header | undefined): number {
  const headerRows = header ? Array.from({ length: header.bottom - header.top + 1 }, (_, index) => header.top + index) : [];
  const widths = [...headerRows, ...rows].map((row) => grid.row(row).length);
  return Math.min(widestTable, Math.max(0, ...widths));
}

/** Half of the form's columns, a code or two statuses among them; a list of numbers and texts has neither a status nor the form's header words. */
function isEvaluation(columns: ColumnPlaces, reader: FormReader, hasHeader: boolean): boolean {
  const found = reader.form.columns.filter(({ id }) => columns.has(id));
  const codes = found.filter(({ holds }) => holds === "code").length;
  const statuses = found.filter(({ holds }) => holds === "status").length;
  return found.length >= Math.max(3, reader.form.columns.length / 2) && ((codes > 0 && (statuses > 0 || hasHeader)) || statuses > 1);
}

function extent(columns: ColumnPlaces, rows: readonly TableRow[], top: number, firstData: number): { first: CellPlace; last: CellPlace } {
  const places = [...columns.values()];
  const shifts = rows.map(({ shift }) => shift);
  const widest = shifts.reduce((most, shift) => Math.max(most, shift), 0);
  return {
    first: { row: top, column: Math.min(...places) },
    last: { row: rows.at(-1)?.row ?? Math.max(top, firstData - 1), column: Math.max(...places) + widest },
  };
}

