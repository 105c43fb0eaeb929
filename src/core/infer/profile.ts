import type { Code } from "../form/code.ts";
import { daysOfText, type TextDay } from "../form/date-text.ts";
import { isBlank } from "../form/reader.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { rowsInStep } from "../model/pace.ts";
import { dayOfSerial, isDateFormat } from "../model/serial.ts";
import { headerPaths, noPath, type HeaderPath } from "../table/header.ts";
import { tidy } from "../wording/hidden.ts";
import { isCodeHeader } from "./level-words.ts";
import type { CodeScanner } from "../form/code-scanner.ts";
import type { Region } from "./region.ts";
import { foldTerm } from "./scales.ts";

/** A text of a column, together with its spelling variants. */
export interface Word {
  /** The most frequent writing. */
  readonly text: string;
  /** True if more than half of several cells use it. */
  readonly isUsual: boolean;
  readonly count: number;
  readonly at: CellPlace;
  /** The zero-based rows in its column, from the top. */
  readonly rows: readonly number[];
}

/** A code of a column, with the index of its row in the region. */
export interface ColumnCode {
  readonly index: number;
  readonly code: Code;
  readonly writing: string;
  readonly title: string;
}

/** The content of one column of a table. */
export interface Profile {
  /** Zero-based. */
  readonly place: number;
  /** Its place as people read the columns: that of the items in titles is before all others. */
  readonly order: number;
  readonly path: HeaderPath;
  /** The words of its header as written, from the top row down. */
  readonly header: readonly string[];
  /** 1 for every row of the region with a filled cell. */
  readonly filled: Uint8Array;
  /** Number of filled cells, without errors, which tell nothing. */
  readonly count: number;
  /** 1 if its content differs from the filled cell before. */
  readonly starts: Uint8Array;
  readonly startCount: number;
  readonly numbers: readonly number[];
  readonly strings: number;
  readonly longest: number;
  /** Short texts, the most frequent first. */
  readonly words: readonly Word[];
  readonly codes: readonly ColumnCode[];
  /** Dates under a header for codes, made from codes such as 1-1 by spreadsheets. */
  readonly dates: readonly ColumnDate[];
}

/** A date of a column, with the index of its row in the region. */
export interface ColumnDate {
  readonly index: number;
  readonly day: TextDay;
}

/** Longer texts are no words of a scale. */
const longestWord = 80;
/** Longer texts are the same only letter by letter. */
const longestAlike = 300;
/** The most different words of a column that are counted; a column of codes has more. */
export const mostWords = 2000;

/** Reads every column of the table once, in steps. @param anew the rows at which whatever stands begins anew, as below a title */
export function* readProfiles(grid: Grid, region: Region, scanner: CodeScanner, anew: ReadonlySet<number> = new Set()): Generator<void, readonly Profile[]> {
  const paths = headerPaths(grid, region.top, region.bottom, region.width);
  const profiles: Profile[] = [];
  for (let place = 0; place < region.width; place++) profiles.push(yield* readProfile(grid, region, scanner, place, paths[place] ?? noPath, anew));
  return profiles;
}

function* readProfile(grid: Grid, { rows, top, bottom }: Region, scanner: CodeScanner, place: number, path: HeaderPath, anew: ReadonlySet<number>): Generator<void, Profile> {
  const filled = new Uint8Array(rows.length);
  const starts = new Uint8Array(rows.length);
  const numbers: number[] = [];
  const codes: ColumnCode[] = [];
  const words = new WordCounter();
  const header = headerTexts(grid, place, top, bottom, path);
  const dates: ColumnDate[] = [];
  const holdsCodes = isCodeHeader(header);
  let strings = 0;
  let longest = 0;
  let errors = 0;
  let before: CellValue;
  let foldedBefore: string | undefined;
  for (const [index, row] of rows.entries()) {
    if (index % rowsInStep === 0) yield;
    const value = grid.value(row, place);
    if (isBlank(value)) continue;
    filled[index] = 1;
    if (typeof value === "object") errors++;
    const folded = typeof value === "string" && value.length < longestAlike ? words.fold(value) : undefined;
    const isSame = value === before || (folded !== undefined && typeof before === "string" && folded === (foldedBefore ?? foldTerm(before)));
    if (anew.has(row) || !isSame) starts[index] = 1;
    before = value;
    foldedBefore = folded;
    const day = holdsCodes ? dayOf(grid, row, place) : undefined;
    if (day) dates.push({ index, day });
    if (typeof value === "number") {
      if (!isDateFormat(grid.numberFormat(row, place))) numbers.push(value);
      if (Number.isInteger(value) && value > 0 && value < 1000) codes.push({ index, code: [value], writing: "{1}", title: "" });
    } else if (typeof value === "string") {
      strings++;
      longest = Math.max(longest, value.length);
      words.add(value, { row, column: place });
      const met = scanner.code(value);
      if (met) codes.push({ index, code: met.code, writing: met.clean ? met.writing : "", title: met.rest });
    }
  }
  const count = filled.reduce((sum, one) => sum + one, -errors);
  const startCount = starts.reduce((sum, one) => sum + one, 0);
  return { place, order: place, path, header, filled, count, starts, startCount, numbers, strings, longest, words: words.words(), codes, dates };
}

/** The day that a cell holds or held: a date, its text, or the number left of it. */
function dayOf(grid: Grid, row: number, column: number): TextDay | undefined {
  const value = grid.value(row, column);
  if (typeof value === "string") return daysOfText(value)[0];
  if (typeof value !== "number") return undefined;
  return isDateFormat(grid.numberFormat(row, column)) ? dayOfSerial(value, grid.date1904) : daysOfText(String(value))[0];
}

/** The header's words as written, without digits that change every year. */
function headerTexts(grid: Grid, place: number, top: number, bottom: number, path: HeaderPath): readonly string[] {
  const own: string[] = [];
  for (let row = top; row <= bottom; row++) {
    const value = grid.value(row, place);
    if (typeof value === "string" && !isBlank(value)) own.push(tidy(value).replace(/\s+/g, ""));
  }
  return own.length > 0 && path.own ? [...path.words.slice(0, Math.max(0, path.words.length - own.length)), ...own] : path.words;
}

/** Counts short texts, with spelling variants as one. */
class WordCounter {
  readonly #words = new Map<string, { readonly at: CellPlace; count: number; readonly rows: number[]; readonly ways: Map<string, number> }>();
  readonly #folded = new Map<string, string>();

  /** The text folded, a short one once. */
  fold(text: string): string {
    if (text.length > longestWord) return foldTerm(text);
    const known = this.#folded.get(text) ?? foldTerm(text);
    this.#folded.set(text, known);
    return known;
  }

  add(text: string, at: CellPlace): void {
    if (text.length > longestWord) return;
    const folded = this.fold(text);
    const word = this.#words.get(folded);
    if (word) {
      word.count++;
      word.rows.push(at.row);
      word.ways.set(text, (word.ways.get(text) ?? 0) + 1);
    } else if (this.#words.size < mostWords) this.#words.set(folded, { at, count: 1, rows: [at.row], ways: new Map([[text, 1]]) });
  }

  words(): readonly Word[] {
    return [...this.#words.values()]
      .map(({ at, count, rows, ways }): Word => {
        const [text, times] = [...ways].reduce((most, way) => (way[1] > most[1] || (way[1] === most[1] && way[0].length < most[0].length) ? way : most));
        return { at, count, rows, text: tidy(text), isUsual: times > 1 && times > count / 2 };
      })
      .sort((one, other) => other.count - one.count);
  }
}

/** The most frequent writing of the codes with so many numbers; the plain one if none is repeated. */
export function usualWriting(codes: readonly ColumnCode[], size: number): string {
  const counts = new Map<string, number>();
  for (const { code, writing } of codes) if (code.length === size && writing !== "") counts.set(writing.trimEnd(), (counts.get(writing.trimEnd()) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? Array.from({ length: size }, (_, index) => `{${index + 1}}`).join("-");
}
