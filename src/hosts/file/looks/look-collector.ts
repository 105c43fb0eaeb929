import { maxColumns } from "../../../core/model/address.ts";
import type { CellValue } from "../../../core/model/grid.ts";
import { refuseAbove } from "../zip/limits.ts";
import { numberOf } from "../read/number-text.ts";
import { CellBudget, GridCollector, isTrueAt } from "../read/sheet-reader.ts";
import type { SheetHandler } from "../read/sheet-tokenizer.ts";
import { decodeUtf8 } from "../xml/utf8.ts";
import { names } from "../xml/names.ts";
import type { XmlScanner } from "../xml/scanner.ts";

/** A block of cells, zero-based; the last row and column belong to it. */
export interface MergedArea {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** A digit of the default font, and the space around a column's text. CSS pixels, as Excel has them at 100 %. */
const digitWidth = 7;
const columnPadding = 5;
const pixelsPerPoint = 96 / 72;
/** The sum of what <col> elements may span; sound files name each column once. */
const columnSpans = 4 * maxColumns;

/** Collects a sheet's values, cell formats, sizes and merged areas. */
export class LookCollector implements SheetHandler {
  readonly grid: GridCollector;
  readonly look = {
    frozenRows: 0,
    frozenColumns: 0,
    defaultColumnWidth: defaultWidth(8),
    columnWidths: new Map<number, number>(),
    hiddenColumns: new Set<number>(),
    defaultRowHeight: 20,
    rowHeights: new Map<number, number>(),
    merges: new Array<MergedArea>(),
  };
  readonly #formats: number[][] = [];
  readonly #rowFormats = new Map<number, number>();
  readonly #columnFormats = new Map<number, number>();
  readonly #budget = new CellBudget();
  #spans = 0;

  constructor(formats: readonly string[]) {
    this.grid = new GridCollector(formats);
  }

  /** The index of the cell format that holds for a cell, whether it has a value or not. */
  format(row: number, column: number): number {
    return this.#formats[row]?.[column] ?? this.#rowFormats.get(row) ?? this.#columnFormats.get(column) ?? 0;
  }

  row(row: number, scanner: XmlScanner): void {
    this.grid.row(row, scanner);
    const height = numberAt(scanner, names.ht);
    if (height !== undefined) this.look.rowHeights.set(row, Math.round(height * pixelsPerPoint));
    const format = numberAt(scanner, names.s);
    if (format !== undefined && isTrueAt(scanner, names.customFormat)) this.#rowFormats.set(row, format);
  }

  cell(row: number, column: number, value: CellValue, style: number, isStyled: boolean): void {
    this.#budget.take(row, column);
    (this.#formats[row] ??= [])[column] = style;
    this.grid.cell(row, column, value, style, isStyled);
  }

  other(name: number, scanner: XmlScanner): void {
    this.grid.other(name);
    if (name === names.mergeCell) this.#merge(scanner);
    else if (name === names.col) this.#columns(scanner);
    else if (name === names.pane) this.#pane(scanner);
    else if (name === names.sheetFormatPr) this.#defaults(scanner);
  }

  #merge(scanner: XmlScanner): void {
    const block = mergedAreaOf(textAt(scanner, names.ref) ?? "");
    if (block !== undefined) this.look.merges.push(block);
  }

  #columns(scanner: XmlScanner): void {
    const first = (numberAt(scanner, names.min) ?? 1) - 1;
    const last = Math.min(numberAt(scanner, names.max) ?? 0, maxColumns) - 1;
    refuseAbove((this.#spans += Math.max(1, last - first + 1)), columnSpans, "column widths");
    const width = numberAt(scanner, names.width);
    const format = numberAt(scanner, names.style);
    const isHidden = isTrueAt(scanner, names.hidden);
    for (let column = first; column <= last; column++) {
      if (width !== undefined) this.look.columnWidths.set(column, columnPixels(width));
      if (format !== undefined) this.#columnFormats.set(column, format);
      if (isHidden) this.look.hiddenColumns.add(column);
    }
  }

  #pane(scanner: XmlScanner): void {
    if (textAt(scanner, names.state)?.startsWith("frozen") !== true) return;
    this.look.frozenColumns = numberAt(scanner, names.xSplit) ?? 0;
    this.look.frozenRows = numberAt(scanner, names.ySplit) ?? 0;
  }

  #defaults(scanner: XmlScanner): void {
    const width = numberAt(scanner, names.defaultColWidth);
    const characters = numberAt(scanner, names.baseColWidth);
    const height = numberAt(scanner, names.defaultRowHeight);
    if (width !== undefined) this.look.defaultColumnWidth = columnPixels(width);
    else if (characters !== undefined) this.look.defaultColumnWidth = defaultWidth(characters);
    if (height !== undefined) this.look.defaultRowHeight = Math.round(height * pixelsPerPoint);
  }
}

/** A width in the file has the padding in it already (ECMA-376 18.3.1.13). */
function columnPixels(width: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / digitWidth)) / 256) * digitWidth);
}

/** Excel rounds the default width up to a multiple of 8 pixels, so that 8 characters are 64. */
function defaultWidth(characters: number): number {
  return Math.ceil((characters * digitWidth + columnPadding) / 8) * 8;
}

function textAt(scanner: XmlScanner, name: number): string | undefined {
  const index = scanner.find(name);
  return index < 0 ? undefined : decodeUtf8(scanner.bytes, scanner.starts[index] ?? 0, scanner.ends[index] ?? 0);
}

function numberAt(scanner: XmlScanner, name: number): number | undefined {
  const value = numberOf(textAt(scanner, name) ?? "");
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** The block of a reference such as "A1:B2"; undefined for any other text. */
export function mergedAreaOf(reference: string): MergedArea | undefined {
  const [, firstColumn, firstRow, lastColumn = firstColumn, lastRow = firstRow] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(reference) ?? [];
  if (firstColumn === undefined || firstRow === undefined || lastColumn === undefined || lastRow === undefined) return undefined;
  return { row: Number(firstRow) - 1, column: columnOf(firstColumn), lastRow: Number(lastRow) - 1, lastColumn: columnOf(lastColumn) };
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
