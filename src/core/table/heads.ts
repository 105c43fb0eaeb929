import { leadingCode } from "../form/leading-code.ts";
import { isBlank } from "../form/reader.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { cellText } from "../wording/phrase.ts";
import { widestTable } from "./extent.ts";
import { foldHeader, foldHeaderWord } from "./header.ts";

/** Rows of cells: of a sheet, or some of its columns. */
export type Rows = Pick<Grid, "row" | "rowCount">;

/** A row that may be the head of a table. */
export interface Head {
  readonly row: number;
  readonly words: ReadonlySet<string>;
  /** The same words with their digits. */
  readonly texts: ReadonlySet<string>;
}

/** Number of words in a head, and of words that two heads of one form must share. */
export const fewestWords = 3;
export const sameForm = 0.7;
/** Largest number of rows between a blank row and a head, and of rows of a title. */
export const headReach = 4;
/** Number of lists of different forms that are considered as the evaluation. */
export const mostForms = 3;

/** Folded. Half of a list's head consists of such words. */
const headWord = /(?:^no|^№|名|名称|番号|コード|区分|種別|額|費|数|率|値|(?:^|担当|所管|主管|関係|部)[課部局係]|担当|所管|内容|概要|備考|理由|評価|評定|判定|状況|方向性?|年度|単位|目標|実績|予算|決算|^款|^項|^目|^節|科目|摘要|説明|基準|意味|対象|指標|取組|施策|事業|政策|戦略|課題|効果|有効性|進捗|コメント)$/;

const known = new WeakMap<Rows, readonly Head[]>();

/** Rows with only words, at the top, below a blank row, or below a line of one or two cells. Kept, since several questions about a sheet begin with them. */
export function headsIn(grid: Rows): readonly Head[] {
  let heads = known.get(grid);
  if (!heads) known.set(grid, (heads = findHeads(grid)));
  return heads;
}

/** Takes the heads of a sheet for those of another with the same. */
export function shareHeads(from: Rows, to: Rows): void {
  known.set(to, headsIn(from));
}

function findHeads(grid: Rows): readonly Head[] {
  const heads: Head[] = [];
  let open = -1;
  for (let row = 0; row < grid.rowCount; row++) {
    const cells = grid.row(row);
    const count = countFilled(cells, fewestWords);
    if (count < fewestWords) open = row;
    else if (row - open <= headReach) {
      const head = headOf(row, cells);
      if (head.words.size >= fewestWords) heads.push(head);
    }
  }
  return heads;
}

/** A row as a head, as far as a table is read; without words unless it has only words. */
export function headOf(row: number, cells: readonly CellValue[]): Head {
  const texts = wordsOf(cells.slice(0, widestTable));
  return { row, words: new Set([...texts].map(foldHeader)), texts };
}

/** The words of a row with only words, folded except for digits; none for another row. */
export function wordsOf(cells: readonly CellValue[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const value of cells) {
    if (isBlank(value)) continue;
    const word = typeof value === "string" && value.length <= 60 ? foldHeaderWord(value) : "";
    if (word === "" || leadingCode(cellText(value))?.rest === "") return noWords;
    words.add(word);
  }
  return words;
}

const noWords: ReadonlySet<string> = new Set();

/** The share of words for which something holds. */
export function share(words: ReadonlySet<string>, holds: (word: string) => boolean): number {
  return [...words].filter(holds).length / words.size;
}

/** True for heads with mostly the same words. Half of them are equal in their digits too: 資料1 may become 資料2, items 取組1 and 取組2 are no heads. */
export function isAlike(one: Head, other: Head): boolean {
  const both = shared(one.words, other.words);
  return both >= fewestWords - 1 && both >= sameForm * Math.max(one.words.size, other.words.size) && 2 * shared(one.texts, other.texts) >= both;
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((word) => other.has(word)).length;
}

/** True for a head of a list of any kind: mostly short words that head columns, under a row that is nearly blank. */
export function isListHead(grid: Rows, { row, words }: Head): boolean {
  return countFilled(grid.row(row - 1), fewestWords) < fewestWords && share(words, (word) => word.length <= 20 && headWord.test(word)) > 0.5;
}

/** Number of filled cells, counted up to `most`. */
export function countFilled(cells: readonly CellValue[], most: number): number {
  let count = 0;
  for (let column = 0; column < cells.length && count < most; column++) if (!isBlank(cells[column])) count++;
  return count;
}
