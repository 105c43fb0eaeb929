import { isBlank } from "../form/reader.ts";
import { isSign, meaningOf } from "../infer/scales.ts";
import type { CellPlace } from "../model/address.ts";
import type { Grid } from "../model/grid.ts";
import { cellText } from "../wording/phrase.ts";
import { beginsWithMark, isMark, isMarked } from "./choices.ts";
import type { Labels } from "./labels.ts";

/** A cell for a mark, or with a word and its mark. */
export interface Box {
  readonly at: CellPlace;
  /** The word above the cell; undefined if the cell contains it. */
  readonly word?: string;
}

const longestWord = 12;
/** The most rows of marks below the words. */
const tallest = 12;

/** The boxes of a choice that starts in a cell: that row up to `end`, and the rows below that continue without another label. */
export function boxesFrom(grid: Grid, { row, column }: CellPlace, end: number): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = row; at < grid.rowCount; at++) {
    const cells = grid.row(at);
    if (at > row && !(beginsWithMark(cells.find((value) => !isBlank(value))) && cells.slice(0, column).every(isBlank))) break;
    for (let place = column; place < (at === row ? end : cells.length); place++) if (!isBlank(cells[place])) boxes.push({ at: { row: at, column: place } });
  }
  return boxes;
}

/** The boxes of a label whose row only has marks, under the words of a row above: 高い 普通 低い. */
export function boxesUnderWords(grid: Grid, labels: Labels, { row, column }: CellPlace): { readonly boxes: readonly Box[]; readonly head: number } | undefined {
  for (let head = row - 1; head >= Math.max(0, row - tallest); head--) {
    const words = wordsIn(grid, labels, head, column);
    if (words.length >= 2) {
      const boxes = words.map(({ place, word }) => ({ at: { row, column: place }, word }));
      return hasOnlyMarks(grid, row, column, boxes) ? { boxes, head } : undefined;
    }
    if (!hasOnlyMarks(grid, head, column)) return undefined;
  }
  return undefined;
}

/** The boxes of a label with words beside it and marks in the row below them. */
export function boxesBelowWords(grid: Grid, labels: Labels, { row, column }: CellPlace): readonly Box[] {
  const words = wordsIn(grid, labels, row, column);
  if (words.length < 2 || !isBlank(grid.value(row + 1, column))) return [];
  const boxes = words.map(({ place, word }) => ({ at: { row: row + 1, column: place }, word }));
  const isMarked = boxes.some(({ at }) => !isBlank(grid.value(at.row, at.column)));
  return isMarked && hasOnlyMarks(grid, row + 1, -1, boxes) ? boxes : [];
}

/** The words with their marks as one text: □高い ■普通 □低い. If a box is empty, any mark in another one is a choice. */
export function boxesText(grid: Grid, boxes: readonly Box[]): string {
  const held = boxes.map(({ at }) => cellText(grid.value(at.row, at.column)));
  const isOpen = held.some(isBlank);
  return boxes.map(({ word }, index) => (word === undefined ? held[index] : `${isChosen(held[index] ?? "", isOpen) ? "■" : "□"}${word}`)).join(" ");
}

/** The only marked box, otherwise the first. */
export function markedBox(grid: Grid, boxes: readonly Box[]): Box | undefined {
  const held = boxes.map(({ at }) => cellText(grid.value(at.row, at.column)));
  const isOpen = held.some(isBlank);
  const own = boxes.filter((_, index) => isChosen(held[index] ?? "", isOpen));
  return own.length === 1 ? own[0] : boxes[0];
}

function isChosen(held: string, isOpen: boolean): boolean {
  return isOpen ? !isBlank(held) : isMarked(held);
}

/** True if the cells right of a column are empty or hold a mark, which must be in one of the boxes. */
function hasOnlyMarks(grid: Grid, row: number, column: number, boxes?: readonly Box[]): boolean {
  const places = boxes && new Set(boxes.map(({ at }) => at.column));
  return grid.row(row).every((value, place) => place <= column || isBlank(value) || ((places?.has(place) ?? true) && isMark(value)));
}

/** The words of a row right of a column if all of them are different terms; otherwise none. */
function wordsIn(grid: Grid, labels: Labels, row: number, column: number): readonly { readonly place: number; readonly word: string }[] {
  const cells = grid.row(row);
  if (beginsWithMark(cells[column])) return [];
  const words: { readonly place: number; readonly word: string }[] = [];
  for (let place = column + 1; place < cells.length; place++) {
    const value = cells[place];
    if (isBlank(value)) continue;
    const word = cellText(value).trim();
    if (word.length > longestWord || labels.has(value) || beginsWithMark(value)) return [];
    words.push({ place, word });
  }
  const isTerm = ({ word }: (typeof words)[number]) => isSign(word) || meaningOf(word).known;
  const isEach = new Set(words.map(({ word }) => word)).size === words.length && 2 * words.filter(isTerm).length > words.length;
  return isEach && isNoData(words.map(({ word }) => Number(word))) ? words : [];
}

/** True without numbers, and for points, which rise or fall by one; other numbers are amounts. */
function isNoData(numbers: readonly number[]): boolean {
  if (!numbers.some(Number.isFinite)) return true;
  const step = (numbers[1] ?? 0) - (numbers[0] ?? 0);
  return Math.abs(step) === 1 && numbers.every((number, index) => index === 0 || number - (numbers[index - 1] ?? 0) === step);
}
