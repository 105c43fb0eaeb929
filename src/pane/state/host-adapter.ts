import type { Acceptance } from "../../core/acceptance/acceptance.ts";
import type { Finding, ReviewMark } from "../../core/model/finding.ts";
import type { ReadBy } from "../../core/form/known.ts";
import type { Form } from "../../core/form/schema.ts";
import type { CellPlace } from "../../core/model/address.ts";
import type { InspectedSheet } from "../../core/inspect-sheet.ts";
import type { FindingsTable } from "../../core/summary/findings-table.ts";
import type { Reply } from "../../core/reply/reply.ts";
import type { ChangeApplier, DocumentStore, SheetReader, Watch } from "../../core/model/ports.ts";
import type { ReceivedSheets } from "./received-sheets.ts";
import type { SummaryAdapter } from "./summarizer.ts";

/** A sheet as a host adapter checked it. */
export type CheckedSheet = InspectedSheet;

/** A checked sheet in the pane. The findings of its inspection are those not accepted. */
export interface SheetCheck extends CheckedSheet {
  /** The form used for the check. */
  readonly form: Form;
  /** The document's own form, where another was used because it does not fit the sheet. */
  readonly misfit: Form | undefined;
  /** All findings, in the order of the sheet. */
  readonly all: readonly Finding[];
  /** The accepted findings. */
  readonly accepted: ReadonlyMap<Finding, Acceptance>;
}

/** The result of a check: null without an evaluation table, "own" for a summary sheet of ours. */
export type CheckOutcome = CheckedSheet | "own" | null;

/** What the pane shows in the sheet. */
export interface Annotations {
  readonly findings: readonly Finding[];
  /** Empty while marks are switched off. */
  readonly marks: readonly ReviewMark[];
  /** The ids of the sheets that may have them: all cards if the sheet is one. */
  readonly sheets: readonly string[];
}

/** The active sheet. Only the host adapter knows the meaning of its id. */
export interface ActiveSheet {
  readonly id: string;
  readonly name: string;
  /** The file or workbook with the sheet. */
  readonly source: string;
}

/** Texts kept in documents, or in the program if there is no document. */
export interface Memory extends DocumentStore {
  /** With several documents: the key under which the document of a sheet keeps what applies to all of its sheets. */
  documentOf?(sheetId: string): string;
}

/** Settings, or only a form, as a file of the user's. */
export interface SettingsFile {
  /** @param name without an ending; what no file may be named is left out */
  save(text: string, name: string): void;
  /** The text of a file that the user chooses; undefined if none is chosen. */
  open(): Promise<string | undefined>;
}

/** What the pane needs of the program that shows the workbook: Excel, or the workbench's own grid. */
export interface HostAdapter {
  /** The workbook whose cells are fixed. */
  readonly fixable: SheetReader & ChangeApplier & DocumentStore;
  /** Keeps settings and decisions about findings. */
  readonly memory: Memory;
  readonly summaries: SummaryAdapter;
  readonly received: ReceivedSheets;
  /** Saves and opens files of settings. Without it they are copied and pasted. */
  readonly settingsFile?: SettingsFile;
  /** Prints a table. Without it the list of findings is copied. */
  print?(table: FindingsTable): void;
  /** Saves the letters of checked sheets and their lists as one file. Without it letters are copied. @throws {Refusal} too-long, internal, cancelled */
  saveReplies?(sheets: readonly Reply[]): Promise<void>;
  /** Reads and checks a sheet. @throws {Refusal} the codes of the port `read`: sheet-gone, unreadable, damaged, too-large, cancelled, editing, interrupted */
  check(sheetId: string, by: ReadBy, watch: Watch): Promise<CheckOutcome>;
  /** Selects a cell of the active sheet, or of the card that it names, and brings it into view. */
  select(place: CellPlace): void;
  /** Reports every selected cell of the active sheet, whoever selected it. @returns a function that stops it */
  onSelect(listener: (place: CellPlace) => void): () => void;
  /** Looks for the sheet in front again, where none could be read. Only hosts that show sheets of their own have it. */
  lookAgain?(): void;
  annotate(sheetId: string, annotations: Annotations): void;
}
