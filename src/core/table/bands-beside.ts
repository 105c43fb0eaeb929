import { knownWords } from "../form/code.ts";
import { isBlank } from "../form/reader.ts";
import { scanAny } from "../form/scan.ts";
import type { Grid } from "../model/grid.ts";
import { largest } from "../model/many.ts";
import { cellText } from "../wording/phrase.ts";
import { foldHeader } from "./header.ts";
import { countFilled, fewestWords, headOf, headsIn, isListHead, type Head, type Rows } from "./heads.ts";
import { headsLike } from "./repeated-heads.ts";
import { namesGrades } from "./same-column.ts";

/** Columns of a sheet, both inclusive. */
export interface Columns {
  readonly left: number;
  readonly right: number;
}

/** Columns in which tables of one form stand below each other. */
export interface Band extends Columns {
  /** The rows of their heads. */
  readonly heads: readonly number[];
}

/** Tables of one form in bands of columns, and other lists beside them. */
export interface BandsBeside {
  readonly bands: readonly Band[];
  readonly lists: readonly Columns[];
}

/** Number of heads that are tried as that of the form. */
const mostTried = 3;

/** The tables and lists that stand side by side, on the same rows or not. Undefined where none do. Linear in the cells. */
export function findBandsBeside(grid: Grid): BandsBeside | undefined {
  const heads = headsIn(grid);
  for (const { row } of heads) {
    const bands = wordsAgain(grid, row);
    if (bands.length > 1) return { bands: withHeads(grid, bands, bands[0], row), lists: [] };
  }
  // A head may have lost a word.
  const from = heads[0]?.row ?? firstOfSeveral(grid);
  return from < 0 ? undefined : betweenBlanks(grid, from);
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
function withHeads(grid: Rows, all: readonly Columns[], columns: Columns | undefined, row: number): readonly Band[] {
  const cells = columns ? columnsOf(grid, columns).row(row) : [];
  const head = headOf(row, cells);
  return all.map((band) => ({ ...band, heads: headsLike(columnsOf(grid, band), head, cells).map((like) => like.row) })).filter(({ heads }) => heads.length > 0);
}

/**
 * The bands of columns of a head that says the same words again: after an empty column, or where each band begins with codes. Words alone do
 * not tell: the halves of a year repeat theirs too.
 */
function wordsAgain(grid: Grid, row: number): readonly Columns[] {
  const words = grid.row(row).flatMap((value, column) => (isBlank(value) ? [] : [{ column, word: foldHeader(cellText(value)) }]));
  const again = words.findIndex(({ word }, index) => index >= fewestWords && word === words[0]?.word);
  if (again < 0 || words.length % again !== 0 || words.some(({ word }, index) => word !== words[index % again]?.word)) return [];
  const starts = words.filter((_, index) => index % again === 0).map(({ column }) => column);
  const bands = starts.map((left, index) => ({ left: index === 0 ? 0 : left, right: (starts[index + 1] ?? Number.POSITIVE_INFINITY) - 1 }));
  return bands.slice(0, -1).every(({ right }) => isEmptyFrom(grid, row, right)) || starts.every((column) => beginsWithCode(grid, row + 1, column)) ? bands : [];
}

/** True where the first filled cell from a row on is nothing but a code. */
function beginsWithCode(grid: Grid, from: number, column: number): boolean {
  let row = from;
  while (row < grid.rowCount && isBlank(grid.value(row, column))) row++;
  return scanAny(cellText(grid.value(row, column)).slice(0, 80), knownWords)?.rest === "";
}

function isEmptyFrom(grid: Grid, from: number, column: number): boolean {
  for (let row = from; row < grid.rowCount; row++) if (!isBlank(grid.value(row, column))) return false;
  return true;
}

/** The tables of one form between columns that are blank from a row on; otherwise the tables of the first columns, and lists beside them. */
function betweenBlanks(grid: Grid, from: number): BandsBeside | undefined {
  const runs = runsOf(grid, from);
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
function apart(runs: readonly Columns[], bands: readonly Band[], isList: (run: Columns) => boolean): BandsBeside {
  const starts = new Map(bands.map((band) => [band.left, band]));
  const all: { left: number; right: number; band?: Band }[] = [];
  for (const run of runs) {
    const band = starts.get(run.left);
    const last = all.at(-1);
    if (band || isList(run)) all.push({ ...run, ...(band && { band }) });
    else if (last) last.right = run.right;
  }
  const reaching = all.map(({ left, right, band }, index) => ({ band, columns: { left: index === 0 ? 0 : left, right: index === all.length - 1 ? Number.POSITIVE_INFINITY : right } }));
  return { bands: reaching.flatMap(({ band, columns }) => (band ? [{ ...columns, heads: band.heads }] : [])), lists: reaching.flatMap(({ band, columns }) => (band ? [] : [columns])) };
}

/** The columns that are filled from a row on, parted by blank ones. */
function runsOf(grid: Grid, from: number): readonly Columns[] {
  const used: boolean[] = [];
  for (let row = from; row < grid.rowCount; row++) grid.row(row).forEach((value, column) => void (isBlank(value) || (used[column] = true)));
  const runs: { left: number; right: number }[] = [];
  used.forEach((_, column) => {
    const last = runs.at(-1);
    if (last?.right === column - 1) last.right = column;
    else runs.push({ left: column, right: column });
  });
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

/** True for a list without grades that is no part of the tables on its left: it begins at no head of theirs, or ends long before them or after them. */
function standsAlone(grid: Grid, run: Columns, left: readonly Columns[], bands: readonly Band[]): boolean {
  const list = listIn(grid, run);
  if (!list || [...list.head.words].some(namesGrades)) return false;
  const beside = columnsOf(grid, { left: 0, right: largest(left.map(({ right }) => right), -1) });
  if (!bands.some(({ heads }) => heads.includes(list.head.row)) || countFilled(beside.row(list.last), 1) === 0) return true;
  let end = list.last;
  while (countFilled(beside.row(end + 1), 1) > 0 && countFilled(columnsOf(grid, run).row(end + 1), 1) === 0) end++;
  return end > list.last + 1 && countFilled(beside.row(end + 1), 1) === 0;
}
