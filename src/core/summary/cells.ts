import { a1, a1Range, type CellPlace } from "../model/address.ts";
import { longestCellText } from "../model/cell-text.ts";
import { cutText } from "../model/cut.ts";
import type { CellRole, PlannedCell } from "../model/sheet-plan.ts";
import { isPlain } from "../wording/hidden.ts";

/** A row of a plan, from column A. */
export type PlannedRow = readonly (PlannedCell | null)[];

/** Characters that no file can hold: https://www.w3.org/TR/xml/#charsets. A host would change them, and the sheet would seem edited. */
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** A text's cell, as it will be read back: characters that cannot be written become U+FFFD; a text too long for a cell ends with "…". */
export function textCell(role: CellRole, text: string): PlannedCell {
  const cut = text.length > longestCellText ? `${cutText(text, longestCellText - 1)}…` : text;
  return { role, value: isPlain(cut) ? cut : cut.replace(/\r\n?/g, "\n").replace(unwritable, "\uFFFD") };
}

/** A row of texts of one role. */
export function textRow(role: CellRole, texts: readonly string[]): PlannedRow {
  return texts.map((text) => textCell(role, text));
}

/** Cells of a row between two columns, both inclusive; none where `last` is below `first`. Zero-based. */
export interface ColumnSpan {
  readonly row: number;
  readonly first: number;
  readonly last: number;
}

/** A formula for the sum of a block, without the sums among its cells, which were made by such a formula too. */
export function sumOf(first: CellPlace, last: CellPlace): string {
  return `SUBTOTAL(9,${a1Range(first, last)})`;
}

/** A formula for the sum of a span. */
export function spanSum({ row, first, last }: ColumnSpan): string {
  return `SUM(${a1Range({ row, column: first }, { row, column: last })})`;
}

/** The share of a part (one cell, or a span) in the sum of a span; empty where that is 0. */
export function shareCell(role: CellRole, part: ColumnSpan, whole: ColumnSpan, values: { readonly part: number; readonly whole: number }): PlannedCell {
  const numerator = part.first === part.last ? a1({ row: part.row, column: part.first }) : spanSum(part);
  const sum = spanSum(whole);
  return { role, value: values.whole === 0 ? "" : values.part / values.whole, formula: `IF(${sum}=0,"",${numerator}/${sum})` };
}

/** The sum of the numbers. */
export function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
