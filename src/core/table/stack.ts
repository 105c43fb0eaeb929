import { leadingCode } from "../form/leading-code.ts";
import { isBlank } from "../form/reader.ts";
import type { Block } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { largest, smallest } from "../model/many.ts";
import { withoutSpace } from "../wording/hidden.ts";
import { cellText } from "../wording/phrase.ts";
import { countFilled, headReach, headsIn, mostForms, type Head } from "./heads.ts";
import { LikeColumns, gridWidth, type TableRows } from "./like-columns.ts";
import { listHeads } from "./lists.ts";
import { repeatedHeads } from "./repeated-heads.ts";
import { linesAbove, titlesOf, type TableTitle, type TitleLine } from "./titles.ts";

const noteMarks = /^[\s\u3000]*(?:[※＊*]|[（(]?注)/;

/** One of several tables of one form on a sheet. Rows are zero-based, both inclusive. */
export interface StackedTable extends TableRows {
  /** The item above it that names all of its rows. */
  readonly title: TableTitle | undefined;
  /** The positions of the first table's columns in this one; -1 for a missing one. */
  readonly columns: Int32Array;
  /** Set where it has no head of its own, and the columns of the first table. */
  readonly isHeadless?: boolean;
}

/** The tables of one form on a sheet, one below the other. */
export interface TableStack {
  readonly tables: readonly StackedTable[];
  /** The titles' word for their items; "" where they only have a number, undefined where the tables have no titles. */
  readonly titleWord: string | undefined;
  /** The sheet's tables of other forms, without the lines around them. */
  readonly others: readonly Block[];
  /** Rows outside of their data: repeated heads, titles, notes in between, and tables of other forms. */
  readonly apart: ReadonlySet<number>;
}

/**
 * The tables of a sheet, one below the other, if there are several: those with the same head, otherwise each list with its
 * own head, the largest first. Empty if the sheet has one table. Linear in the cells.
 */
export function findStacks(grid: Grid): readonly TableStack[] {
  const heads = headsIn(grid);
  const own = repeatedHeads(grid, heads);
  const lists = listHeads(grid, heads, own);
  if (own.length > 0) return [stackOf(grid, own, lists)];
  if (lists.length < 2) return [];
  const sized = lists.map((head, index) => ({ head, size: filledRows(grid, head.row + 1, (lists[index + 1]?.row ?? grid.rowCount) - 1) }));
  return sized.filter(({ size }) => size > 2).sort((one, other) => other.size - one.size).slice(0, mostForms).map(({ head }) => stackOf(grid, [head], lists.filter((other) => other !== head)));
}

/** A table without any of the grades that the first one has is one of another form. */
function stackOf(grid: Grid, own: readonly Head[], others: readonly Head[]): TableStack {
  const parts = partsOf(grid, own, others);
  const [first] = parts.tables;
  if (!first) return { ...parts, tables: [], titleWord: undefined };
  const like = new LikeColumns(grid, first, gridWidth(grid));
  const tables = parts.tables.map((table) => ({ ...table, columns: like.in(table) }));
  const isOther = tables.map(({ columns }) => like.lacksGrades(columns));
  // Empty tables before the first one are not among these.
  const skipped = own.length - tables.length;
  const isOwn = (_: Head, index: number) => isOther[index - skipped] !== true;
  if (isOther.includes(true)) return stackOf(grid, own.filter(isOwn), [...others, ...own.filter((head, index) => !isOwn(head, index))]);
  const titles = titlesOf(parts.lines);
  return { tables: tables.map((table, index) => ({ ...table, title: titles?.items[index] })), titleWord: titles?.word, others: parts.others, apart: parts.apart };
}

interface Parts extends Pick<TableStack, "others" | "apart"> {
  readonly tables: readonly TableRows[];
  /** The lines above each table. */
  readonly lines: readonly (readonly TitleLine[])[];
}

/** The rows of the tables of one form and of others, by their heads. */
function partsOf(grid: Grid, own: readonly Head[], others: readonly Head[]): Parts {
  const { above, below } = commonRows(grid, own);
  const height = above + below + 1;
  const headRows = new Set(own.flatMap(({ row }) => Array.from({ length: height }, (_, step) => row - above + step)));
  const starts = [...own.map(({ row }) => ({ row: row - above, isOwn: true })), ...others.filter(({ row }) => !headRows.has(row)).map(({ row }) => ({ row, isOwn: false }))].sort((one, other) => one.row - other.row);
  const apart = new Set<number>();
  const setApart = (from: number, to: number) => {
    for (let row = from; row <= to; row++) apart.add(row);
  };
  const tables: TableRows[] = [];
  const otherTables: Block[] = [];
  const lines: (readonly TitleLine[])[] = [];
  starts.forEach(({ row: top, isOwn }, index) => {
    const next = starts[index + 1];
    const end = next ? next.row - linesAbove(grid, next.row, top + 1).length - 1 : grid.rowCount - 1;
    const titles = linesAbove(grid, top, (starts[index - 1]?.row ?? -1) + 1);
    if (!isOwn) {
      setApart(top - titles.length, end);
      const other = blockOf(grid, top, lastOfData(grid, top, end));
      if (other) otherTables.push(other);
      return;
    }
    const bottom = top + height - 1;
    const filled = firstFilled(grid, bottom + 1, end);
    const last = next ? lastOfData(grid, filled, end) : end;
    const [from, to] = isEmpty(grid, filled, last) ? [bottom + 1, bottom] : [filled, last];
    setApart(to + 1, end);
    tables.push({ top, bottom, from, to });
    lines.push(titles);
  });
  // The first table's head is that of all, and must stand above data.
  const first = Math.max(0, tables.findIndex(({ from, to }) => to >= from));
  tables.forEach(({ top, bottom }, index) => {
    if (index !== first) setApart(top - (lines[index]?.length ?? 0), bottom);
  });
  return { tables: tables.slice(first), lines: lines.slice(first), others: otherTables, apart };
}

/** True for rows with nothing but perhaps one text: 該当なし. */
function isEmpty(grid: Grid, from: number, to: number): boolean {
  let texts = 0;
  for (let row = from; row <= to && texts < 2; row++) {
    const cells = grid.row(row);
    if (countFilled(cells, 1) === 0) continue;
    const value = countFilled(cells, 2) === 1 ? cells.find((one) => !isBlank(one)) : undefined;
    texts += typeof value === "string" && !leadingCode(value) ? 1 : 2;
  }
  return texts < 2;
}

/** The filled columns of a table's rows; undefined for a head without rows. */
function blockOf(grid: Grid, from: number, to: number): Block | undefined {
  if (to <= from) return undefined;
  const columns: number[] = [];
  for (let row = from; row <= to; row++) grid.row(row).forEach((value, column) => void (isBlank(value) || columns.push(column)));
  return { first: { row: from, column: smallest(columns) }, last: { row: to, column: largest(columns) } };
}

/** Number of rows above and below the heads' words that are equal in all tables. */
function commonRows(grid: Grid, heads: readonly Head[]): { readonly above: number; readonly below: number } {
  const key = (head: Head, step: number) => wordsKey(grid.row(head.row + step), grid.row(head.row));
  const isCommon = (step: number) => {
    const [first = "", ...rest] = heads.map((head) => key(head, step));
    return first !== "" && rest.length > 0 && rest.every((other) => other === first);
  };
  let above = 0;
  let below = 0;
  while (above < headReach && isCommon(-above - 1)) above++;
  while (below < headReach && isCommon(below + 1)) below++;
  return { above, below };
}

/** The words of a row in their order; "" for one that has a number or begins an item. Further right than the head's first word no item begins: ①妥当性, or grades. */
function wordsKey(cells: readonly CellValue[], head: readonly CellValue[]): string {
  const filled = cells.filter((value) => !isBlank(value));
  const isInside = isBlank(cells[head.findIndex((value) => !isBlank(value))]);
  const words = filled.map(cellText).filter((text, index) => text.length <= 60 && (isInside || (typeof filled[index] === "string" && !leadingCode(text))));
  return words.length === filled.length ? words.map(withoutSpace).join("\u0000") : "";
}

/** The last row of a table's data, without notes below it and separate single lines. */
function lastOfData(grid: Grid, from: number, end: number): number {
  let to = end;
  while (to >= from && isNote(grid, to)) to--;
  return to;
}

function isNote(grid: Grid, row: number): boolean {
  const filled = grid.row(row).filter((value) => !isBlank(value));
  const [first] = filled;
  if (filled.length > 1) return false;
  return first === undefined || noteMarks.test(cellText(first)) || countFilled(grid.row(row - 1), 1) === 0;
}

function firstFilled(grid: Grid, from: number, end: number): number {
  let row = from;
  while (row < end && countFilled(grid.row(row), 1) === 0) row++;
  return row;
}

function filledRows(grid: Grid, from: number, to: number): number {
  let count = 0;
  for (let row = from; row <= to; row++) if (countFilled(grid.row(row), 2) === 2) count++;
  return count;
}
