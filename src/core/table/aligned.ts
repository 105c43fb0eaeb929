import { isBlank } from "../form/reader.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { laidOut } from "./laid-out.ts";
import type { StackedTable, TableStack } from "./stack.ts";

/** Several tables of one form laid out as one: every cell keeps its row, and moves to its column of the first table. */
export interface AlignedTables {
  readonly grid: Grid;
  /** The sheet as it is. */
  readonly real: Grid;
  readonly tables: readonly StackedTable[];
  /** True where the layout moves any cell. */
  readonly isMoved: boolean;
  /** The column of the items in the titles, filled on each table's first row; undefined where the titles name none. */
  readonly titlePlace: number | undefined;
  /** The tables of some rows. */
  readonly tablesIn: (from: number, to: number) => readonly StackedTable[];
  /** The place of a layout's cell on the sheet. */
  readonly realOf: (place: CellPlace) => CellPlace;
}

/** The place of the column of titles: before the others, as in a form, or after them, so that the others keep their letters. */
export type TitleSide = "before" | "behind";

/** Header of the titles' column, where no word precedes their number. */
const untitled = "表題";

/** Lays the tables of a stack out as one table. */
export function alignTables(grid: Grid, { tables, titleWord: word, apart }: TableStack, side: TitleSide): AlignedTables {
  const [first] = tables;
  const titlePlace = !first || word === undefined || namesItself(grid, first, word) ? undefined : side === "before" ? 0 : freeColumn(grid, tables);
  return new Layout(grid, titlePlace === undefined ? tables : tables.map((table) => ({ ...table, columns: withColumn(table.columns, titlePlace) })), titlePlace, apart, word || untitled);
}

class Layout implements AlignedTables {
  readonly grid: Grid;
  readonly isMoved: boolean;
  /** By row, the number of its table; rows above the first table stay as they are. */
  readonly #tableOf: Uint32Array;

  constructor(
    readonly real: Grid,
    readonly tables: readonly StackedTable[],
    readonly titlePlace: number | undefined,
    apart: ReadonlySet<number>,
    titleHead: string,
  ) {
    this.isMoved = titlePlace !== undefined || tables.some(({ columns }) => columns.some((realColumn, column) => realColumn !== column));
    this.#tableOf = new Uint32Array(real.rowCount);
    tables.forEach(({ top }, index) => this.#tableOf.fill(index, index === 0 ? 0 : top));
    const rows = Array.from({ length: real.rowCount }, (_, row) => (apart.has(row) ? this.#apart(row, titleHead) : this.#cellsOf(row, titleHead)));
    if (titlePlace !== undefined) for (const { from, to, columns, title } of tables) if (to < from && title) rows[from] = Array.from(columns, (_, column) => (column === titlePlace ? title.text : undefined));
    this.grid = laidOut(real, rows, this.realOf);
  }

  readonly tablesIn = (from: number, to: number): readonly StackedTable[] => this.tables.slice(this.#tableOf[from] ?? this.tables.length, (this.#tableOf[to] ?? this.tables.length) + 1);

  readonly realOf = ({ row, column }: CellPlace): CellPlace => {
    const table = this.tables[this.#tableOf[row] ?? 0];
    if (!table) return { row, column };
    if (column === this.titlePlace) return table.title?.at ?? { row: table.from, column: table.columns.find((real) => real >= 0) ?? 0 };
    const real = table.columns[column] ?? column;
    return { row, column: real < 0 ? column : real };
  };

  /** The first title of tables without heads stands right below the header, and keeps the header's place there. */
  #apart(row: number, titleHead: string): readonly CellValue[] {
    const [first] = this.tables;
    const columns = first?.isHeadless === true && row === first.bottom ? first.columns : undefined;
    return columns ? Array.from(columns, (_, column) => (column === this.titlePlace ? titleHead : undefined)) : [];
  }

  #cellsOf(row: number, titleHead: string): readonly CellValue[] {
    const cells = this.real.row(row);
    const table = this.tables[this.#tableOf[row] ?? 0];
    if (!table || cells.length === 0) return cells;
    const title = row === this.tables[0]?.top ? titleHead : row === table.from ? table.title?.text : undefined;
    return Array.from(table.columns, (real, column) => (column === this.titlePlace ? title : cells[real]));
  }
}

/** True where the first table has a column for the item of its title. */
function namesItself(grid: Grid, { top, bottom, isHeadless }: StackedTable, word: string): boolean {
  if (word === "") return false;
  for (let row = top; row <= bottom - Number(isHeadless === true); row++) if (grid.row(row).some((value) => typeof value === "string" && value.startsWith(word))) return true;
  return false;
}

/** The first column of the layout, right of the tables, that is blank in all of them. */
function freeColumn(grid: Grid, tables: readonly StackedTable[]): number {
  const used = new Uint8Array((tables[0]?.columns.length ?? 0) + 1);
  for (const { top, to, columns } of tables) {
    for (let row = top; row <= to; row++) {
      const cells = grid.row(row);
      columns.forEach((real, column) => void (isBlank(cells[real]) || (used[column] = 1)));
    }
  }
  return used.indexOf(0, used.indexOf(1));
}

function withColumn(columns: Int32Array, place: number): Int32Array {
  return Int32Array.from({ length: columns.length + 1 }, (_, column) => (column === place ? -1 : (columns[column < place ? column : column - 1] ?? -1)));
}

/** The columns with the column of titles first, as the layout for a known form has it. */
export function titlesFirst<Column extends { readonly place: number }>(columns: readonly Column[], titlePlace: number | undefined): readonly Column[] {
  return [...columns.filter(({ place }) => place === titlePlace), ...columns.filter(({ place }) => place !== titlePlace)];
}
