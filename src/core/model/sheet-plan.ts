import type { Block, CellPlace } from "./address.ts";

/** The sheets that we make. Each is known in the workbook by a hidden defined name, even after it was renamed. */
export const ownSheets = ["totals", "review", "findings", "choices"] as const;
export type OwnSheet = (typeof ownSheets)[number];

/** What a cell is for. The look of a role is the same in every host: `cellStyles`. */
export type CellRole = "title" | "note" | "caption" | "header" | "text" | "count" | "share" | "totalText" | "totalCount" | "totalShare" | "required" | "attention" | "input";

/** One cell to make. */
export interface PlannedCell {
  readonly role: CellRole;
  /** A text is never a formula. With `formula` this is its result, kept as the cell's cached value in a file. */
  readonly value: string | number | null;
  /** Without "="; over cells of the same sheet, or of one that stands there already; in A1, en-US functions. */
  readonly formula?: string;
  /** A place to go to in this workbook. */
  readonly link?: { readonly sheet: string; readonly at: CellPlace };
}

/** Bars of 100 %, one for each status column, each piece the share of a term. */
export interface ChartPlan {
  readonly title: string;
  /** Alternative text, where the host can keep one. */
  readonly alternative: string;
  /** The cells that the chart covers. */
  readonly place: Block;
  /** Names of the bars. */
  readonly categories: Block;
  readonly series: readonly { readonly name: CellPlace; readonly values: Block; /** #RRGGBB */ readonly color: string }[];
}

/** A sheet of ours as it shall be. */
export interface SheetPlan {
  readonly own: OwnSheet;
  /** The name wished for; where a sheet of the user has it, the host takes 「… (2)」. Excel's 31 characters and forbidden characters are obeyed. */
  readonly name: string;
  /** Widths in characters, by column from A. */
  readonly widths: readonly number[];
  /** By row and column from A1; null leaves a cell empty. */
  readonly rows: readonly (readonly (PlannedCell | null)[])[];
  /** Rows above this one stay in view. */
  readonly frozenRows: number;
  /** First and last row repeated on each printed page, zero-based. */
  readonly repeatedRows: { readonly first: number; readonly last: number };
  /** The filtered table, its header row included. */
  readonly filter: Block | null;
  /** Page footer. The host adds the page number. */
  readonly footer: string;
  readonly charts: readonly ChartPlan[];
  /** Columns for the evaluator to write in, by column; what stands there is never ours. */
  readonly inputColumns: readonly number[];
  /** True for a sheet that nobody needs to see. */
  readonly isHidden?: boolean;
  /** What tells later whether somebody changed the sheet: made by the core, kept by the host with the sign. */
  readonly fingerprint: string;
}

/** A sheet as it stands in the workbook that looks like one of ours by its hidden name, which whoever has the file can write. */
export interface FoundOwnSheet {
  readonly own: OwnSheet;
  readonly sheet: string;
  readonly name: string;
  readonly fingerprint: string;
  /** True where it bears something that we did not put there: another chart, a picture, comments. */
  readonly hasAdditions: boolean;
  /** Of a `choices` sheet: the sheet whose cells use it. */
  readonly of?: string;
  /** True where the document alone says that it is ours: it was not made since the workbook was opened here. It never goes unasked. */
  readonly isUnproven?: true;
}

/** How the cells of a role look. */
export interface PlannedStyle {
  readonly bold: boolean;
  /** Points. */
  readonly size: number;
  /** #RRGGBB */
  readonly color: string;
  readonly fill: string | null;
  readonly numberFormat: "@" | "General" | "0" | "0.0%";
  readonly align: "left" | "center" | "right";
  readonly wrap: boolean;
  readonly border: boolean;
}

const ink = "#1F1F1F";
const base: PlannedStyle = { bold: false, size: 10, color: ink, fill: null, numberFormat: "@", align: "left", wrap: true, border: true };
const plain: PlannedStyle = { ...base, border: false, wrap: false };
const count: PlannedStyle = { ...base, numberFormat: "0", align: "right" };
const share: PlannedStyle = { ...base, numberFormat: "0.0%", align: "right" };
const total = { bold: true, fill: "#EEF1F4" } as const;

export const plannedStyles: Readonly<Record<CellRole, PlannedStyle>> = {
  title: { ...plain, bold: true, size: 16 },
  note: { ...plain, color: "#4A4A4A" },
  caption: { ...plain, bold: true, size: 12 },
  header: { ...base, bold: true, fill: "#DDE3EA", align: "center" },
  text: base,
  count,
  share,
  totalText: { ...base, ...total },
  totalCount: { ...count, ...total },
  totalShare: { ...share, ...total },
  required: { ...base, bold: true, color: "#3D2100", fill: "#FFC166" },
  attention: { ...base, bold: true, color: "#0B2E5C", fill: "#DCEBFA" },
  input: { ...base, fill: "#FFFBE6" },
};
