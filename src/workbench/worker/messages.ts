import type { Applied, Change, WrittenCell } from "../../core/model/changes.ts";
import type { CellPlace } from "../../core/model/address.ts";
import type { Finding, FullInspection, ReviewMark } from "../../core/model/finding.ts";
import type { ReadBy } from "../../core/form/known.ts";
import type { CellValue, SheetInfo } from "../../core/model/grid.ts";
import type { RefusalCode } from "../../core/model/refusal.ts";
import type { FoundOwnSheet } from "../../core/model/sheet-plan.ts";
import type { CellStyle } from "../../hosts/file/file-workbook.ts";
import type { FileNote } from "../../hosts/file/open.ts";
import type { EditableFile } from "../../hosts/file/open-editable.ts";

/** The sheets of a file, those that we made among them. */
export interface FileSheets {
  readonly sheets: readonly SheetInfo[];
  readonly own: readonly FoundOwnSheet[];
}

/** A file as opened: its sheets, what it holds that is never used, and what of it can be changed. */
export interface OpenedFile extends FileSheets {
  readonly notes: readonly FileNote[];
  readonly takes: EditableFile["takes"];
}

/** A file after its content was changed, or changed back. */
export interface ChangedFile extends FileSheets {
  /** How many changes can be undone, and done again. */
  readonly undo: number;
  readonly redo: number;
}

/** A file after something was to be kept in it. */
export interface RememberedFile extends ChangedFile {
  readonly isChanged: boolean;
}

/** What a change did. `isChanged` is false where everything was as it shall be; then there is nothing to undo. */
export interface AppliedFile extends RememberedFile {
  readonly applied: Applied;
}

/** A sheet's measures. Its cells come separately. */
export interface GridExtent {
  readonly sheet: SheetInfo;
  readonly rowCount: number;
  readonly date1904: boolean;
  readonly hiddenRows: readonly number[];
}

/** A cell as read. */
export interface ReadCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly format: string;
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
  /** What editing begins with, where that is not the text. */
  readonly typed?: string;
}

/** A row as shown. */
export interface RowView {
  readonly row: number;
  readonly cells: readonly CellView[];
}

/** The outcome of a check; its findings and marks come before it, in slices. Null where the sheet has no table. */
export type CheckAnswer = (Omit<FullInspection, "findings" | "marks"> & { readonly hiddenRows: number }) | null;

interface OfSheet {
  readonly sheet: string;
}

interface OfSheetOrFile {
  /** Undefined for the whole file. */
  readonly sheet: string | undefined;
}

/** What the page asks of the worker that holds a file. The first question opens it. */
export type Request =
  | { readonly kind: "open"; readonly idPrefix: string; readonly name: string; readonly content: Blob }
  | { readonly kind: "create"; readonly idPrefix: string }
  | ({ readonly kind: "layout" } & OfSheet)
  | ({ readonly kind: "rows"; readonly from: number; readonly to: number; readonly columns: number } & OfSheet)
  | ({ readonly kind: "check"; readonly by: ReadBy } & OfSheet)
  | ({ readonly kind: "extent" } & OfSheet)
  | ({ readonly kind: "cells"; readonly from: number; readonly to: number } & OfSheet)
  | ({ readonly kind: "values"; readonly places: readonly CellPlace[] } & OfSheet)
  | { readonly kind: "apply"; readonly changes: readonly Change[] }
  | ({ readonly kind: "type"; readonly at: CellPlace; readonly text: string } & OfSheet)
  | ({ readonly kind: "recall"; readonly name: string } & OfSheetOrFile)
  | ({ readonly kind: "remember"; readonly name: string; readonly text: string | undefined } & OfSheetOrFile)
  | { readonly kind: "undo" | "redo" }
  | { readonly kind: "save" };

/** What each kind of request is answered with. */
export interface Results {
  readonly open: OpenedFile;
  readonly layout: SheetLayout;
  readonly rows: readonly RowView[];
  readonly check: CheckAnswer;
  readonly extent: GridExtent;
  readonly cells: readonly ReadCell[];
  readonly values: readonly CellValue[];
  readonly create: OpenedFile;
  readonly apply: AppliedFile;
  readonly type: AppliedFile;
  readonly recall: string | undefined;
  readonly remember: RememberedFile;
  readonly undo: ChangedFile;
  readonly redo: ChangedFile;
  readonly save: Uint8Array<ArrayBuffer>;
}

/** What the page may post on a request's own port: to cancel it, or to go on where the worker waits for that. */
export type PortReply = "cancel" | "go-on";

/** One message on a request's own port. Before cells are written, the worker waits for the page's reply. */
export type Answer<Result> =
  | { readonly kind: "before-writing"; readonly cells: readonly WrittenCell[] }
  | { readonly kind: "progress"; readonly done: number }
  | { readonly kind: "slice"; readonly findings: readonly Finding[]; readonly marks: readonly ReviewMark[] }
  | { readonly kind: "result"; readonly result: Result }
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly detail: string }
  | { readonly kind: "failed"; readonly message: string };
