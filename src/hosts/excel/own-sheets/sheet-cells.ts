import { plannedStyles } from "../../../core/model/planned-styles.ts";
import type { PlannedCell, SheetPlan } from "../../../core/model/sheet-plan.ts";
import { a1, type CellPlace } from "../../../core/model/address.ts";
import { bytesOfRow, holds, rectangle } from "../read/cells.ts";
import type { RowBlock } from "../read/blocks.ts";

type Planned = SheetPlan["rows"][number][number];

/** Bytes of the cells in one request: far below the web's limit of 5 MB, since a page is blocked while they are packed. */
const requestBytes = 500_000;

/** The rows of a plan in blocks of one request each. */
export function cellBlocks({ rows }: SheetPlan): readonly RowBlock[] {
  const blocks: { row: number; rows: number }[] = [];
  let bytes = Infinity;
  for (const [row, cells] of rows.entries()) {
    const more = bytesOfRow(cells.map(valueOf), [], cells.map(formatOf));
    const last = blocks.at(-1);
    if (last === undefined || bytes + more > requestBytes) {
      blocks.push({ row, rows: 1 });
      bytes = more;
    } else {
      last.rows++;
      bytes += more;
    }
  }
  return blocks;
}

/** Columns of the widest row. */
export function widthOf({ rows }: SheetPlan): number {
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
}

/**
 * Queues the cells of a block. The number format comes first, "@" for every text, so that no text becomes a formula, a date
 * or a number. Null leaves a cell as it is.
 */
export function queueCells(sheet: Excel.Worksheet, plan: SheetPlan, block: RowBlock): void {
  const width = widthOf(plan);
  const rows = plan.rows.slice(block.row, block.row + block.rows).map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
  const range = sheet.getRangeByIndexes(block.row, 0, block.rows, width);
  range.numberFormat = rows.map((row) => row.map(formatOf));
  range.values = rows.map((row) => row.map(valueOf));
  for (const { at, formulas } of formulaRuns(rows, block.row)) sheet.getRangeByIndexes(at.row, at.column, 1, formulas.length).formulas = [[...formulas]];
}

/**
 * The first cell that differs from what was written, such as a text that became a formula; undefined where all are right.
 * @throws {ExcelFailure} ResponsePayloadSizeLimitExceeded, where the host returned nothing.
 */
export function firstWrong(plan: SheetPlan, block: RowBlock, values: unknown, formulas: unknown): string | undefined {
  const width = widthOf(plan);
  const ofFormulas = rectangle(formulas, block.rows, width);
  for (const [down, row] of rectangle(values, block.rows, width).entries()) {
    for (const [column, value] of row.entries()) {
      const at = { row: block.row + down, column };
      if (!isRight(plan.rows[at.row]?.[column] ?? null, value, ofFormulas[down]?.[column])) return a1(at);
    }
  }
  return undefined;
}

/** The cells of a plan with their places. */
export function* plannedCells({ rows }: SheetPlan): Generator<readonly [at: CellPlace, cell: PlannedCell]> {
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) if (cell !== null) yield [{ row, column }, cell];
  }
}

function isRight(cell: Planned, value: unknown, formula: unknown): boolean {
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
  if (cell?.formula !== undefined) return isFormula;
  if (isFormula) return false;
  if (cell === null || cell.value === null) return value === "";
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return false;
  // Whether a host keeps a leading apostrophe is not documented. The text is right without it too.
  return holds(value, cell.value) || value === String(cell.value).replace(/^'/, "");
}

function valueOf(cell: Planned): string | number | null {
  return cell === null || cell.formula !== undefined || cell.value === "" ? null : cell.value;
}

function formatOf(cell: Planned): string | null {
  if (cell === null) return null;
  const { numberFormat } = plannedStyles[cell.role];
  if (cell.formula === undefined && typeof cell.value !== "number") return "@";
  return numberFormat === "@" ? "General" : numberFormat;
}

interface FormulaRun {
  readonly at: CellPlace;
  readonly formulas: string[];
}

/** Adjacent formulas. */
function formulaRuns(rows: readonly (readonly Planned[])[], firstRow: number): readonly FormulaRun[] {
  const runs: FormulaRun[] = [];
  for (const [down, cells] of rows.entries()) {
    let run: FormulaRun | undefined;
    for (const [column, cell] of cells.entries()) {
      if (cell?.formula === undefined) run = undefined;
      else if (run !== undefined) run.formulas.push(`=${cell.formula}`);
      else runs.push((run = { at: { row: firstRow + down, column }, formulas: [`=${cell.formula}`] }));
    }
  }
  return runs;
}
