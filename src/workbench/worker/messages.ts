import type { Applied, Change, WrittenCell } from "../../core/model/changes.ts";
import type { CellPlace } from "../../core/model/address.ts";
import type { CellArea } from "../../core/model/cell-lists.ts";
import type { Finding, FullInspection, ReviewMark } from "../../core/model/finding.ts";
import type { ReadBy } from "../../core/form/known.ts";
import type { CellValue, SheetInfo } from "../../core/model/grid.ts";
import type { RefusalCode, RefusalReason } from "../../core/model/refusal.ts";
import type { FoundOwnSheet } from "../../core/model/sheet-plan.ts";
import type { ReplyPacket } from "../../core/reply/packets.ts";
import type { CellStyle } from "../../hosts/file/file-workbook.ts";
import type { FileNote } from "../../hosts/file/open.ts";
import type { EditableFile } from "../../hosts/file/open-editable.ts";
import type { FoundText, Sought } from "./search.ts";

/** The sheets of a file, and which of them we made. */
export interface FileSheets {
  readonly sheets: readonly SheetInfo[];
  readonly own: readonly FoundOwnSheet[];
}

/** A file as opened: its sheets, its unused contents, and which changes it takes. */
export interface OpenedFile extends FileSheets {
  readonly notes: readonly FileNote[];
  readonly takes: EditableFile["takes"];
  /** Tells its content from every other; undefined for a new file, and where the browser makes none. */
  readonly fingerprint: string | undefined;
}

/** A file after a change, an undo or a redo. */
export interface ChangedFile extends FileSheets {
  /** Number of changes that can be undone, and redone. */
  readonly undo: number;
  readonly redo: number;
  /** Tells its content from every other that it had: 0 for the opened one. */
  readonly content: number;
}

/** A file after a text was kept in it. */
export interface RememberedFile extends ChangedFile {
  readonly isChanged: boolean;
}

/** The result of a change. `isChanged` is false where everything was right already; then there is nothing to undo. */
export interface AppliedFile extends RememberedFile {
  readonly applied: Applied;
}

/** A text or number that was written into a cell and is not saved; the sheet's id is that within its file. */
export interface KeptEdit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly to: string | number | boolean;
  readonly numberFormat?: string;
}

/** What was written since the file was opened or saved, and the fingerprint of what it was then; undefined where the browser makes none. */
export interface UnsavedEdits {
  readonly fingerprint: string | undefined;
  readonly edits: readonly KeptEdit[];
}

/** A file as it is saved, and the ending that its name must have; undefined where any will do. */
export interface SavedContent {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ending: string | undefined;
}

/** An area that was copied or cut; what is pasted from it is emptied where it was cut. */
export interface CopiedArea {
  readonly sheet: string;
  readonly area: CellArea;
  readonly isCut: boolean;
  /** Its text when it was copied: what has changed since is not pasted for it. */
  readonly was: string;
}

/** Codes of refusals that name every cell they are about: the other cells can still be written. */
export const skippable = ["covered", "formula", "table-header", "locked", "reads-as-formula", "no-such-letter"] as const satisfies readonly RefusalCode[];

/** Cells that were left as they are, in A1, and the reason. */
export interface SkippedCells {
  readonly code: (typeof skippable)[number];
  readonly cells: readonly string[];
}

/** The result of pasting: the number of written cells, the skipped ones, and the area. */
export interface PastedCells {
  /** The first pasted text that looks like a formula but stays text. */
  readonly staysText: CellPlace | undefined;
  /** The first cell that was written; where none was, that of the area. */
  readonly first: CellPlace;
  readonly written: number;
  readonly skipped: readonly SkippedCells[];
  readonly area: CellArea;
}

/** A file after cells were pasted into it. */
export interface PastedFile extends RememberedFile {
  readonly pasted: PastedCells;
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

/** The layout of a whole sheet. Rows and columns are zero-based; sizes are CSS pixels, 0 for hidden ones. */
export interface SheetLayout {
  readonly usedRows: number;
  readonly usedColumns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** One for each shown row, which are some more than the used ones. */
  readonly rowHeights: Float64Array<ArrayBuffer>;
  readonly columnWidths: Float64Array<ArrayBuffer>;
  /** Four numbers for each merged area, in the order of rows: row, column, last row, last column. */
  readonly merges: Int32Array<ArrayBuffer>;
  readonly styles: readonly CellStyle[];
}

/** A cell as shown. Cells without content and looks are left out. */
export interface CellView {
  readonly column: number;
  readonly text: string;
  /** Index into the layout's styles. */
  readonly style: number;
  readonly isNumber: boolean;
  /** The text that editing begins with, where it differs from the shown one. */
  readonly typed?: string;
  /** The formula that makes its value, with its sign; "=" alone where the file does not tell it. */
  readonly formula?: string;
}

/** A row as shown. */
export interface RowView {
  readonly row: number;
  readonly cells: readonly CellView[];
}

/** The result of a check; findings and marks precede it in slices. Null where the sheet has no table, "own" for a summary sheet of ours. */
export type CheckAnswer = (Omit<FullInspection, "findings" | "marks"> & { readonly hiddenRows: number }) | "own" | null;

interface OfSheet {
  readonly sheet: string;
}

interface OfSheetOrFile {
  /** Undefined for the whole file. */
  readonly sheet: string | undefined;
}

/** Requests of the page to the worker that holds a file. The first one opens it; "replies" concerns no file. */
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
  | ({ readonly kind: "find" } & Sought & OfSheet)
  | ({ readonly kind: "copy"; readonly area: CellArea } & OfSheet)
  | ({ readonly kind: "paste"; readonly area: CellArea; readonly text: string; readonly copied: CopiedArea | undefined } & OfSheet)
  | ({ readonly kind: "recall"; readonly name: string } & OfSheetOrFile)
  | ({ readonly kind: "remember"; readonly name: string; readonly text: string | undefined } & OfSheetOrFile)
  | { readonly kind: "unsaved" }
  | { readonly kind: "marked"; readonly sheets: readonly string[] }
  | { readonly kind: "undo" | "redo" }
  | { readonly kind: "save" }
  | { readonly kind: "replies"; readonly packets: readonly ReplyPacket[] };

/** Requests that change the file or save it: a worker that holds it anew is asked them again, and only the worker cancels them, since they may be done already. */
const changeKinds = ["apply", "type", "paste", "remember", "undo", "redo", "save"] as const satisfies readonly Request["kind"][];
export type ChangeRequest = Request & { readonly kind: (typeof changeKinds)[number] };

/** True for a request after which the file is another one, or saved. */
export function isChangeRequest(request: Request): request is ChangeRequest {
  return changeKinds.some((kind) => kind === request.kind);
}

/** The answer to each kind of request. */
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
  readonly find: FoundText;
  readonly copy: string;
  readonly paste: PastedFile;
  readonly recall: string | undefined;
  readonly remember: RememberedFile;
  readonly unsaved: UnsavedEdits;
  /** Those of the sheets that carry marks of ours. */
  readonly marked: readonly string[];
  readonly undo: ChangedFile;
  readonly redo: ChangedFile;
  readonly save: SavedContent;
  /** A zip file. */
  readonly replies: Uint8Array<ArrayBuffer>;
}

/** Replies of the page on a request's own port: it cancels the request, or lets a waiting worker go on. */
export type PortReply = "cancel" | "go-on";

/** A message on a request's own port. Before cells are written, the worker waits for the page's reply. */
export type Answer<Result> =
  | { readonly kind: "before-writing"; readonly cells: readonly WrittenCell[] }
  | { readonly kind: "progress"; readonly done: number }
  | { readonly kind: "slice"; readonly findings: readonly Finding[]; readonly marks: readonly ReviewMark[] }
  | { readonly kind: "result"; readonly result: Result }
  | ({ readonly kind: "refused" } & RefusalReason);
