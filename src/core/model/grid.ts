import type { CellPlace } from "./address.ts";
import { Anchors } from "./anchors.ts";
import { CellLists, type CellArea } from "./cell-lists.ts";

/** An error value such as #REF!. A text that merely reads "#REF!" is a string. */
export interface CellError {
  readonly error: string;
}

/** What a cell holds. An empty cell is undefined; a date is its serial number. */
export type CellValue = string | number | boolean | CellError | undefined;

/** A sheet of the workbook. The id stays when the sheet is renamed. */
export interface SheetInfo {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
}

/**
 * A fact about a cell beside its value. `styled`: letters with their own look, or furigana, which writing the text anew
 * loses. `open-quote`: a field of a text file that begins with a quote that is never closed. `struck`: letters struck through;
 * the value leaves them out unless all letters are. `not-calculated`: a formula without a result. `formula`: a formula, with a
 * result. `picture`: the value is a picture,
 * which reads as an error value. Excel reports none of them.
 */
export type CellNote = "styled" | "open-quote" | "struck" | "not-calculated" | "picture" | "formula";

const noteBits = { styled: 1, "open-quote": 2, struck: 4, "not-calculated": 8, picture: 16, formula: 32 } as const satisfies Record<CellNote, number>;

const general = "General";
const noCells: readonly CellValue[] = [];
/** So many cells of a row are made before they are read: where wide rows and narrow ones take turns, most would be for nothing. */
const mostAhead = 64;

/**
 * A sheet as read: values by zero-based row and column, number formats, hidden rows.
 * Rows are plain arrays, so that 20,000 rows cost no object for each cell.
 */
export interface Grid {
  readonly sheet: SheetInfo;
  /** One more than the last row that holds a value; 0 for an empty sheet. */
  readonly rowCount: number;
  /** True where serial 0 is 1904-01-01. */
  readonly date1904: boolean;
  readonly hiddenRows: ReadonlySet<number>;
  /** The row's cells from column A on; may be shorter than the sheet is wide. Empty for a row without values. */
  row(row: number): readonly CellValue[];
  value(row: number, column: number): CellValue;
  /** The number format code, "General" where the cell has none. Known for cells that hold a number. */
  numberFormat(row: number, column: number): string;
  /** The row whose cell is shown here: another one in the first column of a merged area. Unknown in Excel. */
  anchorRow(row: number, column: number): number;
  /** True if any cell has the note. */
  hasAny(note: CellNote): boolean;
  /** True if the cell has the note. */
  has(note: CellNote, row: number, column: number): boolean;
  /** False where the cell has its own list and the list lacks the text. In Excel this is not known here, but asked when fixes are written. */
  allows(row: number, column: number, text: string): boolean;
}

/** Collects cells in any order and makes a grid of them. */
export class GridBuilder {
  readonly #rows: CellValue[][] = [];
  /** The row that was set last, and how far it is filled. */
  #open: CellValue[] = [];
  #last = -1;
  #filled = 0;
  readonly #formats: string[][] = [];
  /** The bits of each noted cell. Few rows have any. */
  readonly #notes: number[][] = [];
  readonly #anchors = new Anchors();
  /** All bits that occur. */
  #noted = 0;
  readonly #hiddenRows = new Set<number>();
  /** Lists of allowed texts; they may be added until the first query. */
  readonly lists = new CellLists();

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  /** Sets a cell; an empty text is an empty cell. `format` is kept for numbers only. */
  set(row: number, column: number, value: CellValue, format?: string): void {
    if (value === undefined || value === "") return;
    if (row !== this.#last) this.#openRow(row);
    this.#open[column] = value;
    if (column >= this.#filled) this.#filled = column + 1;
    if (format !== undefined && format !== general && typeof value === "number") (this.#formats[row] ??= [])[column] = format;
  }

  /** A new row is made as long as the one before: a list that grows has room for twice as many cells. */
  #openRow(row: number): void {
    this.#closeRow();
    this.#last = row;
    const known = this.#rows[row];
    this.#open = known ?? new Array<CellValue>(Math.min(this.#open.length, mostAhead));
    this.#rows[row] = this.#open;
    this.#filled = known?.length ?? 0;
  }

  #closeRow(): void {
    if (this.#open.length > this.#filled) this.#open.length = this.#filled;
    this.#last = -1;
  }

  note(row: number, column: number, note: CellNote): void {
    const notes = (this.#notes[row] ??= new Array<number>(Math.min(column + 1, mostAhead)));
    notes[column] = (notes[column] ?? 0) | noteBits[note];
    this.#noted |= noteBits[note];
  }

  /** Removes the values that a merged area hides, and repeats its value for the cells below its first one. Returns the number of cells it looked at. */
  cover({ row, column, lastRow, lastColumn }: CellArea): number {
    this.#closeRow();
    let seen = 1;
    const end = Math.min(lastRow, this.#rows.length - 1);
    for (let at = row; at <= end; at++) {
      const cells = this.#rows[at] ?? [];
      for (let place = at === row ? column + 1 : column; place <= Math.min(lastColumn, cells.length - 1); place++, seen++) cells[place] = undefined;
      if (at > row) this.#anchors.set(at, column, row);
      seen++;
    }
    return seen;
  }

  hideRow(row: number): void {
    this.#hiddenRows.add(row);
  }

  build(sheet: SheetInfo, date1904: boolean): Grid {
    this.#closeRow();
    const rows = this.#rows;
    const formats = this.#formats;
    const notes = this.#notes;
    const noted = this.#noted;
    const anchors = this.#anchors;
    const lists = this.lists;
    return {
      sheet,
      date1904,
      rowCount: rows.length,
      hiddenRows: this.#hiddenRows,
      row: (row) => rows[row] ?? noCells,
      value: (row, column) => rows[row]?.[column],
      numberFormat: (row, column) => formats[row]?.[column] ?? general,
      anchorRow: (row, column) => anchors.of(row, column),
      hasAny: (note) => (noted & noteBits[note]) !== 0,
      has: (note, row, column) => ((notes[row]?.[column] ?? 0) & noteBits[note]) !== 0,
      allows: (row, column, text) => lists.allows(row, column, text),
    };
  }
}

/** True where both are the same content; an empty text is an empty cell. */
export function isSameValue(one: CellValue, other: CellValue): boolean {
  if (typeof one === "object" || typeof other === "object") {
    return typeof one === "object" && typeof other === "object" && one.error === other.error;
  }
  return (one ?? "") === (other ?? "");
}

/** True where both hold the same values, number formats and hidden rows. */
export function isSameGrid(one: Grid, other: Grid): boolean {
  if (one.rowCount !== other.rowCount || one.hiddenRows.size !== other.hiddenRows.size) return false;
  for (const row of one.hiddenRows) if (!other.hiddenRows.has(row)) return false;
  for (let row = 0; row < one.rowCount; row++) {
    const width = Math.max(one.row(row).length, other.row(row).length);
    for (let column = 0; column < width; column++) {
      if (!isSameValue(one.value(row, column), other.value(row, column)) || one.numberFormat(row, column) !== other.numberFormat(row, column)) return false;
    }
  }
  return true;
}

/** The values of some cells, in the order of the places. */
export function valuesAt(grid: Grid, places: readonly CellPlace[]): readonly CellValue[] {
  return places.map(({ row, column }) => grid.value(row, column));
}
