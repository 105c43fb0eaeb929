import { a1, maxColumns } from "../../../core/model/address.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import { parseIndex } from "../read/number-text.ts";
import { attributeOf, isLocalTag, nextTag, skipped, tagClose } from "../xml/tag-scan.ts";

/** A cell in the bytes of its row. */
export interface CellPlaces {
  readonly column: number;
  readonly start: number;
  end: number;
  /** Index of its cell format. */
  readonly style: number;
  /** It has a formula element. */
  hasFormula: boolean;
}

/** The positions in the bytes of a row's element. */
export interface RowPlaces {
  readonly openEnd: number;
  /** The start of the end tag; for an empty element tag the end of that. */
  readonly closeStart: number;
  /** In the order of the file. */
  readonly cells: readonly CellPlaces[];
}

const gt = 0x3e;
const slash = 0x2f;

/** Finds the cells of a row without making objects for anything else in it. @throws {Refusal} damaged, naming the part */
export function scanRow(part: string, row: number, bytes: Uint8Array): RowPlaces {
  const cells: CellPlaces[] = [];
  const openEnd = tagClose(bytes, 0) + 1;
  if (bytes[openEnd - 2] === slash) return { openEnd, closeStart: openEnd, cells };
  let depth = 0;
  let inside: CellPlaces | undefined;
  let column = -1;
  for (let at = nextTag(bytes, openEnd); at < bytes.length; at = nextTag(bytes, at)) {
    const kind = bytes[at + 1];
    if (kind === slash) {
      if (depth === 0) return { openEnd, closeStart: at, cells };
      depth--;
      at = bytes.indexOf(gt, at) + 1;
      if (depth > 0 || inside === undefined) continue;
      inside.end = at;
      inside = undefined;
    } else if (kind === 0x21) at = skipped(bytes, at) + 1;
    else if (kind === 0x3f) at = bytes.indexOf(gt, at) + 1;
    else {
      const close = tagClose(bytes, at);
      const isEmpty = bytes[close - 1] === slash;
      if (depth === 0 && isLocalTag(bytes, at + 1, "c")) {
        column = columnOf(part, row, bytes, at) ?? column + 1;
        const style = attributeOf(bytes, at, "s");
        const cell = { column, start: at, end: close + 1, style: style === undefined ? 0 : Math.max(0, parseIndex(bytes, style.start, style.end)), hasFormula: false };
        cells.push(cell);
        if (!isEmpty) inside = cell;
      } else if (depth === 1 && inside !== undefined && isLocalTag(bytes, at + 1, "f")) inside.hasFormula = true;
      if (!isEmpty) depth++;
      at = close + 1;
    }
  }
  throw new Refusal("damaged", part);
}

/** The column of the cell's reference; undefined if it has none. @throws {Refusal} damaged, also if it is in another row */
function columnOf(part: string, row: number, bytes: Uint8Array, cell: number): number | undefined {
  const place = attributeOf(bytes, cell, "r");
  if (place === undefined) return undefined;
  let column = 0;
  let at = place.start;
  for (; at < place.end; at++) {
    const letter = ((bytes[at] ?? 0) | 0x20) - 0x60;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (column > 0 && column <= maxColumns && parseIndex(bytes, at, place.end) === row + 1) return column - 1;
  throw new Refusal("damaged", `${part} (${a1({ row, column: Math.max(0, Math.min(column, maxColumns) - 1) })})`);
}
