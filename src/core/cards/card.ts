import { isBlank } from "../form/reader.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { cellText } from "../wording/phrase.ts";
import { choicesIn } from "./choices.ts";
import { isGradeLabel, isNameLabel, labelOf, Labels } from "./labels.ts";

/** A label of a card and the cell of its value. */
export interface CardField {
  readonly label: string;
  /** The same for the field on all cards: the bare label, numbered where the card has it more than once. */
  readonly key: string;
  readonly at: CellPlace;
  readonly value: CellPlace;
  /** The first column that is not the value's any more: choices may stand in several cells. */
  readonly end: number;
  /** What stands before the value in one cell: 事業名：. */
  readonly before?: string;
}

/** A small table on a card: a row of labels with rows of values below. */
export interface CardTable {
  readonly labels: readonly CardField[];
  readonly rows: readonly number[];
}

/** A sheet that is one item: labels beside their values, and perhaps small tables. */
export interface Card {
  readonly grid: Grid;
  readonly fields: readonly CardField[];
  readonly tables: readonly CardTable[];
}

const widest = 60;
const tallest = 300;
const fewestLabels = 3;
/** Rows of a small table at most. */
const longestTable = 30;
const marks = /^[\s\u3000]*[■●☑☒✓✔レ◉□○☐◯〇]/;

/** False for a sheet that is too large for a card, or empty. */
export function mayBeCard({ rowCount }: Grid): boolean {
  return rowCount > 0 && rowCount <= tallest;
}

/** True for a sheet with some labels that cards have: among cards it may be one that lacks others. */
export function resemblesCard(grid: Grid): boolean {
  const { fields = [], tables = [] } = readCard(grid, new Labels()) ?? {};
  return fields.length + tables.reduce((sum, { labels }) => sum + labels.length, 0) >= fewestLabels;
}

/** The labels of a sheet with the cells of their values; undefined for one that can be no card. */
export function readCard(grid: Grid, labels: Labels): Card | undefined {
  if (!mayBeCard(grid)) return undefined;
  const reader = new CardReader(grid, labels);
  return reader.read();
}

/** True for a sheet that alone shows that it is one item: it has a name, a grade, and several labels that stand once. */
export function isCard({ fields, tables }: Card): boolean {
  const all = [...fields, ...tables.filter(({ rows }) => rows.length === 1).flatMap(({ labels }) => labels)];
  const once = new Set(all.map(({ label }) => labelOf(label))).size >= 0.8 * all.length;
  return once && all.length >= 5 && all.filter(({ label }) => isNameLabel(label)).length === 1 && all.some(({ label }) => isGradeLabel(label));
}

/** The value of a field: choices of several cells together, of a cell with its label what follows it. */
export function fieldValue(grid: Grid, { value: { row, column }, end, before }: CardField): CellValue {
  const value = grid.value(row, column);
  if (before !== undefined) return typeof value === "string" ? value.slice(before.length).trim() : value;
  if (typeof value !== "string" || !marks.test(value) || choicesIn(value).length > 0) return value;
  return grid.row(row).slice(column, end).filter((cell) => !isBlank(cell)).map(cellText).join(" ");
}

/** A label and its value in one cell: 事業名：公園の整備. */
const withColon = /^([^：:]{1,24})[：:][\s\u3000]*(?=[^\s\u3000])/;

class CardReader {
  readonly #fields: CardField[] = [];
  readonly #tables: CardTable[] = [];
  readonly #times = new Map<string, number>();

  constructor(
    readonly grid: Grid,
    readonly labels: Labels,
  ) {}

  read(): Card {
    let next = 0;
    for (let row = 0; row < this.grid.rowCount; row++) {
      const columns = row < next ? [] : this.#labelsIn(row);
      const table = columns.length >= 3 && this.#isHeader(row, columns) ? this.#tableAt(row, columns) : undefined;
      if (table) {
        this.#tables.push(table);
        next = (table.rows.at(-1) ?? row) + 1;
      } else this.#readRow(row, columns);
    }
    return { grid: this.grid, fields: this.#fields, tables: this.#tables };
  }

  #labelsIn(row: number): readonly number[] {
    const cells = this.grid.row(row);
    const found: number[] = [];
    for (let column = 0; column < Math.min(cells.length, widest); column++) {
      const value = cells[column];
      if ((this.labels.has(value) && !isHeading(cells, column)) || this.#before(value) !== undefined) found.push(column);
    }
    return found;
  }

  /** What stands before the value where the cell holds its label too. */
  #before(value: CellValue): string | undefined {
    const found = typeof value === "string" && value.length <= 500 ? withColon.exec(value) : null;
    return found && this.labels.has(found[1]) ? found[0] : undefined;
  }

  /** True for labels side by side with nothing between, over values. */
  #isHeader(row: number, columns: readonly number[]): boolean {
    const cells = this.grid.row(row);
    const [first = 0] = columns;
    const last = columns.at(-1) ?? 0;
    for (let column = first; column <= last; column++) if (!isBlank(cells[column]) && !columns.includes(column)) return false;
    if (columns.some((column) => this.#before(cells[column]) !== undefined)) return false;
    const below = this.grid.row(row + 1);
    const values = columns.filter((column) => !isBlank(below[column]) && !this.labels.has(below[column]));
    return values.length > 0 && !columns.some((column) => this.labels.has(below[column]));
  }

  #tableAt(row: number, columns: readonly number[]): CardTable | undefined {
    const rows: number[] = [];
    for (let below = row + 1; below < this.grid.rowCount && below <= row + longestTable; below++) {
      const cells = this.grid.row(below);
      const inside = columns.filter((column) => !isBlank(cells[column]));
      if (inside.length < 2 || this.#labelsIn(below).length > 0) break;
      rows.push(below);
    }
    if (rows.length === 0) return undefined;
    return { labels: columns.map((column, index) => this.#field(row, column, { row: row + 1, column }, columns[index + 1] ?? column + 1)), rows };
  }

  /** Each label with the filled cell before the next label, else the cell right of it, or below it. */
  #readRow(row: number, columns: readonly number[]): void {
    const cells = this.grid.row(row);
    columns.forEach((column, index) => {
      const before = this.#before(cells[column]);
      if (before !== undefined) {
        const field = this.#field(row, column, { row, column }, column + 1, before.replace(/[：:][\s\u3000]*$/, ""));
        this.#fields.push({ ...field, before });
        return;
      }
      const end = columns[index + 1] ?? Math.min(cells.length, widest);
      let place = column + 1;
      while (place < end && isBlank(cells[place])) place++;
      const below = this.grid.value(row + 1, column);
      const isBelow = place >= end && end === column + 1 && !isBlank(below) && !this.labels.has(below);
      this.#fields.push(this.#field(row, column, isBelow ? { row: row + 1, column } : { row, column: place < end ? place : column + 1 }, isBelow ? column + 1 : end));
    });
  }

  #field(row: number, column: number, value: CellPlace, end: number, text?: string): CardField {
    const label = text ?? cellText(this.grid.value(row, column));
    const bare = labelOf(label);
    const times = (this.#times.get(bare) ?? 0) + 1;
    this.#times.set(bare, times);
    return { label, key: times === 1 ? bare : `${bare}#${times}`, at: { row, column }, value, end };
  }
}

/** True for a word in brackets with nothing beside it: it names what follows. */
function isHeading(cells: readonly CellValue[], column: number): boolean {
  const value = cells[column];
  return typeof value === "string" && /^[\s\u3000]*[【〔［[〈《■●◆]/.test(value) && cells.slice(column + 1).every(isBlank);
}
