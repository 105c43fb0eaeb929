import type { Applied, Change } from "../../core/model/changes.ts";
import type { FoundOwnSheet } from "../../core/model/sheet-plan.ts";
import type { ApplyWatch } from "../../core/model/ports.ts";
import type { FileWorkbook } from "./file-workbook.ts";

/** A workbook in a file that may be changed and saved under any name. The opened bytes stay as they are. */
export interface EditableFile extends FileWorkbook {
  /** What may be changed: the texts of cells alone, or sheets, marks, rules and kept texts too. */
  readonly takes: "cells" | "everything";
  /**
   * Carries out all changes in memory, or none. Reading sees them at once.
   * @throws {Refusal} moved, protected, read-only (a signed workbook), sheet-gone, not-ours, last-sheet, formula (its detail names every cell that one fills), too-long, cancelled;
   * of a text file text-only, reads-as-formula, no-such-letter
   */
  apply(changes: readonly Change[], watch?: ApplyWatch): Promise<Applied>;
  /** The sheets that bear a sign of ours and are complete. A sign whose sheet is gone is none. */
  ownSheets(): Promise<readonly FoundOwnSheet[]>;
  /** Keeps a text in the workbook, in a custom XML part, or forgets it where it is undefined. @throws {Refusal} read-only (a signed workbook), text-only */
  remember(name: string, text: string | undefined, sheetId?: string): Promise<void>;
  /** The file with all changes: parts that did not change are the same bytes, in the same order. @throws {Refusal} */
  save(): Promise<Uint8Array>;
  /** The file as it is now, to come back to; the same object as long as nothing changes. */
  snapshot(): Snapshot;
}

/** A file between two changes. */
export interface Snapshot {
  /** How many bytes are kept for it. */
  readonly size: number;
  /** Makes the file what it was then. Not while changes are carried out. */
  restore(): void;
}
