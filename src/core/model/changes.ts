import type { InputRules, MarkLevel } from "./finding.ts";
import type { Block, CellPlace } from "./address.ts";
import type { CellValue } from "./grid.ts";
import type { OwnSheet, SheetPlan } from "./sheet-plan.ts";

/** One cell to write. A fix's edit is one; taking a fix back may write a number with its old format. */
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
  /** The sheet of ours that the new one takes the place of: its name and its position. The user was asked about one that is unproven. Refused where it bears no sign of ours. */
  readonly replaces: string | undefined;
  /** The sheet to stand behind; the last one where it is undefined or gone. */
  readonly after: string | undefined;
}

/** Takes a sheet away. Refused where it was not made since the workbook was opened here: Excel has no undo for it, and a sign of ours in a document proves nothing. */
export interface DeleteSheet {
  readonly kind: "delete-sheet";
  readonly sheet: string;
}

/** What a form with input rules says to its users, in their language. */
export interface InputRulesWords {
  /** Of the sheet that holds the terms: its name, title, note, and the headers of its three columns. */
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly headers: readonly [terms: string, lists: string, texts: string];
  /** Said where something else than a term is typed in. Excel takes 32 characters of the title and 225 of the message. */
  readonly alert: { readonly title: string; readonly message: string };
}

/**
 * Gives the cells of a sheet their input rules. A cell that has a rule already keeps it, one that holds a number or a formula
 * keeps its format. The terms stand on a hidden sheet of ours, which also keeps what was changed. Where the sheet has such a
 * sheet already, nothing is done.
 */
export interface AddInputRules extends InputRules {
  readonly kind: "add-input-rules";
  readonly sheet: string;
  readonly words: InputRulesWords;
}

/**
 * Takes away what `HardenForm` did to a sheet, as far as it is still there. Lists of other sheets that were copied from it go
 * too: their terms would be gone. Where nothing was done, nothing is.
 */
export interface RemoveInputRules {
  readonly kind: "remove-input-rules";
  readonly sheet: string;
  /** The sheet with the terms, where the user was asked whether it may go. Refused without it where that sheet is unproven. */
  readonly agreed?: string;
}

/** What may be done to a workbook. */
export type Change = EditCells | SetMarks | WriteSheet | DeleteSheet | AddInputRules | RemoveInputRules;

/** What became of a form: columns that got their lists or their text format, or lost them; and cells left as they were. */
export interface FormOutcome {
  readonly lists: number;
  readonly texts: number;
  /** Cells that had a rule already. */
  readonly keptRules: number;
  /** Cells with a number, a date or a formula where a code shall stand. */
  readonly keptValues: number;
}

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
  /** Of the last form whose input rules were added or taken away; left out where none was changed. */
  readonly form?: FormOutcome;
  /** Names of sheets that look as if an earlier run had broken off while it made them. They are left alone; left out where there are none. */
  readonly leftovers?: readonly string[];
}
