import type { CellValue, Grid } from "../model/grid.ts";
import type { SheetPlan } from "../model/sheet-plan.ts";
import { Hash } from "../model/hash.ts";
import { noteColumns } from "./note-columns.ts";

type Cells = readonly (CellValue | null)[];

/**
 * The fingerprint of a planned sheet: a short hash of its content. The evaluator's columns below their header are left
 * out; a formula counts by its result.
 */
export function fingerprintOfPlan(rows: SheetPlan["rows"]): string {
  return fingerprintOf(rows.length, (row) => valuesOf(rows[row] ?? []));
}

/** The fingerprint of a sheet as read. It equals its plan's until the sheet is changed. */
export function fingerprintOfGrid(grid: Grid): string {
  return fingerprintOf(grid.rowCount, (row) => grid.row(row));
}

/** The plan with the fingerprint of its own rows. */
export function fingerprinted(plan: SheetPlan): SheetPlan {
  return { ...plan, fingerprint: fingerprintOfPlan(plan.rows) };
}

/** The values of a planned row. */
export function valuesOf(cells: SheetPlan["rows"][number]): readonly (CellValue | null)[] {
  return cells.map((cell) => cell?.value);
}

function fingerprintOf(rowCount: number, rowAt: (row: number) => Cells): string {
  const hash = new Hash();
  let notes: readonly number[] = [];
  for (let row = 0; row < rowCount; row++) {
    const cells = rowAt(row);
    for (let column = 0; column < cells.length; column++) {
      const value = cells[column];
      if (value !== undefined && value !== null && value !== "" && !notes.includes(column)) hash.add(row, column, say(value), kindOf(value));
    }
    if (notes.length === 0) notes = noteColumns(cells) ?? [];
  }
  return hash.text();
}

type Value = string | number | boolean | { readonly error: string };

/** A value's type. */
function kindOf(value: Value): "s" | "n" | "b" | "e" {
  if (typeof value === "string") return "s";
  if (typeof value === "number") return "n";
  return typeof value === "boolean" ? "b" : "e";
}

/** A value as text. Numbers by twelve digits: the last ones differ between programs that calculate. */
function say(value: Value): string {
  if (typeof value === "string") return value.includes("\r") ? value.replace(/\r\n?/g, "\n") : value;
  if (typeof value === "number") return String(Number(value.toPrecision(12)));
  return typeof value === "boolean" ? String(value) : value.error;
}
