import type { CodeScanner } from "../form/code-scanner.ts";
import { isBlank } from "../form/reader.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { cellText } from "../wording/phrase.ts";
import { isSign } from "./scales.ts";

/** A remark on the header above: (9月末). */
const inBrackets = /^[(（][^)）]*[)）]$/;

/** Number of cells of a header above its second storey. */
const fewestAbove = 3;

/**
 * True for the second storey of a header, whose words may look like items: ①妥当性 and ②効率性 below 評価. It has cells only below those of the
 * header that span several columns, or in brackets, and the next row, or the one below a band, begins where the header does.
 */
export function isStorey(grid: Grid, row: number, scanner: CodeScanner): boolean {
  const above = grid.row(row - 1);
  const start = above.findIndex((value) => !isBlank(value));
  if (start < 0 || !isBlank(grid.value(row, start)) || [row + 1, row + 2].every((below) => isBlank(grid.value(below, start)))) return false;
  const isHead = (value: CellValue) => isBlank(value) || (typeof value === "string" && !isSign(value) && scanner.codeOf(value)?.rest !== "");
  if (above.filter((value) => !isBlank(value)).length < fewestAbove || !above.every(isHead)) return false;
  const own = grid.row(row).flatMap((value, column) => (isBlank(value) ? [] : [{ value, column }]));
  return own.length > 1 && own.every(({ value, column }) => isHead(value) && (isBlank(above[column]) || isBlank(above[column + 1]) || inBrackets.test(cellText(value))));
}

/** The second storeys of a header that comes again. Rows that are all alike and begin further right are such, too: the grades of a choice. */
export function storeysBelow(grid: Grid, heads: readonly number[], scanner: CodeScanner): readonly number[] {
  const [head = 0] = heads;
  const first = grid.row(head + 1);
  const start = grid.row(head).findIndex((value) => !isBlank(value));
  const isInside = first.findIndex((value) => !isBlank(value)) > start;
  const isAlike = (cells: readonly CellValue[]) => cells.every((value, column) => (isBlank(value) ? isBlank(first[column]) : value === first[column]));
  const rows = heads.map((row) => row + 1);
  return isInside && rows.every((row) => isAlike(grid.row(row))) ? rows : rows.filter((row) => isStorey(grid, row, scanner));
}
