const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Decodes UTF-8; broken sequences become U+FFFD. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end));
}

/**
 * The pieces of an XML part as UTF-8. Parts may also be UTF-16 (ECMA-376 part 2, 6.2.3.2), marked by the byte order mark;
 * some programs write other encodings and declare them.
 */
export async function* asUtf8(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let other: TextDecoder | undefined;
  let first = true;
  for await (const piece of pieces) {
    if (first) other = partDecoder(piece);
    first = false;
    yield other === undefined ? piece : new TextEncoder().encode(other.decode(piece, { stream: true }));
  }
}

/** A decoder for the encoding of an XML part that begins with these bytes; undefined for UTF-8 and unknown ones. */
export function partDecoder(bytes: Uint8Array): TextDecoder | undefined {
  return utf16Decoder(bytes) ?? namedDecoder(bytes);
}

/** A decoder for the encoding in an XML declaration; undefined for UTF-8 and unknown ones. */
function namedDecoder(bytes: Uint8Array): TextDecoder | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 200));
  const [, name] = /^\s{0,20}<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start) ?? [];
  if (name === undefined || /^utf-?8$/i.test(name)) return undefined;
  try {
    const named = new TextDecoder(name);
    return named.encoding === "utf-8" || named.encoding.startsWith("utf-16") ? undefined : named;
  } catch {
    return undefined;
  }
}

/** A decoder for bytes with the byte order mark of UTF-16; undefined for others. */
export function utf16Decoder(bytes: Uint8Array): TextDecoder | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le");
  return bytes[0] === 0xfe && bytes[1] === 0xff ? new TextDecoder("utf-16be") : undefined;
}

/** Programs leave a zero byte here and there in a text: at most one in so many bytes. */
export const strayZero = 200;

/** Detects UTF-16 without its mark: zero bytes are on one side of ASCII, and the letters are those of a text. Undefined for anything else. */
export function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes.length < 2 || bytes.length % 2 === 1) return undefined;
  const start = bytes.subarray(0, 4096);
  let zeros = 0;
  for (let at = 0; at < start.length; at++) if (start[at] === 0) zeros += at % 2 === 1 ? 1 : -1;
  const areStray = Math.abs(zeros) * strayZero <= start.length;
  if (zeros === 0 || (areStray && ["utf-8", "shift_jis"].some((encoding) => isWhole(start, encoding)))) return undefined;
  const encoding = zeros > 0 ? "utf-16le" : "utf-16be";
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(new TextDecoder(encoding).decode(start)) ? undefined : encoding;
}

/** True if the bytes break no letter of the encoding, except at their end. */
function isWhole(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
