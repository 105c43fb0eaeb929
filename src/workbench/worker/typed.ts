import type { CellWrite } from "../../core/model/changes.ts";
import { mayBeRetyped } from "../../core/model/cell-text.ts";
import type { CellPlace } from "../../core/model/address.ts";
import type { Grid } from "../../core/model/grid.ts";
import { cellText } from "../../core/wording/phrase.ts";
import { isDateFormat } from "../../core/model/serial.ts";

/** The text that editing begins with where it differs from the shown one: a number without its format. */
export function typedText(grid: Grid, row: number, column: number, shown: string): string | undefined {
  const value = grid.value(row, column);
  const isTyped = typeof value === "string" || isPlainNumber(grid, { row, column });
  const text = cellText(value);
  return isTyped && text !== shown ? text : undefined;
}

/**
 * The change for a text that was typed into a cell. It becomes a number only where the cell held a number that is no date, since a
 * code such as 1-1-2 must never become a date again. Where Excel might convert a text, the cell gets the text format.
 */
export function writeTyped(grid: Grid, at: CellPlace, text: string): CellWrite {
  const from = grid.value(at.row, at.column);
  const number = isPlainNumber(grid, at) ? numberIn(text) : undefined;
  if (number !== undefined) return { at, from, to: number };
  const to = text.replace(/\r\n?/g, "\n");
  return { at, from, to, ...(mayBeRetyped(to) && { numberFormat: "@" }) };
}

/** True for a text that Excel would take for a formula. */
export function readsLikeFormula(text: string): boolean {
  return /^[=＝]/.test(text);
}

function isPlainNumber(grid: Grid, { row, column }: CellPlace): boolean {
  return typeof grid.value(row, column) === "number" && !isDateFormat(grid.numberFormat(row, column));
}

/** The number that a text spells, with full-width digits, grouping commas and a percent sign. */
function numberIn(text: string): number | undefined {
  const [, digits, percent] = /^([+-]?(?:\d[\d,]*)?(?:\.\d+)?(?:e[+-]?\d+)?)(%?)$/i.exec(text.normalize("NFKC").trim()) ?? [];
  if (digits === undefined || !/\d/.test(digits)) return undefined;
  const number = Number(digits.replaceAll(",", ""));
  if (!Number.isFinite(number)) return undefined;
  return percent === "%" ? number / 100 : number;
}
