import { leadingCode } from "../form/leading-code.ts";
import { isBlank } from "../form/reader.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { largest, smallest } from "../model/many.ts";
import { cellText } from "../wording/phrase.ts";
import { widestTable } from "./extent.ts";
import { foldHeader } from "./header.ts";
import { countFilled, fewestWords, headOf, headsIn, isListHead, sameForm, type Head, type Rows } from "./heads.ts";
import { headsItems } from "./lone-rows.ts";
import { headsLike } from "./repeated-heads.ts";
import { namesGrades } from "./same-column.ts";
import { usedFrom } from "./used-columns.ts";

/** Columns of a sheet, both inclusive. */
export interface Columns {
  readonly left: number;
  readonly right: number;
}

/** Columns in which tables of one form stand below each other. */
export interface ColumnBand extends Columns {
  /** The rows of their heads. */
  readonly heads: readonly number[];
}

/** Tables of one form in bands of columns, and other lists beside them. */
export interface BandsBeside {
  readonly bands: readonly ColumnBand[];
  readonly lists: readonly Columns[];
}

/** Number of heads that are tried as that of the form. */
const mostTried = 3;
/** Number of cells in a column between tables that need not be blank. */
const mostStray = 2;

/** The tables and lists that stand side by side, on the same rows or not. Undefined where none do. Linear in the cells. */
export function findBandsBeside(grid: Grid): BandsBeside | undefined {
  const heads = headsIn(grid);
  // A head may have lost a word.
  const from = heads[0]?.row ?? firstOfSeveral(grid);
  if (from < 0) return undefined;
  const repeating = heads.filter(({ row }) => saysAgain(grid.row(row)));
  const tried = new Set([...repeating.slice(0, mostTried), ...heads.filter((head) => isListHead(grid, head)).slice(0, mostTried)]);
  const used = usedFrom(grid, from);
  for (const { row } of tried) {
    const places = wordsAgain(grid, row, used);
    const runs = places.length > 1 ? runsOf(used, places) : [];
    const bands = withHeads(grid, runs, runs.find(({ left, right }) => places.some((place) => place.rows.includes(row) && place.left >= left && place.left <= right)), row);
    if (bands.length > 1) return apart(runs, bands, (run) => listIn(grid, run) !== undefined);
  }
  return betweenBlanks(grid, used);
}

function firstOfSeveral(grid: Rows): number {
  for (let row = 0; row < grid.rowCount; row++) if (countFilled(grid.row(row), fewestWords) === fewestWords) return row;
  return -1;
}

/** Some columns of a grid, the first of them as column A. */
export function columnsOf(grid: Rows, { left, right }: Columns): Rows {
  return { rowCount: grid.rowCount, row: (row) => grid.row(row).slice(left, right + 1) };
}

/** The bands with the heads that are like the one in some columns of a row; without the bands that have none. */
function withHeads(grid: Rows, all: readonly Columns[], columns: Columns | undefined, row: number): readonly ColumnBand[] {
  const cells = columns ? columnsOf(grid, columns).row(row) : [];
  const head = headOf(row, cells);
  return all.map((band) => ({ ...band, heads: headsLike(columnsOf(grid, band), head, cells).map((like) => like.row) })).filter(({ heads }) => heads.length > 0);
}

/** The columns of a head's words, in one of its rows or several, and whether a blank column parts them from the place before. */
interface WordsPlace extends Columns {
  readonly rows: readonly number[];
  readonly isAfterGap: boolean;
}

/**
 * Where a head says its words, on any row, in columns of their own; empty unless each place is after a blank column, or begins with codes as
 * the first one does, which has nothing on its left. Words alone do not tell: the halves of a year repeat theirs too, above numbers.
 */
function wordsAgain(grid: Grid, row: number, used: readonly number[]): readonly WordsPlace[] {
  const places: { left: number; right: number; rows: number[] }[] = [];
  for (const { left, right, row: at } of occurrences(grid, row, used).sort((one, other) => one.left - other.left || one.row - other.row)) {
    const last = places.at(-1);
    if (!last || left > last.right) places.push({ left, right, rows: [at] });
    else {
      last.right = Math.max(last.right, right);
      last.rows.push(at);
    }
  }
  const [first] = places;
  if (first && grid.row((first.rows[0] ?? 0) + 1).slice(0, first.left).some((value) => !isBlank(value))) return [];
  const parted = places.map((place, index) => ({ ...place, isAfterGap: isGap(grid, smallest(place.rows), place.left - 1, places[index - 1]) }));
  const isCoded = parted.map(({ left, rows }) => beginsWithCode(grid, (rows[0] ?? 0) + 1, left));
  return parted.every(({ isAfterGap }, index) => index === 0 || isAfterGap || (isCoded[0] && isCoded[index])) ? parted : [];
}

function occurrences(grid: Grid, row: number, used: readonly number[]): { readonly row: number; readonly left: number; readonly right: number }[] {
  const cells = grid.row(row);
  const words = cells.flatMap((value) => (isBlank(value) ? [] : [foldHeader(cellText(value))]));
  const start = cells.findIndex((value) => !isBlank(value));
  const again = secondOf(words);
  const own = words.slice(0, Math.min(widestTable, again < 0 ? words.length : again));
  const fold = foldingEachOnce();
  const end = endOfWords(cells, start, own, fold);
  if (used.filter((column) => column < start || column > end).length < fewestWords) return [];
  const found: { row: number; left: number; right: number }[] = [];
  for (let at = 0; at < grid.rowCount; at++) {
    const all = grid.row(at);
    for (let left = 0; left < all.length; left++) {
      const value = all[left];
      if (value === undefined || (value !== cells[start] && (at !== row || isBlank(value) || fold(value) !== own[0]))) continue;
      const right = endOfWords(all, left, own, fold);
      if (right >= 0) found.push({ row: at, left, right });
    }
  }
  return found;
}

/** Folds words for comparison. Where cells are compared from many places on, each text is folded once. */
function foldingEachOnce(): (value: CellValue) => string {
  const known = new Map<CellValue, string>();
  return (value) => {
    let word = known.get(value);
    if (word === undefined) known.set(value, (word = foldHeader(cellText(value))));
    return word;
  };
}

function saysAgain(cells: readonly CellValue[]): boolean {
  return secondOf(cells.flatMap((value) => (isBlank(value) ? [] : [foldHeader(cellText(value))]))) >= 0;
}

/** The index of a head's first word said again; -1 if it is not. */
function secondOf(words: readonly string[]): number {
  return words.findIndex((word, index) => index >= fewestWords && word === words[0]);
}

/** The last column of cells that say most of the words in their order; -1 for other cells. */
function endOfWords(cells: readonly CellValue[], left: number, words: readonly string[], fold: (value: CellValue) => string): number {
  const least = Math.max(fewestWords, sameForm * words.length);
  let end = -1;
  let index = 0;
  let both = 0;
  for (let column = left; column < cells.length && index < words.length && both + words.length - index >= least; column++) {
    if (isBlank(cells[column])) continue;
    if (fold(cells[column]) === words[index]) {
      both++;
      end = column;
    }
    index++;
  }
  return both >= least ? end : -1;
}

/** True for a column behind the table on the left that is blank at the head and has hardly a cell below: stray marks belong to no table. */
function isGap(grid: Grid, row: number, column: number, left: Columns | undefined): boolean {
  if (!left || column <= left.right || !isBlank(grid.value(row, column))) return false;
  let stray = 0;
  for (let at = row + 1; at < grid.rowCount && stray <= mostStray; at++) if (!isBlank(grid.value(at, column))) stray++;
  return stray === 0 || (stray <= mostStray && 3 * stray <= grid.rowCount - row && isBlank(grid.value(row - 1, column)));
}

/** True where the first filled cell from a row on is nothing but a code. */
function beginsWithCode(grid: Grid, from: number, column: number): boolean {
  let row = from;
  while (row < grid.rowCount && isBlank(grid.value(row, column))) row++;
  return leadingCode(cellText(grid.value(row, column)))?.rest === "";
}

/** The tables of one form between columns that are blank from a row on; otherwise the tables of the first columns, and lists beside them. */
function betweenBlanks(grid: Grid, used: readonly number[]): BandsBeside | undefined {
  const runs = runsOf(used);
  if (runs.length < 2) return undefined;
  const own = runs.flatMap((run) => headsIn(columnsOf(grid, run)).filter((head) => isListHead(columnsOf(grid, run), head)).slice(0, 1).map((head) => ({ run, head })));
  for (const { run, head } of own.slice(0, mostTried)) {
    const bands = withHeads(grid, runs, run, head.row);
    if (bands.length > 1) return apart(runs, bands, (other) => listIn(grid, other) !== undefined);
  }
  const [first] = own;
  const bands = first && withHeads(grid, [first.run], first.run, first.head.row);
  const found = bands && apart(runs, bands, (run) => run !== first.run && standsAlone(grid, run, runs.slice(0, runs.indexOf(run)), bands));
  return found && found.lists.length > 0 ? found : undefined;
}

/** The bands reach to the next band or list, over all columns that are neither. */
function apart(runs: readonly Columns[], bands: readonly ColumnBand[], isList: (run: Columns) => boolean): BandsBeside {
  const starts = new Map(bands.map((band) => [band.left, band]));
  const all: { left: number; right: number; band?: ColumnBand }[] = [];
  for (const run of runs) {
    const band = starts.get(run.left);
    const last = all.at(-1);
    if (band || isList(run)) all.push({ ...run, ...(band && { band }) });
    else if (last) last.right = run.right;
  }
  const reaching = all.map(({ left, right, band }, index) => ({ band, columns: { left: index === 0 ? 0 : left, right: index === all.length - 1 ? Number.POSITIVE_INFINITY : right } }));
  return { bands: reaching.flatMap(({ band, columns }) => (band ? [{ ...columns, heads: band.heads }] : [])), lists: reaching.flatMap(({ band, columns }) => (band ? [] : [columns])) };
}

/** The used columns, parted by blank ones, and where tables of known places begin. */
function runsOf(used: readonly number[], places: readonly WordsPlace[] = []): readonly Columns[] {
  const gaps = new Set(places.flatMap(({ left, isAfterGap }) => (isAfterGap ? [left - 1] : [])));
  const runs: { left: number; right: number }[] = [];
  for (const column of used) {
    if (gaps.has(column)) continue;
    const last = runs.at(-1);
    const place = places.find(({ left, right }) => left <= column && column <= right);
    const isInside = place ? column > place.left : last?.right === column - 1;
    if (last && isInside) last.right = column;
    else runs.push({ left: column, right: column });
  }
  return runs;
}

/** The first head in some columns and the last of the rows below it, of two at least. */
function listIn(grid: Grid, columns: Columns): { readonly head: Head; readonly last: number } | undefined {
  const rows = columnsOf(grid, columns);
  const [head] = headsIn(rows);
  if (!head) return undefined;
  let last = head.row;
  while (countFilled(rows.row(last + 1), 2) === 2) last++;
  return last > head.row + 1 ? { head, last } : undefined;
}

/** True for a list that is no part of the tables on its left: it has numbers and names of its own; or no grades, and it begins at no head of theirs, or ends long before them or after them. */
function standsAlone(grid: Grid, run: Columns, left: readonly Columns[], bands: readonly ColumnBand[]): boolean {
  const list = listIn(grid, run);
  if (list && headsItems(columnsOf(grid, run).row(list.head.row)) && beginsWithCode(grid, list.head.row + 1, run.left)) return true;
  if (!list || [...list.head.words].some(namesGrades)) return false;
  const beside = columnsOf(grid, { left: 0, right: largest(left.map(({ right }) => right), -1) });
  if (!bands.some(({ heads }) => heads.includes(list.head.row)) || countFilled(beside.row(list.last), 1) === 0) return true;
  let end = list.last;
  while (countFilled(beside.row(end + 1), 1) > 0 && countFilled(columnsOf(grid, run).row(end + 1), 1) === 0) end++;
  return end > list.last + 1 && countFilled(beside.row(end + 1), 1) === 0;
}
