import type { TextEncoding } from "./text-table.ts";

/** Encodes text as a file has it. Programs can write UTF-8 alone; what others need is made here. */
export class TextCode {
  constructor(private readonly encoding: TextEncoding) {}

  /** The bytes of a file's byte order mark, which its text is without. */
  markOf(bytes: Uint8Array): number {
    if (this.encoding === "utf-8") return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    return this.encoding === "shift_jis" ? 0 : 2;
  }

  /** How many bytes a text that was decoded takes. */
  width(text: string): number {
    if (this.encoding === "utf-8") return new TextEncoder().encode(text).length;
    if (this.encoding !== "shift_jis") return 2 * text.length;
    let bytes = 0;
    for (let at = 0; at < text.length; at++) bytes += isSingle(text.charCodeAt(at)) ? 1 : 2;
    return bytes;
  }

  /** The bytes of a text; undefined where the encoding lacks one of its letters. */
  encode(text: string): Uint8Array | undefined {
    if (this.encoding === "utf-8") return new TextEncoder().encode(text);
    return this.encoding === "shift_jis" ? shiftJis(text) : utf16(text, this.encoding === "utf-16le");
  }
}

function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), isLittle);
  return bytes;
}

/** Letters of one byte: ASCII, and half-width katakana (https://encoding.spec.whatwg.org/#shift_jis-decoder). */
function isSingle(unit: number): boolean {
  return unit <= 0x80 || (unit >= 0xff61 && unit <= 0xff9f);
}

/** The pairs of bytes by their letter, made from the decoder once they are needed. */
let pairs: ReadonlyMap<string, number> | undefined;

function shiftJis(text: string): Uint8Array | undefined {
  pairs ??= readPairs();
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const pair = pairs.get(text.charAt(at));
    if (isSingle(unit)) bytes.push(unit <= 0x80 ? unit : unit - 0xfec0);
    else if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff);
    else return undefined;
  }
  return Uint8Array.from(bytes);
}

/** Of letters that stand twice the first pair counts, but for those that NEC chose from IBM's (rows 0xed and 0xee), as Windows writes. */
function readPairs(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder("shift_jis");
  const found = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if ((lead > 0x9f && lead < 0xe0) || lead === 0xed || lead === 0xee) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length === 1 && letter !== "\ufffd" && !found.has(letter)) found.set(letter, (lead << 8) | trail);
    }
  }
  return found;
}
