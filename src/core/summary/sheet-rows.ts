import type { PlannedRow } from "./cells.ts";

/** Collects the rows of a sheet, from A1 down. */
export class SheetRows {
  readonly rows: PlannedRow[] = [];

  /** Rows that stay on one page, each the first and the last. */
  readonly kept: { readonly first: number; readonly last: number }[] = [];

  /** The next row, zero-based. */
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

  /** Keeps rows together when printed. */
  keep(first: number, last: number): void {
    this.kept.push({ first, last });
  }

  put(row: number, cells: PlannedRow): void {
    this.rows[row] = cells;
  }
}
