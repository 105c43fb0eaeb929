import { isBlank } from "../form/reader.ts";
import type { Grid } from "../model/grid.ts";
import { widestTable } from "./extent.ts";
import { foldHeader, headerPaths, noPath, type HeaderPath } from "./header.ts";
import { columnWordOf, meansTheSame, namesGrades, type ColumnWord } from "./same-column.ts";

/** The rows of a table: its head and its data, zero-based and inclusive; `to` is below `from` where it has none. */
export interface TableRows {
  readonly top: number;
  readonly bottom: number;
  readonly from: number;
  readonly to: number;
}

const longestWord = 60;

/** Number of columns of a sheet that tables are looked for in. */
export function gridWidth(grid: Grid): number {
  let width = 0;
  for (let row = 0; row < grid.rowCount; row++) width = Math.max(width, grid.row(row).length);
  return Math.min(widestTable, width);
}

/**
 * Finds the columns of the first of several tables in each of them. A column under another header is the same one in its place if
 * the header is missing, overwritten, or means the same, or if the cells are the same words.
 */
export class LikeColumns {
  readonly #head: HeadShape;
  readonly #paths: readonly HeaderPath[];
  readonly #own: readonly ColumnWord[];
  /** By column of the first table, the texts of its data. */
  readonly #texts = new Map<number, ReadonlySet<string>>();
  #all: ReadonlySet<string> | undefined;

  constructor(
    readonly grid: Grid,
    readonly first: TableRows,
    readonly width: number,
  ) {
    this.#head = shapeOf(grid, first);
    this.#paths = headerPaths(grid, first.top, first.bottom, width);
    this.#own = this.#paths.map(ownWord);
  }

  /** The positions of the first table's columns in another table; -1 for a missing one. */
  in(table: TableRows): Int32Array {
    const head = shapeOf(this.grid, table);
    const shift = head.left - this.#head.left;
    if (head.shape === this.#head.shape) return Int32Array.from({ length: this.width }, (_, column) => Math.max(-1, column + shift));
    const paths = headerPaths(this.grid, table.top, table.bottom, this.width);
    const places = new Map<string, number[]>();
    paths.forEach((path, column) => {
      const known = places.get(keyOf(path));
      if (known) known.push(column);
      else places.set(keyOf(path), [column]);
    });
    const columns = Int32Array.from(this.#paths, (path) => (path.words.length === 0 ? -1 : (places.get(keyOf(path))?.shift() ?? -1)));
    return this.#completed(columns, paths, table);
  }

  /** True for a table that lacks each column of grades that the first one has. */
  lacksGrades(columns: Int32Array): boolean {
    const grades = this.#paths.flatMap((path, column) => (namesGrades(path.words.at(-1) ?? "") ? [column] : []));
    return grades.length > 0 && grades.every((column) => (columns[column] ?? -1) < 0);
  }

  /** Columns without their words are looked for in their own place, or between their neighbours. */
  #completed(columns: Int32Array, paths: readonly HeaderPath[], table: TableRows): Int32Array {
    const own = paths.map(ownWord);
    const taken = new Set(columns);
    const known = columns.findIndex((place) => place >= 0);
    const shift = known < 0 ? 0 : (columns[known] ?? 0) - known;
    const texts = new Map<number, ReadonlySet<string>>();
    const textsAt = (place: number) => {
      const own = texts.get(place) ?? textsOf(this.grid, table, place);
      texts.set(place, own);
      return own;
    };
    let free = 0;
    columns.forEach((place, column) => {
      if (place >= 0) {
        free = place + 1;
        return;
      }
      const next = columns.find((other, later) => later > column && other >= 0) ?? this.width;
      const between = Array.from({ length: Math.max(0, next - free) }, (_, step) => free + step);
      const isFree = (other: number) => other >= 0 && other < this.width && !taken.has(other);
      const near = [column + shift, ...between].find((other) => isFree(other) && this.#isSame(column, own[other] ?? noWord, paths[other] ?? noPath, textsAt(other)));
      const found = near ?? this.#elsewhere(column, own, isFree);
      if (found === undefined) return;
      columns[column] = found;
      taken.add(found);
      free = found + 1;
    });
    return columns;
  }

  /** The place of a column by a header that means the same, wherever it is. */
  #elsewhere(column: number, own: readonly ColumnWord[], isFree: (place: number) => boolean): number | undefined {
    const one = this.#own[column] ?? noWord;
    const place = own.findIndex((other, at) => other.word !== "" && isFree(at) && meansTheSame(one, other));
    return place < 0 ? undefined : place;
  }

  #isSame(column: number, other: ColumnWord, path: HeaderPath, texts: ReadonlySet<string>): boolean {
    const known = this.#textsIn(column);
    const one = this.#own[column] ?? noWord;
    if (one.word === "" && known.size === 0) return false;
    if (one.word === "" || other.word === "") return texts.size > 0;
    if (meansTheSame(one, other)) return true;
    const both = [...texts].filter((text) => known.has(text)).length;
    return (both > 0 && 2 * both >= Math.min(texts.size, known.size)) || this.#isData(path.text);
  }

  #textsIn(column: number): ReadonlySet<string> {
    const known = this.#texts.get(column) ?? textsOf(this.grid, this.first, column);
    this.#texts.set(column, known);
    return known;
  }

  /** True for a header that stands in the first table's data: the word was written over it. */
  #isData(text: string): boolean {
    this.#all ??= new Set(Array.from({ length: this.width }, (_, column) => [...this.#textsIn(column)]).flat());
    return this.#all.has(text);
  }
}

/** The last word above a column, unless it is that of the column on its left. */
function ownWord(path: HeaderPath): ColumnWord {
  return columnWordOf(path.own ? (path.words.at(-1) ?? "") : "");
}

const noWord = columnWordOf("");

function keyOf({ words }: HeaderPath): string {
  return words.join("\u0000");
}

/** The short texts of a column, and its numbers as text. */
function textsOf(grid: Grid, { from, to }: TableRows, column: number): ReadonlySet<string> {
  const texts = new Set<string>();
  for (let row = from; row <= to; row++) {
    const value = grid.value(row, column);
    if (!isBlank(value) && typeof value !== "object" && String(value).length <= longestWord) texts.add(String(value));
  }
  return texts;
}

interface HeadShape {
  readonly left: number;
  readonly shape: string;
}

/** A head's words with their places, from its first column on. */
function shapeOf(grid: Grid, { top, bottom }: TableRows): HeadShape {
  const cells: { readonly row: number; readonly column: number; readonly word: string }[] = [];
  for (let row = top; row <= bottom; row++) grid.row(row).forEach((value, column) => void (isBlank(value) || cells.push({ row: row - top, column, word: typeof value === "string" ? foldHeader(value) : "" })));
  const left = cells.reduce((least, { column }) => Math.min(least, column), Infinity);
  return { left, shape: cells.map(({ row, column, word }) => `${row} ${column - left} ${word}`).join("\u0000") };
}
