import { a1, maxColumns } from "../../../core/model/address.ts";
import type { CellValue } from "../../../core/model/grid.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import { parseIndex } from "../read/number-text.ts";
import { equalsSign, gt, isLocalTag, nextTag, slash, tagClose } from "../xml/tag-scan.ts";

/** A cell of a row. One object, since there may be millions. */
export interface RowCell {
  readonly column: number;
  /** Its element in the bytes of the row; undefined for a cell that the file omits. */
  readonly start: number | undefined;
  end: number | undefined;
  /** Index of its cell format. */
  style: number;
  /** Its value in the file is the number of a shared text. */
  readonly isShared: boolean;
  /** It has a formula element. */
  hasFormula: boolean;
  /** Its source as written; undefined if it is as in the file, "" if it was removed. */
  xml: string | undefined;
  /** Its value, as soon as it is asked for. */
  read: { readonly value: CellValue } | undefined;
}

/** The positions in the bytes of a row's element. */
export interface RowPlaces {
  readonly openEnd: number;
  /** The start of the end tag; for an empty element tag the end of that. */
  readonly closeStart: number;
  readonly end: number;
  /** In the order of the file. */
  readonly cells: RowCell[];
}

const r = 0x72;
const s = 0x73;
const t = 0x74;

/**
 * Finds the cells of the row that `bytes` begin with, without making objects for anything else in it. @throws {Refusal} damaged, naming the part, also
 * for a cell that names another row
 */
export function scanRow(part: string, row: number, bytes: Uint8Array): RowPlaces {
  const cells: RowCell[] = [];
  const openEnd = tagClose(bytes, 0) + 1;
  if (bytes[openEnd - 2] === slash) return { openEnd, closeStart: openEnd, end: openEnd, cells };
  let depth = 0;
  let inside: RowCell | undefined;
  for (let at = nextTag(bytes, openEnd); at < bytes.length; at = nextTag(bytes, at)) {
    const kind = bytes[at + 1];
    if (kind === slash) {
      const end = tagClose(bytes, at) + 1;
      if (depth === 0) return { openEnd, closeStart: at, end, cells };
      depth--;
      at = end;
      if (depth > 0 || inside === undefined) continue;
      inside.end = end;
      inside = undefined;
    } else {
      const isCell = depth === 0 && isLocalTag(bytes, at + 1, "c");
      const cell = isCell ? cellAt(part, row, bytes, at, (cells.at(-1)?.column ?? -1) + 1) : undefined;
      if (depth === 1 && inside !== undefined && isLocalTag(bytes, at + 1, "f")) inside.hasFormula = true;
      const end = cell?.end ?? tagClose(bytes, at) + 1;
      const isEmpty = bytes[end - 2] === slash;
      if (cell !== undefined) cells.push(cell);
      if (cell !== undefined && !isEmpty) inside = cell;
      if (!isEmpty) depth++;
      at = end;
    }
  }
  throw new Refusal("damaged", part);
}

/** The cell whose start tag begins at `start`, as far as that. @param next the column of a cell that names none */
function cellAt(part: string, row: number, bytes: Uint8Array, start: number, next: number): RowCell {
  let column = next;
  let style = 0;
  let isShared = false;
  let at = start + 1;
  for (; at < bytes.length && bytes[at] !== gt; at++) {
    if (bytes[at] !== equalsSign) continue;
    let last = at - 1;
    while ((bytes[last] ?? gt) <= 0x20) last--;
    const name = (bytes[last - 1] ?? 0) <= 0x20 ? bytes[last] : 0;
    do at++;
    while ((bytes[at] ?? gt) <= 0x20);
    const quote = bytes[at];
    const from = ++at;
    while (at < bytes.length && bytes[at] !== quote) at++;
    if (name === r) column = columnOf(part, row, bytes, from, at);
    else if (name === s) style = Math.max(0, parseIndex(bytes, from, at));
    else if (name === t) isShared = at === from + 1 && bytes[from] === s;
  }
  return { column, start, end: at + 1, style, isShared, hasFormula: false, xml: undefined, read: undefined };
}

/** The column of a reference. @throws {Refusal} damaged, also if it is in another row */
function columnOf(part: string, row: number, bytes: Uint8Array, start: number, end: number): number {
  let column = 0;
  let at = start;
  for (; at < end; at++) {
    const letter = ((bytes[at] ?? 0) | 0x20) - 0x60;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (column > 0 && column <= maxColumns && parseIndex(bytes, at, end) === row + 1) return column - 1;
  throw new Refusal("damaged", `${part} (${a1({ row, column: Math.max(0, Math.min(column, maxColumns) - 1) })})`);
}
