import type { FullInspection } from "../../core/model/finding.ts";
import type { Refusal, RefusalReason } from "../../core/model/refusal.ts";
import type { Language } from "../../core/wording/language.ts";

/** A sheet that an office handed in, or a file that could not be read. */
export interface ReceivedSheet {
  /** The id of the sheet, or of its file where it has none. */
  readonly id: string;
  /** The folders of the file; "" where they tell nothing. */
  readonly folder: string;
  /** The file without its ending, or the sheet of a workbook: the name where no title names the office. */
  readonly file: string;
  /** The file and the sheet, for people. */
  readonly place: string;
  /** What it is known by when it is opened again; empty before it is read. */
  readonly versions: readonly string[];
  readonly found: { readonly phase: "waiting" } | ({ readonly phase: "refused" } & RefusalReason) | { readonly phase: "read"; readonly inspection: FullInspection };
}

/** What became of saving many files. */
export interface SavedTogether {
  readonly saved: number;
  /** The names of those that could not be saved, each with the reason. */
  readonly refused: readonly { readonly name: string; readonly refusal: Refusal }[];
}

/** The sheets that were handed in, as the program that shows the workbook knows them. */
export interface ReceivedSheets {
  /** The same list as long as nothing changes. */
  readonly sheets: () => readonly ReceivedSheet[];
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: () => void) => () => void;
  /** Checks what was not checked yet. */
  checkAll(): Promise<void>;
  /** Brings a sheet to the front. */
  show(id: string): void;
  /** Saves the changed files among those of these sheets as one file. Without it the list is copied. */
  readonly saveTogether?: (ids: readonly string[], language: Language) => Promise<SavedTogether>;
}
