import { parseArea } from "./area.ts";
import type { CellValue } from "./cell.ts";
import type { Sheet } from "./sheet.ts";

/** The value of the few formulas this model knows: a constant, a cell of the same sheet. All others are #NAME?. */
export function evaluate(formula: string, sheet: Sheet): CellValue {
  const text = formula.slice(1).trim();
  const [, quoted] = /^"((?:[^"]|"")*)"$/.exec(text) ?? [];
  if (quoted !== undefined) return quoted.replaceAll('""', '"');
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text)) return Number(text);
  if (/^(?:TRUE|FALSE)$/i.test(text)) return text.toUpperCase() === "TRUE";
  const area = parseArea(text);
  if (area?.rows !== 1 || area.columns !== 1) return { error: "#NAME?" };
  return sheet.cell(area.row, area.column).value ?? 0;
}
