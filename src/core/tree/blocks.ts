import { isUnder, sameCode, type Code } from "../form/code.ts";
import { isBlank, type FormReader } from "../form/reader.ts";
import type { FormColumn } from "../form/schema.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import type { Table } from "../table/find.ts";
import { absentCode, readCode, type CodeReading } from "./code-reading.ts";

/** A run of table rows from one strategy's first row to the last before the next. `from` and `to` count in `table.rows`, `to` is not in it. */
export interface Block {
  readonly from: number;
  readonly to: number;
  /** False for rows that stand above every strategy. */
  readonly own: boolean;
  readonly code: CodeReading;
  /** Cells below the first row that say something else than it: in a block that is filled down they are checked themselves. */
  readonly deviating: readonly CellPlace[];
}

/** A label of an issue where it stands. */
export interface LabelCell {
  /** In `table.rows`: the row that it labels. */
  readonly index: number;
  readonly at: CellPlace;
  readonly code: CodeReading;
  readonly value: CellValue;
}

/** One row's reading of its initiative: undefined where the row has none. */
export type InitiativeCodes = readonly (CodeReading | undefined)[];

interface Placed {
  readonly column: FormColumn;
  readonly place: number;
}

/** Reads the cells of one level of a table. */
export class LevelCells {
  readonly columns: readonly Placed[];
  readonly code: Placed | undefined;
  readonly text: Placed | undefined;

  constructor(
    readonly grid: Grid,
    readonly table: Table,
    readonly reader: FormReader,
    level: FormColumn["level"],
  ) {
    this.columns = reader.columnsOf(level).flatMap((column) => {
      const place = table.columns.get(column.id);
      return place === undefined ? [] : [{ column, place }];
    });
    this.code = this.columns.find(({ column }) => column.holds === "code" || column.holds === "label");
    this.text = this.columns.find(({ column }) => column.holds === "text" || column.holds === "label");
  }

  /** True where any cell of the level on that row holds something. */
  filled(row: number, shift = 0): boolean {
    const cells = this.grid.row(row);
    for (const { place } of this.columns) {
      const value = cells[place + shift];
      if (value !== undefined && !isBlank(value)) return true;
    }
    return false;
  }

  readCode(row: number, shift = 0): CodeReading {
    if (!this.code) return absentCode;
    return readCode(this.reader, this.code.column, this.grid, { row, column: this.code.place + shift });
  }

  textAt(row: number): CellValue {
    return this.text && this.grid.value(row, this.text.place);
  }
}

/** Each row's initiative code. */
export function readInitiatives(cells: LevelCells): InitiativeCodes {
  return cells.table.rows.map(({ row, shift }) => (cells.filled(row, shift) ? cells.readCode(row, shift) : undefined));
}

/** The blocks of the strategies as they stand on the sheet, merged or filled down. */
export function findBlocks(cells: LevelCells, initiatives: InitiativeCodes): readonly Block[] {
  const rows = cells.table.rows;
  const blocks: Block[] = [];
  let from = 0;
  let first: FirstRow | undefined;
  let deviating: CellPlace[] = [];
  /** The highest number of an initiative in the block so far. */
  let highest = 0;
  const close = (to: number) => {
    if (to > from) blocks.push({ from, to, own: first !== undefined, code: first?.code ?? absentCode, deviating });
  };
  rows.forEach(({ row }, index) => {
    const initiative = initiatives[index]?.codes[0];
    if (cells.filled(row)) {
      const code = cells.readCode(row);
      if (first && repeats(cells, first, row, code, continues(first, initiative, highest))) deviating.push(...deviatingCells(cells, first.row, row));
      else {
        close(index);
        from = index;
        first = { row, code, initiative };
        deviating = [];
        highest = 0;
      }
    }
    highest = Math.max(highest, initiative?.at(-1) ?? 0);
  });
  close(rows.length);
  return blocks;
}

interface FirstRow {
  readonly row: number;
  readonly code: CodeReading;
  readonly initiative: Code | undefined;
}

/**
 * True where the row says its block's strategy again, and does not begin another one. The code decides where it is
 * the same and so are the other cells; else the initiative on the row tells whether the block goes on.
 */
function repeats(cells: LevelCells, first: FirstRow, row: number, code: CodeReading, goesOn: boolean | undefined): boolean {
  const verdict = compareCodes(cells, first, row, code);
  if (verdict === "other" && goesOn !== true) return false;
  const others = deviatingCells(cells, first.row, row).filter(({ column }) => column !== cells.code?.place);
  if (verdict === "other" || (verdict === "same" && others.length === 0)) return others.length === 0;
  return goesOn ?? !others.some(({ column }) => column === cells.text?.place);
}

function compareCodes(cells: LevelCells, first: FirstRow, row: number, code: CodeReading): "same" | "other" | "unknown" {
  const place = cells.code?.place;
  if (place !== undefined && code.kind !== "blank" && cells.grid.value(row, place) === cells.grid.value(first.row, place)) return "same";
  if (code.codes.length === 0 || first.code.codes.length === 0) return "unknown";
  return code.codes.some((one) => first.code.codes.some((other) => sameCode(one, other))) ? "same" : "other";
}

/**
 * Whether the row's initiative goes on in the block: under the same strategy, its number above all those before it.
 * Undefined where its code does not say.
 */
function continues({ code, initiative }: FirstRow, own: Code | undefined, highest: number): boolean | undefined {
  const strategies = code.codes.length > 0 ? code.codes : initiative ? [initiative.slice(0, -1)] : [];
  if (!own || strategies.length === 0) return undefined;
  return strategies.some((strategy) => isUnder(own, strategy)) && (own.at(-1) ?? 0) > highest;
}

function deviatingCells(cells: LevelCells, firstRow: number, row: number): readonly CellPlace[] {
  return cells.columns
    .filter(({ place }) => {
      const value = cells.grid.value(row, place);
      return !isBlank(value) && value !== cells.grid.value(firstRow, place);
    })
    .map(({ place }) => ({ row, column: place }));
}

/**
 * Every label of an issue that does not merely say the one above it again. A label on a row of its own belongs to the
 * next row that holds something else.
 */
export function findLabels(cells: LevelCells, belongs: (index: number) => boolean): readonly LabelCell[] {
  const place = cells.code?.place;
  if (place === undefined) return [];
  const rows = cells.table.rows;
  const labels: LabelCell[] = [];
  let first = 0;
  rows.forEach(({ row }, index) => {
    const value = cells.grid.value(row, place);
    if (isBlank(value) || value === labels.at(-1)?.value) return;
    first = Math.max(first, index);
    while (first < rows.length - 1 && !belongs(first)) first++;
    labels.push({ index: first, at: { row, column: place }, code: cells.readCode(row), value });
  });
  return labels;
}
