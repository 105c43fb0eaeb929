import { maxColumns, maxRows } from "../../../src/core/model/address.ts";
import { bounding, type Area } from "./area.ts";
import { blank, type Cell } from "./cell.ts";
import type { Chart, Shape } from "./chart.ts";
import { plainPage, type Page } from "./page.ts";

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** A conditional format. Kinds other than "Custom" are only kept. */
export interface Rule {
  readonly id: string;
  readonly type: string;
  areas: readonly Area[];
  formula: string | undefined;
  stopIfTrue: boolean;
  fill: string | undefined;
  font: string | undefined;
  /** The number format that it gives its cells. */
  numberFormat?: string | undefined;
  /** True after its deletion was undone: it stands on the sheet, but all its members answer ItemNotFound (OfficeDev/office-js#6396). */
  isBroken?: boolean;
}

/** A data validation. Its content is the JSON of what the API tells, or any text written by a test. */
export interface Validation {
  areas: readonly Area[];
  readonly content: string;
}

/** Blocks that are referred to and that move with inserted and deleted rows. */
export interface Tracked {
  readonly sheet: Sheet;
  areas: readonly Area[];
}

/** One worksheet. Rules are in the order of their priority, the first on top. */
export class Sheet {
  visibility: Visibility = "Visible";
  /** Undefined for an unprotected sheet; the password is "" if there is none. */
  protection: { readonly password: string; readonly allowFormatCells?: boolean } | undefined;
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  /** The block with an active filter; its hidden rows are in `hiddenRows`. */
  filter: Area | undefined;
  merges: readonly Area[] = [];
  rules: readonly Rule[] = [];
  validations: readonly Validation[] = [];
  /** Points by column and by row, only where they differ from a new sheet. */
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  frozenRows = 0;
  page: Page = plainPage;
  charts: readonly Chart[] = [];
  shapes: readonly Shape[] = [];
  /** Texts of threaded comments. */
  comments: readonly string[] = [];
  readonly tracked = new Set<Tracked>();
  /** Cells whose formulas were entered while the workbook was open, by "row column". Only these are recalculated. */
  readonly entered = new Map<string, { readonly row: number; readonly column: number }>();
  #rows = new Map<number, Map<number, Cell>>();

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  cell(row: number, column: number): Cell {
    return this.#rows.get(row)?.get(column) ?? blank;
  }

  /** Sets a cell without interpreting texts as Excel would. Omitted parts stay. */
  put(row: number, column: number, cell: Partial<Cell>): void {
    const whole = { ...this.cell(row, column), ...cell };
    const cells = this.#rows.get(row) ?? new Map<number, Cell>();
    if (isBlank(whole)) cells.delete(column);
    else cells.set(column, whole);
    if (cells.size === 0) this.#rows.delete(row);
    else this.#rows.set(row, cells);
  }

  /** Cells with a content or a look, by row and column. */
  *cells(): Generator<readonly [row: number, column: number, cell: Cell]> {
    for (const row of [...this.#rows.keys()].sort((one, other) => one - other)) {
      const cells = [...(this.#rows.get(row) ?? [])].sort(([one], [other]) => one - other);
      for (const [column, cell] of cells) yield [row, column, cell];
    }
  }

  /** The cells of one row with a content or a look. */
  rowCells(row: number): Iterable<readonly [column: number, cell: Cell]> {
    return this.#rows.get(row) ?? [];
  }

  /** Gives every row a new place; undefined removes it. */
  moveRows(place: (row: number) => number | undefined): void {
    // Formulas do not follow moved rows here, so their values stay.
    this.entered.clear();
    const moved = new Map<number, Map<number, Cell>>();
    for (const [row, cells] of this.#rows) {
      const to = place(row);
      if (to !== undefined) moved.set(to, cells);
    }
    this.#rows = moved;
    const hidden = [...this.hiddenRows];
    this.hiddenRows.clear();
    for (const row of hidden) {
      const to = place(row);
      if (to !== undefined) this.hiddenRows.add(to);
    }
  }

  /** The smallest block of all cells with a value, or also of those with a format, in a part of the sheet; undefined if there is none. */
  usedArea(valuesOnly: boolean, within: Area = wholeSheet): Area | undefined {
    let used: Area | undefined;
    for (const [row, cells] of this.#rows) {
      if (row < within.row || row >= within.row + within.rows) continue;
      for (const [column, cell] of cells) {
        if (column < within.column || column >= within.column + within.columns) continue;
        if (valuesOnly && cell.value === undefined && cell.formula === undefined) continue;
        const one = { row, column, rows: 1, columns: 1 };
        used = used === undefined ? one : bounding(used, one);
      }
    }
    return used;
  }
}

export const wholeSheet: Area = { row: 0, column: 0, rows: maxRows, columns: maxColumns };

function isBlank(cell: Cell): boolean {
  const isEmpty = cell.value === undefined && cell.formula === undefined && cell.link === undefined;
  return isEmpty && cell.format === blank.format && !cell.quotePrefix && cell.fill === undefined && cell.look === blank.look;
}
