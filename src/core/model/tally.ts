import type { CellPlace } from "./address.ts";
import type { Term } from "../form/schema.ts";

/** Blocks of the sheet by level, outermost first, whatever their codes. */
export type Counts = readonly number[];

/** How a term judges; none where it does not. */
export type Meaning = Term["meaning"];
/** The best first. */
export const meanings = ["good", "bad", "none"] as const satisfies readonly Meaning[];

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
