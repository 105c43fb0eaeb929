import type { Block, CellPlace } from "../model/address.ts";
import type { FullInspection, Inspection } from "../model/finding.ts";
import type { Outline } from "../model/outline.ts";
import type { InCharge, Sections } from "../model/sections.ts";
import { leadingCode } from "../form/leading-code.ts";
import { isBlank } from "../form/reader.ts";
import type { Grid } from "../model/grid.ts";
import { largest, smallest } from "../model/many.ts";
import { cellText } from "../wording/phrase.ts";
import { columnsOf, findBandsBeside, type ColumnBand, type Columns } from "./bands-beside.ts";
import { countFilled } from "./heads.ts";
import { laidOut } from "./laid-out.ts";
import { linesAbove } from "./titles.ts";
import { byCell, inputRulesBack, ledBack, outlineBack, type WayBack } from "./way-back.ts";

/** Tables side by side under the same words: each band of columns below the one before, so that they are tables below each other. */
export interface UnfoldedTables {
  readonly grid: Grid;
  readonly placeOf: (place: CellPlace) => CellPlace;
  /** The first of the sheet's columns that a row shows; undefined for the rows between the tables, which are on no sheet. */
  readonly leftOf: (row: number) => number | undefined;
}

/** A row of the sheet in some of its columns; -1 for a row between tables. */
interface Line {
  readonly row: number;
  readonly columns: Columns;
}

/** The sheet with the tables and lists that stand side by side below each other. Undefined where none do. Linear in the cells. */
export function unfoldTables(grid: Grid): UnfoldedTables | undefined {
  const found = findBandsBeside(grid);
  const [first] = found?.bands ?? [];
  if (!found || !first) return undefined;
  const from = firstRowOf(grid, smallest(found.bands.flatMap(({ heads }) => heads)), found.bands);
  const below = belowAll(grid, largest(found.bands.flatMap(({ heads }) => heads)), found.bands);
  const whole = { left: 0, right: Number.POSITIVE_INFINITY };
  const parts = [...inOrder(grid, tablesOf(grid, found.bands, from, below)), ...found.lists.map((columns) => ({ columns, from, to: below - 1 }))];
  const lines = [...linesOf({ columns: whole, from: 0, to: from - 1 }), ...parts.flatMap((part) => [...linesOf(part), { row: -1, columns: part.columns }]), ...linesOf({ columns: whole, from: below, to: grid.rowCount - 1 })];
  return unfold(grid, lines, Math.max(0, columnsOf(grid, first).row(first.heads[0] ?? 0).findIndex((value) => !isBlank(value))));
}

interface Part {
  readonly columns: Columns;
  /** Zero-based rows, both inclusive. */
  readonly from: number;
  readonly to: number;
}

interface TablePart extends Part {
  readonly head: number;
}

function linesOf({ columns, from, to }: Part): readonly Line[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => ({ row: from + step, columns }));
}

/** Each table with the lines above its head, band by band. */
function tablesOf(grid: Grid, bands: readonly ColumnBand[], from: number, below: number): readonly (readonly TablePart[])[] {
  return bands.map((columns) => {
    const own = columnsOf(grid, columns);
    const starts = columns.heads.map((head, index) => (index === 0 ? from : head - linesAbove(own, head, (columns.heads[index - 1] ?? 0) + 1).length));
    return columns.heads.map((head, index) => ({ columns, head, from: starts[index] ?? head, to: (starts[index + 1] ?? below) - 1 }));
  });
}

/** Row of tables by row of tables, or down each band where only then the numbers go on. */
function inOrder(grid: Grid, bands: readonly (readonly TablePart[])[]): readonly TablePart[] {
  const down = bands.flat();
  const rows = largest(bands.map(({ length }) => length), 0);
  const across = Array.from({ length: rows }, (_, row) => bands.flatMap((tables) => tables[row] ?? [])).flat();
  return stepsBack(grid, down) < stepsBack(grid, across) ? down : across;
}

/** How often a table begins with a smaller number than the one before. */
function stepsBack(grid: Grid, tables: readonly TablePart[]): number {
  const numbers = tables.map(({ columns, head }) => {
    const code = leadingCode(cellText(columnsOf(grid, columns).row(head + 1).find((value) => !isBlank(value))))?.code;
    return code?.at(-1) ?? 0;
  });
  return numbers.filter((number, index) => number < (numbers[index - 1] ?? 0)).length;
}

/** Titles of the tables stand above their heads, as far as the columns between the tables stay empty. */
function firstRowOf(grid: Grid, head: number, bands: readonly Columns[]): number {
  const [, second] = bands;
  let row = head;
  while (row > 0 && second && grid.row(row - 1).slice(second.left).some((value) => !isBlank(value)) && bands.slice(1).every(({ left }) => isBlank(grid.value(row - 1, left - 1)))) row--;
  return row;
}

/** The first row of what stands below all tables, a legend or notes: lines of one cell, or all after a blank row, with nothing beside it to the end. */
function belowAll(grid: Grid, top: number, [, second]: readonly Columns[]): number {
  let below = grid.rowCount;
  for (let row = grid.rowCount - 1; row > top && second && grid.row(row).slice(second.left).every(isBlank); row--) {
    const count = countFilled(grid.row(row), 2);
    if (count === 0) below = row + 1;
    else if (count === 1 && below === row + 1) below = row;
  }
  return below;
}

/** @param start the first column of the tables, zero-based */
function unfold(grid: Grid, lines: readonly Line[], start: number): UnfoldedTables {
  const placeOf = ({ row, column }: CellPlace): CellPlace => {
    const { row: real = row, columns: { left } = { left: 0 } } = lines[row] ?? {};
    return { row: real, column: left === 0 ? column : column - start + left };
  };
  const rows = lines.map(({ row, columns: { left, right } }) => {
    const own = row < 0 ? [] : grid.row(row).slice(left, right + 1);
    return left === 0 ? own : [...Array.from({ length: start }, () => undefined), ...own];
  });
  return { placeOf, leftOf: (row) => (lines[row]?.row === -1 ? undefined : lines[row]?.columns.left), grid: laidOut(grid, rows, placeOf) };
}

/** The result of a check of the unfolded tables, at the cells of the sheet. */
export function folded(inspection: Inspection, unfolded: UnfoldedTables): Inspection {
  return ledBack(inspection, wayBack(unfolded));
}

/** The same for a full result. */
export function fullyFolded(inspection: FullInspection, unfolded: UnfoldedTables): FullInspection {
  const { placeOf } = unfolded;
  const { outline, sections, inputRules } = inspection.overview;
  const way = wayBack(unfolded);
  const led = outlineBack(outline, way);
  const rows = (own: Int32Array) => own.map((row) => placeOf({ row, column: 0 }).row);
  const overview = { outline: { ...led, firstRows: rows(outline.firstRows), lastRows: rows(outline.lastRows) }, sections: sections && sectionsBeside(sections, outline, unfolded), inputRules: inputRulesBack(inputRules, (block) => blocksOf(block, unfolded)) };
  return { ...ledBack(inspection, way), overview };
}

/** Each row of the tables says of its own columns who is in charge, or that nobody is. */
function sectionsBeside(sections: Sections, { firstRows, lastRows }: Outline, { placeOf, leftOf }: UnfoldedTables): Sections {
  const beside = new Map<number, InCharge[]>();
  for (let row = smallest(firstRows); row <= largest(lastRows); row++) {
    const from = leftOf(row);
    if (from === undefined) continue;
    const real = placeOf({ row, column: 0 }).row;
    const own = { from, name: sections.get(row)?.[0]?.name ?? null };
    const known = beside.get(real);
    if (known) known.push(own);
    else beside.set(real, [own]);
  }
  return beside;
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
function blocksOf({ first, last }: Block, { placeOf, leftOf }: UnfoldedTables, skipped?: ReadonlySet<number>): readonly Block[] {
  const blocks: Block[] = [];
  for (let row = first.row; row <= last.row; row++) {
    if (leftOf(row) === undefined || skipped?.has(row)) continue;
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
