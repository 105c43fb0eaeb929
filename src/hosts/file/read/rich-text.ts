import { nameCodes } from "../xml/names.ts";
import type { XmlScanner } from "../xml/scanner.ts";
import { cdataText, withoutEdgeSpace, withoutEscapes, xmlText } from "../xml/text.ts";

/** True where the element that begins is marked xml:space="preserve". */
export function keepsSpace(scanner: XmlScanner): boolean {
  const index = scanner.find(nameCodes.space);
  return index >= 0 && scanner.bytes[scanner.starts[index] ?? 0] === 0x70;
}

/** True where the element that begins has the attribute, and it says "0" or "false". */
function isFalseAt(scanner: XmlScanner, name: number): boolean {
  const index = scanner.find(name);
  const first = index < 0 ? 0 : scanner.bytes[scanner.starts[index] ?? 0];
  return first === 0x30 || first === 0x66;
}

/**
 * Collects the text of a string item or inline string: the runs joined, without the phonetic ones (ECMA-376 18.4).
 * It is told of everything inside the item.
 */
export class RichText {
  #item = "";
  /** The item without its struck runs; undefined as long as it has none. */
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

  /** True in the item's first text, before anything of it was taken. */
  get isBare(): boolean {
    return this.#isOpen && this.#item === "" && this.#run === "";
  }

  /** True where nothing of these bytes, text of the run, is edge space that must go; a reference at an edge may be. */
  keeps(bytes: Uint8Array, start: number, end: number): boolean {
    const first = bytes[start] ?? 0;
    const last = bytes[end - 1] ?? 0;
    return this.#keepsSpace || (first > 0x20 && first !== 0x26 && last > 0x20 && last !== 0x3b);
  }

  /** Text that was taken elsewhere but belongs at the item's beginning. */
  prepend(text: string): void {
    this.#item = text + this.#item;
  }

  /** True where the item has runs with a look of their own, or furigana. */
  get isStyled(): boolean {
    return this.#isStyled;
  }

  /** True where some of the item's letters are struck through, or all of them. */
  get isStruck(): boolean {
    return this.#kept !== undefined;
  }

  /** The item's text, without its struck letters unless all are; the next item begins empty. */
  take(): string {
    const item = this.#kept === undefined || this.#kept.trim() === "" ? this.#item : this.#kept;
    this.#item = "";
    this.#kept = undefined;
    this.#isStruckRun = false;
    this.#isStyled = false;
    return item;
  }
}
