import type { Applied, Change, WrittenCell } from "./changes.ts";
import type { CellPlace } from "./address.ts";
import type { Grid, SheetInfo } from "./grid.ts";
import type { FoundOwnSheet } from "./sheet-plan.ts";

/** How a caller follows long work, and stops it. */
export interface Watch {
  readonly signal?: AbortSignal;
  /** Told the share that is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** How a caller follows a plan that is carried out. */
export interface ApplyWatch extends Watch {
  /** Told the cells after all were compared and before the first one is written. Where it fails, nothing is written. */
  readonly beforeWriting?: (cells: readonly WrittenCell[]) => Promise<void>;
}

/** The one port: what the product asks of whatever holds the workbook. */
export interface Workbook {
  sheets(): Promise<readonly SheetInfo[]>;
  /** Reads one sheet by its id. @throws {Refusal} */
  read(sheetId: string, watch?: Watch): Promise<Grid>;
}

/** A workbook that may be changed, and that people change meanwhile. */
export interface EditableWorkbook extends Workbook {
  /**
   * Carries out all changes or none: every cell is compared with what was read before the first one is written.
   * A formula is never written over. What empties a cell comes after everything else stands where it shall.
   * @throws {Refusal} moved (its detail the first cell that differs), formula, covered, protected, read-only, editing, sheet-gone …
   */
  apply(changes: readonly Change[], watch?: ApplyWatch): Promise<Applied>;
  /** The sheets that bear a sign of ours and are complete. A sign whose sheet is gone is none. */
  ownSheets(): Promise<readonly FoundOwnSheet[]>;
  /** Told the sheet in which cells were changed by somebody. @returns ends it. */
  onEdit(listener: (sheetId: string) => void): () => void;
  /** Selects a cell of the sheet in front and brings it into view. */
  select(sheetId: string, place: CellPlace): Promise<void>;
  /** Told every cell that somebody selects. @returns ends it. */
  onSelect(listener: (sheetId: string, place: CellPlace) => void): () => void;
  /** A text kept in the document under a name, for one sheet where it is given; undefined where there is none. */
  recall(name: string, sheetId?: string): Promise<string | undefined>;
  /** Keeps a text in the document, or forgets it where it is undefined. @throws {Refusal} where the document does not take it. */
  remember(name: string, text: string | undefined, sheetId?: string): Promise<void>;
}
