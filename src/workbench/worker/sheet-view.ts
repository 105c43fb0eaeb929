import { maxColumns, maxRows } from "../../core/model/address.ts";
import type { Grid } from "../../core/model/grid.ts";
import type { MergedArea, CellStyle, SheetLook } from "../../hosts/file/file-workbook.ts";
import { Merges } from "./merges.ts";
import type { CellView, GridExtent, ReadCell, RowView, SheetLayout } from "./messages.ts";
import { textHeight } from "./text-height.ts";
import { typedText } from "./typed.ts";

/** Empty rows and columns shown beside the used ones, so that a small sheet looks like a sheet. */
const spare = { rows: 20, columns: 3 };
const least = { rows: 60, columns: 16 };
/** Excel's highest row, in CSS pixels. */
const tallestRow = 546;

/** The layout of a whole sheet for the grid. */
export function sheetLayoutOf(look: SheetLook): SheetLayout {
  const merges = soundMerges(look);
  const usedRows = merges.reduce((last, merge) => Math.max(last, merge.lastRow + 1), look.grid.rowCount);
  const usedColumns = merges.reduce((last, merge) => Math.max(last, merge.lastColumn + 1), widest(look.grid));
  const columnWidths = widthsOf(look, Math.min(Math.max(usedColumns + spare.columns, least.columns), maxColumns));
  return {
    usedRows,
    usedColumns,
    frozenRows: look.frozenRows,
    frozenColumns: look.frozenColumns,
    rowHeights: heightsOf(look, Math.min(Math.max(usedRows + spare.rows, least.rows), maxRows), columnWidths, merges),
    columnWidths,
    merges: numbersOf(merges),
    styles: look.styles,
  };
}

/** The merged areas of a sheet, to be found by their rows. */
export function mergesOf(look: SheetLook): Merges {
  return new Merges(numbersOf(soundMerges(look)));
}

/** Arrays that can be transferred to the page without a copy. */
export function transferables({ rowHeights, columnWidths, merges }: SheetLayout): Transferable[] {
  return [rowHeights.buffer, columnWidths.buffer, merges.buffer];
}

/** The cells to show; both ends of the range of rows are included. */
interface Window {
  readonly from: number;
  readonly to: number;
  readonly columns: number;
}

/** Rows as shown. */
export function viewRows(look: SheetLook, { from, to, columns }: Window): RowView[] {
  const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  return rows.map((row) => ({ row, cells: cellsOf(look, row, columns) }));
}

/** A sheet's measures. */
export function extentOf({ grid: { sheet, rowCount, date1904, hiddenRows } }: SheetLook): GridExtent {
  return { sheet, rowCount, date1904, hiddenRows: [...hiddenRows] };
}

/** The cells of some rows as read; both ends are included. */
export function readCells({ grid }: SheetLook, { from, to }: Pick<Window, "from" | "to">): ReadCell[] {
  const cells: ReadCell[] = [];
  for (let row = from; row <= to; row++) {
    grid.row(row).forEach((value, column) => cells.push({ row, column, value, format: grid.numberFormat(row, column) }));
  }
  return cells;
}

function cellsOf(look: SheetLook, row: number, columns: number): CellView[] {
  const cells: CellView[] = [];
  for (let column = 0; column < columns; column++) {
    const value = look.grid.value(row, column);
    const style = look.styleIndex(row, column);
    const formula = look.formula(row, column);
    if (value === undefined && style === 0 && formula === undefined) continue;
    const text = value === undefined ? "" : look.text(row, column);
    const typed = typedText(look.grid, row, column, text);
    cells.push({ column, text, style, isNumber: typeof value === "number", ...(typed !== undefined && { typed }), ...(formula !== undefined && { formula }) });
  }
  return cells;
}

function soundMerges({ merges }: SheetLook): MergedArea[] {
  return merges.filter(isSound).sort((one, other) => one.row - other.row || one.column - other.column);
}

function numbersOf(merges: readonly MergedArea[]): Int32Array<ArrayBuffer> {
  return Int32Array.from(merges.flatMap(({ row, column, lastRow, lastColumn }) => [row, column, lastRow, lastColumn]));
}

function isSound({ row, column, lastRow, lastColumn }: MergedArea): boolean {
  return row >= 0 && column >= 0 && lastRow >= row && lastColumn >= column && lastRow < maxRows && lastColumn < maxColumns;
}

function widest(grid: Grid): number {
  let columns = 0;
  for (let row = 0; row < grid.rowCount; row++) columns = Math.max(columns, grid.row(row).length);
  return columns;
}

function widthsOf(look: SheetLook, columns: number): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: columns }, (_, column) =>
    look.hiddenColumns.has(column) ? 0 : (look.columnWidths.get(column) ?? look.defaultColumnWidth),
  );
}

/** A row without its own height gets the height of its wrapped texts, as in Excel when it opens the file. */
function heightsOf(look: SheetLook, rows: number, widths: Float64Array, merges: readonly MergedArea[]): Float64Array<ArrayBuffer> {
  const merged = new Set(merges.flatMap(({ row, column, lastRow }) => (lastRow > row ? [row * maxColumns + column] : [])));
  return Float64Array.from({ length: rows }, (_, row) => {
    if (look.grid.hiddenRows.has(row)) return 0;
    return look.rowHeights.get(row) ?? grownHeight(look, row, widths, merged);
  });
}

function grownHeight(look: SheetLook, row: number, widths: Float64Array, merged: ReadonlySet<number>): number {
  let height = look.defaultRowHeight;
  look.grid.row(row).forEach((value, column) => {
    const style = look.styles[look.styleIndex(row, column)];
    if (typeof value !== "string" || !style || merged.has(row * maxColumns + column)) return;
    height = Math.max(height, heightOf(value, style, widths[column] ?? look.defaultColumnWidth));
  });
  return Math.min(height, tallestRow);
}

function heightOf(text: string, { wrap, fontSizePt }: CellStyle, width: number): number {
  return textHeight(text, fontSizePt, wrap ? width : Infinity);
}
