import { foldDashes, foldWidth } from "../form/fold.ts";
import { isBlank } from "../form/reader.ts";
import type { CardNote, LeftOutSheet } from "../model/card-sheets.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { withoutSpace } from "../wording/hidden.ts";
import { cellText } from "../wording/phrase.ts";
import { placeOn, type CardBook, type Placed } from "./book.ts";
import { fieldValue } from "./fields.ts";
import { choicesIn, chosenIn } from "./choices.ts";

const exampleWord = /記入例|記載例|作成例|入力例|見本|サンプル/;
/** The rows at the top in which a sheet may say that it is an example. */
const titleRows = 3;

/** True for a card that shows how to fill one in. */
export function isExample(grid: Grid): boolean {
  if (exampleWord.test(grid.sheet.name)) return true;
  for (let row = 0; row < Math.min(titleRows, grid.rowCount); row++) if (grid.row(row).some((value) => typeof value === "string" && exampleWord.test(value))) return true;
  return false;
}

/** True for a card to copy, whose identifying fields are all empty. */
export function isTemplate({ grid, fields }: Placed, telling: readonly string[]): boolean {
  return telling.every((key) => {
    const field = fields.get(key);
    return !field || isBlank(chosenIn(fieldValue(grid, field)));
  });
}

const totals = /^(?:小?計|合計|総計)$/;
/** The most cells read of a list. */
const tallestList = 2000;

/** The entries on one side only, of a sheet that lists the cards by code or name, and of the cards. Undefined for another sheet. */
export function listedOn(grid: Grid, book: CardBook, named: { readonly code: number | undefined; readonly name: number }): Pick<LeftOutSheet, "notOnCards" | "notOnList"> | undefined {
  for (const column of [named.code, named.name]) {
    const list = column === undefined ? undefined : listBy(grid, book, column);
    if (list) return list;
  }
  return undefined;
}

/** Reads the list by a column of the cards' table, if a column of the sheet holds most of the cards. Linear in the cells. */
function listBy(grid: Grid, book: CardBook, column: number): Pick<LeftOutSheet, "notOnCards" | "notOnList"> | undefined {
  const cards = new Map<string, CardNote>();
  for (let row = 1; row <= book.rowCount; row++) {
    const at = book.begins(row) ? book.realOf({ row, column }) : undefined;
    const text = keyOf(book.grid.value(row, column));
    if (at && text !== "" && !cards.has(text)) cards.set(text, { at, text: cellText(book.grid.value(row, column)) });
  }
  const last = Math.min(grid.rowCount, tallestList) - 1;
  const met = new Map<number, { readonly first: number; readonly texts: Set<string> }>();
  for (let row = 0; row <= last; row++) {
    grid.row(row).forEach((value, place) => {
      const text = keyOf(value);
      if (!cards.has(text)) return;
      const known = met.get(place) ?? { first: row, texts: new Set() };
      met.set(place, known);
      known.texts.add(text);
    });
  }
  const [best] = [...met].sort(([, one], [, other]) => other.texts.size - one.texts.size);
  if (!best || best[1].texts.size < Math.max(2, 0.5 * cards.size)) return undefined;
  const [place, { first, texts }] = best;
  const notOnCards: CardNote[] = [];
  for (let row = firstRow(grid, place, first); row <= last; row++) {
    const value = grid.value(row, place);
    const text = keyOf(value);
    if (text !== "" && !totals.test(text) && !cards.has(text)) notOnCards.push({ at: placeOn(grid, { row, column: place }), text: cellText(value) });
  }
  return { notOnCards, notOnList: [...cards].flatMap(([text, note]) => (texts.has(text) ? [] : [note])) };
}

/** The first row of the list: upwards from the first card on it, as long as rows are as full. The header is skipped by its words. */
function firstRow(grid: Grid, place: number, first: number): number {
  let row = first;
  while (row > 0 && !isBlank(grid.value(row - 1, place)) && !isHeaderRow(grid, row - 1, place)) row--;
  return row;
}

/** True for a header row, whose cell is a text without a number beside it. */
function isHeaderRow(grid: Grid, row: number, place: number): boolean {
  const word = cellText(grid.value(row, place));
  return /(?:名称?|番号|コード|No\.?|№)$/i.test(word) || grid.row(row).filter((value) => !isBlank(value)).length === 1;
}

function keyOf(value: CellValue): string {
  return (typeof value === "string" && value.length <= 200 && choicesIn(value).length === 0) || typeof value === "number" ? foldDashes(withoutSpace(foldWidth(String(value)))) : "";
}
