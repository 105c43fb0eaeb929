import type { PlannedRow } from "./cells.ts";

/** The rows of a sheet while it is laid out, from A1 down. */
export class SheetRows {
  readonly rows: PlannedRow[] = [];

  /** Where the next row will stand, zero-based. */
  get next(): number {
    return this.rows.length;
  }

  add(...rows: readonly PlannedRow[]): void {
    for (const row of rows) this.rows.push(row);
  }

  /** Leaves rows empty. @returns the first of them. */
  skip(count: number): number {
    const first = this.next;
    for (let index = 0; index < count; index++) this.rows.push([]);
    return first;
  }

  put(row: number, cells: PlannedRow): void {
    this.rows[row] = cells;
  }
}
