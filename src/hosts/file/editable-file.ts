import type { ChangeApplier, DocumentStore, SheetReader } from "../../core/model/ports.ts";
import type { FileWorkbook } from "./file-workbook.ts";

/**
 * A workbook in a file that may be changed and saved under any name. The opened bytes stay as they are. Changes are carried out
 * in memory, and reading sees them at once. Texts are kept in a custom XML part.
 * A text file takes the texts of cells alone: it refuses with text-only, reads-as-formula, no-such-letter.
 */
export interface EditableFile extends FileWorkbook, SheetReader, ChangeApplier, DocumentStore {
  /** What may be changed: the texts of cells alone, or sheets, marks, rules and kept texts too. */
  readonly takes: "cells" | "everything";
  /** The file with all changes: parts that did not change are the same bytes, in the same order. @throws {Refusal} damaged */
  save(): Promise<Uint8Array>;
  /** The file as it is now, to come back to; the same object as long as nothing changes. */
  snapshot(): FileSnapshot;
}

/** A file between two changes. */
export interface FileSnapshot {
  /** How many bytes are kept for it. */
  readonly size: number;
  /** Makes the file what it was then. Not while changes are carried out. */
  restore(): void;
}
