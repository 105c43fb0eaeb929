import type { Block } from "./address.ts";

/** Cells with a list of terms to choose from. */
export interface TermList {
  readonly blocks: readonly Block[];
  readonly terms: readonly string[];
}

/** Input rules of a form: lists of terms, and cells of text format, in which Excel makes no date of a code. */
export interface InputRules {
  /** The rows above the data, whose cells are compared with what was read; undefined where there are none. */
  readonly header: Block | undefined;
  /** One for each column. */
  readonly lists: readonly TermList[];
  readonly texts: readonly Block[];
}
