import type { Block, CellPlace } from "../model/address.ts";
import type { FullInspection, Inspection } from "../model/finding.ts";
import { knownWords } from "../form/code.ts";
import { isBlank } from "../form/reader.ts";
import { scanAny } from "../form/scan.ts";
import type { Grid } from "../model/grid.ts";
import { largest, smallest } from "../model/many.ts";
import { cellText } from "../wording/phrase.ts";
import { headsIn } from "./heads.ts";
import { foldHeader } from "./header.ts";
import { byCell, inputRulesBack, ledBack, outlineBack, type WayBack } from "./way-back.ts";

/** Tables side by side under the same words: each band of columns below the one before, so that they are tables below each other. */
export interface UnfoldedTables {
  readonly grid: Grid;
  readonly placeOf: (place: CellPlace) => CellPlace;
  /** False for the rows between and below the tables, which are on no sheet. */
  readonly hasRow: (row: number) => boolean;
}

interface Band {
  readonly left: number;
  readonly right: number;
}

/** Words of a head at least. */
const fewestWords = 3;

/** The sheet with the tables that stand side by side below each other, row of tables by row of tables. Undefined where none do. Linear in the cells. */
export function unfoldTables(grid: Grid): UnfoldedTables | undefined {
  const heads = headsIn(grid).map(({ row }) => ({ row, bands: bandsOf(grid, row) })).filter(({ bands }) => bands.length > 1);
  const [first] = heads;
  if (!first) return undefined;
  const isLike = (bands: readonly Band[]) => bands.length === first.bands.length && bands.every(({ left }, index) => left === first.bands[index]?.left);
  return unfold(grid, heads.filter(({ bands }) => isLike(bands)).map(({ row }) => firstRowOf(grid, row, first.bands)), first.bands);
}

/**
 * The bands of columns of a head that says the same words again: after an empty column, or where each band begins with codes. Words alone do
 * not tell: the halves of a year repeat theirs too.
 */
function bandsOf(grid: Grid, row: number): readonly Band[] {
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

/** Titles of the tables stand above their heads, as far as the columns between the tables stay empty. */
function firstRowOf(grid: Grid, head: number, bands: readonly Band[]): number {
  const [, second] = bands;
  let row = head;
  while (row > 0 && second && grid.row(row - 1).slice(second.left).some((value) => !isBlank(value)) && bands.slice(0, -1).every(({ right }) => isBlank(grid.value(row - 1, right)))) row--;
  return row;
}

/** @param starts the first row of each row of tables */
function unfold(grid: Grid, starts: readonly number[], bands: readonly Band[]): UnfoldedTables {
  const [from = 0] = starts;
  const [first] = bands;
  const start = firstColumn(grid, from);
  /** The real row of each row, -1 for one between tables, and its band. */
  const lines = Array.from({ length: from }, (_, row) => ({ row, band: 0 }));
  const below = belowAll(grid, starts.at(-1) ?? 0, bands);
  starts.forEach((top, index) => {
    const end = starts[index + 1] ?? below;
    bands.forEach((_, band) => {
      for (let row = top; row < end; row++) lines.push({ row, band });
      lines.push({ row: -1, band });
    });
  });
  for (let row = below; row < grid.rowCount; row++) lines.push({ row, band: 0 });
  const placeOf = ({ row, column }: CellPlace): CellPlace => {
    const { row: real = row, band = 0 } = lines[row] ?? {};
    return { row: real, column: band === 0 ? column : column - start + (bands[band]?.left ?? 0) };
  };
  const rows = lines.map(({ row, band }, index) => {
    if (index < from) return grid.row(row);
    const { left, right } = bands[band] ?? { left: 0, right: -1 };
    const own = row < 0 ? [] : grid.row(row).slice(left, right + 1);
    return bands[band] === first ? own : [...Array.from({ length: start }, () => undefined), ...own];
  });
  const told = <T>(row: number, column: number, ask: (row: number, column: number) => T): T => {
    const at = placeOf({ row, column });
    return ask(at.row, at.column);
  };
  return {
    placeOf,
    hasRow: (row) => (lines[row]?.row ?? -1) >= 0,
    grid: {
      sheet: grid.sheet,
      rowCount: rows.length,
      date1904: grid.date1904,
      hiddenRows: grid.hiddenRows,
      row: (row) => rows[row] ?? [],
      value: (row, column) => rows[row]?.[column],
      numberFormat: (row, column) => told(row, column, (at, place) => grid.numberFormat(at, place)),
      anchorRow: (row, column) => row - told(row, column, (at, place) => at - grid.anchorRow(at, place)),
      hasAny: (note) => grid.hasAny(note),
      has: (note, row, column) => told(row, column, (at, place) => grid.has(note, at, place)),
      allows: (row, column, text) => told(row, column, (at, place) => grid.allows(at, place, text)),
    },
  };
}

/** The first row of what stands below all tables, a legend or notes: after a blank row, and with nothing beside it to the end. */
function belowAll(grid: Grid, top: number, [, second]: readonly Band[]): number {
  let below = grid.rowCount;
  for (let row = grid.rowCount - 1; row > top && second && grid.row(row).slice(second.left).every(isBlank); row--) {
    if (grid.row(row).every(isBlank)) below = row + 1;
  }
  return below;
}

function firstColumn(grid: Grid, row: number): number {
  return Math.max(0, grid.row(row).findIndex((value) => !isBlank(value)));
}

/** The result of a check of the unfolded tables, at the cells of the sheet. */
export function folded(inspection: Inspection, unfolded: UnfoldedTables): Inspection {
  return ledBack(inspection, wayBack(unfolded));
}

/** The same for a full result. Rows tell no section where tables stand side by side. */
export function fullyFolded(inspection: FullInspection, unfolded: UnfoldedTables): FullInspection {
  const { placeOf } = unfolded;
  const { outline, inputRules } = inspection.overview;
  const way = wayBack(unfolded);
  const led = outlineBack(outline, way);
  const rows = (own: Int32Array) => own.map((row) => placeOf({ row, column: 0 }).row);
  const overview = { outline: { ...led, firstRows: rows(outline.firstRows), lastRows: rows(outline.lastRows) }, sections: null, inputRules: inputRulesBack(inputRules, (block) => blocksOf(block, unfolded)) };
  return { ...ledBack(inspection, way), overview };
}

function wayBack(unfolded: UnfoldedTables): WayBack {
  const { placeOf } = unfolded;
  return {
    placeOf,
    extentOf: ({ first, last, skippedRows }) => around(blocksOf({ first, last }, unfolded, new Set(skippedRows))),
    marked: ({ cells, firstRow, lastRow }) => ({ cells: cells.flatMap((block) => blocksOf(block, unfolded)), firstRow: placeOf({ row: firstRow, column: 0 }).row, lastRow: placeOf({ row: lastRow, column: 0 }).row }),
    compare: byCell,
    cellOf: ({ at, value }) => ({ at: placeOf(at), value, isWritable: true }),
  };
}

/** A block of one table, or those of the tables that it reaches over. */
function blocksOf({ first, last }: Block, { placeOf, hasRow }: UnfoldedTables, skipped?: ReadonlySet<number>): readonly Block[] {
  const blocks: Block[] = [];
  for (let row = first.row; row <= last.row; row++) {
    if (!hasRow(row) || skipped?.has(row)) continue;
    const own = { first: placeOf({ row, column: first.column }), last: placeOf({ row, column: last.column }) };
    const before = blocks.at(-1);
    if (before?.first.column === own.first.column && before.last.row === own.first.row - 1) blocks[blocks.length - 1] = { first: before.first, last: own.last };
    else blocks.push(own);
  }
  return blocks;
}

function around(blocks: readonly Block[]): Block {
  const cells = blocks.flatMap(({ first, last }) => [first, last]);
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  return { first: { row: smallest(rows), column: smallest(columns) }, last: { row: largest(rows), column: largest(columns) } };
}
