import { maxColumns, maxRows } from "../../../core/model/address.ts";
import { GridBuilder, type Grid, type SheetInfo } from "../../../core/model/grid.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { Pace, refuseAborted } from "../../../core/model/pace.ts";
import { limits, refuseAbove } from "../zip/limits.ts";
import { utf16Decoder } from "../xml/utf8.ts";

export type TextEncoding = "utf-8" | "shift_jis" | "utf-16le" | "utf-16be";

/** A text file as it was read; the text is without a byte order mark. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * Decodes a text file: UTF-16 by its byte order mark, else UTF-8, else Shift_JIS.
 * @throws {Refusal} unreadable where it is none of them.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Decoder(bytes);
  if (utf16 !== undefined) return { text: utf16.decode(bytes), encoding: bytes[0] === 0xff ? "utf-16le" : "utf-16be" };
  for (const encoding of ["utf-8", "shift_jis"] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  throw new Refusal("unreadable", "encoding");
}

/** A tab where the first line has one and the name does not say commas. */
export function delimiterOf(extension: string, text: string): string {
  if (extension === "csv") return ",";
  return extension === "tsv" || /^[^\r\n]*\t/.test(text) ? "\t" : ",";
}

/**
 * The grid of a delimited text: every line a row, every value a text. Quotes as in RFC 4180; a quote inside an unquoted
 * field is an ordinary character.
 * @throws {Refusal} too-large, cancelled
 */
export async function readTextTable(text: string, delimiter: string, sheet: SheetInfo, watch: Watch = {}): Promise<Grid> {
  const builder = new GridBuilder();
  const fields = new FieldReader(text, delimiter);
  const pace = new Pace();
  let cells = 0;
  for (let field = fields.next(); field !== undefined; field = fields.next()) {
    refuseAbove(field.row + 1, maxRows, "rows");
    refuseAbove(field.column + 1, maxColumns, "columns");
    builder.set(field.row, field.column, field.text);
    if (++cells % 5_000 === 0 && pace.isOver) {
      refuseAborted(watch);
      watch.onProgress?.(fields.done);
      await pace.next();
    }
    refuseAbove(cells, limits.cells, "cells");
  }
  refuseAborted(watch);
  watch.onProgress?.(1);
  return builder.build(sheet, false);
}

/** A field, and where it stands in the text, its quotes included. */
interface Field {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Reads the fields of a delimited text one after the other. */
export class FieldReader {
  #at = 0;
  #row = 0;
  #column = 0;

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
  ) {}

  get done(): number {
    return this.#at / this.text.length;
  }

  next(): Field | undefined {
    if (this.#at >= this.text.length) return undefined;
    const start = this.#at;
    const text = this.#quoted() + this.#unquoted();
    const field = { row: this.#row, column: this.#column, text, start, end: this.#at };
    this.#endField();
    return field;
  }

  #quoted(): string {
    if (this.text[this.#at] !== '"') return "";
    const parts: string[] = [];
    let start = this.#at + 1;
    for (;;) {
      const quote = this.text.indexOf('"', start);
      const end = quote < 0 ? this.text.length : quote;
      parts.push(this.text.slice(start, end));
      this.#at = end + 1;
      if (this.text[this.#at] !== '"') return parts.join("");
      parts.push('"');
      start = this.#at + 1;
    }
  }

  #unquoted(): string {
    const start = this.#at;
    while (this.#at < this.text.length && !this.#isEnd(this.text[this.#at])) this.#at++;
    return this.text.slice(start, this.#at);
  }

  #isEnd(character: string | undefined): boolean {
    return character === this.delimiter || character === "\n" || character === "\r";
  }

  #endField(): void {
    const character = this.text[this.#at];
    this.#at += character === "\r" && this.text[this.#at + 1] === "\n" ? 2 : 1;
    if (character === this.delimiter) this.#column++;
    else {
      this.#row++;
      this.#column = 0;
    }
  }
}
