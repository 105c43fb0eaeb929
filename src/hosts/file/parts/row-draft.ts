import type { CellValue } from "../../../core/model/grid.ts";
import { numberOf } from "../read/number-text.ts";
import { ascii, attributeOf, slash } from "../xml/tag-scan.ts";
import { withPrefix } from "../xml/escape.ts";
import { XmlPart } from "../xml/part.ts";
import type { CellReader } from "./cell-reader.ts";
import { scanRow, type RowCell, type RowPlaces } from "./row-scan.ts";

/** What the rest of the sheet and of the workbook says about the cells of a row. */
export interface RowContext {
  readonly part: string;
  /** The prefix of the sheet's elements with its colon, "" if they have none. */
  readonly prefix: string;
  readonly reader: CellReader;
  /** A text with runs or furigana as in its part; undefined for any other. */
  readonly textSource: (number: number) => string | undefined;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** One row whose cells are read and replaced. Everything else in it stays. */
export class RowDraft {
  readonly #places: RowPlaces;
  /** A written cell is outside the columns that the row's hint names. */
  #isWider = false;

  /** @param bytes they begin with the row's element. @throws {Refusal} damaged */
  constructor(
    private readonly row: number,
    private readonly bytes: Uint8Array,
    private readonly context: RowContext,
  ) {
    this.#places = scanRow(context.part, row, bytes);
  }

  /** Bytes of the element. */
  get length(): number {
    return this.#places.end;
  }

  /** @throws {Refusal} damaged */
  value(column: number): CellValue {
    const cell = this.#find(column);
    if (cell === undefined) return undefined;
    return (cell.read ??= { value: this.context.reader.value(this.row, this.#source(cell)) }).value;
  }

  /** Index of the cell's own format; undefined if the file omits the cell. */
  style(column: number): number | undefined {
    return this.#find(column)?.style;
  }

  /** Index of the format of cells that the file omits from the row; undefined if the row has none. */
  get rowStyle(): number | undefined {
    return ["1", "true"].includes(this.#attribute("customFormat") ?? "") ? Number(this.#attribute("s") ?? "0") : undefined;
  }

  /** True for a cell with its own formula element, which a follower of a shared formula also has. */
  hasFormula(column: number): boolean {
    return this.#find(column)?.hasFormula ?? false;
  }

  /** The number of the cell's shared text as in the file; undefined if it has none. */
  sharedText(column: number): number | undefined {
    const cell = this.#find(column);
    if (!cell?.isShared || cell.xml !== undefined) return undefined;
    const xml = this.#xml(cell);
    const value = xml.root.children.find(({ name }) => name === "v");
    const number = numberOf(value === undefined ? "" : xml.content(value));
    return Number.isInteger(number) ? number : undefined;
  }

  /** The source of the cell's text, a shared string item or inline string; undefined for other cells and plain shared texts. */
  textSource(column: number): string | undefined {
    const shared = this.sharedText(column);
    if (shared !== undefined) return this.context.textSource(shared);
    const cell = this.#find(column);
    if (cell === undefined) return undefined;
    const xml = this.#xml(cell);
    const inline = xml.root.children.find(({ name }) => name === "is");
    return inline && xml.source(inline);
  }

  /** Puts a cell in its place in the row. `xml` has no prefix. */
  set(column: number, xml: string, value: CellValue, style: number): void {
    const { cells } = this.#places;
    const cell: RowCell = { column, start: undefined, end: undefined, isShared: false, xml: withPrefix(xml, this.context.prefix), style, hasFormula: false, read: { value } };
    // The hint about the row's columns would be wrong; readers do not need it.
    const spans = this.#attribute("spans");
    if (spans !== undefined && column >= Number(/:(\d+)$/.exec(spans)?.[1] ?? "0")) this.#isWider = true;
    const known = cells.findLastIndex((each) => isAt(each, column));
    const next = cells.findIndex((each) => each.column > column);
    if (known >= 0) cells[known] = { ...cell, start: cells[known]?.start, end: cells[known]?.end };
    else cells.splice(next < 0 ? cells.length : next, 0, cell);
  }

  /** Gives a cell in the file another format. Everything else in it stays. */
  restyle(column: number, style: number): void {
    const cell = this.#find(column);
    if (cell === undefined) return;
    const xml = this.#xml(cell);
    if (style === 0) xml.removeAttribute(xml.root, "s");
    else xml.setAttribute(xml.root, "s", String(style));
    cell.xml = xml.toString();
    cell.style = style;
  }

  /** Removes a cell from the row. */
  remove(column: number): void {
    const cell = this.#find(column);
    if (cell !== undefined) cell.xml = "";
  }

  /** The bytes of the final row, in pieces; none if only its number is left. */
  pieces(): readonly Uint8Array[] {
    const { openEnd, closeStart, end: rowEnd, cells } = this.#places;
    const isEmptyTag = this.bytes[openEnd - 2] === slash;
    const open = isEmptyTag || this.#isWider ? this.#openTag() : undefined;
    if (cells.every(({ xml }) => xml === "") && this.#tag().root.places.every(({ name }) => name === "r")) return [];
    const pieces = [open === undefined ? this.bytes.subarray(0, openEnd) : encoder.encode(open)];
    let at = openEnd;
    let passed = openEnd;
    for (const { start = passed, end = passed, xml } of cells) {
      passed = end;
      if (xml === undefined) continue;
      pieces.push(this.bytes.subarray(at, start), encoder.encode(xml));
      at = end;
    }
    pieces.push(this.bytes.subarray(at, closeStart), isEmptyTag ? encoder.encode(`</${this.context.prefix}row>`) : this.bytes.subarray(closeStart, rowEnd));
    return pieces;
  }

  /** The start tag for a row with cells, without a wrong hint. */
  #openTag(): string {
    const tag = this.#tag();
    if (this.#isWider) tag.removeAttribute(tag.root, "spans");
    return tag.toString().replace(/\/>$/, ">");
  }

  /** The row as an empty element tag. */
  #tag(): XmlPart {
    return new XmlPart(this.context.part, decoder.decode(this.bytes.subarray(0, this.#places.openEnd)).replace(/\/?>$/, "/>"));
  }

  #attribute(name: string): string | undefined {
    const place = attributeOf(this.bytes, 0, name);
    return place && ascii(this.bytes, place.start, place.end);
  }

  #xml(cell: RowCell): XmlPart {
    return new XmlPart(this.context.part, cell.xml ?? decoder.decode(this.#source(cell)));
  }

  #source({ start, end, xml }: RowCell): Uint8Array {
    return xml === undefined ? this.bytes.subarray(start, end) : encoder.encode(xml);
  }

  #find(column: number): RowCell | undefined {
    return this.#places.cells.findLast((cell) => isAt(cell, column));
  }
}

function isAt({ column, xml }: RowCell, at: number): boolean {
  return column === at && xml !== "";
}
