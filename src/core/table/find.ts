import { largest } from "../model/many.ts";
import { atOnce } from "../model/pace.ts";
import { readerOf, type FormReader } from "../form/reader.ts";
import type { CellPlace } from "../model/address.ts";
import type { Grid } from "../model/grid.ts";
import { findColumns, type ColumnPlaces } from "./columns.ts";
import { extent, headerCell, widestTable } from "./extent.ts";
import { headerPaths, headerWordsOf, noPath, type HeaderPath, type HeaderWords } from "./header.ts";
import type { Head } from "./heads.ts";
import { rowsInSteps, type BrokenRow, type TableRow } from "./rows.ts";
import { fewestCodes, firstRows } from "./reads-cells.ts";
import { holdsSign, patience, sampleRows, sampleSize } from "./sample.ts";
import { placesOfStacked, rowsOfStacked, withoutStacked } from "./stacked-levels.ts";

/** The evaluation table of a sheet. */
export interface Table {
  /** The corners of the whole table, header included. */
  readonly first: CellPlace;
  readonly last: CellPlace;
  readonly columns: ColumnPlaces;
  readonly rows: readonly TableRow[];
  readonly skippedRows: readonly number[];
  /** Columns that the sheet has twice: the form's id, the header's cell of the one that is read, and of the other. */
  readonly doubtful: readonly DoubtfulColumn[];
  /** In `rows`, where another table of the form begins below the first: numbers without a parent that counts them begin anew there. */
  readonly breaks: readonly number[];
  /** Rows that continue the record above; they are among `skippedRows`. */
  readonly broken?: readonly BrokenRow[] | undefined;
  /** Set where levels share columns, each on its own rows: the depth of each row's level. */
  readonly depths?: ReadonlyMap<number, number> | undefined;
}

/** A table as one kind of object. Each spread of another gets a shape of its own, and whatever reads that is compiled anew. */
export function tableWith({ first, last, columns, rows, skippedRows, doubtful, breaks, broken, depths }: Table): Table {
  return { first, last, columns, rows, skippedRows, doubtful, breaks, broken, depths };
}

export interface DoubtfulColumn {
  readonly column: string;
  readonly at: CellPlace;
  readonly other: CellPlace;
}

/** Number of the form's words that make a row its header. */
const fewestHeaderWords = 2;
/** Largest number of rows between a title and the first row of data. */
const headerReach = 12;

/** The first rows of header and data; where levels share columns, the level of each row. */
interface TableRows {
  readonly top: number;
  readonly firstData: number;
  readonly depths?: ReadonlyMap<number, number> | undefined;
}

/** The table whose columns and first rows are known, in steps. */
export function* tableAt(grid: Grid, reader: FormReader, columns: ColumnPlaces, { top, firstData, depths }: TableRows): Generator<void, Table> {
  const { rows, skipped, broken, breaks } = yield* rowsInSteps(grid, firstData, columns, reader, headerWordsOf(reader.form), depths);
  return tableWith({ ...extent(grid, columns, rows, top, firstData), columns, rows, skippedRows: skipped, doubtful: [], breaks, broken, depths });
}

/** The table whose columns were located. */
export function* tableOf(grid: Grid, reader: FormReader, { columns, top, firstData, depths, rivals }: Located): Generator<void, Table> {
  const doubtful = [...rivals].map(([column, rival]) => ({ column, at: headerCell(grid, top, firstData, columns.get(column) ?? 0), other: headerCell(grid, top, firstData, rival) }));
  return tableWith({ ...(yield* tableAt(grid, reader, columns, { top, firstData, depths })), doubtful });
}

/** The positions of a form's columns, before all rows are read. */
export interface Located extends TableRows {
  readonly columns: ColumnPlaces;
  /** The rows that showed the positions. */
  readonly sample: readonly number[];
  /** How well the form explains the sheet: it grows with each column that the form names and reads. */
  readonly fit: number;
  readonly rivals: ReadonlyMap<string, number>;
}

/** Where the form's columns are; undefined where the sheet holds no table of it. @param isForced true where missing columns do not rule out the form */
export function locate(grid: Grid, heads: readonly Head[], reader: FormReader, isForced: boolean): Located | undefined {
  const own = readerOf(withoutStacked(reader));
  const located = locateRows(grid, heads, own, isForced);
  const stackedLevels = located && rowsOfStacked(grid, reader, located, () => atOnce(tableAt(grid, own, located.columns, located)).rows.map(({ row }) => row));
  if (stackedLevels) return { ...located, ...stackedLevels, columns: placesOfStacked(reader, located.columns) };
  return own.form === reader.form ? located : locateRows(grid, heads, reader, isForced);
}

function locateRows(grid: Grid, heads: readonly Head[], reader: FormReader, isForced: boolean): Located | undefined {
  const words = headerWordsOf(reader.form);
  const sample = sampleRows(grid, reader, headsFor(reader, heads));
  const header = findHeader(grid, words, sample[0]) ?? headerAbove(grid, words, sample[0]);
  const firstData = header ? header.bottom + 1 : sample[0];
  if (firstData === undefined) return undefined;
  const top = header?.top ?? firstData;
  const rows = blockRows(grid, reader, sample);
  const paths = headerPaths(grid, top, header?.bottom ?? firstData - 1, widthOf(grid, rows, header));
  const { places: columns, fit, rivals } = findColumns(grid, rows, top, paths, reader, words);
  if (!isEvaluation(columns, paths, reader, words, isForced)) return undefined;
  return { columns, top, firstData, sample: rows.length < fewestCodes ? firstRows(grid, firstData) : rows, fit, rivals };
}

/** Rows that may be the form's header. */
export function headsFor(reader: FormReader, heads: readonly Head[]): readonly Head[] {
  const words = headerWordsOf(reader.form);
  return heads.filter((head) => words.countOf(head.words) >= fewestHeaderWords);
}

interface Header {
  readonly top: number;
  readonly bottom: number;
}

/** The rows with header words just above the first row of data; a blank form has no data, so any rows with header words. */
function findHeader(grid: Grid, words: HeaderWords, firstData: number | undefined): Header | undefined {
  const from = firstData === undefined ? 0 : Math.max(0, firstData - headerReach);
  const to = firstData ?? Math.min(grid.rowCount, 200);
  const rows: number[] = [];
  for (let row = from; row < to; row++) if (words.countIn(grid.row(row)) > 0) rows.push(row);
  const [top] = rows;
  const bottom = rows.at(-1);
  return top === undefined || bottom === undefined ? undefined : { top, bottom };
}

/** The header further up, where its first rows of data are inconclusive: plain numbers and one grade. */
function headerAbove(grid: Grid, words: HeaderWords, firstData: number | undefined): Header | undefined {
  if (firstData === undefined) return undefined;
  for (let row = firstData - headerReach - 1; row >= Math.max(0, firstData - patience.rows); row--) {
    if (words.countIn(grid.row(row)) >= fewestHeaderWords) return findHeader(grid, words, row + 1);
  }
  return undefined;
}

/** The sample's rows where an item above the innermost level begins: there every column is in its own place. All rows where none does. */
function blockRows(grid: Grid, reader: FormReader, sample: readonly number[]): readonly number[] {
  const column = reader.codeColumn(reader.innermost - 1);
  if (!column) return sample.slice(0, sampleSize);
  const counts = new Map<number, number[]>();
  for (const row of sample) {
    grid.row(row).forEach((value, place) => {
      if (!reader.fits(column, value, grid)) return;
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
  return Math.min(widestTable, largest(widths, 0));
}

/**
 * More than two thirds of the columns that the form requires, a status among them, and either header words of the form or several columns that
 * fit by their content: no other list must be taken for an evaluation.
 */
function isEvaluation(columns: ColumnPlaces, paths: readonly HeaderPath[], reader: FormReader, words: HeaderWords, isForced: boolean): boolean {
  const wanted = reader.form.columns.filter(({ optional, year }) => !optional && year !== "earlier");
  const found = wanted.filter(({ id }) => columns.has(id));
  const statuses = found.filter(({ holds }) => holds === "status").length;
  // If nothing identifies the items of a level, it is a form with other levels.
  const naming = wanted.filter(({ holds }) => holds === "code" || holds === "label" || holds === "text");
  if (!isForced && reader.form.levels.some(({ id }) => naming.some(({ level }) => level === id) && !naming.some((column) => column.level === id && columns.has(column.id)))) return false;
  const hasStatuses = wanted.some(({ holds }) => holds === "status");
  const missing = wanted.length - found.length;
  if ((isForced ? 2 * missing > wanted.length : 3 * missing >= wanted.length) || (!isForced && hasStatuses && statuses === 0)) return false;
  const named = found.filter((column) => words.score(column, paths[columns.get(column.id) ?? -1] ?? noPath) > 0).length;
  const telling = found.filter((column) => holdsSign(column, reader)).length;
  return 3 * named >= found.length || (telling >= 3 && statuses > 1);
}
