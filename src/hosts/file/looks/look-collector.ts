import { maxColumns } from "../../../core/model/address.ts";
import type { CellValue } from "../../../core/model/grid.ts";
import { refuseAbove } from "../zip/limits.ts";
import { numberOf } from "../read/number-text.ts";
import { areaAt, textAt, type MergedArea } from "../read/reference.ts";
import { CellBudget, GridCollector, isTrueAt, type SheetContext } from "../read/sheet-reader.ts";
import type { CellFacts, SheetHandler } from "../read/sheet-handler.ts";
import { FormulaCollector } from "./formula-collector.ts";
import { nameCodes } from "../xml/names.ts";
import type { XmlScanner } from "../xml/scanner.ts";

/** The padding of a column, in CSS pixels of Excel at 100 %. */
const columnPadding = 5;
const pixelsPerPoint = 96 / 72;
/** The most columns that all <col> elements together may cover. Sound files name each column once. */
const columnSpans = 4 * maxColumns;

/** Collects a sheet's values, cell formats, sizes and merged areas. */
export class LookCollector implements SheetHandler {
  readonly grid: GridCollector;
  readonly look = {
    frozenRows: 0,
    frozenColumns: 0,
    defaultColumnWidth: 0,
    columnWidths: new Map<number, number>(),
    hiddenColumns: new Set<number>(),
    defaultRowHeight: 20,
    rowHeights: new Map<number, number>(),
    merges: new Array<MergedArea>(),
  };
  readonly formulas = new FormulaCollector();
  readonly #formats: number[][] = [];
  readonly #rowFormats = new Map<number, number>();
  readonly #columnFormats = new Map<number, number>();
  readonly #budget = new CellBudget();
  #spans = 0;
  /** True in the views that persons keep of the sheet, whose panes are not those of the sheet. */
  #isPersonal = false;

  /** @param digitWidth of the workbook's standard font, in CSS pixels */
  constructor(context: Pick<SheetContext, "formats" | "isStale">, private readonly digitWidth: number) {
    this.grid = new GridCollector(context);
    this.look.defaultColumnWidth = this.#defaultWidth(8);
  }

  /** The index of a cell's format, whether the cell has a value or not. */
  format(row: number, column: number): number {
    return this.#formats[row]?.[column] ?? this.#rowFormats.get(row) ?? this.#columnFormats.get(column) ?? 0;
  }

  row(row: number, scanner: XmlScanner): void {
    this.grid.row(row, scanner);
    const height = numberAt(scanner, nameCodes.ht);
    if (height !== undefined) this.look.rowHeights.set(row, Math.round(height * pixelsPerPoint));
    const format = numberAt(scanner, nameCodes.s);
    if (format !== undefined && isTrueAt(scanner, nameCodes.customFormat)) this.#rowFormats.set(row, format);
  }

  cell(row: number, column: number, value: CellValue, style: number, facts: CellFacts): void {
    this.#budget.take(row, column);
    (this.#formats[row] ??= [])[column] = style;
    this.grid.cell(row, column, value, style, facts);
  }

  formula(row: number, column: number, scanner: XmlScanner): void {
    this.formulas.open(row, column, scanner);
  }

  formulaText(bytes: Uint8Array, start: number, end: number): void {
    this.formulas.text(bytes, start, end);
  }

  other(name: number, scanner: XmlScanner): void {
    this.grid.other(name, scanner);
    if (name === nameCodes.mergeCell) this.#merge(scanner);
    else if (name === nameCodes.col) this.#columns(scanner);
    else if (name === nameCodes.customSheetView) this.#isPersonal = true;
    else if (name === nameCodes.pane && !this.#isPersonal) this.#pane(scanner);
    else if (name === nameCodes.sheetFormatPr) this.#defaults(scanner);
  }

  otherText(bytes: Uint8Array, start: number, end: number): void {
    this.grid.otherText(bytes, start, end);
  }

  #merge(scanner: XmlScanner): void {
    const block = areaAt(scanner, nameCodes.ref);
    if (block !== undefined) this.look.merges.push(block);
  }

  #columns(scanner: XmlScanner): void {
    const first = (numberAt(scanner, nameCodes.min) ?? 1) - 1;
    const last = Math.min(numberAt(scanner, nameCodes.max) ?? 0, maxColumns) - 1;
    refuseAbove((this.#spans += Math.max(1, last - first + 1)), columnSpans, "column widths");
    const width = numberAt(scanner, nameCodes.width);
    const format = numberAt(scanner, nameCodes.style);
    const isHidden = isTrueAt(scanner, nameCodes.hidden);
    for (let column = first; column <= last; column++) {
      if (width !== undefined) this.look.columnWidths.set(column, this.#pixels(width));
      if (format !== undefined) this.#columnFormats.set(column, format);
      if (isHidden) this.look.hiddenColumns.add(column);
    }
  }

  #pane(scanner: XmlScanner): void {
    if (textAt(scanner, nameCodes.state)?.startsWith("frozen") !== true) return;
    this.look.frozenColumns = numberAt(scanner, nameCodes.xSplit) ?? 0;
    this.look.frozenRows = numberAt(scanner, nameCodes.ySplit) ?? 0;
  }

  #defaults(scanner: XmlScanner): void {
    const width = numberAt(scanner, nameCodes.defaultColWidth);
    const characters = numberAt(scanner, nameCodes.baseColWidth);
    const height = numberAt(scanner, nameCodes.defaultRowHeight);
    if (width !== undefined) this.look.defaultColumnWidth = this.#pixels(width);
    else if (characters !== undefined) this.look.defaultColumnWidth = this.#defaultWidth(characters);
    if (height !== undefined) this.look.defaultRowHeight = Math.round(height * pixelsPerPoint);
  }

  /** A width in the file includes the padding (ECMA-376 18.3.1.13). */
  #pixels(width: number): number {
    return Math.trunc(((256 * width + Math.trunc(128 / this.digitWidth)) / 256) * this.digitWidth);
  }

  /** Excel rounds the default width up to a multiple of 8 pixels, so that 8 characters of 7 are 64. */
  #defaultWidth(characters: number): number {
    return Math.ceil((characters * this.digitWidth + columnPadding) / 8) * 8;
  }
}

function numberAt(scanner: XmlScanner, name: number): number | undefined {
  const value = numberOf(textAt(scanner, name) ?? "");
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}
