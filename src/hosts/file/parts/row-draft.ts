import { a1 } from "../../../core/model/address.ts";
import type { CellValue } from "../../../core/model/grid.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { SharedTexts } from "../read/shared-strings.ts";
import { SheetTokenizer } from "../read/sheet-tokenizer.ts";
import { XmlScanner } from "../xml/scanner.ts";
import { withPrefix } from "../xml/escape.ts";
import { XmlPart } from "../xml/part.ts";

/** What the rest of the workbook says about the cells of a row. */
export interface RowContext {
  readonly part: string;
  /** Texts by number; it must have all that the row refers to. */
  readonly strings: SharedTexts & {
    /** A text with runs or furigana as in its part; undefined for any other. */
    source(number: number): string | undefined;
  };
  readonly date1904: boolean;
}

/** The present state of a cell in its row. */
interface DraftCell {
  readonly column: number;
  /** Its source, from the file or as written. */
  xml: string;
  value: CellValue;
  style: number;
  readonly hasFormula: boolean;
}

const encoder = new TextEncoder();

/** One row whose cells are read and replaced. Everything else in it stays. */
export class RowDraft {
  readonly #xml: XmlPart;
  readonly #cells: DraftCell[] = [];
  /** The source before each cell, and before the row's end. */
  readonly #between: string[] = [];

  /** @param text the row's element. @throws {Refusal} damaged */
  constructor(
    row: number,
    text: string,
    private readonly context: RowContext,
  ) {
    this.#xml = new XmlPart(context.part, text);
    const cells = this.#xml.root.children.filter(({ name }) => name === "c");
    const values = readCells(row, text, context);
    if (values.length !== cells.length) throw new Refusal("damaged", context.part);
    let at = this.#xml.root.openEnd;
    cells.forEach((cell, index) => {
      const { column = 0, value, style = 0 } = values[index] ?? {};
      this.#between.push(text.slice(at, cell.start));
      this.#cells.push({ column, value, style, xml: this.#xml.source(cell), hasFormula: cell.children.some(({ name }) => name === "f") });
      at = cell.end;
    });
    this.#between.push(text.slice(at, this.#xml.root.closeStart));
  }

  value(column: number): CellValue {
    return this.#find(column)?.value;
  }

  /** Index of the cell's own format; undefined if the file omits the cell. */
  style(column: number): number | undefined {
    return this.#find(column)?.style;
  }

  /** Index of the format of cells that the file omits from the row; undefined if the row has none. */
  get rowStyle(): number | undefined {
    const { root } = this.#xml;
    const isOwn = ["1", "true"].includes(this.#xml.attribute(root, "customFormat") ?? "");
    return isOwn ? Number(this.#xml.attribute(root, "s") ?? "0") : undefined;
  }

  /** The row's height in points; undefined where the file does not say it. */
  get height(): number | undefined {
    const height = Number(this.#xml.attribute(this.#xml.root, "ht") ?? Number.NaN);
    return Number.isFinite(height) ? height : undefined;
  }

  /** True for a cell with its own formula element, which a follower of a shared formula also has. */
  hasFormula(column: number): boolean {
    return this.#find(column)?.hasFormula ?? false;
  }

  /** The source of the cell's text, a shared string item or inline string; undefined for other cells and plain shared texts. */
  textSource(column: number): string | undefined {
    const cell = this.#find(column);
    if (cell === undefined) return undefined;
    const xml = new XmlPart(this.context.part, cell.xml);
    const inside = (name: string) => xml.root.children.find((child) => child.name === name);
    const inline = inside("is");
    if (inline !== undefined) return xml.source(inline);
    const number = xml.attribute(xml.root, "t") === "s" ? inside("v") : undefined;
    return number && this.context.strings.source(Number(xml.content(number)));
  }

  /** Puts a cell in its place in the row. `xml` has no prefix. */
  set(column: number, xml: string, value: CellValue, style: number): void {
    const cell = { column, xml: withPrefix(xml, this.#xml.prefix), value, style, hasFormula: false };
    // The hint about the row's columns would be wrong; readers do not need it.
    if (column >= Number(/:(\d+)$/.exec(this.#xml.attribute(this.#xml.root, "spans") ?? "")?.[1] ?? "0")) this.#xml.removeAttribute(this.#xml.root, "spans");
    const index = this.#cells.findLastIndex((each) => each.column === column);
    if (index >= 0) {
      this.#cells[index] = cell;
      return;
    }
    const next = this.#cells.findIndex((each) => each.column > column);
    const place = next < 0 ? this.#cells.length : next;
    this.#cells.splice(place, 0, cell);
    this.#between.splice(place, 0, "");
  }

  /** Gives a cell in the file another format. Everything else in it stays. */
  restyle(column: number, style: number): void {
    const cell = this.#find(column);
    if (cell === undefined) return;
    const xml = new XmlPart(this.context.part, cell.xml);
    if (style === 0) xml.removeAttribute(xml.root, "s");
    else xml.setAttribute(xml.root, "s", String(style));
    cell.xml = xml.toString();
    cell.style = style;
  }

  /** Removes a cell from the row. */
  remove(column: number): void {
    const index = this.#cells.findLastIndex((each) => each.column === column);
    if (index < 0) return;
    this.#cells.splice(index, 1);
    const [before = "", behind = ""] = this.#between.splice(index, 2);
    this.#between.splice(index, 0, before + behind);
  }

  /** The final row; "" if only its number is left. */
  toString(): string {
    const { root } = this.#xml;
    if (this.#cells.length === 0 && root.places.every(({ name }) => name === "r")) return "";
    const content = this.#between.map((between, index) => between + (this.#cells[index]?.xml ?? "")).join("");
    const [open] = this.#xml.cutAt(root.openEnd);
    return `${open.replace(/\/?>$/, "")}>${content}</${root.tag}>`;
  }

  #find(column: number): DraftCell | undefined {
    return this.#cells.findLast((cell) => cell.column === column);
  }
}

/** The cells of a row, as every other reader of the product reads them. @throws {Refusal} damaged */
function readCells(row: number, text: string, { part, strings, date1904 }: RowContext): readonly { column: number; value: CellValue; style: number }[] {
  const cells: { column: number; value: CellValue; style: number }[] = [];
  const cell = (at: number, column: number, value: CellValue, style: number): void => {
    // Here a row without its own number would count from the top.
    if (at !== row && at !== 0) throw new Refusal("damaged", `${part} (${a1({ row: at, column })})`);
    cells.push({ column, value, style });
  };
  const damaged = (): never => scanner.damaged();
  const scanner: XmlScanner = new XmlScanner(part, new SheetTokenizer({ row: () => undefined, cell, other: () => undefined, otherText: () => undefined }, strings, date1904, damaged));
  scanner.push(encoder.encode(`<worksheet><sheetData>${text}</sheetData></worksheet>`));
  scanner.finish();
  return cells;
}
