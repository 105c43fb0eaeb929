import type { CellValue, Grid } from "../grid/grid.ts";
import type { SheetPlan } from "../sheet-plan.ts";
import { noteColumns } from "./note-columns.ts";

type Cells = readonly (CellValue | null)[];

/**
 * The seal of a sheet that shall be: a short hash of all that stands on it. What stands in the evaluator's columns below
 * their header is left out; a formula counts by its result.
 */
export function sealOfPlan(rows: SheetPlan["rows"]): string {
  return sealOf(rows.length, (row) => valuesOf(rows[row] ?? []));
}

/** The seal of a sheet as it was read. The same as its plan's, unless somebody changed something. */
export function sealOfGrid(grid: Grid): string {
  return sealOf(grid.rowCount, (row) => grid.row(row));
}

/** The plan with the seal of its own rows. */
export function sealed(plan: SheetPlan): SheetPlan {
  return { ...plan, seal: sealOfPlan(plan.rows) };
}

/** The values of a planned row. */
export function valuesOf(cells: SheetPlan["rows"][number]): readonly (CellValue | null)[] {
  return cells.map((cell) => cell?.value);
}

function sealOf(rowCount: number, rowAt: (row: number) => Cells): string {
  const hash = new Hash();
  let notes: readonly number[] = [];
  for (let row = 0; row < rowCount; row++) {
    const cells = rowAt(row);
    for (let column = 0; column < cells.length; column++) {
      const value = cells[column];
      if (value !== undefined && value !== null && value !== "" && !notes.includes(column)) hash.add(row, column, say(value));
    }
    if (notes.length === 0) notes = noteColumns(cells) ?? [];
  }
  return hash.text();
}

/** A value with its type. Twelve digits of a number: the last ones differ between programs that calculate. */
function say(value: string | number | boolean | { readonly error: string }): string {
  if (typeof value === "string") return value.includes("\r") ? `s${value.replace(/\r\n?/g, "\n")}` : `s${value}`;
  if (typeof value === "number") return `n${Number(value.toPrecision(12))}`;
  return typeof value === "boolean" ? `b${value}` : `e${value.error}`;
}

/** Two hashes of 32 bits in the manner of FNV-1a; not against forgers: http://www.isthe.com/chongo/tech/comp/fnv/ */
class Hash {
  #one = 0x811c9dc5;
  #other = 0x01234567;

  add(row: number, column: number, text: string): void {
    let one = Math.imul(Math.imul(this.#one ^ row, 0x01000193) ^ column, 0x01000193);
    let other = Math.imul(Math.imul(this.#other ^ column, 0x85ebca6b) ^ row, 0x85ebca6b);
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      one = Math.imul(one ^ code, 0x01000193);
      other = Math.imul((other ^ code) + 0x9e3779b9, 0x85ebca6b);
    }
    this.#one = Math.imul(one ^ text.length, 0x01000193);
    this.#other = Math.imul(other ^ text.length, 0x85ebca6b);
  }

  text(): string {
    return [this.#one, this.#other].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
  }
}
