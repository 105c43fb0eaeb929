import { parseArea } from "./area.ts";
import type { CellValue } from "./cell.ts";
import type { Sheet } from "./sheet.ts";

/**
 * The value of the few formulas that this model knows: a constant, a cell of the same sheet, SUM and SUBTOTAL(9) of a block, a quotient, and
 * a quotient guarded against zero. All others are #NAME?.
 */
export function evaluate(formula: string, sheet: Sheet): CellValue {
  return valueOf(formula.slice(1).trim(), sheet);
}

function valueOf(text: string, sheet: Sheet): CellValue {
  const [, quoted] = /^"((?:[^"]|"")*)"$/.exec(text) ?? [];
  if (quoted !== undefined) return quoted.replaceAll('""', '"');
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) return Number(text);
  if (/^(?:TRUE|FALSE)$/i.test(text)) return text.toUpperCase() === "TRUE";
  const [, tested, otherwise] = /^IF\(([^=,]+)=0,"",([^,]+)\)$/.exec(text) ?? [];
  if (tested !== undefined && otherwise !== undefined) return valueOf(tested, sheet) === 0 ? "" : valueOf(otherwise, sheet);
  const [, part, whole] = /^([^/]+)\/([^/]+)$/.exec(text) ?? [];
  if (part !== undefined && whole !== undefined) return quotient(valueOf(part, sheet), valueOf(whole, sheet));
  const [, summed] = /^SUM\(([^()]+)\)$/.exec(text) ?? [];
  if (summed !== undefined) return sum(summed, sheet);
  const [, ofItems] = /^SUBTOTAL\(9,([^()]+)\)$/.exec(text) ?? [];
  if (ofItems !== undefined) return sum(ofItems, sheet, (formula) => formula?.startsWith("=SUBTOTAL(") !== true);
  const area = parseArea(text);
  if (area?.rows !== 1 || area.columns !== 1) return { error: "#NAME?" };
  return sheet.cell(area.row, area.column).value ?? 0;
}

function quotient(part: CellValue, whole: CellValue): CellValue {
  if (typeof part !== "number" || typeof whole !== "number") return { error: "#VALUE!" };
  return whole === 0 ? { error: "#DIV/0!" } : part / whole;
}

/** SUBTOTAL leaves out the cells that are subtotals themselves: https://support.microsoft.com/office/7b027003-f060-4ade-9040-e478765b9939 */
function sum(address: string, sheet: Sheet, counts: (formula: string | undefined) => boolean = () => true): CellValue {
  const area = parseArea(address);
  if (area === undefined) return { error: "#NAME?" };
  let total = 0;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const { value, formula } = sheet.cell(row, column);
      if (typeof value === "number" && counts(formula)) total += value;
    }
  }
  return total;
}
