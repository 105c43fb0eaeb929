import { textWidth } from "../../../core/wording/text-width.ts";

/** Excel's greatest row height, in points. */
const highest = 409.5;
/** The font size in whose digits the width of a column is measured. */
const standardSize = 11;

/**
 * Points that a wrapped text needs at a font size in a column of so many digits. One line too many is better than one cut
 * off, since breaks at word ends waste room.
 */
export function wrappedHeight(text: string, size: number, columnDigits: number): number {
  const room = Math.max(2, Math.floor((columnDigits * standardSize) / size));
  const lines = text.split("\n").reduce((count, line) => count + Math.max(1, Math.ceil((textWidth(line) * 1.05) / room)), 0);
  return Math.min(highest, lineHeight(size) * lines);
}

/** Points of one line, in quarters: 游ゴシック, the tallest of the usual fonts, takes 18.75 at 11 points. */
export function lineHeight(size: number): number {
  return Math.ceil(((size * 18.75) / 11) * 4) / 4;
}
