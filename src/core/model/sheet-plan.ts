import type { Block, CellPlace } from "./address.ts";

/** The sheets that we make. A hidden defined name identifies each, even after it was renamed. */
export const ownSheets = ["digest", "totals", "review", "findings", "choices"] as const;
export type OwnSheet = (typeof ownSheets)[number];

/** The purpose of a cell. A role looks the same in every host: `plannedStyles`. */
export type CellRole =
  | "title" | "note" | "line" | "caption"
  /** Over the header: a name that runs on over the columns to its right. */
  | "group"
  | "header" | "text" | "symbol" | "count" | "share" | "totalText" | "totalSymbol" | "totalCount" | "totalShare" | "required" | "attention" | "input";

/** One cell to make. */
export interface PlannedCell {
  readonly role: CellRole;
  /** A text is never a formula. With `formula` this is its result, which a file keeps as the cell's cached value. */
  readonly value: string | number | null;
  /** Without "="; refers to cells of the same sheet or of an existing one; in A1, with en-US functions. */
  readonly formula?: string;
  /** Target of a link in this workbook. */
  readonly link?: { readonly sheet: string; readonly at: CellPlace };
}

/** Bars of 100 %, one for each status column; each piece is the share of a term, with its count on it. */
export interface ChartPlan {
  readonly title: string;
  /** Alternative text, for hosts that can keep one. */
  readonly alternative: string;
  /** The cells that the chart covers. */
  readonly place: Block;
  /** Names of the bars. */
  readonly categories: Block;
  readonly series: readonly { readonly name: CellPlace; readonly values: Block; /** #RRGGBB */ readonly color: string; /** Of the counts on it, #RRGGBB. */ readonly font: string }[];
}

/** One of our sheets before it is made. */
export interface SheetPlan {
  readonly own: OwnSheet;
  /** The wished name; where a sheet of the user has it, the host takes 「… (2)」. It obeys Excel's limit of 31 characters and its forbidden characters. */
  readonly name: string;
  /** Widths in characters, by column from A. */
  readonly widths: readonly number[];
  /** By row and column from A1; null leaves a cell empty. */
  readonly rows: readonly (readonly (PlannedCell | null)[])[];
  /** Rows above this one stay in view. */
  readonly frozenRows: number;
  /** First and last row repeated on the printed pages after their own, zero-based: the header of the sheet's only or last table. */
  readonly repeatedRows: { readonly first: number; readonly last: number } | null;
  /** True for a sheet that is printed on one page, however small its letters become. */
  readonly isOnePage?: boolean;
  /** Rows that begin a printed page, zero-based and rising. */
  readonly pageBreaks: readonly number[];
  /** The filtered table, its header row included. */
  readonly filter: Block | null;
  /** Page footer. The host adds the page number. */
  readonly footer: string;
  readonly charts: readonly ChartPlan[];
  /** Columns for the evaluator to write in, by column; we never write there again. */
  readonly inputColumns: readonly number[];
  /** True for a sheet that nobody needs to see. */
  readonly isHidden?: boolean;
  /** Tells later whether the sheet was changed. Made by the core, kept by the host beside the tag. */
  readonly fingerprint: string;
}

/** Of a printed page, in points: left and right, top and bottom. */
export const pageMargins = { side: 36, end: 43.2 };

/** A sheet of the workbook that its hidden name declares to be ours. Anyone who has the file can write that name. */
export interface FoundOwnSheet {
  readonly own: OwnSheet;
  readonly sheet: string;
  readonly name: string;
  readonly fingerprint: string;
  /** True where the sheet has additions that are not ours: another chart, a picture, comments. */
  readonly hasAdditions: boolean;
  /** For a `choices` sheet: the sheets whose cells use it, several where they are cards. */
  readonly of?: readonly string[];
  /** True where only the document says that the sheet is ours: it was not made since the workbook was opened here. It is never deleted without asking. */
  readonly isUnproven?: true;
}
