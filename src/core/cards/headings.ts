import { isBlank } from "../form/reader.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import type { Card, CardField } from "./fields.ts";
import { withKeys } from "./keys.ts";
import { labelOf } from "./labels.ts";
import { yearOf } from "./years.ts";

const longestHeading = 24;
/** The most rows between a heading and its labels. */
const reach = 10;

interface Heading {
  readonly at: CellPlace;
  readonly text: string;
}

/** A place where the heading of a label may be. */
type Search = (grid: Grid, at: CellPlace, isAgain: (value: CellValue) => boolean) => Heading | undefined;

/**
 * Tells equal labels apart by their headings: 一次評価 above or before one 評価, 二次評価 above or before the other. Headings may be
 * years. A text that names others is no label itself. Linear in the cells. @param wanted the bare labels that a form tells
 * apart; without it all that most cards repeat
 */
export function tellApart(cards: readonly Card[], wanted?: ReadonlySet<string>): readonly Card[] {
  const again = wanted ?? repeated(cards);
  if (again.size === 0) return cards;
  const search = usualSearch(cards, again);
  return search ? cards.map((card) => toldApart(card, again, search)) : cards;
}

/** The bare labels that are repeated on most of the cards with them. */
function repeated(cards: readonly Card[]): ReadonlySet<string> {
  const counts = new Map<string, { cards: number; several: number }>();
  for (const card of cards) {
    const times = new Map<string, number>();
    for (const { label } of single(card)) times.set(labelOf(label), (times.get(labelOf(label)) ?? 0) + 1);
    for (const [bare, time] of times) {
      const count = counts.get(bare) ?? { cards: 0, several: 0 };
      counts.set(bare, count);
      count.cards++;
      if (time > 1) count.several++;
    }
  }
  return new Set([...counts].flatMap(([bare, { cards: all, several }]) => (2 * several > all ? [bare] : [])));
}

function single({ fields, tables }: Card): readonly CardField[] {
  return [...fields, ...tables.flatMap(({ labels, rows }) => (rows.length === 1 ? labels : []))].filter(({ year }) => year === undefined);
}

/** The search that tells the labels of most cards apart. */
function usualSearch(cards: readonly Card[], again: ReadonlySet<string>): Search | undefined {
  const tells = (search: Search) => cards.filter((card) => isToldApart(card, again, search)).length;
  const [best] = [before, aloneAbove, above].map((search) => ({ search, count: tells(search) })).sort((one, other) => other.count - one.count);
  return best && 2 * best.count > cards.length ? best.search : undefined;
}

function isToldApart(card: Card, again: ReadonlySet<string>, search: Search): boolean {
  const found = new Map<string, Set<string>>();
  for (const field of single(card)) {
    const bare = labelOf(field.label);
    if (!again.has(bare)) continue;
    const heading = headingOf(card.grid, field, again, search);
    const known = found.get(bare) ?? new Set();
    found.set(bare, known);
    if (!heading || known.has(labelOf(heading.text))) return false;
    known.add(labelOf(heading.text));
  }
  return true;
}

function headingOf(grid: Grid, { at }: CardField, again: ReadonlySet<string>, search: Search): Heading | undefined {
  return search(grid, at, (value) => typeof value === "string" && again.has(labelOf(value)));
}

function toldApart(card: Card, again: ReadonlySet<string>, search: Search): Card {
  const headings = new Set<string>();
  const told = (field: CardField): CardField => {
    const heading = again.has(labelOf(field.label)) && field.year === undefined ? headingOf(card.grid, field, again, search) : undefined;
    if (!heading) return field;
    headings.add(`${heading.at.row} ${heading.at.column}`);
    const year = yearOf(heading.text);
    return { ...field, heading: heading.text, ...(year === undefined ? {} : { year }) };
  };
  const tables = card.tables.map(({ labels, rows }) => ({ labels: rows.length === 1 ? labels.map(told) : labels, rows }));
  const fields = card.fields.map(told).filter(({ at }) => !headings.has(`${at.row} ${at.column}`));
  return withKeys({ grid: card.grid, fields, tables });
}

function headingAt(grid: Grid, row: number, column: number): Heading | undefined {
  const value = grid.value(row, column);
  return typeof value === "string" && value.length <= longestHeading && !value.includes("。") ? { at: { row, column }, text: value.trim() } : undefined;
}

/** On the left in the label's row, or in a row above that the heading's area covers. */
const before: Search = (grid, at) => {
  for (let row = at.row; row >= Math.max(0, at.row - reach); row--) {
    const column = grid.row(row).findIndex((value) => !isBlank(value));
    if (column < 0) return undefined;
    if (column < at.column) return headingAt(grid, row, column);
  }
  return undefined;
};

/** Alone on a row above. */
const aloneAbove: Search = (grid, at) => {
  for (let row = at.row - 1; row >= Math.max(0, at.row - reach); row--) {
    const filled = grid.row(row).flatMap((value, column) => (isBlank(value) ? [] : [column]));
    const [column] = filled;
    if (filled.length === 1 && column !== undefined) return headingAt(grid, row, column);
  }
  return undefined;
};

/** Above the label in its column, beyond other labels of the block. */
const above: Search = (grid, at, isAgain) => {
  for (let row = at.row - 1; row >= Math.max(0, at.row - reach); row--) {
    const value = grid.value(row, at.column);
    if (!isBlank(value) && !isAgain(value)) return headingAt(grid, row, at.column);
  }
  return undefined;
};
