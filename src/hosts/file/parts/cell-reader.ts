import type { CellValue } from "../../../core/model/grid.ts";
import type { SharedTexts } from "../read/shared-strings.ts";
import { SheetTokenizer } from "../read/sheet-tokenizer.ts";
import { XmlScanner } from "../xml/scanner.ts";

const encoder = new TextEncoder();
const behind = encoder.encode("</row>");

/** Reads single cells of a sheet part, as every other reader of the product reads them. */
export class CellReader {
  readonly #scanner: XmlScanner;
  readonly #values: CellValue[] = [];

  /** @param strings texts by number; it must have all that the cells refer to */
  constructor(part: string, strings: SharedTexts, date1904: boolean) {
    const cell = (_row: number, _column: number, value: CellValue) => void this.#values.push(value);
    const damaged = (at?: string): never => this.#scanner.damaged(at);
    this.#scanner = new XmlScanner(part, new SheetTokenizer({ row: () => undefined, cell, other: () => undefined, otherText: () => undefined }, strings, date1904, damaged));
    this.#scanner.push(encoder.encode("<worksheet><sheetData>"));
  }

  /** The value of a cell. @param cell its element @throws {Refusal} damaged */
  value(row: number, cell: Uint8Array): CellValue {
    for (const piece of [encoder.encode(`<row r="${row + 1}">`), cell, behind]) this.#scanner.push(piece);
    return this.#values.length === 1 ? this.#values.pop() : this.#scanner.damaged();
  }
}
