import { Refusal } from "../../../core/model/refusal.ts";

const megabyte = 1024 * 1024;

/** What a workbook may cost at most. Real evaluation workbooks stay far below every one of these. */
export const limits = {
  fileBytes: 50 * megabyte,
  entries: 2_000,
  inflatedBytes: 300 * megabyte,
  /** Inflated bytes for each compressed byte, of entries larger than `ratioFrom`. */
  ratio: 200,
  ratioFrom: megabyte,
  /** One piece of markup or text; a cell holds at most 32,767 characters. */
  tokenBytes: 4 * megabyte,
  depth: 256,
  /** Attributes of one element. */
  attributes: 1_000,
  /** Letters of a part that is held as a tree: workbook, relations, styles, theme, a sheet without its rows. */
  treeLetters: 32 * megabyte,
  /** Elements and attributes of such a part. Excel's 65,430 cell formats are half of it. */
  nodes: 1_200_000,
  /** Relations of one part; Excel takes 66,530 links on a sheet. */
  relations: 100_000,
  sheets: 2_000,
  definedNames: 100_000,
  /** Letters of a sheet's name; Excel takes 31. */
  nameLetters: 1_000,
  cells: 5_000_000,
  /** Texts that cells name by number. */
  texts: 5_000_000,
  /** Sum over the rows of their last column: what rows of plain arrays may take. */
  slots: 40_000_000,
  merges: 500_000,
} as const;

/** @throws {Refusal} too-large, naming the limit, once `amount` is above it. */
export function refuseAbove(amount: number, limit: number, what: string): void {
  if (amount > limit) throw new Refusal("too-large", `${what} > ${limit.toLocaleString("en-US")}`);
}
