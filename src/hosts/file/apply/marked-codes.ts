import type { CellPlace } from "../../../core/model/address.ts";
import type { MarkLevel } from "../../../core/model/finding.ts";
import type { CellValue } from "../../../core/model/grid.ts";
import { shownNumber } from "../../../core/model/number-shown.ts";
import { markFormat } from "../../../core/wording/mark-format.ts";
import { textWidth } from "../../../core/wording/text-width.ts";
import type { SheetDraft } from "../parts/sheet-draft.ts";
import type { StyleDraft } from "../parts/style-draft.ts";

/** Points of a digit in a column's width, which counts digits of the standard font at 11 points; points beside a cell's text; and of letters at a font size of one point. */
const columnDigit = 5.25;
const cellMargin = 5;
const digitSize = 0.55;
const lineSize = 1.7;

/** The number format that shows a mark's word in each cell with a code. The texts of their rows must be loaded. */
export function markedCodes(sheet: SheetDraft, styles: StyleDraft): (level: MarkLevel, word: string, at: CellPlace) => string | undefined {
  const lookOf = kept((style: number) => ({ code: styles.code(style), ...styles.textLook(style) }));
  const widthOf = kept((column: number) => sheet.columnWidth(column));
  return (level, word, at) => {
    const row = sheet.lookAt(at.row);
    const value = row.value(at.column);
    const { code, size, wraps } = lookOf(row.style(at.column) ?? 0);
    const height = wraps ? sheet.merged.rowsAt(at).reduce((sum, each) => sum + (sheet.rowHeight(each) ?? 0), 0) : 0;
    const lines = Math.max(1, Math.floor(height / (size * lineSize)));
    const digits = Math.floor((widthOf(at.column) * columnDigit - cellMargin) / (size * digitSize));
    return markFormat(level, word, { value, shown: shownLike(value, code), format: code, digits, lines });
  };
}

/** A text as wide as the one that the cell shows, near enough. The formatter that knows it is larger than all else that writing a file needs. */
function shownLike(value: CellValue, code: string): string {
  if (typeof value === "string") return value;
  return typeof value === "number" ? (shownNumber(value, code) ?? "0".repeat(textWidth(code.replaceAll(/["\\]/g, "")) + 2)) : "";
}

function kept<Answer>(ask: (key: number) => Answer): (key: number) => Answer {
  const known = new Map<number, Answer>();
  return (key) => {
    const answer = known.get(key) ?? ask(key);
    known.set(key, answer);
    return answer;
  };
}
