import { Refusal } from "../../../core/model/refusal.ts";

const megabyte = 1024 * 1024;

/** The limits for the cost of a workbook. Real evaluation workbooks stay far below all of them. */
export const limits = {
  fileBytes: 50 * megabyte,
  entries: 2_000,
  inflatedBytes: 300 * megabyte,
  /** Inflated bytes per compressed byte, for entries larger than `ratioFrom`: 10,000 equal formats or texts, as pasting again and again leaves them, pack better. */
  ratio: 200,
  ratioFrom: 16 * megabyte,
  /** One piece of markup or text. A cell holds at most 32,767 characters. */
  tokenBytes: 4 * megabyte,
  depth: 256,
  /** Attributes of one element. */
  attributes: 1_000,
  /** Characters of a part that is held as a tree: workbook, relations, styles, theme, a sheet without its rows. */
  treeLetters: 32 * megabyte,
  /** Elements and attributes of such a part. Excel's 65,430 cell formats take half of it. */
  nodes: 1_200_000,
  /** Relations of one part. Excel allows 66,530 links on a sheet. */
  relations: 100_000,
  sheets: 2_000,
  definedNames: 100_000,
  /** Characters of a sheet's name. Excel allows 31. */
  nameLetters: 1_000,
  cells: 5_000_000,
  /** Texts that cells refer to by number. */
  texts: 5_000_000,
  /** Sum of the last columns of all rows, which is the size of their arrays. */
  slots: 40_000_000,
  merges: 500_000,
} as const;

/** @throws {Refusal} too-large, naming the limit, if `amount` exceeds it */
export function refuseAbove(amount: number, limit: number, what: string): void {
  if (amount > limit) throw new Refusal("too-large", `${what} > ${limit.toLocaleString("en-US")}`);
}
