import type { Counts, Finding, ReviewMark, TablePlace } from "../core/finding.ts";
import type { SheetInfo } from "../core/grid/grid.ts";
import type { RefusalCode } from "../core/refusal.ts";
import type { CellStyle } from "../hosts/file/look.ts";
import type { Note } from "../hosts/file/open.ts";

/** A file as opened: its sheets, and what it holds that is never used. */
export interface OpenedFile {
  readonly sheets: readonly SheetInfo[];
  readonly notes: readonly Note[];
}

/** What the grid must know of a whole sheet. Rows and columns are zero-based, sizes CSS pixels, a hidden one is 0 high or wide. */
export interface SheetLayout {
  readonly usedRows: number;
  readonly usedColumns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** One for each row that is shown: some more than are used. */
  readonly rowHeights: Float64Array<ArrayBuffer>;
  readonly columnWidths: Float64Array<ArrayBuffer>;
  /** Four numbers for each merged area, in the order of rows: row, column, last row, last column. */
  readonly merges: Int32Array<ArrayBuffer>;
  readonly styles: readonly CellStyle[];
}

/** A cell as shown. Cells that neither hold nor look like anything are left out. */
export interface CellView {
  readonly column: number;
  readonly text: string;
  /** Index into the layout's styles. */
  readonly style: number;
  readonly isNumber: boolean;
}

/** A row as shown. */
export interface RowView {
  readonly row: number;
  readonly cells: readonly CellView[];
}

/** The outcome of a check; its findings and marks come before it, in slices. Null where the sheet has no table. */
export type CheckOutcome = { readonly table: TablePlace; readonly counts: Counts; readonly hiddenRows: number } | null;

interface SheetKey {
  readonly file: string;
  readonly sheet: string;
}

/** What the page asks of the worker. */
export type Request =
  | { readonly kind: "open"; readonly file: string; readonly name: string; readonly content: Blob }
  | ({ readonly kind: "layout" } & SheetKey)
  | ({ readonly kind: "rows"; readonly from: number; readonly to: number; readonly columns: number } & SheetKey)
  | ({ readonly kind: "check" } & SheetKey)
  | { readonly kind: "close"; readonly file: string };

/** What each kind of request is answered with. */
export interface Results {
  readonly open: OpenedFile;
  readonly layout: SheetLayout;
  readonly rows: readonly RowView[];
  readonly check: CheckOutcome;
  readonly close: null;
}

/** One message on a request's own port. The page may post "cancel" on it. */
export type Answer<Result> =
  | { readonly kind: "progress"; readonly done: number }
  | { readonly kind: "slice"; readonly findings: readonly Finding[]; readonly marks: readonly ReviewMark[] }
  | { readonly kind: "result"; readonly result: Result }
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly detail: string }
  | { readonly kind: "failed"; readonly message: string };
