import type { CodeScanner } from "../form/code-scanner.ts";
import { isBlank } from "../form/reader.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { refuseItems } from "../model/item-limit.ts";
import { rowsInStep } from "../model/pace.ts";
import { widestTable } from "../table/extent.ts";
import { isNoteRow, isOtherHeader, loneText, namesSum } from "../table/lone-rows.ts";
import { headsChoices, headsWordChoices } from "./choice-head.ts";
import { areExplained, isSign, meaningOf } from "./scales.ts";
import { isStorey, storeysBelow } from "./storey.ts";
import { tableWidth } from "./table-width.ts";

/** The place of a table, as far as it can be told without a form. Rows are zero-based. */
export interface Region {
  /** The header's rows, both inclusive; `bottom` is above `top` without a header. */
  readonly top: number;
  readonly bottom: number;
  /** The rows of data, without totals, repeated headers and blank rows. */
  readonly rows: readonly number[];
  /** One more than the last column. */
  readonly width: number;
}

/** The most rows of a header. */
const headerReach = 8;
const longestShort = 60;
const totals = /^(?:小?計|合計|総計|累計|平均|全体)(?:$|[（(：:])/;
const gradeWord = /評価|評定|判定|達成(?:度|状況)|進捗/;
const titleWords = /年度|期間|令和|平成|様式|作成|現在|[:：]/;

/** Finds the table of a sheet in steps; undefined if nothing on it repeats, counts or grades. @throws {Refusal} too-large for more rows than items are checked: to read all their texts would take half a minute */
export function* findRegion(grid: Grid, scanner: CodeScanner): Generator<void, Region | undefined> {
  const telling = new Telling(grid, scanner);
  yield* telling.read();
  const counts: number[] = [];
  for (let row = 0; row < grid.rowCount; row++) {
    if (row % rowsInStep === 0) yield;
    counts.push(telling.count(row));
  }
  yield;
  const isRich = (row: number) => (counts[row] ?? 0) >= 2 && !headsChoices(grid, row) && !isStorey(grid, row, scanner);
  const rich = counts.findIndex((count, row) => isRich(row) || (count === 1 && filled(grid.row(row)) >= 3 && isRich(row + 1)));
  const plain = rich < 0 ? plainListAt(grid, counts) : rich;
  const first = openingOf(grid, scanner, plain < 0 ? blankFormAt(grid) : plain);
  if (first < 0) return undefined;
  const least = plain < 0 ? 1 : rich < 0 ? 2 : 3;
  const last = lastAlike(grid, aboveLegend(grid, counts.findLastIndex((count, row) => count >= 2 || (row >= first && count >= 1 && filled(grid.row(row)) >= least))));
  const top = headerTop(grid, first);
  yield;
  const rows: number[] = [];
  for (let row = first; row <= last; row++) if (isData(grid, row, telling)) rows.push(row);
  refuseItems(rows.length);
  return rows.length < 2 ? undefined : { top, bottom: first - 1, rows, width: tableWidth(grid, top, rows) };
}

/** The first row of the levels above the first graded row: rows directly above it with a code in the same column and a title. */
function openingOf(grid: Grid, scanner: CodeScanner, first: number): number {
  const place = first < 0 ? -1 : grid.row(first).findIndex((value) => !isBlank(value));
  let row = first;
  while (row > 0 && place >= 0) {
    const isPair = filled(grid.row(row - 1)) === 2 && !isBlank(grid.value(row - 1, place + 1)) && scanner.codeOf(grid.value(row - 1, place))?.rest === "";
    if (!isPair && !(row === first && hangs(grid, scanner, row - 1, place))) break;
    row--;
  }
  return row;
}

/** True for a lone item with code and title, left of the rows below it. */
function hangs(grid: Grid, scanner: CodeScanner, row: number, place: number): boolean {
  const lone = loneText(grid.row(row));
  return lone !== undefined && lone.column < place && (scanner.code(lone.text)?.rest ?? "") !== "";
}

/** The first row of a list with only names and one grade, under a header that says so; -1 if there is none. */
function plainListAt(grid: Grid, counts: readonly number[]): number {
  const tells = (row: number) => counts[row] === 1 && filled(grid.row(row)) >= 2;
  const names = (row: number) => grid.row(row).some((value) => typeof value === "string" && gradeWord.test(value));
  const telling = counts.findIndex((_, row) => tells(row) && tells(row + 1) && tells(row + 2));
  // The first of its rows may lack a grade.
  return telling > 0 && names(telling - 1) ? telling : telling > 1 && names(telling - 2) ? telling - 1 : -1;
}

/** The first row of a blank form: only numbers from 1, directly below a header row that names a grade; -1 if there is none. */
function blankFormAt(grid: Grid): number {
  for (let row = 1; row + 2 < grid.rowCount; row++) {
    const at = grid.row(row).findIndex((value) => !isBlank(value));
    const counts = [0, 1, 2].every((step) => filled(grid.row(row + step)) === 1 && Number(grid.value(row + step, at)) === step + 1);
    if (counts && filled(grid.row(row - 1)) >= 3 && grid.row(row - 1).some((value) => typeof value === "string" && gradeWord.test(value))) return row;
  }
  return -1;
}

/** The last row above a small table of signs and their words, or of both in one cell, which a blank row parts from the table; a row of nothing but both in each cell needs none. */
function aboveLegend(grid: Grid, last: number): number {
  let row = last;
  while (row > 0 && explainsLetters(grid.row(row))) row--;
  if (row < last) return row;
  while (row > 0 && isSignRow(grid.row(row))) row--;
  if (row === last || row === 0 || filled(grid.row(row)) > 0) return last;
  while (row > 0 && filled(grid.row(row)) === 0) row--;
  return row;
}

/** True for a legend on one row: three cells of signs with their words, or two of letters, perhaps behind a word for grades. */
function explainsLetters(cells: readonly CellValue[]): boolean {
  const own = cells.filter((value) => !isBlank(value));
  const isHeaded = typeof own[0] === "string" && gradeWord.test(own[0]) && !areExplained(own, 1);
  const letters = own.slice(isHeaded ? 1 : 0);
  return areExplained(letters, 3) || (areExplained(letters, 2) && letters.every((value) => typeof value === "string" && /^[A-ZＡ-Ｚ]/.test(value)));
}

function isSignRow(cells: readonly CellValue[]): boolean {
  const [sign, words, ...others] = cells.filter((value) => !isBlank(value));
  return areExplained(cells, 1) || (typeof sign === "string" && /[^0-9０-９]/.test(sign) && isSign(sign) && typeof words === "string" && !isSign(words) && others.length <= 1);
}

/** The last of the rows directly below that fill the same columns, or fewer of them. A word that occurs once tells nothing by itself. */
function lastAlike(grid: Grid, last: number): number {
  const above = grid.row(last);
  const end = above.findLastIndex((value) => !isBlank(value));
  let row = last + 1;
  for (; row < grid.rowCount; row++) {
    const cells = grid.row(row);
    const opening = cells.find((value) => !isBlank(value));
    const isAlike = filled(cells) >= 2 && cells.findLastIndex((value) => !isBlank(value)) === end && cells.every((value, column) => isBlank(value) || !isBlank(above[column]));
    if (!isAlike || explainsLetters(cells) || (typeof opening === "string" && isSign(opening) && /[^0-9０-９]/.test(opening))) break;
  }
  return row - 1;
}

/** True for a row of the table: more than one filled cell, unless it is a band that names what follows. */
function isData(grid: Grid, row: number, telling: Telling): boolean {
  const cells = grid.row(row);
  const [opening] = cells.filter((value) => !isBlank(value));
  if (opening === undefined || telling.isHeaderAgain(row) || isNoteRow(cells) || isOtherHeader(cells)) return false;
  return !(typeof opening === "string" && (totals.test(opening.trim()) || namesSum.test(opening)));
}

/** Counts the data cells of a row: numbers, codes, grades, and words repeated in their column. */
class Telling {
  /** By column, the number of each short text, and their total. */
  readonly #counts: Map<string, number>[] = [];
  readonly #totals: number[] = [];
  #headersAgain: ReadonlySet<number> = new Set();

  constructor(
    readonly grid: Grid,
    readonly scanner: CodeScanner,
  ) {}

  /** Counts the texts of all rows, before anything is asked. */
  *read(): Generator<void> {
    const { grid } = this;
    /** The rows of words alone, by their words. */
    const wordRows = new Map<string, number[]>();
    for (let row = 0; row < grid.rowCount; row++) {
      if (row % rowsInStep === 0) yield;
      const cells = grid.row(row);
      const key = wordsOnly(grid, row);
      const alike = key === undefined ? undefined : wordRows.get(key);
      if (alike) alike.push(row);
      else if (key !== undefined) wordRows.set(key, [row]);
      for (let column = 0; column < Math.min(cells.length, widestTable); column++) {
        const value = cells[column];
        if (typeof value !== "string" || value.length > longestShort) continue;
        const counts = (this.#counts[column] ??= new Map<string, number>());
        counts.set(value, (counts.get(value) ?? 0) + 1);
        this.#totals[column] = (this.#totals[column] ?? 0) + 1;
      }
    }
    const again = [...wordRows.values()].filter(({ length }) => length > 1);
    this.#headersAgain = new Set(again.flatMap((rows) => [...rows, ...storeysBelow(grid, rows, this.scanner)]));
  }

  count(row: number): number {
    if (this.isHeaderAgain(row)) return 0;
    let count = 0;
    const cells = this.grid.row(row);
    for (let column = 0; column < Math.min(cells.length, widestTable); column++) if (this.#tells(cells[column], column)) count++;
    return count;
  }

  /** True if the row has several words, no number, and another row has the same words; and for the storey below it. */
  isHeaderAgain(row: number): boolean {
    return this.#headersAgain.has(row);
  }

  #tells(value: CellValue, column: number): boolean {
    // An error is in the place of a formula's result.
    if (typeof value === "number" || typeof value === "boolean" || (typeof value === "object" && "error" in value)) return true;
    if (typeof value !== "string" || value.length > longestShort) return false;
    const counts = this.#counts[column];
    // In a column of codes or names with hardly any repetition, a repeated one is a slip.
    if (counts && (counts.get(value) ?? 0) > 1 && counts.size <= 0.9 * (this.#totals[column] ?? 0)) return true;
    if (isSign(value)) return true;
    const code = this.scanner.code(value);
    return code !== undefined && (code.code.length > 1 || code.rest !== "" || /[^0-9０-９]/.test(value));
  }
}

/** The texts of a row that only has several texts; undefined for a row with a number, a sign or a grade that heads no marks. */
function wordsOnly(grid: Grid, row: number): string | undefined {
  const words: string[] = [];
  for (const value of grid.row(row)) {
    if (isBlank(value)) continue;
    if (typeof value !== "string" || !isWord(value)) return undefined;
    words.push(value);
  }
  const isHead = words.length >= 3 && (!words.some(isBadGrade) || headsWordChoices(grid, row));
  return isHead ? words.join("\u0000") : undefined;
}

function isWord(text: string): boolean {
  return text.length <= longestShort && !/^[0-9０-９(（第]/.test(text) && !isSign(text);
}

function isBadGrade(text: string): boolean {
  return text.length < 12 && meaningOf(text).meaning === "bad";
}

/** The first header row: upwards from the data over filled rows, without titles. */
function headerTop(grid: Grid, first: number): number {
  let top = first;
  while (top > 0 && first - top < headerReach && filled(grid.row(top - 1)) > 0) top--;
  while (top < first && isTitle(grid, top, first)) top++;
  return top;
}

function isTitle(grid: Grid, row: number, first: number): boolean {
  const cells = grid.row(row).filter((value) => !isBlank(value));
  let below = 0;
  for (let other = row + 1; other < first; other++) below = Math.max(below, filled(grid.row(other)));
  if (below < 2) return false;
  const named = cells.some((value) => typeof value === "string" && titleWords.test(value));
  return cells.length === 1 || (cells.length <= 3 && named && below > cells.length);
}

function filled(cells: readonly CellValue[]): number {
  let count = 0;
  for (const value of cells) if (!isBlank(value)) count++;
  return count;
}
