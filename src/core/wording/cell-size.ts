import { plannedStyles, type SheetPlan } from "../model/sheet-plan.ts";
import { textWidth } from "./text-width.ts";

/** Excel's greatest row height, in points. */
const highest = 409.5;
/** The font size in whose digits the width of a column is measured. */
const standardSize = 11;

/**
 * Points of a column of this many digits. A digit of the standard font of Japanese Excel (游ゴシック and MS Pゴシック, 11
 * points) takes 8 pixels, and a column 5 more; a pixel is 0.75 points.
 */
export function columnPoints(digits: number): number {
  return (digits * 8 + 5) * 0.75;
}

/** Points of a planned row: of its highest cell, each measured by its text and its column's width in digits. */
export function rowHeight(cells: SheetPlan["rows"][number], widths: SheetPlan["widths"]): number {
  return cells.reduce((height, cell, column) => {
    if (cell === null) return height;
    const { size, wrap } = plannedStyles[cell.role];
    const isLong = wrap && typeof cell.value === "string";
    return Math.max(height, isLong ? wrappedHeight(cell.value, size, widths[column] ?? 8) : lineHeight(size));
  }, lineHeight(10));
}

/**
 * Points that a wrapped text needs at a font size in a column of so many digits. One line too many is better than one cut
 * off, since breaks at word ends waste room.
 */
function wrappedHeight(text: string, size: number, columnDigits: number): number {
  const room = Math.max(2, Math.floor((columnDigits * standardSize) / size));
  const lines = text.split("\n").reduce((count, line) => count + Math.max(1, Math.ceil((textWidth(line) * 1.05) / room)), 0);
  return Math.min(highest, lineHeight(size) * lines);
}

/** Points of one line, in quarters: 游ゴシック, the tallest of the usual fonts, takes 18.75 at 11 points. */
export function lineHeight(size: number): number {
  return Math.ceil(((size * 18.75) / 11) * 4) / 4;
}
