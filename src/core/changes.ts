import type { MarkLevel } from "./finding.ts";
import type { CellPlace } from "./grid/address.ts";
import type { CellValue } from "./grid/grid.ts";

/** A block of cells; both corners belong to it. */
export interface Block {
  readonly first: CellPlace;
  readonly last: CellPlace;
}

/** One cell to write. A fix's edit is one; taking a mend back may write a number with its old format. */
export interface CellWrite {
  readonly at: CellPlace;
  /** What the cell held when it was read; where it differs by now, nothing is written. */
  readonly from: CellValue;
  /** "" empties the cell. A text is never taken for a formula. */
  readonly to: string | number | boolean;
  /** Set before the value; left out where the cell's own format stays. */
  readonly numberFormat?: string;
}

/** A cell as it was written, with the number format that it had before. */
export interface WrittenCell extends CellWrite {
  readonly formerFormat: string;
}

/** Cells to write, in order. Where a cell no longer holds what it held when it was read, nothing at all is written. */
export interface EditCells {
  readonly kind: "edit-cells";
  readonly sheet: string;
  readonly edits: readonly CellWrite[];
}

/** The marks of a sheet as they shall be. Marks of ours that stand there go; empty lists take all of them away. */
export interface SetMarks {
  readonly kind: "set-marks";
  readonly sheet: string;
  readonly blocks: Readonly<Record<MarkLevel, readonly Block[]>>;
}

/** What may be done to a workbook. */
export type Change = EditCells | SetMarks;

/** A cell that holds something else when it is read back: somebody wrote in between. */
export interface Clash {
  readonly at: CellPlace;
}

/** What was done. */
export interface Applied {
  readonly written: readonly WrittenCell[];
  /** Cells that held something else when they were read back. */
  readonly clashes: readonly Clash[];
}
