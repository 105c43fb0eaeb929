import { nameCodes } from "../xml/names.ts";
import type { XmlScanner } from "../xml/scanner.ts";
import { cdataText, withoutEdgeSpace, withoutEscapes, xmlText } from "../xml/text.ts";

/** True if the starting element is marked xml:space="preserve". */
export function keepsSpace(scanner: XmlScanner): boolean {
  const index = scanner.find(nameCodes.space);
  return index >= 0 && scanner.bytes[scanner.starts[index] ?? 0] === 0x70;
}

/** True if these bytes have no space at their edges. A reference at an edge may be one. */
export function hasFirmEdges(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] ?? 0;
  const last = bytes[end - 1] ?? 0;
  return first > 0x20 && first !== 0x26 && last > 0x20 && last !== 0x3b;
}

/** True if the starting element has the attribute with the value "0" or "false". */
function isFalseAt(scanner: XmlScanner, name: number): boolean {
  const index = scanner.find(name);
  const first = index < 0 ? 0 : scanner.bytes[scanner.starts[index] ?? 0];
  return first === 0x30 || first === 0x66;
}

/**
 * Collects the text of a string item or inline string: the joined runs without the phonetic ones (ECMA-376 18.4). It must be
 * told of everything inside the item.
 */
export class RichText {
  #item = "";
  /** The item without its struck runs; undefined while it has none. */
  #kept: string | undefined;
  #isStruckRun = false;
  #run = "";
  #isOpen = false;
  #keepsSpace = false;
  #isPhonetic = false;
  #isStyled = false;

  open(name: number, scanner: XmlScanner): void {
    if (name === nameCodes.rPh) this.#isPhonetic = true;
    if (name === nameCodes.rPh || name === nameCodes.r) this.#isStyled = true;
    if (name === nameCodes.r) this.#isStruckRun = false;
    else if (name === nameCodes.strike) this.#isStruckRun = !isFalseAt(scanner, nameCodes.val);
    if (name !== nameCodes.t || this.#isPhonetic) return;
    this.#isOpen = true;
    this.#run = "";
    this.#keepsSpace = keepsSpace(scanner);
  }

  text(bytes: Uint8Array, start: number, end: number): void {
    if (this.#isOpen) this.#run += xmlText(bytes, start, end);
  }

  cdata(bytes: Uint8Array, start: number, end: number): void {
    if (this.#isOpen) this.#run += cdataText(bytes, start, end);
  }

  close(name: number): void {
    if (name === nameCodes.rPh) this.#isPhonetic = false;
    if (name !== nameCodes.t || !this.#isOpen) return;
    this.#isOpen = false;
    const run = withoutEscapes(this.#keepsSpace ? this.#run : withoutEdgeSpace(this.#run));
    if (this.#isStruckRun) this.#kept ??= this.#item;
    else if (this.#kept !== undefined) this.#kept += run;
    this.#item += run;
  }

  /** True in the item's first text, before any of it was taken. */
  get isBare(): boolean {
    return this.#isOpen && this.#item === "" && this.#run === "";
  }

  /** True if these bytes, text of the run, have no edge space to be removed. */
  keeps(bytes: Uint8Array, start: number, end: number): boolean {
    return this.#keepsSpace || hasFirmEdges(bytes, start, end);
  }

  /** Puts text that was taken elsewhere at the start of the item. */
  prepend(text: string): void {
    this.#item = text + this.#item;
  }

  /** True if the item has runs with their own look, or furigana. */
  get isStyled(): boolean {
    return this.#isStyled;
  }

  /** True if some or all characters of the item are struck through. */
  get isStruck(): boolean {
    return this.#kept !== undefined;
  }

  /** Returns the item's text, without struck characters unless all are, and empties it for the next item. */
  take(): string {
    const item = this.#kept === undefined || this.#kept.trim() === "" ? this.#item : this.#kept;
    this.#item = "";
    this.#kept = undefined;
    this.#isStruckRun = false;
    this.#isStyled = false;
    return item;
  }
}
