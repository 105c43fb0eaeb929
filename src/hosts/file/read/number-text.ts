import { decodeUtf8 } from "../xml/utf8.ts";

/** Numbers of up to this many digits are exact with any decimal point, since all powers of ten up to 22 are. */
const exactDigits = 15;
const powers = Array.from({ length: exactDigits + 1 }, (_, power) => 10 ** power);

/** Reads a number from bytes, NaN if they hold none. Nearly all numbers are short and need no string. */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  const isNegative = bytes[start] === 0x2d;
  const from = isNegative ? start + 1 : start;
  let value = 0;
  let point = -1;
  let at = from;
  for (; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (digit === -2 && point < 0) point = at;
    else break;
  }
  const digits = end - from - (point < 0 ? 0 : 1);
  if (at < end || digits === 0 || digits > exactDigits) return numberOf(decodeUtf8(bytes, start, end));
  const size = point < 0 ? value : value / (powers[end - point - 1] ?? 1);
  return isNegative ? -size : size;
}

/** Reads a number from a text, NaN if it is blank or holds none. */
export function numberOf(text: string): number {
  return /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
}

/** Reads a whole number from bytes, -1 unless they are 1 to 9 digits. */
export function parseIndex(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end || end - start > 9) return -1;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
