import type { CellValue } from "../../../core/model/grid.ts";
import type { SharedTexts } from "../read/shared-strings.ts";
import { SheetTokenizer } from "../read/sheet-tokenizer.ts";
import { XmlScanner } from "../xml/scanner.ts";

const encoder = new TextEncoder();
const before = encoder.encode('<row r="1">');
const behind = encoder.encode("</row>");

/** Reads single cells of a sheet part, as every other reader of the product reads them. */
export class CellReader {
  readonly #scanner: XmlScanner;
  readonly #values: CellValue[] = [];

  /** @param strings texts by number; it must have all that the cells refer to */
  constructor(part: string, strings: SharedTexts, date1904: boolean) {
    const cell = (_row: number, _column: number, value: CellValue) => void this.#values.push(value);
    const damaged = (): never => this.#scanner.damaged();
    this.#scanner = new XmlScanner(part, new SheetTokenizer({ row: () => undefined, cell, other: () => undefined, otherText: () => undefined }, strings, date1904, damaged));
    this.#scanner.push(encoder.encode("<worksheet><sheetData>"));
  }

  /** The value of a cell. @param cell its element @throws {Refusal} damaged */
  value(cell: Uint8Array): CellValue {
    for (const piece of [before, cell, behind]) this.#scanner.push(piece);
    return this.#values.length === 1 ? this.#values.pop() : this.#scanner.damaged();
  }
}
