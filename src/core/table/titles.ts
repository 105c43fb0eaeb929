import { foldWord, knownWords } from "../form/code-words.ts";
import { isBlank } from "../form/reader.ts";
import { scanAny } from "../form/scan.ts";
import type { CellPlace } from "../model/address.ts";
import { cellText } from "../wording/phrase.ts";
import { countFilled, headReach, type Rows } from "./heads.ts";

/** An item that is named only in the line above a table, and in no column. */
export interface TableTitle {
  readonly at: CellPlace;
  /** Its code and its name; `isWhole` where its cell holds nothing else. */
  readonly text: string;
  readonly isWhole: boolean;
}

/** Marks before a title. */
export const titleMarks = /^[\s\u3000]*[■□◆◇●○▼▽▶★☆§]+[\s\u3000]*/;
/** Number of cells of a line that needs no word of an item to be a title. */
const mostInTitle = 2;

export interface TitleLine {
  readonly row: number;
  readonly items: readonly { readonly word: string; readonly title: TableTitle }[];
  /** Number of its filled cells. */
  readonly filled: number;
}

/** The lines between a table's head and the content above it, the lowest first, with blank ones. */
export function linesAbove(grid: Rows, top: number, floor: number): readonly TitleLine[] {
  const lines: TitleLine[] = [];
  for (let row = top - 1; row >= floor && top - row <= headReach; row--) {
    const line = lineOf(grid, row);
    if (!line) break;
    lines.push(line);
  }
  // Lines right below data belong to it, except one that names the following table.
  const above = top - lines.length - 1;
  const isBelowBlank = countFilled(grid.row(above), 1) === 0;
  const own = isBelowBlank ? lines : lines.slice(0, lastRowOfData(lines));
  const isApart = above < floor || isBelowBlank || lines.length === 0;
  const last = isApart ? own.length - 1 : own.findLastIndex(({ items, filled }) => items.length > 0 || filled === 0);
  return own.slice(0, last + 1);
}

/** The index of the lowest row of data among lines below data: more cells than a title has, and a blank line between it and the head. */
function lastRowOfData(lines: readonly TitleLine[]): number | undefined {
  const blank = lines.findIndex(({ filled }) => filled === 0);
  const row = blank < 0 ? -1 : lines.findIndex(({ filled }, index) => index > blank && filled > mostInTitle);
  return row < 0 ? undefined : row;
}

/** A line that may name the following table: few cells, or one that begins with the word or the code of an item. Undefined for a row of data. */
function lineOf(grid: Rows, row: number): TitleLine | undefined {
  const cells = grid.row(row);
  const filled = cells.flatMap((value, column) => (isBlank(value) ? [] : [{ text: cellText(value).replace(titleMarks, ""), column, isWhole: typeof value === "string" && !titleMarks.test(value) }]));
  const [first] = filled;
  if (!first) return { row, items: [], filled: 0 };
  const joined = { column: first.column, text: filled.slice(0, 3).map(({ text }) => text).join("　"), isWhole: false };
  const items = [...filled.slice(0, 3), ...(filled.length > 1 ? [joined] : [])].flatMap(({ text, column, isWhole }) => {
    const met = text.length > 200 ? undefined : scanAny(text, knownWords);
    const word = met && foldWord(met.writing.slice(0, met.writing.indexOf("{")));
    if (!met || word === undefined || met.code.some((number) => number >= 1000)) return [];
    // A number without a word may also begin a row of data.
    const isNamed = met.rest !== "";
    return word !== "" || (isNamed && filled.length === 1) ? [{ word, isNamed, title: { at: { row, column }, text, isWhole } }] : [];
  });
  const opens = items.some(({ word }) => word !== "") || knownWords.has(foldWord(first.text));
  if (filled.length > mostInTitle && !(opens && filled.length <= 6)) return undefined;
  const named = items.filter(({ isNamed }) => isNamed);
  return { row, items: named.length > 0 ? named : items, filled: filled.length };
}

/** The items that the tables' titles name: titles with the word that all tables but one have. */
export function titlesOf(lines: readonly (readonly TitleLine[])[]): { readonly word: string; readonly items: readonly (TableTitle | undefined)[] } | undefined {
  if (lines.length < 2) return undefined;
  const words = new Map<string, number>();
  for (const own of lines) for (const word of new Set(own.flatMap(({ items }) => items.map((item) => item.word)))) words.set(word, (words.get(word) ?? 0) + 1);
  const [most] = [...words].sort(([, one], [, other]) => other - one);
  if (!most || most[1] < Math.max(2, lines.length - 1)) return undefined;
  const [word] = most;
  const items = lines.map((own) => own.flatMap(({ items }) => items).find((item) => item.word === word)?.title);
  return new Set(items.map((item) => item?.text)).size > 1 ? { word, items } : undefined;
}

