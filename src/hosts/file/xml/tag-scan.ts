import { hasAscii } from "../zip/bytes.ts";

/** The bytes by which tags are known. */
export const lt = 0x3c;
export const gt = 0x3e;
export const slash = 0x2f;
export const exclamation = 0x21;
export const question = 0x3f;
export const equalsSign = 0x3d;
const colon = 0x3a;

/** The start of the next tag of an element; the end if there is none. */
export function nextTag(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] !== lt) continue;
    if (bytes[at + 1] !== exclamation && bytes[at + 1] !== question) return at;
    at = skipped(bytes, at);
  }
  return bytes.length;
}

/** The last byte of a comment, CDATA section or processing instruction, in which "<" starts no tags. */
export function skipped(bytes: Uint8Array, start: number): number {
  const mark = bytes[start + 1] === question ? "?>" : hasAscii(bytes, start, "<!--") ? "-->" : "]]>";
  for (let at = bytes.indexOf(gt, start); at >= 0; at = bytes.indexOf(gt, at + 1)) {
    if (hasAscii(bytes, at - mark.length + 1, mark)) return at;
  }
  return bytes.length;
}

/** True if the tag name at `at` is this name. */
export function isTag(bytes: Uint8Array, at: number, name: string): boolean {
  return isNameEnd(bytes[at + name.length] ?? 0) && hasAscii(bytes, at, name);
}

/** True if the tag name at `at` is this name, with any prefix or none. */
export function isLocalTag(bytes: Uint8Array, at: number, name: string): boolean {
  if (isTag(bytes, at, name)) return true;
  let local = at;
  while (!isNameEnd(bytes[local] ?? 0)) if (bytes[local++] === colon) return isTag(bytes, local, name);
  return false;
}

/** The tag name at `at`, including its prefix. */
export function tagAt(bytes: Uint8Array, at: number): string {
  let end = at;
  while (!isNameEnd(bytes[end] ?? 0)) end++;
  return ascii(bytes, at, end);
}

function isNameEnd(byte: number): boolean {
  return byte <= 0x20 || byte === gt || byte === slash;
}

/** The ">" of the tag at `start`, skipping those in attribute values. */
export function tagClose(bytes: Uint8Array, start: number): number {
  let quote = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === gt) return at;
    else if (byte === 0x22 || byte === 0x27) quote = byte;
  }
  return bytes.length;
}

/** The value of an attribute of the tag at `start`, by its name without prefix. */
export function attributeOf(bytes: Uint8Array, start: number, name: string): { start: number; end: number } | undefined {
  for (let at = start + 1; at < bytes.length && bytes[at] !== gt; at++) {
    const quote = bytes[at];
    if (quote !== 0x22 && quote !== 0x27) continue;
    const from = at + 1;
    let equals = at - 1;
    while (equals > start && bytes[equals] !== equalsSign) equals--;
    let last = equals;
    while (last > start && (bytes[last - 1] ?? 0) <= 0x20) last--;
    at = from;
    while (at < bytes.length && bytes[at] !== quote) at++;
    if (hasAscii(bytes, last - name.length, name) && (bytes[last - name.length - 1] ?? 0) <= 0x20) return { start: from, end: at };
  }
  return undefined;
}

/** Decodes characters below 256. */
export function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}
