import type { CellPlace } from "../../core/model/address.ts";
import type { RefusalCode, RefusalReason } from "../../core/model/refusal.ts";
import { distinctNames } from "../../core/wording/distinct-names.ts";
import type { Language } from "../../core/wording/language.ts";
import type { Annotations, ActiveSheet } from "../../pane/state/host-adapter.ts";
import type { ChartView } from "../chart/chart-view.ts";
import type { CopiedArea, OpenedFile, SheetLayout, SkippedCells } from "../worker/messages.ts";
import type { RowCache } from "../worker/row-cache.ts";
import { isUnsaved, type Charts, type History, type StepKind } from "./steps.ts";

/** An open file, with its history. */
export interface OpenContent extends Omit<OpenedFile, "fingerprint"> {
  readonly state: "open";
  readonly history: History;
  readonly charts: Charts;
  /** Of its content as it was opened, and as it was saved here since; none where the browser makes none. */
  readonly fingerprints: readonly string[];
}

/** A file's tab. */
export interface OpenFile {
  readonly id: string;
  readonly name: string;
  /** The name after its folders, as far as the browser tells them. */
  readonly path: string;
  /** True for the sample, which the workbench opened by itself: the user's summaries leave it out. */
  readonly isSample: boolean;
  readonly content: { readonly state: "opening" } | ({ readonly state: "refused" } & RefusalReason) | { readonly state: "ended" } | OpenContent;
  /** What was written the last time and not saved, until the user says whether it is wanted. */
  readonly offer?: { readonly at: number; readonly count: number } | undefined;
  /** The active sheet, "" where there is none. */
  readonly sheet: string;
  /** True once the user chose the sheet. */
  readonly isChosen: boolean;
}

/** The sheet as the grid shows it. */
export interface SheetScene {
  readonly layout: SheetLayout;
  readonly rows: RowCache;
  readonly charts: readonly ChartView[];
}

/** A text that is being typed into a cell. */
export interface Typing {
  readonly sheet: string;
  readonly at: CellPlace;
  /** The text that the input begins with; undefined where it already has the first letters. */
  readonly text: string | undefined;
  /** The text that would change nothing. */
  readonly unchanged: string | undefined;
}

/** An area of a sheet that was put on the clipboard. */
export interface OnClipboard extends CopiedArea {
  /** The text there; for any other it came from elsewhere. */
  readonly text: string;
}

/** The search in the active sheet. */
export interface FindState {
  readonly text: string;
  /** The place of the last match; undefined before that. */
  readonly found: { readonly sheet: string; readonly index: number; readonly count: number } | undefined;
  /** How often the field was asked for: each time it gets the focus. */
  readonly opened: number;
}

/** A notice above the sheet. */
export type NoticeContent =
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly detail: string; readonly typing?: Typing }
  | { readonly kind: "stays-text"; readonly at: CellPlace }
  /** Its worker does not stop, and is not ended before its changes are saved. */
  | { readonly kind: "silent"; readonly name: string }
  /** Cells that were not pasted into or not emptied, and how many were. */
  | { readonly kind: "skipped"; readonly written: number; readonly skipped: readonly SkippedCells[] }
  | { readonly kind: "not-copied" }
  | { readonly kind: "saved"; readonly name: string }
  /** Files that belong to another one and have no sheet were not opened. */
  | { readonly kind: "passed-over"; readonly names: readonly string[] }
  /** Files that are open already were not opened again. */
  | { readonly kind: "open-already"; readonly names: readonly string[] }
  | { readonly kind: "undone" | "redone"; readonly what: StepKind }
  /** The sample was closed with changes; the notice offers them. */
  | { readonly kind: "sample-closed"; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

export interface WorkspaceState {
  readonly language: Language;
  readonly files: readonly OpenFile[];
  readonly active: string;
  readonly scenes: ReadonlyMap<string, SheetScene>;
  /** The active cell of each sheet. */
  readonly selections: ReadonlyMap<string, CellPlace>;
  /** The other corner of what is selected with it; only where that is more than the cell. */
  readonly reaches: ReadonlyMap<string, CellPlace>;
  readonly copied: OnClipboard | undefined;
  readonly annotations: ReadonlyMap<string, Annotations>;
  /** How large sheets are shown: 1 as they are; "fit" so small that the table fits into the window. */
  readonly zoom: number | "fit";
  readonly find: FindState | undefined;
  readonly typing: Typing | undefined;
  readonly notice: NoticeContent | undefined;
  /** True where saving writes the review marks into the file. */
  readonly savesMarks: boolean;
  /** A file with unsaved changes that the user wants to close. */
  readonly closing: string | undefined;
}

export const emptyWorkspace: Omit<WorkspaceState, "language"> = {
  files: [],
  active: "",
  scenes: new Map(),
  selections: new Map(),
  reaches: new Map(),
  copied: undefined,
  zoom: "fit",
  find: undefined,
  annotations: new Map(),
  typing: undefined,
  notice: undefined,
  savesMarks: false,
  closing: undefined,
};

/** Distinct names of the files, by id. */
export function shownNames(files: WorkspaceState["files"]): ReadonlyMap<string, string> {
  const names = distinctNames(files.map(({ path }) => path));
  return new Map(files.map(({ id, name }, index) => [id, names[index] ?? name]));
}

/** The active file. */
export function activeFile({ files, active }: WorkspaceState): OpenFile | undefined {
  return files.find(({ id }) => id === active);
}

/** A file's content; undefined while it is not open. */
export function openContent({ files }: Pick<WorkspaceState, "files">, file: string): OpenContent | undefined {
  const content = files.find(({ id }) => id === file)?.content;
  return content?.state === "open" ? content : undefined;
}

/** The id of the active sheet. */
export function activeSheetId(state: WorkspaceState): string | undefined {
  return activeSheet(state)?.id;
}

/** The active sheet; undefined while its file is not open. */
export function activeSheet(state: WorkspaceState): ActiveSheet | undefined {
  const file = activeFile(state);
  if (file?.content.state !== "open") return undefined;
  const sheet = file.content.sheets.find(({ id }) => id === file.sheet);
  return sheet && { id: sheet.id, name: sheet.name, source: file.name };
}

/** True where a file has unsaved changes. */
export function isFileUnsaved({ content }: OpenFile): boolean {
  return content.state === "open" && isUnsaved(content.history);
}

/** The same file, opened before: of one name and folder, and with the same content. To count it twice would give wrong sums. */
export function twinOf({ files }: Pick<WorkspaceState, "files">, { id, path }: OpenFile, { fingerprint }: Pick<OpenedFile, "fingerprint">): OpenFile | undefined {
  const isTwin = (content: OpenFile["content"]) => fingerprint !== undefined && content.state === "open" && content.fingerprints[0] === fingerprint;
  return files.find((file) => file.id !== id && !file.isSample && file.path === path && isTwin(file.content));
}
