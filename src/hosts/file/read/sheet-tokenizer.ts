import { a1, maxColumns, maxRows } from "../../../core/model/address.ts";
import type { CellError, CellValue } from "../../../core/model/grid.ts";
import { hasAscii } from "../zip/bytes.ts";
import { refuseAbove } from "../zip/limits.ts";
import { numberOf, parseIndex, parseNumber } from "./number-text.ts";
import { keepsSpace, RichText } from "./rich-text.ts";
import { isoSerial } from "./serial-date.ts";
import { PlainCell } from "./plain-cell.ts";
import type { SharedTexts } from "./shared-strings.ts";
import type { SheetHandler } from "./sheet-handler.ts";
import { nameCodes } from "../xml/names.ts";
import type { XmlScanner, XmlSink } from "../xml/scanner.ts";
import { cdataText, withoutEdgeSpace, withoutEscapes, xmlText } from "../xml/text.ts";

const types = { n: 0, s: 1, str: 2, inlineStr: 3, b: 4, e: 5, d: 6 } as const;

/** Turns the elements of a sheet part (ECMA-376 18.3.1) into rows and cells. */
export class SheetTokenizer implements XmlSink {
  readonly #inline = new RichText();
  readonly #plain = new PlainCell();
  readonly #errors = new Map<string, CellError>();
  #inData = false;
  #inRow = false;
  #inCell = false;
  #inValue = false;
  #inFormula = false;
  #inInline = false;
  /** How deep in an extension of a row or a cell, whose elements may be called as ours. */
  #foreign = 0;
  #keepsSpace = false;
  #row = -1;
  /** True until a cell tells where a row without a number stands. */
  #isCounted = false;
  #column = -1;
  #style = 0;
  #type: number = types.n;
  #text = "";
  #value: CellValue;
  readonly #facts = { isStyled: false, isStruck: false, isFormula: false, isOpen: false, isPicture: false };

  constructor(
    private readonly handler: SheetHandler,
    private readonly strings: SharedTexts,
    private readonly date1904: boolean,
    private readonly damaged: (at?: string) => never,
    /** Numbers of the rich values that are pictures, as cells name them. */
    private readonly pictures: ReadonlySet<number> = new Set(),
  ) {}

  open(name: number, scanner: XmlScanner): void {
    if (this.#inInline) this.#inline.open(name, scanner);
    else if (this.#foreign > 0) this.#foreign++;
    else if (this.#inCell) this.#openInCell(name, scanner);
    else if (name === nameCodes.c && this.#inRow) this.#openCell(scanner);
    else if (name === nameCodes.row && this.#inData) this.#openRow(scanner);
    else if (name === nameCodes.sheetData) this.#inData = true;
    else if (this.#inRow) this.#foreign = 1;
    else this.handler.other(name, scanner);
  }

  plain(bytes: Uint8Array, start: number): number {
    if (!this.#inData) return this.handler.otherPlain?.(bytes, start) ?? start;
    if (!this.#inRow || this.#inCell || this.#foreign > 0) return start;
    const cell = this.#plain;
    let at = start;
    for (let end = cell.read(bytes, at); end > at; end = cell.read(bytes, at)) {
      this.#clearFacts();
      const { number, row, column } = cell;
      if (row !== this.#row) this.#moveTo(row, column);
      this.#isCounted = false;
      const value = number < 0 ? undefined : cell.isShared ? this.#shared(number) : number;
      if (value === undefined && number >= 0) break;
      this.#column = column;
      this.handler.cell(row, column, value, cell.style, this.#facts);
      at = end;
    }
    return at;
  }

  text(bytes: Uint8Array, start: number, end: number, whole: boolean): void {
    if (this.#inInline) this.#inline.text(bytes, start, end);
    else if (this.#inFormula) {
      this.#facts.isPicture ||= showsPicture(bytes, start);
      this.handler.formulaText?.(bytes, start, end);
    }
    else if (!this.#inData) this.handler.otherText(bytes, start, end);
    else if (!this.#inValue) return;
    else if (whole && this.#text === "" && this.#type <= types.s) this.#value = this.#number(bytes, start, end);
    else this.#text += xmlText(bytes, start, end);
  }

  cdata(bytes: Uint8Array, start: number, end: number): void {
    if (this.#inInline) this.#inline.cdata(bytes, start, end);
    else if (this.#inValue) this.#text += cdataText(bytes, start, end);
  }

  close(name: number): void {
    if (this.#inInline) this.#closeInline(name);
    else if (this.#foreign > 0) this.#foreign--;
    else if (name === nameCodes.v && this.#inValue) this.#closeValue();
    else if (name === nameCodes.f) this.#inFormula = false;
    else if (name === nameCodes.c && this.#inCell) {
      this.#inCell = false;
      // An empty text is also a result, but a missing number, boolean or error is not.
      this.#facts.isOpen = this.#facts.isFormula && this.#value === undefined && this.#type !== types.str;
      this.handler.cell(this.#row, this.#column, this.#value, this.#style, this.#facts);
    } else if (name === nameCodes.row) this.#inRow = false;
    else if (name === nameCodes.sheetData) this.#inData = false;
  }

  #openInCell(name: number, scanner: XmlScanner): void {
    if (name === nameCodes.is) this.#inInline = true;
    else if (name === nameCodes.f) {
      this.#inFormula = this.#facts.isFormula = true;
      this.handler.formula?.(this.#row, this.#column, scanner);
    } else if (name === nameCodes.v) {
      this.#inValue = true;
      this.#text = "";
      this.#keepsSpace = keepsSpace(scanner);
    } else this.#foreign = 1;
  }

  #openRow(scanner: XmlScanner): void {
    const index = scanner.find(nameCodes.r);
    this.#row = index < 0 ? this.#row + 1 : parseIndex(scanner.bytes, scanner.starts[index] ?? 0, scanner.ends[index] ?? 0) - 1;
    this.#isCounted = index < 0;
    if (this.#row < 0) this.damaged();
    refuseAbove(this.#row + 1, maxRows, "rows");
    this.#column = -1;
    this.#inRow = true;
    this.handler.row(this.#row, scanner);
  }

  #openCell(scanner: XmlScanner): void {
    this.#inCell = true;
    this.#value = undefined;
    this.#clearFacts();
    this.#type = types.n;
    this.#style = 0;
    let hasPlace = false;
    for (let index = 0; index < scanner.count; index++) {
      const start = scanner.starts[index] ?? 0;
      const end = scanner.ends[index] ?? 0;
      const name = scanner.attributes[index];
      if (name === nameCodes.r) {
        this.#place(scanner.bytes, start, end);
        hasPlace = true;
      } else if (name === nameCodes.s) this.#style = Math.max(0, parseIndex(scanner.bytes, start, end));
      else if (name === nameCodes.t) this.#type = this.#typeOf(scanner.bytes, start, end);
      else if (name === nameCodes.vm) this.#facts.isPicture = this.pictures.has(parseIndex(scanner.bytes, start, end));
    }
    if (!hasPlace) this.#column++;
    if (this.#column >= maxColumns) refuseAbove(this.#column + 1, maxColumns, "columns");
  }

  #clearFacts(): void {
    const facts = this.#facts;
    facts.isStyled = facts.isStruck = facts.isFormula = facts.isOpen = facts.isPicture = false;
  }

  /** Reads a reference such as "AB12". */
  #place(bytes: Uint8Array, start: number, end: number): void {
    let column = 0;
    let at = start;
    for (; at < end && at < start + 5; at++) {
      const letter = ((bytes[at] ?? 0) | 0x20) - 0x60;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    this.#column = column - 1;
    const row = parseIndex(bytes, at, end) - 1;
    if (this.#column < 0 || row < 0) this.damaged();
    if (row >= maxRows) refuseAbove(row + 1, maxRows, "rows");
    if (row !== this.#row) this.#moveTo(row, this.#column);
    this.#isCounted = false;
  }

  /** A row without a number stands where its first cell says. In any other a cell of another row is damage: nobody knows in which of the two it belongs. */
  #moveTo(row: number, column: number): void {
    if (!this.#isCounted || row < this.#row) this.#damagedAt(row, column);
    this.#row = row;
  }

  #damagedAt(row: number, column: number): never {
    return this.damaged(a1({ row, column }));
  }

  #typeOf(bytes: Uint8Array, start: number, end: number): number {
    const first = bytes[start];
    if (first === 0x73) return end - start === 1 ? types.s : types.str;
    if (first === 0x6e || start === end) return types.n;
    if (first === 0x69) return types.inlineStr;
    if (first === 0x62) return types.b;
    if (first === 0x65) return types.e;
    return first === 0x64 ? types.d : this.damaged();
  }

  #number(bytes: Uint8Array, start: number, end: number): CellValue {
    if (this.#type === types.s) return this.#shared(parseIndex(bytes, start, end)) ?? this.#convert(xmlText(bytes, start, end));
    const value = parseNumber(bytes, start, end);
    return Number.isFinite(value) ? value : this.#convert(xmlText(bytes, start, end));
  }

  #closeInline(name: number): void {
    if (name !== nameCodes.is) {
      this.#inline.close(name);
      return;
    }
    this.#inInline = false;
    this.#facts.isStyled = this.#inline.isStyled;
    this.#facts.isStruck = this.#inline.isStruck;
    this.#value = this.#inline.take();
  }

  #closeValue(): void {
    this.#inValue = false;
    // Some programs write a wrong <v> beside the <is> of an inline string; the string is what Excel shows.
    if (this.#text !== "" && this.#value === undefined) this.#value = this.#convert(this.#text);
  }

  #convert(text: string): CellValue {
    if (this.#type === types.str || this.#type === types.inlineStr) return withoutEscapes(this.#keepsSpace ? text : withoutEdgeSpace(text));
    const word = withoutEdgeSpace(text);
    if (word === "") return undefined;
    if (this.#type === types.b) return word === "1" || word === "true";
    if (this.#type === types.e) return this.#error(word);
    if (this.#type === types.s) return this.#shared(Number(word)) ?? this.#damagedAt(this.#row, this.#column);
    const value = this.#type === types.d ? isoSerial(word, this.date1904) : numberOf(word);
    return Number.isFinite(value) ? value : this.#damagedAt(this.#row, this.#column);
  }

  #shared(number: number): string | undefined {
    this.#facts.isStyled = this.strings.styled.has(number);
    this.#facts.isStruck = this.#facts.isStyled && this.strings.struck.has(number);
    return this.strings.texts[number];
  }

  #error(text: string): CellError {
    const known = this.#errors.get(text) ?? { error: text };
    this.#errors.set(text, known);
    return known;
  }
}

/** True for a formula that shows a picture: IMAGE in Excel, or DISPIMG in WPS, whose text result means nothing. */
function showsPicture(bytes: Uint8Array, start: number): boolean {
  const at = hasAscii(bytes, start, "_xlfn.") ? start + 6 : start;
  return hasAscii(bytes, at, "IMAGE(") || hasAscii(bytes, at, "DISPIMG(");
}
