import { Refusal } from "../../../core/model/refusal.ts";
import { unmarkedUtf16, utf16Decoder } from "../xml/utf8.ts";

export type TextEncoding = "utf-8" | "shift_jis" | "euc-jp" | "iso-2022-jp" | "utf-16le" | "utf-16be";

/** A decoded text file. The text has no byte order mark, and bytes without a character are U+FFFD. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

const broken = 0xfffd;
/** If more than one character in so many is broken, the bytes are not text. */
const mostBroken = 10;

/**
 * Decodes a text file: UTF-16 by its byte order mark or zero bytes, ISO-2022-JP by its escapes, otherwise UTF-8, Shift_JIS
 * or EUC-JP, whichever breaks the fewest characters. @throws {Refusal} unreadable if none fits
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  // The mark of UTF-16 begins that of UTF-32, in which no program writes tables.
  const marked = bytes[2] === 0 && bytes[3] === 0 ? undefined : utf16Decoder(bytes);
  if (marked !== undefined) return { text: marked.decode(bytes), encoding: bytes[0] === 0xff ? "utf-16le" : "utf-16be" };
  const wide = unmarkedUtf16(bytes);
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  const encodings: readonly TextEncoding[] = hasEscapes(bytes) ? ["iso-2022-jp"] : ["utf-8", "shift_jis", "euc-jp"];
  let best: (DecodedText & Faults) | undefined;
  for (const encoding of encodings) {
    const text = new TextDecoder(encoding).decode(bytes);
    const faults = faultsOf(text, encoding);
    if (!best || faults.score < best.score) best = { text, encoding, ...faults };
    if (best.score === 0) break;
  }
  if (!best || best.broken * mostBroken > best.text.length) throw new Refusal("unreadable", "encoding");
  return { text: best.text, encoding: best.encoding };
}

interface Faults {
  readonly broken: number;
  readonly score: number;
}

/** Measures how badly an encoding fits, since Shift_JIS reads nearly every text of the others as half-width kana. */
function faultsOf(text: string, encoding: TextEncoding): Faults {
  let lost = 0;
  let unlikely = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === broken || unit === 0) lost++;
    else if (encoding !== "utf-8" && unit >= 0xff61 && unit <= 0xff9f) unlikely++;
  }
  return { broken: lost, score: lost + unlikely };
}

/** Looks for the escapes that start Japanese text, in a file of seven-bit bytes. */
function hasEscapes(bytes: Uint8Array): boolean {
  let escapes = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80) return false;
    if (byte === 0x1b && bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x40 || bytes[at + 2] === 0x42)) escapes = true;
  }
  return escapes;
}
