import type { Sections } from "./sections.ts";
import type { InputRules } from "./term-lists.ts";
import type { Block, CellPlace } from "./address.ts";
import type { CardSheets } from "./card-sheets.ts";
import type { CellValue, SheetInfo } from "./grid.ts";
import type { AnsweredQuestion, Question } from "./question.ts";
import type { Outline } from "./outline.ts";
import type { SheetTitle } from "./sheet-title.ts";
import type { Counts, Tally } from "./tally.ts";
import type { KnownForm } from "../form/known.ts";

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

/** Where the table is: all of it, header included; columns by form column id, zero-based, on a block's first row. */
export interface TablePlace {
  readonly first: CellPlace;
  readonly last: CellPlace;
  readonly columns: ReadonlyMap<string, number>;
  /** Rows inside the table that are no evaluation: blank, a header again, a total. */
  readonly skippedRows: readonly number[];
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
