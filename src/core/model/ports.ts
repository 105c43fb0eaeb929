import type { Applied, Change, WrittenCell } from "./changes.ts";
import type { CellPlace } from "./address.ts";
import type { CellValue, Grid, SheetInfo } from "./grid.ts";
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

/** Reads whatever holds the workbook. Reading changes nothing. */
export interface SheetReader {
  /** All sheets in their order, hidden ones too. */
  sheets(): Promise<readonly SheetInfo[]>;
  /** Reads one sheet by its id. @throws {Refusal} sheet-gone or unreadable where there is none; too-large, damaged, cancelled … */
  read(sheetId: string, watch?: Watch): Promise<Grid>;
  /** Reads sheets of few cells together, in the order asked for; larger ones are left out. Not every workbook is the quicker for it. @throws {Refusal} as reading a sheet does. */
  readSmall?(sheetIds: readonly string[], watch?: Watch): Promise<readonly Grid[]>;
  /** What single cells of a sheet hold now, in the order asked for; of a formula its value. @throws {Refusal} as reading the sheet does. */
  readCells(sheetId: string, places: readonly CellPlace[], watch?: Watch): Promise<readonly CellValue[]>;
  /** The sheets that bear a sign of ours and are complete. A sign whose sheet is gone is none. */
  ownSheets(): Promise<readonly FoundOwnSheet[]>;
}

/** Changes a workbook that people change meanwhile. */
export interface ChangeApplier {
  /**
   * Carries out all changes or none: every cell is compared with what was read before the first one is written.
   * A formula is never written over. Cells are cleared last.
   * @throws {Refusal} moved (its detail the first cell that differs), formula, covered, protected, read-only, editing, sheet-gone …
   */
  apply(changes: readonly Change[], watch?: ApplyWatch): Promise<Applied>;
}

/** Keeps texts in the document, where other programs leave them alone. */
export interface DocumentStore {
  /** The text kept under a name, for one sheet where it is given; undefined where there is none. */
  recall(name: string, sheetId?: string): Promise<string | undefined>;
  /** Keeps a text in the document, or forgets it where it is undefined. @throws {Refusal} read-only, text-only, damaged, too-large in a file; interrupted, editing … in Excel */
  remember(name: string, text: string | undefined, sheetId?: string): Promise<void>;
}

/** Where the people are in the workbook, and what they do there. */
export interface Presence {
  /** Selects a cell of the sheet in front and brings it into view. @throws {Refusal} editing, not-in-front, sheet-gone, unsupported */
  select(sheetId: string, place: CellPlace): Promise<void>;
  /** Told every cell that somebody selects. @returns ends it. */
  onSelect(listener: (sheetId: string, place: CellPlace) => void): () => void;
  /** Told the sheet in which cells were changed by somebody. @returns ends it. */
  onEdit(listener: (sheetId: string) => void): () => void;
}
