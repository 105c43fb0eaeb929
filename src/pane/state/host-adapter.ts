import type { Acceptance } from "../../core/acceptance/acceptance.ts";
import type { Finding, ReviewMark } from "../../core/model/finding.ts";
import type { ReadBy } from "../../core/form/known.ts";
import type { Form } from "../../core/form/schema.ts";
import type { CellPlace } from "../../core/model/address.ts";
import type { InspectedSheet } from "../../core/inspect-sheet.ts";
import type { ChangeApplier, DocumentStore, SheetReader, Watch } from "../../core/model/ports.ts";
import type { SummaryAdapter } from "./summarizer.ts";

/** A sheet as a host adapter checked it. */
export type CheckedSheet = InspectedSheet;

/** A checked sheet as the pane shows it: its inspection has no findings but those that nobody left as they are. */
export interface SheetCheck extends CheckedSheet {
  /** The form it was checked by. */
  readonly form: Form;
  /** All findings, in the order of the sheet. */
  readonly all: readonly Finding[];
  /** Those that somebody left as they are. */
  readonly accepted: ReadonlyMap<Finding, Acceptance>;
}

/** What a check comes to: null where the sheet holds no evaluation table, "own" where it is a summary sheet of ours. */
export type CheckOutcome = CheckedSheet | "own" | null;

/** What the pane wants to be seen in the sheet. */
export interface Annotations {
  readonly findings: readonly Finding[];
  /** Empty while the marks are switched off. */
  readonly marks: readonly ReviewMark[];
  /** The ids of the sheets on which they may stand: of cards all of them. */
  readonly sheets: readonly string[];
}

/** The sheet in front. Its id is the host adapter's own and says nothing to the pane. */
export interface ActiveSheet {
  readonly id: string;
  readonly name: string;
  /** The file or workbook that holds it. */
  readonly source: string;
}

/** Texts kept in documents, or by the program where there is no document. */
export interface Memory extends DocumentStore {
  /** Where sheets of several documents are shown: the key under which the document of a sheet keeps what holds for all of its sheets. */
  documentOf?(sheetId: string): string;
}

/** Settings, or a form alone, as a file of the user's. */
export interface SettingsFile {
  save(text: string, what: "settings" | "form"): void;
  /** The text of a file that the user chooses; undefined where none is chosen. */
  open(): Promise<string | undefined>;
}

/** What the pane asks of whoever shows the workbook: Excel, or the workbench's own grid. */
export interface HostAdapter {
  /** The workbook whose cells are fixed. */
  readonly fixable: SheetReader & ChangeApplier & DocumentStore;
  /** What keeps settings and what was decided about findings. */
  readonly memory: Memory;
  readonly summaries: SummaryAdapter;
  /** Where settings go to files and come from them; copied and pasted elsewhere. */
  readonly settingsFile?: SettingsFile;
  /** Reads and checks a sheet. @throws {Refusal} what the port `read` refuses */
  check(sheetId: string, by: ReadBy, watch: Watch): Promise<CheckOutcome>;
  /** Selects a cell of the sheet in front, or of the card that it names, and brings it into view. */
  select(place: CellPlace): void;
  /** Tells every cell that is selected in the sheet in front, by whomever. @returns ends it. */
  onSelect(listener: (place: CellPlace) => void): () => void;
  annotate(sheetId: string, annotations: Annotations): void;
}
