import type { MarkLevel } from "./finding.ts";
import type { InputRules } from "./term-lists.ts";
import type { Block, CellPlace } from "./address.ts";
import type { CellValue } from "./grid.ts";
import type { OwnSheet, SheetPlan } from "./sheet-plan.ts";

/** One cell to write. The edit of a fix is one; undoing a fix may write a number with its old format. */
export interface CellWrite {
  readonly at: CellPlace;
  /** The content as read; nothing is written where the cell differs by now. */
  readonly from: CellValue;
  /** "" empties the cell. A text is never taken for a formula. */
  readonly to: string | number | boolean;
  /** Set before the value; left out where the cell's own format stays. */
  readonly numberFormat?: string;
  /** Set where `from` is a number that the cell shows as a date: true where serial 0 is 1904-01-01. */
  readonly date1904?: boolean;
}

/** A cell as it was written, with the number format that it had before. */
export interface WrittenCell extends CellWrite {
  readonly formerFormat: string;
}

/** Cells to write, in order. Nothing is written where a cell differs from what was read. */
export interface EditCells {
  readonly kind: "edit-cells";
  readonly sheet: string;
  readonly edits: readonly CellWrite[];
}

/** The cells with the codes of marked items, and the word that their marks carry, such as 要見直し. */
export interface MarkWord {
  readonly word: string;
  readonly cells: readonly CellPlace[];
}

/** The wanted marks of a sheet. All other marks of ours are removed; with empty lists, all. */
export interface SetMarks {
  readonly kind: "set-marks";
  readonly sheet: string;
  readonly blocks: Readonly<Record<MarkLevel, readonly Block[]>>;
  /** Left out where marks are only removed. A cell with a code lies in a block of its level. */
  readonly words?: Readonly<Record<MarkLevel, MarkWord>>;
}

/** A sheet of ours to make. All sheets of a plan are made, or none. */
export interface WriteSheet {
  readonly kind: "write-sheet";
  readonly plan: SheetPlan;
  /** The sheet of ours that the new one replaces: it takes over its name and position. The user was asked about an unproven one. Refused where the sheet has no tag of ours. */
  readonly replaces: string | undefined;
  /** The sheet before the new one; the last sheet where it is undefined or gone. */
  readonly after: string | undefined;
}

/** Deletes a sheet. Refused unless it was made since the workbook was opened here: Excel cannot undo it, and a tag in a document proves nothing. */
export interface DeleteSheet {
  readonly kind: "delete-sheet";
  readonly sheet: string;
}

/** The words of a form with input rules, in its users' language. */
export interface InputRulesWords {
  /** For the sheet with the terms: its name, title, note, and the headers of its three columns. */
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly headers: readonly [terms: string, lists: string, texts: string];
  /** Shown for an entry that is not a term. Excel takes 32 characters of the title and 225 of the message. */
  readonly alert: { readonly title: string; readonly message: string };
}

/**
 * Gives the cells of a sheet, or of cards where the blocks name their sheets, their input rules. A cell with a rule keeps it, and a cell with a number or a formula
 * keeps its format. The terms are on a hidden sheet of ours, which also records the changes. Nothing is done where the sheet
 * already has such a hidden sheet. Refused where one of the sheets is protected.
 */
export interface AddInputRules extends InputRules {
  readonly kind: "add-input-rules";
  readonly sheet: string;
  readonly words: InputRulesWords;
}

/**
 * Removes what `AddInputRules` did to a sheet, as far as it is still there. Lists on other sheets that were copied from it go
 * too, since they would lose their terms. Nothing is done where there are no input rules of ours.
 */
export interface RemoveInputRules {
  readonly kind: "remove-input-rules";
  readonly sheet: string;
  /** The sheet with the terms, where the user agreed to its deletion. An unproven sheet is refused without it. */
  readonly agreed?: string;
}

/** A change of a workbook. */
export type Change = EditCells | SetMarks | WriteSheet | DeleteSheet | AddInputRules | RemoveInputRules;

/** The result for a form: columns that got or lost a list or the text format, and cells that were left alone. */
export interface FormOutcome {
  readonly lists: number;
  readonly texts: number;
  /** Cells that had a rule already. */
  readonly keptRules: number;
  /** Cells that hold a number, a date or a formula in place of a code. */
  readonly keptValues: number;
}

/** A sheet that was made. */
export interface MadeSheet {
  readonly own: OwnSheet;
  readonly sheet: string;
  readonly name: string;
}

/** A cell that had other contents when it was read back, since someone wrote in between. */
export interface Clash {
  readonly at: CellPlace;
}

/** The result of a plan. */
export interface Applied {
  readonly written: readonly WrittenCell[];
  /** Cells that held something else when they were read back. */
  readonly clashes: readonly Clash[];
  readonly made: readonly MadeSheet[];
  /** For the last form whose input rules were added or removed; left out where none was. */
  readonly form?: FormOutcome;
  /** Names of sheets that an earlier run seems to have left unfinished. They are left alone; left out where there are none. */
  readonly leftovers?: readonly string[];
}
