import { addAll } from "../../../core/model/many.ts";
import type { TextEncoding } from "./decode.ts";

/** Encodes text as in the file. The platform only encodes UTF-8; the other encodings are made here. */
export class TextCode {
  constructor(private readonly encoding: TextEncoding) {}

  /** The bytes of a text; undefined if the encoding lacks one of its characters. */
  encode(text: string): Uint8Array | undefined {
    switch (this.encoding) {
      case "utf-8":
        return new TextEncoder().encode(text);
      case "utf-16le":
      case "utf-16be":
        return utf16(text, this.encoding === "utf-16le");
      case "shift_jis":
        return inPairs(text, pairsOf("shift_jis"), (kana) => [kana - 0xfec0]);
      case "euc-jp":
        return inPairs(text, pairsOf("euc-jp"), (kana) => [0x8e, kana - 0xfec0]);
      case "iso-2022-jp":
        return iso2022(text);
    }
  }

  /**
   * The byte positions of places in the text, in rising order; every place is an end of the text or of a field. They are
   * found by counting delimiters, quotes and line ends, however many bytes other characters and broken bytes take.
   */
  bytePlaces(bytes: Uint8Array, text: string, delimiter: string, places: readonly number[]): readonly number[] {
    const anchors = new Anchors(bytes, this.encoding, delimiter.charCodeAt(0));
    let at = 0;
    let passed = 0;
    return places.map((place) => {
      for (; at < place; at++) if (anchors.are(text.charCodeAt(at))) passed++;
      return place < text.length && anchors.are(text.charCodeAt(place)) ? anchors.startOf(passed + 1) : anchors.endOf(passed, place === text.length);
    });
  }
}

/** Passes the characters by which places are counted, from the first byte to the last: those below "@", and the delimiter. */
class Anchors {
  #at: number;
  #passed = 0;
  #end: number;
  /** In ISO-2022-JP: true between an escape and the one that ends it. */
  #inJapanese = false;
  readonly #width: 1 | 2;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly encoding: TextEncoding,
    private readonly delimiter: number,
  ) {
    this.#at = this.#end = markLength(bytes, encoding);
    this.#width = encoding.startsWith("utf-16") ? 2 : 1;
  }

  /** In no encoding here do these bytes occur inside another character, except the delimiter in Shift_JIS. */
  are(unit: number): boolean {
    return unit < 0x40 || unit === this.delimiter;
  }

  /** The start of the anchor with this number, from 1; the file's end if there are fewer. */
  startOf(number: number): number {
    this.#passTo(number - 1);
    while (this.#at < this.bytes.length && !this.#isHere()) this.#at += this.#width;
    return this.#at;
  }

  /** The end of the anchor with this number; the start of the text for 0. */
  endOf(number: number, isLast: boolean): number {
    this.#passTo(number);
    return isLast ? this.bytes.length : this.#end;
  }

  #passTo(number: number): void {
    while (this.#passed < number && this.#at < this.bytes.length) {
      const isHere = this.#isHere();
      this.#at += this.#width;
      if (!isHere) continue;
      this.#passed++;
      this.#end = this.#at;
    }
  }

  /** True if an anchor starts here. Passes the bytes of a character that may contain one. */
  #isHere(): boolean {
    const byte = this.bytes[this.#at] ?? 0;
    const next = this.bytes[this.#at + 1] ?? 0;
    switch (this.encoding) {
      case "utf-16le":
        return next === 0 && this.are(byte);
      case "utf-16be":
        return byte === 0 && this.are(next);
      case "shift_jis":
        if (byte > 0x80 && next === this.delimiter && new TextDecoder("shift_jis").decode(Uint8Array.of(byte, next)).length === 1) this.#at++;
        return this.are(byte);
      case "iso-2022-jp":
        if (byte === 0x1b && (next === 0x24 || next === 0x28)) {
          this.#inJapanese = next === 0x24 || this.bytes[this.#at + 2] === 0x49;
          this.#at += 2;
          return false;
        }
        return !this.#inJapanese && this.are(byte);
      default:
        return this.are(byte);
    }
  }
}

function markLength(bytes: Uint8Array, encoding: TextEncoding): number {
  if (encoding === "utf-8") return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const isMarked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return encoding.startsWith("utf-16") && isMarked ? 2 : 0;
}

function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), isLittle);
  return bytes;
}

/** ASCII is one byte, half-width katakana as in `kanaBytes`, any other character its pair. */
function inPairs(text: string, pairs: ReadonlyMap<string, number>, kanaBytes: (unit: number) => readonly number[]): Uint8Array | undefined {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const pair = pairs.get(text.charAt(at));
    if (unit <= 0x80) bytes.push(unit);
    else if (unit >= 0xff61 && unit <= 0xff9f) addAll(bytes, kanaBytes(unit));
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff);
    else return undefined;
  }
  return Uint8Array.from(bytes);
}

/** The pairs of EUC-JP without their high bits, between the escapes of RFC 1468. It has no half-width katakana. */
function iso2022(text: string): Uint8Array | undefined {
  const pairs = pairsOf("euc-jp");
  const bytes: number[] = [];
  let inJapanese = false;
  for (const letter of text) {
    const unit = letter.charCodeAt(0);
    const pair = pairs.get(letter);
    if (unit >= 0x80 && pair === undefined) return undefined;
    if (unit < 0x80 === inJapanese) bytes.push(0x1b, ...(inJapanese ? [0x28, 0x42] : [0x24, 0x42]));
    inJapanese = unit >= 0x80;
    bytes.push(...(pair === undefined ? [unit] : [(pair >> 8) & 0x7f, pair & 0x7f]));
  }
  return Uint8Array.from(inJapanese ? [...bytes, 0x1b, 0x28, 0x42] : bytes);
}

type Paired = "shift_jis" | "euc-jp";

/** The byte pairs by character, made from the decoder when they are needed. */
const known = new Map<Paired, ReadonlyMap<string, number>>();

function pairsOf(encoding: Paired): ReadonlyMap<string, number> {
  const pairs = known.get(encoding) ?? readPairs(encoding);
  known.set(encoding, pairs);
  return pairs;
}

/** For characters with two pairs the first counts, except those that NEC selected from IBM's (Shift_JIS rows 0xed and 0xee), as in Windows. */
function readPairs(encoding: Paired): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(encoding);
  const found = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    if (encoding === "shift_jis" && ((lead > 0x9f && lead < 0xe0) || lead === 0xed || lead === 0xee)) continue;
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length === 1 && letter !== "\ufffd" && !found.has(letter)) found.set(letter, (lead << 8) | trail);
    }
  }
  return found;
}
