import type { ChangeApplier, DocumentStore, SheetReader } from "../../core/model/ports.ts";
import type { FileWorkbook } from "./file-workbook.ts";

/**
 * A workbook in a file that can be changed and saved under any name. The opened bytes stay as they are. Changes are made in
 * memory, and reads see them at once. Texts are kept in a custom XML part. A text file only takes the texts of cells: it
 * refuses with text-only, reads-as-formula, no-such-letter.
 */
export interface EditableFile extends FileWorkbook, SheetReader, ChangeApplier, DocumentStore {
  /** What can be changed: only the texts of cells, or also sheets, marks, rules and kept texts. */
  readonly takes: "cells" | "everything";
  /** True where the sheet carries marks of ours, whenever they were made. @throws {Refusal} damaged */
  isMarked(sheetId: string): Promise<boolean>;
  /** The file with all changes. Unchanged parts are the same bytes, in the same order. @throws {Refusal} damaged */
  save(): Promise<Uint8Array>;
  /** The ending that the file's name must have by its content; undefined where any will do, as for text, or where the content does not say it. @throws {Refusal} damaged, too-large */
  ending(): Promise<string | undefined>;
  /** The present state of the file, for going back to it; the same object as long as nothing changes, and after going back. */
  snapshot(): FileSnapshot;
}

/** The state of a file between two changes. */
export interface FileSnapshot {
  /** Number of bytes kept for it. */
  readonly size: number;
  /** Sets the file back to this state. Not to be called while changes are made. */
  restore(): void;
}
