import { foldWord } from "../form/code-words.ts";
import { leadingCode } from "../form/leading-code.ts";
import { isBlank } from "../form/reader.ts";
import type { Grid } from "../model/grid.ts";
import { countFilled, headReach, headsIn, type Head } from "./heads.ts";
import { gridWidth } from "./like-columns.ts";
import type { StackedTable, TableStack } from "./stack.ts";
import { isNoteRow } from "./lone-rows.ts";
import { titleMarks } from "./titles.ts";

/** Number of bands that are no accident. */
const fewestBands = 2;
const longestBand = 60;
/** Number of filled cells of a row of data. */
const fewestCells = 3;
const noBand = /^[\s　]*(?:[※＊*]|[（(]?注|小?計|合計|総計|累計|平均)/;

interface Band {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly isWhole: boolean;
}

/**
 * The parts of a table whose items are named on rows of one cell each, where the rows below have their own names: (1) 大気環境, then its indicators.
 * Each part is a table without a head, and the band its title. Undefined where a sheet has none. Linear in the cells.
 */
export function findBands(grid: Grid): TableStack | undefined {
  for (const { row: head } of headsIn(grid)) {
    const first = [head + 1, head + 2].find((row) => bandAt(grid, row) !== undefined);
    const parts = first === undefined ? [] : partsFrom(grid, first);
    if (parts.length >= fewestBands && isShared(grid, parts)) return stackOf(head, parts, gridWidth(grid));
  }
  return undefined;
}

/** True if the only table of a sheet begins with bands right below each other, which are of several levels. */
export function hasNestedBands(grid: Grid): boolean {
  const isWide = (row: number) => countFilled(grid.row(row), fewestCells) === fewestCells;
  let row = 0;
  while (row < grid.rowCount && !isWide(row)) row++;
  for (const first = row; row - first < headReach && isWide(row); ) row++;
  if (!bandAt(grid, row) || !bandAt(grid, row + 1)) return false;
  const words = (head: Head) => [...head.words].sort().join("\u0000");
  const heads = headsIn(grid);
  const own = heads.find((head) => head.row === row - 1);
  return own !== undefined && heads.every((head) => head === own || words(head) !== words(own));
}

interface Part {
  readonly band: Band;
  /** The last row of its data; both are zero-based and inclusive. */
  readonly to: number;
}

/** A row of one cell with a name; undefined for any other row. */
export function bandAt(grid: Grid, row: number): Band | undefined {
  const cells = grid.row(row);
  if (countFilled(cells, 2) !== 1) return undefined;
  const column = cells.findIndex((value) => !isBlank(value));
  const value = cells[column];
  if (typeof value !== "string" || value.length > longestBand || noBand.test(value) || isNoteRow(cells)) return undefined;
  const text = value.replace(titleMarks, "");
  return { row, column, text, isWhole: text === value };
}

/** Bands in one column, each with rows of data right below it. */
function partsFrom(grid: Grid, first: number): readonly Part[] {
  const parts: Part[] = [];
  let row = first;
  for (let band = bandAt(grid, row); band; band = bandAt(grid, row)) {
    let to = row;
    // Below a row of data, one that lacks a cell is another.
    while (countFilled(grid.row(to + 1), fewestCells) >= fewestCells - Number(to > row)) to++;
    if (to === row || band.column !== (parts[0]?.band.column ?? band.column)) break;
    parts.push({ band, to });
    row = to + 1;
  }
  return parts;
}

/** True where the rows of data, or the first below each band, have names of their own in the bands' column, and the bands are written alike. */
function isShared(grid: Grid, parts: readonly Part[]): boolean {
  let rows = 0;
  let named = 0;
  for (const { band, to } of parts) {
    for (let row = band.row + 1; row <= to; row++) {
      rows++;
      if (!isBlank(grid.value(row, band.column))) named++;
    }
  }
  const areFirstNamed = parts.every(({ band: { row, column } }) => !isBlank(grid.value(row + 1, column)));
  return rows > parts.length && (areFirstNamed || named >= 0.7 * rows) && new Set(parts.map(({ band }) => leadingCode(band.text) !== undefined)).size === 1;
}

function stackOf(head: number, parts: readonly Part[], width: number): TableStack {
  const tables = parts.map(({ band: { row, column, text, isWhole }, to }, index): StackedTable => ({ top: index === 0 ? head : row, bottom: row, from: row + 1, to, title: { at: { row, column }, text, isWhole }, columns: Int32Array.from({ length: width }, (_, place) => place), isHeadless: true }));
  const words = new Set(parts.map(({ band: { text } }) => foldWord(leadingCode(text)?.writing.split("{")[0] ?? "")));
  const [word = ""] = words.size === 1 ? words : [];
  return { tables, titleWord: word, others: [], apart: new Set(parts.map(({ band }) => band.row)) };
}
