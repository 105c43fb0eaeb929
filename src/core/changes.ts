import type { MarkLevel } from "./finding.ts";
import type { Block, CellPlace } from "./grid/address.ts";
import type { CellValue } from "./grid/grid.ts";
import type { OwnSheet, SheetPlan } from "./sheet-plan.ts";

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

/** A sheet of ours to make. All of them are made, or none: a sheet made in a plan that fails is taken away again. */
export interface WriteSheet {
  readonly kind: "write-sheet";
  readonly plan: SheetPlan;
  /** The sheet of ours that the new one takes the place of: its name and its position. Refused where it is not ours. */
  readonly replaces: string | undefined;
  /** The sheet to stand behind; the last one where it is undefined or gone. */
  readonly after: string | undefined;
}

/** Takes a sheet away. Refused where it is not ours: Excel has no undo for it. */
export interface DeleteSheet {
  readonly kind: "delete-sheet";
  readonly sheet: string;
}

/** What may be done to a workbook. */
export type Change = EditCells | SetMarks | WriteSheet | DeleteSheet;

/** A sheet as it was made. */
export interface MadeSheet {
  readonly own: OwnSheet;
  readonly sheet: string;
  readonly name: string;
}

/** A cell that holds something else when it is read back: somebody wrote in between. */
export interface Clash {
  readonly at: CellPlace;
}

/** What was done. */
export interface Applied {
  readonly written: readonly WrittenCell[];
  /** Cells that held something else when they were read back. */
  readonly clashes: readonly Clash[];
  readonly made: readonly MadeSheet[];
}
