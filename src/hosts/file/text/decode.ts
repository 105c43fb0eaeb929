import { Refusal } from "../../../core/model/refusal.ts";
import { unmarkedUtf16, utf16Decoder } from "../xml/utf8.ts";

export type TextEncoding = "utf-8" | "shift_jis" | "euc-jp" | "iso-2022-jp" | "utf-16le" | "utf-16be";

/** A decoded text file. The text has no byte order mark, and bytes without a character are U+FFFD. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

const replacement = 0xfffd;
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
  let best: Fit | undefined;
  for (const encoding of encodings) {
    const fit = fitOf(bytes, encoding);
    if (!best || fit.score < best.score) best = fit;
    if (best.score === 0) break;
  }
  if (!best || best.broken * mostBroken > best.letters) throw new Refusal("unreadable", "encoding");
  return { text: best.text ?? new TextDecoder(best.encoding).decode(bytes), encoding: best.encoding };
}

/** Texts of more bytes are read piece by piece until it is known how, since several whole ones would fill the memory. */
const largeBytes = 8_000_000;
const pieceBytes = 1_000_000;

/** How well an encoding fits. */
interface Fit {
  readonly encoding: TextEncoding;
  /** The whole text; undefined for a large one. */
  readonly text: string | undefined;
  readonly letters: number;
  readonly broken: number;
  readonly score: number;
}

function fitOf(bytes: Uint8Array, encoding: TextEncoding): Fit {
  const decoder = new TextDecoder(encoding);
  const isLarge = bytes.length > largeBytes;
  const size = isLarge ? pieceBytes : bytes.length;
  let fit: Fit = { encoding, text: undefined, letters: 0, broken: 0, score: 0 };
  for (let start = 0; start < bytes.length; start += size) {
    const text = decoder.decode(bytes.subarray(start, start + size), { stream: start + size < bytes.length });
    const { broken, score } = faultsOf(text, encoding);
    fit = { encoding, text: isLarge ? undefined : text, letters: fit.letters + text.length, broken: fit.broken + broken, score: fit.score + score };
    // No letter takes less than a byte, so that the rest cannot help.
    if (fit.broken * mostBroken > bytes.length) return { ...fit, score: Number.POSITIVE_INFINITY };
  }
  return fit;
}

/** Measures how badly an encoding fits, since Shift_JIS reads nearly every text of the others as half-width kana. */
function faultsOf(text: string, encoding: TextEncoding): Pick<Fit, "broken" | "score"> {
  let lost = 0;
  let unlikely = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === replacement || unit === 0) lost++;
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
