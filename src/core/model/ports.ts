import type { Applied, Change, SetMarks, WrittenCell } from "./changes.ts";
import type { CellPlace } from "./address.ts";
import type { CellValue, Grid, SheetInfo } from "./grid.ts";
import type { FoundOwnSheet } from "./sheet-plan.ts";

/** Lets a caller follow long work, and stop it. */
export interface Watch {
  readonly signal?: AbortSignal;
  /** Called with the finished share, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** What a host may be asked beside a check; where it does not answer, the usual is assumed. `date-system`: dates count from 1900; `own-sheets`: no sheet is ours. */
export type Assumed = "date-system" | "own-sheets";

/** How work waits for the end of a cell edit; "long" where it lasts so long that something else may be the reason. */
export type EditWaiting = false | "short" | "long";

/** Lets a caller follow a plan. */
export interface ApplyWatch extends Watch {
  /** Called with the cells after all were compared and before the first is written. Nothing is written if it fails. */
  readonly beforeWriting?: (cells: readonly WrittenCell[]) => Promise<void>;
}

/** Reads a workbook, without changing anything. */
export interface SheetReader {
  /** All sheets in their order, hidden ones too. */
  sheets(): Promise<readonly SheetInfo[]>;
  /** Reads one sheet by its id. @throws {Refusal} sheet-gone or unreadable if there is none; too-large, damaged, cancelled; editing, interrupted in Excel */
  read(sheetId: string, watch?: Watch): Promise<Grid>;
  /** Reads small sheets together, in the order asked for; larger ones are left out. Only hosts that gain time by it have it. @throws {Refusal} the codes of `read`: sheet-gone, unreadable, damaged, cancelled, editing, interrupted */
  readSmall?(sheetIds: readonly string[], watch?: Watch): Promise<readonly Grid[]>;
  /** The current values of single cells, in the order asked for; a formula gives its result. @throws {Refusal} the codes of `read`: sheet-gone, unreadable, too-large, damaged, cancelled, editing, interrupted */
  readCells(sheetId: string, places: readonly CellPlace[], watch?: Watch): Promise<readonly CellValue[]>;
  /** The complete sheets that have a tag of ours. A tag without a sheet is left out. */
  ownSheets(): Promise<readonly FoundOwnSheet[]>;
}

/** Changes a workbook that people may be changing too. */
export interface ChangeApplier {
  /**
   * Carries out all changes or none: every cell is compared with what was read before the first one is written.
   * A formula is never written over. Cells are cleared last.
   * @throws {Refusal} moved (its detail the first cell that differs), formula, covered, locked, table-header, too-long, protected, read-only, sheet-gone,
   * not-ours, last-sheet, cancelled; damaged, too-large, text-only, reads-as-formula, no-such-letter in a file; editing, unsupported, interrupted in Excel
   */
  apply(changes: readonly Change[], watch?: ApplyWatch): Promise<Applied>;
}

/** What writing marks would do, asked before it. */
export interface MarkPreview {
  /** True where the user can still undo their last edits after the add-in has written something. */
  readonly keepsUndo: boolean;
  /** True where these marks would change which cells of their sheets are marked; other words for them do not count. Reads only. @throws {Refusal} moved, sheet-gone, editing, interrupted */
  wouldMark(changes: readonly SetMarks[]): Promise<boolean>;
}

/** Keeps texts in the document, in a place that other programs leave alone. */
export interface DocumentStore {
  /** The text under a name, for one sheet if one is given; undefined if there is none. */
  recall(name: string, sheetId?: string): Promise<string | undefined>;
  /** Keeps a text in the document; undefined forgets it. @throws {Refusal} read-only; kept-newer, where a later version of this program kept it; text-only, damaged, too-large in a file; store-full, interrupted, editing in Excel */
  remember(name: string, text: string | undefined, sheetId?: string): Promise<void>;
  /** Bytes that one text may take, as `bytesOf` counts them. Only hosts with a limit have it. */
  readonly room?: number;
  /** Makes sheets for which something is kept known again, whatever becomes of their ids and names. Only hosts whose ids may change have it. */
  signSheets?(sheetIds: readonly string[]): Promise<void>;
  /** The present ids of sheets by the ids under which something was kept; undefined for a sheet that is gone, and no entry where nothing is known of it. */
  findAgain?(sheetIds: readonly string[]): Promise<ReadonlyMap<string, string | undefined>>;
}

/** What hides a cell that is selected all the same. */
export type Hiding = "row" | "column";

/** The user's position and actions in the workbook. */
export interface Presence {
  /** Selects a cell of the active sheet and brings it into view. @returns what hides it: a row is hidden by hand or by a filter @throws {Refusal} editing, not-in-front, sheet-gone, hidden-sheet, very-hidden-sheet */
  select(sheetId: string, place: CellPlace): Promise<Hiding | undefined>;
  /** The index of the first place whose row, column and sheet are shown; -1 if there is none. A place that names no sheet is on the given one. @throws {Refusal} editing, sheet-gone, interrupted */
  firstVisible(sheetId: string, places: readonly CellPlace[]): Promise<number>;
  /** Called for every cell that the user selects. @returns a function that ends it. */
  onSelect(listener: (sheetId: string, place: CellPlace) => void): () => void;
  /** Called with a sheet after its cells were changed. @returns a function that ends it. */
  onEdit(listener: (sheetId: string) => void): () => void;
  /** True where a sheet holds something else than when it was last read. Reads only, and waits for no cell edit. @throws {Refusal} the codes of `read`: sheet-gone, too-large, editing, interrupted */
  differs(sheetId: string): Promise<boolean>;
  /** Asks anew for what `onSelect` and `onEdit` are told, where the host may have forgotten it. */
  listenAgain(): void;
}
