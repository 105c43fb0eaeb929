import { parseIndex } from "../read/number-text.ts";
import { ascii, attributeOf, exclamation, gt, isTag, lt, nextTag, skipped, slash, tagAt, tagClose } from "../xml/tag-scan.ts";

/** The positions of the rows in the bytes of a sheet part. */
export interface SheetPlaces {
  /** The <sheetData> tag as written. */
  readonly tag: string;
  /** The positions of its content and of the end of the element; all three are equal for an empty element tag. */
  readonly open: number;
  readonly close: number;
  readonly end: number;
  /** Offsets of the rows' start tags, in the order of the file. */
  readonly rows: readonly number[];
  /** Zero-based row numbers by the index of the row. */
  readonly numbers: readonly number[];
  /** References of the areas with one formula: array formulas and data tables. */
  readonly filled: readonly string[];
  readonly hasFormulas: boolean;
}

/** What a byte may be: "<", the first one of a tag that is looked for, the slash of an end tag. */
const before = 1;
const inTag = 2;
const inEndTag = 3;

/**
 * Finds the rows of a sheet part in one pass. It only examines start tags of rows and formulas, since a sheet has millions
 * of tags, and all but a few rows stay as they are. Undefined if the part has no sheet data.
 */
export function scanSheet(bytes: Uint8Array): SheetPlaces | undefined {
  const data = findSheetData(bytes);
  if (data === undefined) return undefined;
  const { open, prefix } = data;
  const tag = `${prefix}sheetData`;
  if (bytes[open - 2] === slash) return { tag, open, close: open, end: open, rows: [], numbers: [], filled: [], hasFormulas: false };
  const row = `${prefix}row`;
  const formula = `${prefix}f`;
  const close = `/${tag}`;
  const rows: number[] = [];
  const numbers: number[] = [];
  const filled: string[] = [];
  let hasFormulas = false;
  const first = row.charCodeAt(0);
  const firstOfFormula = formula.charCodeAt(0);
  const last = tag.charCodeAt(0);
  const marks = new Uint8Array(256);
  for (const mark of [first, firstOfFormula, exclamation]) marks[mark] = inTag;
  marks[lt] = before;
  marks[slash] = inEndTag;
  for (let at = nextMark(bytes, open, marks, last); at < bytes.length; at = nextMark(bytes, at + 2, marks, last)) {
    const kind = bytes[at + 1];
    if (kind === first && isTag(bytes, at + 1, row)) {
      rows.push(at);
      const number = attributeOf(bytes, at, "r");
      numbers.push(number === undefined ? (numbers.at(-1) ?? -1) + 1 : parseIndex(bytes, number.start, number.end) - 1);
    } else if (kind === firstOfFormula && isTag(bytes, at + 1, formula)) {
      hasFormulas = true;
      const type = attributeOf(bytes, at, "t");
      const area = type === undefined ? undefined : attributeOf(bytes, at, "ref");
      if (type !== undefined && area !== undefined && bytes[type.start] !== 0x73) filled.push(ascii(bytes, area.start, area.end));
    } else if (kind === slash && isTag(bytes, at + 1, close)) {
      return { tag, open, close: at, end: bytes.indexOf(gt, at) + 1, rows, numbers, filled, hasFormulas };
    } else if (kind === exclamation) at = skipped(bytes, at) - 1;
  }
  return undefined;
}

/**
 * The next "<" in front of a byte that may begin what is looked for: one in a tag, or `last` in an end tag. The end if there is none. A function of its
 * own, since a small one is compiled early.
 */
function nextMark(bytes: Uint8Array, from: number, marks: Uint8Array, last: number): number {
  // Of two neighbouring bytes one is looked at: a tag is known by its "<" or by the byte behind it.
  for (let seen = from + 1; seen < bytes.length; seen += 2) {
    const byte = bytes[seen] ?? 0;
    if (marks[byte] === 0) continue;
    const at = byte === lt ? seen : seen - 1;
    if (bytes[at] !== lt) continue;
    const mark = marks[bytes[at + 1] ?? 0] ?? 0;
    if (mark === inTag || (mark === inEndTag && bytes[at + 2] === last)) return at;
  }
  return bytes.length;
}

function findSheetData(bytes: Uint8Array): { open: number; prefix: string } | undefined {
  for (let at = nextTag(bytes, 0); at < bytes.length; at = nextTag(bytes, at + 1)) {
    const byte = bytes[at + 1];
    if (byte === exclamation) at = skipped(bytes, at);
    else if (byte !== slash && byte !== 0x3f) {
      const name = tagAt(bytes, at + 1);
      const prefix = name.slice(0, name.indexOf(":") + 1);
      if (name === `${prefix}sheetData`) return { open: tagClose(bytes, at) + 1, prefix };
    }
  }
  return undefined;
}
