import { isBlank } from "../form/reader.ts";
import type { CellPlace } from "../model/address.ts";
import { GridBuilder, type CellNote, type CellValue, type Grid } from "../model/grid.ts";
import { fieldValue, type Card, type CardField, type CardTable } from "./fields.ts";
import { yearOfKey } from "./keys.ts";
import { chosenIn } from "./choices.ts";

/** A column of the table in which cards are laid out. It stands for one of their labels. */
export interface BookColumn {
  readonly key: string;
  readonly label: string;
  /** Tells it from an equal label: 一次評価, 令和5年度. */
  readonly heading?: string;
  /** For a value of several years. */
  readonly year?: "this" | "earlier";
  /** True for a label of the small table. */
  readonly isPart: boolean;
}

/** A card's fields by key, and the rows of its small table. */
export interface Placed {
  readonly grid: Grid;
  /** Position among the cards of the workbook, from 0. */
  readonly order: number;
  readonly fields: ReadonlyMap<string, CardField>;
  readonly table: CardTable | undefined;
}

const notes: readonly CellNote[] = ["styled", "struck", "not-calculated"];

/** The cards of a workbook as one table with one header row: a row for each card, and one more for each further row of its small table. */
export class CardBook {
  /** The table. Its sheet is that of the first card. */
  readonly grid: Grid;
  /** For each row of the table below the header, its card and the row in the card's small table. */
  readonly #rows: readonly { readonly card: Placed; readonly part: number }[];

  /** @param cards in the order of the table's rows, at least one */
  constructor(
    readonly columns: readonly BookColumn[],
    readonly cards: readonly Placed[],
  ) {
    this.#rows = cards.flatMap((card) => Array.from({ length: Math.max(1, card.table?.rows.length ?? 0) }, (_, part) => ({ card, part })));
    this.grid = this.#layOut();
  }

  /** Number of rows below the table's header. */
  get rowCount(): number {
    return this.#rows.length;
  }

  /** True for a table row on which a card begins. */
  begins(row: number): boolean {
    return this.#rows[row - 1]?.part === 0;
  }

  /** The sheet of the card on a table row. */
  sheetAt(row: number): Grid {
    const card = (this.#rows[row - 1] ?? this.#rows[0])?.card;
    if (!card) throw new RangeError("a book without cards");
    return card.grid;
  }

  /** The field in a cell of the table; undefined if the card lacks its label. */
  fieldAt({ row, column }: CellPlace): CardField | undefined {
    const { key = "" } = this.columns[column] ?? {};
    const cards = row === 0 ? this.cards : [this.#rows[row - 1]?.card];
    return cards.map((card) => card?.fields.get(key)).find((field) => field !== undefined);
  }

  /** The place of a table cell in the workbook; undefined if the card lacks its label. */
  realOf({ row, column }: CellPlace): CellPlace | undefined {
    const field = this.fieldAt({ row, column });
    if (!field) return undefined;
    const owner = row === 0 ? this.cards.find(({ fields }) => fields.get(field.key) === field)?.grid : this.sheetAt(row);
    const at = row === 0 ? field.at : this.#valueAt(row, column, field);
    return at && owner && placeOn(owner, at);
  }

  #valueAt(row: number, column: number, field: CardField): CellPlace | undefined {
    const { card, part } = this.#rows[row - 1] ?? {};
    if (!this.columns[column]?.isPart) return part === 0 ? field.value : undefined;
    return { row: card?.table?.rows[part ?? 0] ?? field.value.row, column: field.value.column };
  }

  /** The first filled cell of a card. */
  firstCell(row: number): CellPlace {
    const grid = this.sheetAt(row);
    for (let at = 0; at < grid.rowCount; at++) {
      const column = grid.row(at).findIndex((value) => !isBlank(value));
      if (column >= 0) return placeOn(grid, { row: at, column });
    }
    return placeOn(grid, { row: 0, column: 0 });
  }

  #layOut(): Grid {
    const builder = new GridBuilder();
    this.columns.forEach(({ label, isPart }, column) => {
      builder.set(0, column, label);
      this.#rows.forEach(({ card, part }, index) => {
        const field = card.fields.get(this.columns[column]?.key ?? "");
        const at = field && this.#valueAt(index + 1, column, field);
        if (!at || (part > 0 && !isPart)) return;
        builder.set(index + 1, column, chosenIn(fieldValue(card.grid, { ...field, value: at })), card.grid.numberFormat(at.row, at.column));
        for (const note of notes) if (card.grid.has(note, at.row, at.column)) builder.note(index + 1, column, note);
      });
    });
    const first = this.sheetAt(1);
    return builder.build(first.sheet, first.date1904);
  }
}

/** A place on a card's sheet. */
export function placeOn({ sheet: { id, name } }: Grid, { row, column }: CellPlace): CellPlace {
  return { row, column, sheet: { id, name } };
}

/**
 * The cards with their fields by key. A small table with one row on every card is no table: its labels are above their
 * values. Values are placed relative to the label as on most cards, so that an empty one is found, and an unknown label is
 * not taken for one. Linear in the fields.
 */
export function alignCards(cards: readonly Card[], wanted?: ReadonlySet<string>): readonly Placed[] {
  const tables = cards.map(({ tables: own }) => own.find(({ rows, labels }) => (rows.length > 1 || wanted) && (!wanted || labels.some(({ key }) => wanted.has(key)))));
  const single = cards.map(({ fields, tables: own }, index) => [...fields, ...own.flatMap(({ labels, rows }) => (rows.length === 1 && tables[index]?.labels !== labels ? labels : []))]);
  const shifts = usualShifts(cards, single);
  const tableKeys = new Set(tables.flatMap((table) => table?.labels.map(({ key }) => key) ?? []));
  return cards.map(({ grid, tables: own }, index): Placed => {
    const table = tables[index] ?? own.find(({ labels }) => labels.length > 0 && labels.every(({ key }) => tableKeys.has(key)));
    const fields = (single[index] ?? []).filter(({ key }) => !tableKeys.has(key)).map((field) => shifted(grid, field, shifts.get(field.key)));
    return { grid, order: index, fields: new Map([...fields, ...(table?.labels ?? [])].map((field) => [field.key, field])), table };
  });
}

/** By key, the distance of most filled values from their labels, as "down right". */
function usualShifts(cards: readonly Card[], fields: readonly (readonly CardField[])[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  fields.forEach((own, index) => {
    for (const { key, at, value, before, boxes, year } of own) {
      if (before !== undefined || boxes || year !== undefined || isBlank(cards[index]?.grid.value(value.row, value.column))) continue;
      const shift = `${value.row - at.row} ${value.column - at.column}`;
      const shifts = counts.get(key) ?? new Map<string, number>();
      counts.set(key, shifts.set(shift, (shifts.get(shift) ?? 0) + 1));
    }
  });
  return new Map([...counts].flatMap(([key, shifts]) => {
    const all = [...shifts.values()].reduce((sum, times) => sum + times, 0);
    const usual = [...shifts].find(([, times]) => times >= 0.6 * all && all >= 2);
    return usual ? [[key, usual[0]] as const] : [];
  }));
}

function shifted(grid: Grid, field: CardField, shift: string | undefined): CardField {
  if (shift === undefined || field.before !== undefined || field.boxes) return field;
  const [down = 0, right = 0] = shift.split(" ").map(Number);
  const value = { row: field.at.row + down, column: field.at.column + right };
  const isOwn = isBlank(grid.value(value.row, value.column)) && !isBlank(grid.value(field.value.row, field.value.column)) && value.row === field.value.row;
  return isOwn && field.value.column < value.column ? field : { ...field, value, end: Math.max(field.end, value.column + 1) };
}

/** The labels on at least half of the cards as columns, those of the small table last. */
export function bookColumns(cards: readonly Placed[]): readonly BookColumn[] {
  const found = new Map<string, { readonly column: BookColumn; times: number }>();
  for (const { fields, table } of cards) {
    const parts = new Set(table?.labels.map(({ key }) => key));
    for (const [key, { label, heading, year }] of fields) {
      const known = found.get(key);
      if (known) known.times++;
      else found.set(key, { column: { key, label, ...(heading !== undefined && { heading }), ...(year !== undefined && { year: yearOfKey(key) }), isPart: parts.has(key) }, times: 1 });
    }
  }
  const columns = [...found.values()].filter(({ times }) => 2 * times >= cards.length).map(({ column }) => column);
  return [...columns.filter(({ isPart }) => !isPart), ...columns.filter(({ isPart }) => isPart)];
}

/** The texts on the cards that are neither labels nor values, each once. */
export function textsBeside(cards: readonly Placed[]): readonly { readonly text: string; readonly at: CellPlace }[] {
  const seen = new Set<CellValue>();
  const found: { readonly text: string; readonly at: CellPlace }[] = [];
  for (const { grid, fields } of cards) {
    const taken = new Set([...fields.values()].flatMap(({ at, value }) => [`${at.row} ${at.column}`, `${value.row} ${value.column}`]));
    for (let row = 0; row < grid.rowCount; row++) {
      grid.row(row).forEach((text, column) => {
        if (typeof text !== "string" || seen.has(text) || taken.has(`${row} ${column}`)) return;
        seen.add(text);
        found.push({ text, at: { row, column } });
      });
    }
  }
  return found;
}
