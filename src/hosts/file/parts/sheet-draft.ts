import { addAll } from "../../../core/model/many.ts";
import { a1, a1Range, type CellPlace } from "../../../core/model/address.ts";
import { cellsInStep } from "../../../core/model/pace.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import { mergedAreaOf, type MergedArea } from "../read/reference.ts";
import type { SharedTexts } from "../read/shared-strings.ts";
import { inFewer } from "../zip/bytes.ts";
import { lowerBound } from "./sorted.ts";
import { decodeStrictly, type Draft } from "./draft.ts";
import { CellReader } from "./cell-reader.ts";
import { MergedAreas } from "./merged-areas.ts";
import { RowDraft, type RowContext } from "./row-draft.ts";
import { scanRow } from "./row-scan.ts";
import { scanSheet, type SheetPlaces } from "./sheet-scan.ts";
import { ascii, attributeOf } from "../xml/tag-scan.ts";
import { XmlPart } from "../xml/part.ts";

const encoder = new TextEncoder();

/** The children of a worksheet in the order of the schema (ECMA-376 18.3.1.99). */
export const worksheetOrder = [
  "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios",
  "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations",
  "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches",
  "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls",
  "webPublishItems", "tableParts", "extLst",
];

/** Digits of a column of which the file says nothing. */
const usualWidth = 9.14;

/** Lists that may be long and are never changed. */
const longLists: ReadonlySet<string> = new Set(["mergeCells", "hyperlinks", "dataValidations"]);

/** What the rest of the workbook says about the cells of a sheet. */
export interface SheetDraftContext {
  readonly part: string;
  /** Texts by number; it must have all that the asked cells refer to. */
  readonly strings: SharedTexts & {
    /** A text with runs or furigana as in its part; undefined for any other. */
    source(number: number): string | undefined;
  };
  readonly date1904: boolean;
}

/** What is put back in small pieces is joined into pieces of so many bytes, since each costs something until the file is saved. */
const pieceBytes = 256 * 1024;

/** A sheet part being changed: its frame, which is everything but the rows, as text, and the rows as in the file. */
export class SheetDraft {
  /** The part without its rows. Its changes are put back with the sheet. */
  readonly frame: XmlPart;
  readonly merged: MergedAreas;
  readonly #rows = new Map<number, RowDraft>();
  readonly #filled: readonly MergedArea[];
  readonly #touched: CellPlace[] = [];
  readonly #context: RowContext;
  /** True if the rows are in order and each occurs once, as nearly always. */
  readonly #isRising: boolean;

  /** Opens a sheet in steps. @throws {Refusal} damaged */
  static *open(bytes: Uint8Array, context: SheetDraftContext): Generator<void, SheetDraft> {
    yield;
    const places = scanSheet(bytes);
    if (places === undefined) throw new Refusal("damaged", context.part);
    yield;
    return new SheetDraft(bytes, places, context);
  }

  private constructor(
    private readonly bytes: Uint8Array,
    private readonly places: SheetPlaces,
    private readonly context: SheetDraftContext,
  ) {
    const isEmpty = places.close === places.end;
    const before = decodeStrictly(context.part, bytes.subarray(0, places.open));
    const behind = decodeStrictly(context.part, bytes.subarray(places.close));
    // An empty element tag becomes two tags, so that rows can be inserted.
    const text = isEmpty ? `${before.replace(/(?<!\s)\s*\/>$/, "")}></${places.tag}>${behind}` : before + behind;
    this.frame = new XmlPart(context.part, text, longLists);
    this.#isRising = places.numbers.every((number, index) => index === 0 || number > (places.numbers[index - 1] ?? 0));
    this.#filled = places.filled.flatMap((area) => mergedAreaOf(area) ?? []);
    this.merged = new MergedAreas(bytes, places);
    const { part, strings, date1904 } = context;
    this.#context = { part, prefix: places.tag.slice(0, places.tag.indexOf(":") + 1), reader: new CellReader(part, strings, date1904), textSource: (number) => strings.source(number) };
  }

  get part(): string {
    return this.context.part;
  }

  get hasFormulas(): boolean {
    return this.places.hasFormulas;
  }

  /** True where the user protected the sheet. */
  get isProtected(): boolean {
    const protection = this.frame.root.children.find(({ name }) => name === "sheetProtection");
    return protection !== undefined && ["1", "true"].includes(this.frame.attribute(protection, "sheet") ?? "");
  }

  /** The row, which is made if the file omits it. */
  row(row: number): RowDraft {
    const known = this.lookAt(row);
    this.#rows.set(row, known);
    return known;
  }

  /** The same for looking alone: thousands of rows need not be kept. */
  lookAt(row: number): RowDraft {
    return this.#rows.get(row) ?? new RowDraft(row, this.#source(row) ?? encoder.encode(`<${this.#context.prefix}row r="${row + 1}"/>`), this.#context);
  }

  /** The height of a row in points; undefined where the file does not say it. */
  rowHeight(row: number): number | undefined {
    const [index] = this.#indexes(row);
    const place = index === undefined ? undefined : attributeOf(this.bytes, this.places.rows[index] ?? 0, "ht");
    const height = Number(place === undefined ? Number.NaN : ascii(this.bytes, place.start, place.end));
    return Number.isFinite(height) ? height : undefined;
  }

  /** The numbers of the shared texts in these cells. */
  sharedTexts(places: readonly CellPlace[]): ReadonlySet<number> {
    return new Set(places.flatMap(({ row, column }) => this.row(row).sharedText(column) ?? []));
  }

  /** True for a cell whose value comes from a formula: its own, a shared one, or that of an array formula or data table. */
  isFormula({ row, column }: CellPlace): boolean {
    const isInside = (area: MergedArea) => row >= area.row && row <= area.lastRow && column >= area.column && column <= area.lastColumn;
    return this.row(row).hasFormula(column) || this.#filled.some(isInside);
  }

  /** Index of the format of cells that the file omits from a column; undefined if it has none. */
  columnStyle(column: number): number | undefined {
    const style = this.#columnNumber(column, "style");
    return Number.isInteger(style) ? style : undefined;
  }

  /** The width of a column, in digits of the workbook's standard font. */
  columnWidth(column: number): number {
    const defaults = this.frame.root.children.find(({ name }) => name === "sheetFormatPr");
    const [own, usual] = [this.#columnNumber(column, "width"), Number((defaults && this.frame.attribute(defaults, "defaultColWidth")) ?? Number.NaN)];
    return [own, usual].find(Number.isFinite) ?? usualWidth;
  }

  /** A number that the file gives for a column; NaN where it gives none. */
  #columnNumber(column: number, attribute: string): number {
    const columns = this.frame.root.children.find(({ name }) => name === "cols");
    const number = (each: XmlPart["root"], name: string) => Number(this.frame.attribute(each, name) ?? Number.NaN);
    const found = columns?.children.find((each) => column + 1 >= number(each, "min") && column + 1 <= number(each, "max"));
    return found === undefined ? Number.NaN : number(found, attribute);
  }

  /** Notes that a cell of a row was written. */
  touch(place: CellPlace): void {
    this.#touched.push(place);
  }

  /** Puts back the part in steps, if it was changed. */
  *put(draft: Draft): Generator<void> {
    if (this.#touched.length === 0 && !this.frame.isChanged) return;
    this.#widen(this.#touched);
    const data = this.frame.root.children.find(({ name }) => name === "sheetData");
    const [before, behind] = this.frame.cutAt(data?.openEnd ?? 0);
    const rows = yield* this.#rowPieces([...new Set(this.#touched.map(({ row }) => row))]);
    draft.put(this.context.part, inFewer([encoder.encode(before), ...rows, encoder.encode(behind)], pieceBytes));
  }

  /** The bytes between the sheet data tags, with the new state of these rows. */
  *#rowPieces(touched: readonly number[]): Generator<void, Uint8Array[]> {
    const { open, close } = this.places;
    const cuts: { readonly row: number; readonly start: number; readonly end: number; readonly content: readonly Uint8Array[] }[] = [];
    for (const [place, row] of touched.entries()) {
      if (place % cellsInStep === 0) yield;
      const known = this.row(row);
      const content = known.pieces();
      const indexes = this.#indexes(row);
      const places = indexes.map((index) => {
        const start = this.places.rows[index] ?? close;
        return { row, start, end: start + (indexes.length === 1 ? known.length : this.#element(row, index).length) };
      });
      const [first = { row, start: this.#insertion(row), end: this.#insertion(row) }, ...more] = places;
      cuts.push({ ...first, content });
      for (const other of more) cuts.push({ ...other, content: [] });
    }
    const pieces: Uint8Array[] = [];
    let at = open;
    for (const { start, end, content } of cuts.sort((one, other) => one.start - other.start || one.row - other.row)) {
      pieces.push(this.bytes.subarray(at, start));
      addAll(pieces, content);
      at = Math.max(at, end);
    }
    return [...pieces, this.bytes.subarray(at, close)];
  }

  /** Bytes that begin with the row's element. If several have its number, one with the cells of all, as every reader takes them. */
  #source(row: number): Uint8Array | undefined {
    const { part } = this.context;
    const indexes = this.#indexes(row);
    const [only] = indexes;
    if (indexes.length < 2) return only === undefined ? undefined : this.#from(only);
    const [first, ...more] = indexes.map((index) => new XmlPart(part, decodeStrictly(part, this.#element(row, index))));
    first?.setContent(first.root, [first, ...more].map(({ text, root }) => text.slice(root.openEnd, root.closeStart)).join(""));
    return encoder.encode(first?.toString());
  }

  /** The indexes of the row's elements. */
  #indexes(row: number): readonly number[] {
    const { numbers } = this.places;
    if (!this.#isRising) return [...numbers.keys()].filter((index) => numbers[index] === row);
    const index = lowerBound(numbers, row);
    return numbers[index] === row ? [index] : [];
  }

  /** The place of a row that the file omits: before the first one with a higher number. */
  #insertion(row: number): number {
    const { numbers, rows, close } = this.places;
    return rows[this.#isRising ? lowerBound(numbers, row + 1) : numbers.findIndex((number) => number > row)] ?? close;
  }

  /** The bytes from a row's element on, as far as the next one. */
  #from(index: number): Uint8Array {
    return this.bytes.subarray(this.places.rows[index], this.places.rows[index + 1] ?? this.places.close);
  }

  #element(row: number, index: number): Uint8Array {
    const bytes = this.#from(index);
    return bytes.subarray(0, scanRow(this.context.part, row, bytes).end);
  }

  #widen(written: readonly CellPlace[]): void {
    const dimension = this.frame.root.children.find(({ name }) => name === "dimension");
    const area = dimension === undefined ? undefined : mergedAreaOf(this.frame.attribute(dimension, "ref") ?? "");
    if (dimension === undefined || area === undefined || written.length === 0) return;
    let { row, column, lastRow, lastColumn } = area;
    for (const at of written) {
      row = Math.min(row, at.row);
      column = Math.min(column, at.column);
      lastRow = Math.max(lastRow, at.row);
      lastColumn = Math.max(lastColumn, at.column);
    }
    if (row === area.row && column === area.column && lastRow === area.lastRow && lastColumn === area.lastColumn) return;
    const first = { row, column };
    const last = { row: lastRow, column: lastColumn };
    this.frame.setAttribute(dimension, "ref", row === lastRow && column === lastColumn ? a1(first) : a1Range(first, last));
  }
}
