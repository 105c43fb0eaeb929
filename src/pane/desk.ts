import type { Finding, ReviewMark } from "../core/finding.ts";
import type { Form } from "../core/form/schema.ts";
import type { CellPlace } from "../core/grid/address.ts";
import type { Inspection } from "../core/inspect.ts";
import type { Watch } from "../core/workbook.ts";
import type { Mendable } from "./mender.ts";
import type { SummaryDesk } from "./summarizer.ts";

/** A checked sheet. */
export interface SheetCheck {
  readonly inspection: Inspection;
  /** Rows of the table that the sheet hides. They are checked like the others. */
  readonly hiddenRows: number;
}

/** What the pane wants to be seen in the sheet. */
export interface Annotations {
  readonly findings: readonly Finding[];
  /** Empty while the marks are switched off. */
  readonly marks: readonly ReviewMark[];
}

/** The sheet in front. Its id is the desk's own and says nothing to the pane. */
export interface FrontSheet {
  readonly id: string;
  readonly name: string;
  /** The file or workbook that holds it. */
  readonly source: string;
}

/** What the pane asks of whoever shows the workbook: Excel, or the workbench's own grid. */
export interface Desk {
  readonly form: Form;
  /** The workbook, where its cells may be written. */
  readonly mendable?: Mendable;
  /** Where summary sheets can be made. */
  readonly summaries?: SummaryDesk;
  /** Reads and checks a sheet. Null where it holds no evaluation table. @throws {Refusal} */
  check(sheetId: string, watch: Watch): Promise<SheetCheck | null>;
  /** Selects a cell of the sheet in front and brings it into view. */
  select(place: CellPlace): void;
  /** Tells every cell that is selected in the sheet in front, by whomever. @returns ends it. */
  onSelect(listener: (place: CellPlace) => void): () => void;
  annotate(sheetId: string, annotations: Annotations): void;
}
