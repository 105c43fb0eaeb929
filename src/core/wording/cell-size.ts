import { plannedStyles } from "../model/planned-styles.ts";
import type { SheetPlan } from "../model/sheet-plan.ts";
import { textWidth } from "./text-width.ts";

/** Excel's greatest row height, in points. */
const highest = 409.5;
/** Of a half-width letter, in the size of its font: half of a full-width one and a little more; bold ones are wider. */
const unitWidth = 0.52;
const boldUnit = 0.54;
/** Latin letters and digits are a little wider than half a full-width letter. */
const narrow = 1.08;
const wide = 2;
/** Points between the sides of a cell and its text, both together. */
const padding = 4;

/** CSS pixels of a column of this many digits. One of the standard font of Japanese Excel (游ゴシック and MS Pゴシック, 11 points) takes 8, and a column 5 more. */
export function columnPixels(digits: number): number {
  return digits * 8 + 5;
}

/** The same in points. */
export function columnPoints(digits: number): number {
  return columnPixels(digits) * 0.75;
}

/** Points of a planned row: of its highest cell, each measured by its text and its column's width in digits. */
export function rowHeight(cells: SheetPlan["rows"][number], widths: SheetPlan["widths"]): number {
  return cells.reduce((height, cell, column) => {
    if (cell === null) return height;
    const { size, wrap, bold } = plannedStyles[cell.role];
    const isLong = wrap && typeof cell.value === "string";
    return Math.max(height, isLong ? wrappedHeight(cell.value, size, widths[column] ?? 8, bold) : lineHeight(size));
  }, lineHeight(10));
}

/** Points that a wrapped text needs at a font size in a column of so many digits, filled letter by letter as full-width text is. */
function wrappedHeight(text: string, size: number, columnDigits: number, isBold: boolean): number {
  const unit = size * (isBold ? boldUnit : unitWidth);
  const room = Math.max(2, (columnPoints(columnDigits) - padding) / unit);
  let lines = 0;
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    lines += lineCount(text, start, end, room);
    start = end + 1;
  }
  return Math.min(highest, lineHeight(size) * lines);
}

/** Lines of a part of a text. Words of half-width letters move to the next line as a whole, unless they are longer than a line. */
function lineCount(text: string, start: number, end: number, room: number): number {
  // Nearly all texts are short, and no letter is wider than two digits.
  if (2 * (end - start) <= room) return 1;
  let count = 1;
  let used = 0;
  for (let at = start; at < end; ) {
    const next = pieceEnd(text, at);
    const width = textWidth(text, narrow, wide, at, next);
    if (used > 0 && used + width > room && text[at] !== " ") {
      count++;
      used = 0;
    }
    used += width;
    while (used > room && width > room) {
      count++;
      used -= room;
    }
    at = next;
  }
  return count;
}

/** The end of the half-width word, or of the letter, that begins at a place. */
function pieceEnd(text: string, start: number): number {
  if (!isHalfWidth(text.charCodeAt(start))) return start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  let end = start + 1;
  while (end < text.length && isHalfWidth(text.charCodeAt(end))) end++;
  return end;
}

/** Without the space, where a line may end. */
function isHalfWidth(unit: number): boolean {
  return unit > 0x20 && unit < 0x7f;
}

/** Points of one line, in quarters: 游ゴシック, the tallest of the usual fonts, takes 18.75 at 11 points. */
export function lineHeight(size: number): number {
  return Math.ceil(((size * 18.75) / 11) * 4) / 4;
}
