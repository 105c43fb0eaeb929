import { decodeUtf8 } from "../xml/utf8.ts";

/** Up to this many digits a number is exact whatever its decimal point: all powers of ten up to 22 are. */
const exactDigits = 15;
const powers = Array.from({ length: exactDigits + 1 }, (_, power) => 10 ** power);

/** The number the bytes spell, NaN where they spell none. Short ones, which is nearly all, make no string. */
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

/** The number a text spells, NaN where it is blank or spells none. */
export function numberOf(text: string): number {
  return /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;
}

/** The whole number the bytes spell, -1 where they hold anything but 1 to 9 digits. */
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
