import type { CellPlace } from "./address.ts";
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
 * What a cell tells beside its value. `styled`: a text with letters of a look of their own, or with furigana, which writing it anew
 * loses. `open-quote`: a text file's field that begins with a quote which closes nowhere. `struck`: a text with letters struck through,
 * which are not in the value unless all are. `not-calculated`: a formula without a result. `picture`: a picture is the
 * cell's value, an error value to whoever asks for it. Excel tells none of them.
 */
export type CellNote = "styled" | "open-quote" | "struck" | "not-calculated" | "picture";

const noteBits = { styled: 1, "open-quote": 2, struck: 4, "not-calculated": 8, picture: 16 } as const satisfies Record<CellNote, number>;

const general = "General";
const noCells: readonly CellValue[] = [];

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
  /** The row whose cell is shown here: another one in the first column of a merged area. Excel does not tell. */
  anchorRow(row: number, column: number): number;
  /** True where the note stands at any cell. */
  hasAny(note: CellNote): boolean;
  /** True where the note stands at the cell. */
  has(note: CellNote, row: number, column: number): boolean;
  /** False where the cell has a list of its own that lacks the text. Excel is asked when mends are written, not here. */
  allows(row: number, column: number, text: string): boolean;
}

/** Collects cells in any order and makes a grid of them. */
export class GridBuilder {
  readonly #rows: CellValue[][] = [];
  readonly #formats: string[][] = [];
  /** The bits of each noted cell's notes: hardly any row has one. */
  readonly #notes: number[][] = [];
  readonly #anchors: number[][] = [];
  /** The bits of all of them. */
  #noted = 0;
  readonly #hiddenRows = new Set<number>();
  /** What cells take alone; lists may be added as long as nobody asked. */
  readonly lists = new CellLists();

  /** Takes a cell; empty text is an empty cell. `format` is kept for numbers only. */
  set(row: number, column: number, value: CellValue, format?: string): void {
    if (value === undefined || value === "") return;
    (this.#rows[row] ??= [])[column] = value;
    if (format !== undefined && format !== general && typeof value === "number") (this.#formats[row] ??= [])[column] = format;
  }

  note(row: number, column: number, note: CellNote): void {
    const notes = (this.#notes[row] ??= []);
    notes[column] = (notes[column] ?? 0) | noteBits[note];
    this.#noted |= noteBits[note];
  }

  /** Takes what a merged area hides from the cells that were set, and remembers it for those below its first cell. Returns how many it looked at. */
  cover({ row, column, lastRow, lastColumn }: CellArea): number {
    let seen = 1;
    const end = Math.min(lastRow, this.#rows.length - 1);
    for (let at = row; at <= end; at++) {
      const cells = this.#rows[at] ?? [];
      for (let place = at === row ? column + 1 : column; place <= Math.min(lastColumn, cells.length - 1); place++, seen++) cells[place] = undefined;
      if (at > row) (this.#anchors[at] ??= [])[column] = row;
      seen++;
    }
    return seen;
  }

  hideRow(row: number): void {
    this.#hiddenRows.add(row);
  }

  build(sheet: SheetInfo, date1904: boolean): Grid {
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
      anchorRow: (row, column) => anchors[row]?.[column] ?? row,
      hasAny: (note) => (noted & noteBits[note]) !== 0,
      has: (note, row, column) => ((notes[row]?.[column] ?? 0) & noteBits[note]) !== 0,
      allows: (row, column, text) => lists.allows(row, column, text),
    };
  }
}

/** What some cells of a grid hold, in the order of the places. */
export function valuesAt(grid: Grid, places: readonly CellPlace[]): readonly CellValue[] {
  return places.map(({ row, column }) => grid.value(row, column));
}
