import type { CellArea } from "../../../core/model/cell-lists.ts";
import { hasFours, inFours } from "../zip/bytes.ts";
import { decodeUtf8 } from "../xml/utf8.ts";
import type { XmlScanner } from "../xml/scanner.ts";

export type MergedArea = CellArea;

/** The text of an attribute of the starting element; undefined if it has none. */
export function textAt(scanner: XmlScanner, name: number): string | undefined {
  const index = scanner.find(name);
  return index < 0 ? undefined : decodeUtf8(scanner.bytes, scanner.starts[index] ?? 0, scanner.ends[index] ?? 0);
}

/** The block of a reference such as "A1:B2"; undefined for any other text. */
export function mergedAreaOf(reference: string): MergedArea | undefined {
  const units = Uint16Array.from(reference, (letter) => letter.charCodeAt(0));
  return areaIn(units, 0, units.length);
}

/** The block that an attribute of the starting element refers to; undefined for anything else. Read from its bytes, since a sheet may have a merged area for each of its blocks. */
export function areaAt(scanner: XmlScanner, name: number): MergedArea | undefined {
  const index = scanner.find(name);
  return index < 0 ? undefined : areaIn(scanner.bytes, scanner.starts[index] ?? 0, scanner.ends[index] ?? 0);
}

const plainStart = inFours('<mergeCell ref="');
/** Letters of the longest reference, "AAA1000000:AAA1048576". */
const longestArea = 21;

/** Takes merged areas in the usual writing, `<mergeCell ref="A1:B2"/>`, one behind another. Returns the start of the first bytes that are none. */
export function plainAreas(bytes: Uint8Array, start: number, take: (area: MergedArea) => void): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = start;
  for (;;) {
    if (!hasFours(view, at, plainStart)) return at;
    const from = at + 4 * plainStart.length;
    let end = from;
    while (bytes[end] !== 0x22 && end < from + longestArea) end++;
    const area = bytes[end + 1] === 0x2f && bytes[end + 2] === 0x3e ? areaIn(bytes, from, end) : undefined;
    if (!area) return at;
    take(area);
    at = end + 3;
  }
}

type Units = Uint8Array | Uint16Array;

/** The block of a reference in its letters; undefined for anything else. */
export function areaIn(units: Units, start: number, end: number): MergedArea | undefined {
  let colon = start;
  while (colon < end && units[colon] !== 0x3a) colon++;
  const first = placeIn(units, start, colon);
  const last = colon === end ? first : placeIn(units, colon + 1, end);
  if (first < 0 || last < 0) return undefined;
  return { row: Math.floor(first / rowStep), column: first % rowStep, lastRow: Math.floor(last / rowStep), lastColumn: last % rowStep };
}

/** More than any column of three letters. */
const rowStep = 32_768;

/** The cell between two places, such as "$AB$12", as one number: rows of `rowStep`, and its column; -1 for anything else. */
function placeIn(units: Units, start: number, end: number): number {
  let at = units[start] === dollar ? start + 1 : start;
  let column = 0;
  const letters = at;
  for (let letter = letterAt(units, at); letter > 0 && at < end; letter = letterAt(units, ++at)) column = column * 26 + letter;
  const lettersEnd = at;
  if (units[at] === dollar) at++;
  let row = 0;
  const digits = at;
  for (let digit = (units[at] ?? 0) - 48; digit >= 0 && digit <= 9 && at < end; digit = (units[++at] ?? 0) - 48) row = row * 10 + digit;
  const isReference = at === end && lettersEnd > letters && lettersEnd - letters <= 3 && end > digits && end - digits <= 7;
  return isReference && row > 0 ? (row - 1) * rowStep + column - 1 : -1;
}

const dollar = 0x24;

/** 1 for A or a to 26 for Z or z; 0 for any other letter. */
function letterAt(units: Units, at: number): number {
  const letter = (units[at] ?? 0) | 0x20;
  return letter >= 0x61 && letter <= 0x7a ? letter - 0x60 : 0;
}
