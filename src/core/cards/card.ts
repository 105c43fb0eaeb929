import { addAll } from "../model/many.ts";
import { isBlank } from "../form/reader.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { cellText } from "../wording/phrase.ts";
import { boxesBelowWords, boxesFrom, boxesUnderWords, markedBox, type Box } from "./boxes.ts";
import { beginsWithMark } from "./choices.ts";
import type { Card, CardField, CardTable } from "./fields.ts";
import { withKeys } from "./keys.ts";
import { isCodeLabel, isGradeLabel, isNameLabel, isObjectLabel, labelOf, Labels } from "./labels.ts";
import { yearOf, yearsAbove } from "./years.ts";

const widest = 60;
const tallest = 300;
const fewestLabels = 3;
const mostlyOnce = 0.6;
/** The most rows of a small table. */
const longestTable = 30;

/** False for a sheet that is empty or too large for a card. */
export function mayBeCard({ rowCount }: Grid): boolean {
  return rowCount > 0 && rowCount <= tallest;
}

/** True for a sheet with some of the usual labels. Among cards it may be one that lacks the others. */
export function resemblesCard(grid: Grid): boolean {
  const { fields = [], tables = [] } = readCard(grid, new Labels()) ?? {};
  return fields.length + tables.reduce((sum, { labels }) => sum + labels.length, 0) >= fewestLabels;
}

/** The labels of a sheet with the cells of their values; undefined if it cannot be a card. */
export function readCard(grid: Grid, labels: Labels): Card | undefined {
  if (!mayBeCard(grid)) return undefined;
  const reader = new CardReader(grid, labels);
  return reader.read();
}

/** True for a sheet that is one item by itself: it has a name, a grade, and several labels, most of which occur once. */
export function isCard({ grid, fields, tables }: Card): boolean {
  const all = [...fields, ...tables.filter(({ rows }) => rows.length === 1).flatMap(({ labels }) => labels)];
  const undated = all.filter(({ year }) => year === undefined).map(({ label }) => labelOf(label));
  const names = undated.filter(isNameLabel);
  if (names.every(isObjectLabel) && fields.some(({ label, at }) => isCodeLabel(label) && isNumberedBelow(grid, at))) return false;
  const isOnce = new Set(undated).size >= mostlyOnce * undated.length && names.length > 0 && names.length === new Set(names).size;
  return isOnce && new Set(all.map(({ label }) => labelOf(label))).size >= 5 && all.some(({ label }) => isGradeLabel(label));
}

/** True for a cell above two numbers or codes: it heads a list. */
function isNumberedBelow(grid: Grid, { row, column }: CellPlace): boolean {
  const below = [1, 2, 3].map((step) => cellText(grid.value(row + step, column))).filter((text) => !isBlank(text));
  return below.length >= 2 && below.every((text) => /[0-9０-９]/.test(text));
}

/** A label and its value in one cell: 事業名：公園の整備. */
const withColon = /^([^：:]{1,24})[：:][\s\u3000]*(?=[^\s\u3000])/;

class CardReader {
  readonly #fields: CardField[] = [];
  readonly #tables: CardTable[] = [];
  /** Rows of words or years over the cells of labels below: they have no values of their own. */
  readonly #heads = new Set<number>();

  constructor(
    readonly grid: Grid,
    readonly labels: Labels,
  ) {}

  read(): Card {
    let next = 0;
    for (let row = 0; row < this.grid.rowCount; row++) {
      const columns = row < next ? [] : this.#labelsIn(row);
      const bottom = columns.length === 0 ? undefined : this.#isHeader(row, columns) ? row : this.#hasStorey(row, columns) ? row + 1 : undefined;
      const table = bottom === undefined ? undefined : this.#tableAt(row, bottom, columns);
      if (table) next = table.last + 1;
      else this.#readRow(row, columns);
    }
    const fields = this.#fields.filter(({ at, year, boxes }) => !this.#heads.has(at.row) || year !== undefined || boxes !== undefined);
    return withKeys({ grid: this.grid, fields, tables: this.#tables });
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

  /** The text before the value if the cell also holds its label. */
  #before(value: CellValue): string | undefined {
    const found = typeof value === "string" && value.length <= 500 ? withColon.exec(value) : null;
    return found && this.labels.has(found[1]) ? found[0] : undefined;
  }

  /** True for adjacent labels above values. */
  #isHeader(row: number, columns: readonly number[]): boolean {
    if (!this.#areAdjacent(row, columns)) return false;
    const [first = 0] = columns;
    const below = this.grid.row(row + 1);
    if (columns.length < fewestLabels && !this.#isOfYears([row + 1, row + 2], first)) return false;
    const values = columns.filter((column) => !isBlank(below[column]) && !this.labels.has(below[column]));
    return values.length > 0 && !columns.some((column) => this.labels.has(below[column]));
  }

  /** True for a header of two storeys above rows of values: 評価 above 必要性 and 効率性. */
  #hasStorey(row: number, columns: readonly number[]): boolean {
    const [first = 0] = columns;
    const isRow = (below: number) => !isBlank(this.grid.value(below, first)) && this.#labelsIn(below).length === 0;
    return columns.length >= fewestLabels && isBlank(this.grid.value(row + 1, first)) && isRow(row + 2) && isRow(row + 3) && this.#areAdjacent(row, columns);
  }

  #areAdjacent(row: number, columns: readonly number[]): boolean {
    const cells = this.grid.row(row);
    const last = columns.at(-1) ?? 0;
    for (let column = columns[0] ?? 0; column <= last; column++) if (!isBlank(cells[column]) && !columns.includes(column)) return false;
    return !columns.some((column) => this.#before(cells[column]) !== undefined);
  }

  /** Reads a small table. @param bottom the last row of its header @returns its last row; undefined if there are no values */
  #tableAt(row: number, bottom: number, columns: readonly number[]): { readonly last: number } | undefined {
    const [first = 0] = columns;
    const rows: number[] = [];
    for (let below = bottom + 1; below < this.grid.rowCount && below <= bottom + longestTable; below++) {
      const cells = this.grid.row(below);
      const inside = columns.filter((column) => !isBlank(cells[column]));
      if ((inside.length < 2 && this.#yearOn(below, first) === undefined) || this.#labelsIn(below).length > 0) break;
      rows.push(below);
    }
    const last = rows.at(-1);
    if (last === undefined) return undefined;
    const years = rows.map((at) => this.#yearOn(at, first));
    if (this.#isOfYears(rows, first)) addAll(this.#fields, rows.flatMap((at, index) => this.#ofYear(row, columns, at, years[index])));
    else this.#tables.push({ labels: columns.map((column, index) => this.#field(row, column, { row: bottom + 1, column }, columns[index + 1] ?? column + 1)), rows });
    return { last };
  }

  /** True for rows that start with years. A single one may be a value under its label, unless the label tells otherwise. */
  #isOfYears(rows: readonly number[], first: number): boolean {
    const [head = 0] = rows;
    return rows.every((row) => this.#yearOn(row, first) !== undefined) && (rows.length > 1 || labelOf(cellText(this.grid.value(head - 1, first))) === "年度");
  }

  /** The year that begins a row of a small table. */
  #yearOn(row: number, first: number): number | undefined {
    const cells = this.grid.row(row);
    return yearOf(cells.find((value, column) => column <= first && !isBlank(value)));
  }

  #ofYear(head: number, columns: readonly number[], row: number, year: number | undefined): readonly CardField[] {
    const cells = this.grid.row(row);
    const heading = cellText(cells.find((value) => !isBlank(value)));
    const own = columns.filter((column) => yearOf(cells[column]) === undefined);
    return own.map((column) => ({ ...this.#field(head, column, { row, column }, column + 1), heading, ...(year === undefined ? {} : { year }) }));
  }

  #readRow(row: number, columns: readonly number[]): void {
    const cells = this.grid.row(row);
    columns.forEach((column, index) => {
      const before = this.#before(cells[column]);
      if (before === undefined) addAll(this.#fields, this.#underHead(row, columns) ?? [this.#beside(row, column, columns[index + 1] ?? Math.min(cells.length, widest))]);
      else this.#fields.push({ ...this.#field(row, column, { row, column }, column + 1, before.replace(/[：:][\s\u3000]*$/, "")), before });
    });
  }

  /** The values below years, or the marks below words, for the only label of a row. */
  #underHead(row: number, [column = 0, ...others]: readonly number[]): readonly CardField[] | undefined {
    if (others.length > 0) return undefined;
    const dated = this.#years(row, column);
    if (dated) {
      this.#heads.add(dated.head);
      return dated.years.map(({ place, year }) => ({ ...this.#field(row, column, { row, column: place }, place + 1), heading: cellText(this.grid.value(dated.head, place)), year }));
    }
    const marked = boxesUnderWords(this.grid, this.labels, { row, column });
    if (!marked) return undefined;
    this.#heads.add(marked.head);
    return [this.#withBoxes(row, column, marked.boxes)];
  }

  #years(row: number, column: number): ReturnType<typeof yearsAbove> {
    const isDated = this.labels.isDated(this.grid.value(row, column));
    const found = isDated === false ? undefined : yearsAbove(this.grid, row, column);
    return found && (isDated || found.years.filter(({ place }) => !isBlank(this.grid.value(row, place))).length >= 2) ? found : undefined;
  }

  #withBoxes(row: number, column: number, boxes: readonly Box[]): CardField {
    return { ...this.#field(row, column, markedBox(this.grid, boxes)?.at ?? { row, column }, column + 1), boxes };
  }

  /** A label with the filled cell before the next label, otherwise the cell right of it, or below it. */
  #beside(row: number, column: number, end: number): CardField {
    const cells = this.grid.row(row);
    let place = column + 1;
    while (place < end && isBlank(cells[place])) place++;
    const below = this.grid.value(row + 1, column);
    if (place >= end) {
      const isBelow = end === column + 1 && !isBlank(below) && !this.labels.has(below);
      return this.#field(row, column, isBelow ? { row: row + 1, column } : { row, column: column + 1 }, isBelow ? column + 1 : end);
    }
    const marked = boxesBelowWords(this.grid, this.labels, { row, column });
    if (marked.length > 0) return this.#withBoxes(row, column, marked);
    const boxes = beginsWithMark(cells[place]) ? boxesFrom(this.grid, { row, column: place }, end) : [];
    return { ...this.#field(row, column, { row, column: place }, end), ...(boxes.length > 1 && { boxes }) };
  }

  #field(row: number, column: number, value: CellPlace, end: number, text?: string): CardField {
    return { label: text ?? cellText(this.grid.value(row, column)), key: "", at: { row, column }, value, end };
  }
}

/** True for a lone word in brackets, which names what follows. */
function isHeading(cells: readonly CellValue[], column: number): boolean {
  const value = cells[column];
  return typeof value === "string" && /^[\s\u3000]*[【〔［[〈《■●◆]/.test(value) && cells.slice(column + 1).every(isBlank);
}
