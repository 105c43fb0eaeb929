import type { Sections } from "./sections.ts";
import type { InputRules } from "./term-lists.ts";
import type { Block, CellPlace, PlaceSheet } from "./address.ts";
import type { CardSheets } from "./card-sheets.ts";
import type { CellValue, SheetInfo } from "./grid.ts";
import type { AnsweredQuestion, Question } from "./question.ts";
import type { SheetTitle } from "./sheet-title.ts";
import type { KnownForm } from "../form/known.ts";
import type { Term } from "../form/schema.ts";

export type Severity = "error" | "warning" | "info";

/** One cell to write. `from` is the content as read; the edit is refused where the cell holds something else by now. */
export interface CellEdit {
  readonly at: CellPlace;
  readonly from: CellValue;
  /** The text to write; "" empties the cell. */
  readonly to: string;
  /** Set where the cell must be text ("@"), or Excel would turn a code into a date again. */
  readonly numberFormat?: "@";
  /** Set where `from` is a number that the cell shows as a date: true where serial 0 is 1904-01-01. */
  readonly date1904?: boolean;
}

/** A fix. Safe: one reading only. Suggested: a person must agree. The first edit is the finding's own cell. */
export interface Fix {
  readonly safety: "safe" | "suggested";
  /** Set where the fix is only suggested because the cell is the result of a formula, because letters would lose their own look or furigana, or because the cell's own list refuses the text. */
  readonly doubt?: "formula" | "loses-style" | "off-list";
  readonly edits: readonly [CellEdit, ...CellEdit[]];
}

/** A fact that a sentence names; the wording says it in the reader's language. */
export type Fact =
  | { readonly text: CellValue }
  | { readonly code: string }
  | { readonly cell: CellPlace }
  | { readonly serial: number; readonly date1904: boolean }
  | { readonly column: string }
  /** The letters of the text that look like others. */
  | { readonly letters: string }
  /** By its depth, 0 for the outermost. */
  | { readonly level: number }
  | { readonly number: number };

export type Facts = Readonly<Record<string, Fact>>;

/** One thing wrong at one cell: facts, no prose. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Key of the rule's message. */
  readonly message: string;
  readonly facts: Facts;
  readonly at: CellPlace;
  /** The code as read, the expected one where it is unreadable, null where none is known. */
  readonly code: string | null;
  /** The heading of the strategy, the name of the initiative or the title of the issue; "" where none is known. */
  readonly title: string;
  readonly value: CellValue;
  /** The value as the cell shows it: a date as a day. */
  readonly present: Fact;
  readonly related: readonly CellPlace[];
  readonly fix: Fix | null;
  /** The open question on which the finding depends. */
  readonly question?: string;
}

export type MarkLevel = "required" | "attention";

/** An item that must be looked at again. */
export interface ReviewMark {
  readonly level: MarkLevel;
  /** Depth of its level, 0 for the outermost. */
  readonly depth: number;
  readonly code: string | null;
  readonly title: string;
  /** Zero-based, both inclusive. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** The cell of the node's code, or the cell where it should be. */
  readonly at: CellPlace;
  /** The marked cells as blocks of the sheet, both corners inclusive. */
  readonly cells: readonly { readonly first: CellPlace; readonly last: CellPlace }[];
  /** Status cells that are the reason: column id and the text found. */
  readonly reasons: readonly { readonly column: string; readonly at: CellPlace; readonly text: CellValue }[];
  /** All its statuses, in the form's order: column id and the text found. */
  readonly statuses: readonly { readonly column: string; readonly text: CellValue }[];
  /** Its page reference as found. */
  readonly page: CellValue;
}

/** Blocks of the sheet by level, outermost first, whatever their codes. */
export type Counts = readonly number[];

/** Where the table is: all of it, header included; columns by form column id, zero-based, on a block's first row. */
export interface TablePlace {
  readonly first: CellPlace;
  readonly last: CellPlace;
  readonly columns: ReadonlyMap<string, number>;
  /** Rows inside the table that are no evaluation: blank, a header again, a total. */
  readonly skippedRows: readonly number[];
}

/** How a term judges; none where it does not. */
export type Meaning = Term["meaning"];

/** A term that a status column may hold. */
export interface TallyTerm {
  readonly text: string;
  readonly meaning: Meaning;
  /** Its place among the column's terms of the same meaning, from 0. */
  readonly rank: number;
}

/** An item whose status is not judged. */
export interface LeftOut {
  readonly code: string | null;
  /** Its status cell; the cell of its code where the sheet lacks the column. */
  readonly at: CellPlace;
  /** The term, where it does not judge; null where the cell is blank, an error, or no word of the column. */
  readonly term: string | null;
}

/** A status column of the form, whether or not the sheet has it. */
export interface TallyColumn {
  readonly column: string;
  /** Depth of its level, 0 for the outermost. */
  readonly depth: number;
  /** Good terms first, then bad ones, then terms that do not judge. */
  readonly terms: readonly TallyTerm[];
  /** In sheet order, of each term the first ones; how many there are the counts tell. */
  readonly leftOut: readonly LeftOut[];
}

/** How often a column's terms occur. The counts add up to the number of its level's blocks. */
export interface StatusCount {
  /** In the order of the column's terms. */
  readonly terms: readonly number[];
  /** Blank, an error, or no word of the column. */
  readonly unknown: number;
}

/** The numbers of an outermost item. */
export interface GroupTally {
  readonly code: string | null;
  readonly title: string;
  /** Number of items of each level in it, itself first. */
  readonly counts: Counts;
  /** In the order of `Tally.columns`. */
  readonly statuses: readonly StatusCount[];
}

/** The numbers of a sheet: the same in the pane and on the summary sheets. */
export interface Tally {
  readonly columns: readonly TallyColumn[];
  /** In sheet order. */
  readonly groups: readonly GroupTally[];
  /** All together, in the order of `columns`. */
  readonly total: readonly StatusCount[];
}

/** The statuses of all nodes in one column. */
export interface OutlineColumn {
  /** The form's column id. */
  readonly column: string;
  readonly depth: number;
  readonly terms: readonly TallyTerm[];
  /** For each node the number of its term; -1 where the cell matches no term, and for nodes of other levels. */
  readonly found: Int32Array;
  /** For each node the zero-based column of its cell. */
  readonly places: Int32Array;
  /** For each node the row of its cell, where that is not the node's first row, as on a card. */
  readonly rows?: Int32Array;
  /** Texts of the cells that are not written like their term, by node. */
  readonly texts: ReadonlyMap<number, CellValue>;
}

/** The tree of a sheet, a node a number, each before those under it. Columns of numbers: objects take too long to send between threads. Zero-based. */
export interface Outline {
  /** 0 for the outermost level. */
  readonly levels: Uint8Array;
  /** -1 for an outermost node. */
  readonly parents: Int32Array;
  /** Position among its siblings, from 1, and the number of siblings. */
  readonly positions: Int32Array;
  readonly sisters: Int32Array;
  /** Both inclusive. */
  readonly firstRows: Int32Array;
  readonly lastRows: Int32Array;
  /** The cell of its code or label, or the cell where it should be. */
  readonly codeRows: Int32Array;
  readonly codeColumns: Int32Array;
  /** 1 for an item that rows below it name but that is not on the sheet. */
  readonly missing: Uint8Array;
  /** As read, the expected one where it is unreadable, null where none is known. */
  readonly codes: readonly (string | null)[];
  readonly titles: readonly string[];
  /** The status columns that the sheet has, in the form's order. */
  readonly columns: readonly OutlineColumn[];
  /** The card of each node, where the sheets are cards. */
  readonly sheets?: readonly PlaceSheet[];
}

/** How many findings of a rule are only counted: nobody reads all of very many, and a file must not decide how long a report gets. */
export interface MoreFindings {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
}

/** The result of checking one sheet. Plain data: it can be sent between threads. */
export interface Inspection {
  readonly sheet: SheetInfo;
  readonly title: SheetTitle;
  /** Set for cards: `sheet` is then the first card, and every place names its sheet. */
  readonly cards?: CardSheets;
  /** Tables of other forms on the sheet, which are not checked; not set where there are none. */
  readonly otherTables?: readonly Block[];
  readonly form: KnownForm;
  /** Open questions about an inferred form, the most important first. */
  readonly questions: readonly Question[];
  /** Open questions that findings name and that are not asked before others are answered. */
  readonly waiting: readonly Question[];
  /** Questions that were answered. */
  readonly answered: readonly AnsweredQuestion[];
  readonly table: TablePlace;
  readonly counts: Counts;
  readonly tally: Tally;
  /** In sheet order: row, then column, then the order of the rules. */
  readonly findings: readonly Finding[];
  /** Findings beyond those that are kept of a rule; rules with fewer are left out. */
  readonly more: readonly MoreFindings[];
  /** In sheet order, an item before those under it. */
  readonly marks: readonly ReviewMark[];
}

/** Further results, for views on a screen. */
export interface Overview {
  readonly outline: Outline;
  /** Who is in charge, as a column names it, by zero-based row or by a card's sheet id; null where no column does. */
  readonly sections: Sections | null;
  /** The input rules that the sheet could get. */
  readonly inputRules: InputRules;
}

/** Everything that a screen shows of a sheet, from one evaluation. Plain data as well. */
export interface FullInspection extends Inspection {
  readonly overview: Overview;
}
