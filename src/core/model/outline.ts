import type { PlaceSheet } from "./address.ts";
import type { CellValue } from "./grid.ts";
import type { TallyTerm } from "./tally.ts";

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
