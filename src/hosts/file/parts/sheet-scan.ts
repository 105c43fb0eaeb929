import { parseIndex } from "../read/number-text.ts";
import { searchable } from "../zip/bytes.ts";
import { ascii, attributeOf, exclamation, gt, isLocalTag, isTag, lt, nextTag, question, skipped, slash, tagAt, tagClose } from "../xml/tag-scan.ts";

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

/**
 * Finds the rows of a sheet part. It only looks at tags of rows and formulas, since a sheet has millions of tags, and all but a few rows stay as they are.
 * Undefined if the part has no sheet data.
 */
export function scanSheet(bytes: Uint8Array): SheetPlaces | undefined {
  const data = findSheetData(bytes);
  if (data === undefined) return undefined;
  const { open, name } = data;
  const prefix = name.slice(0, -"sheetData".length);
  // Names are compared byte by byte, but written as the letters they are.
  const tag = new TextDecoder().decode(Uint8Array.from(name, (byte) => byte.charCodeAt(0)));
  if (bytes[open - 2] === slash) return { tag, open, close: open, end: open, rows: [], numbers: [], filled: [], hasFormulas: false };
  const tags = new TagFinder(bytes, open);
  const [close] = tags.starts(`/${name}`, open, bytes.length);
  if (close === undefined) return undefined;
  const rows = [...tags.starts(`${prefix}row`, open, close)];
  const numbers: number[] = [];
  for (const at of rows) {
    const number = attributeOf(bytes, at, "r");
    numbers.push(number === undefined ? (numbers.at(-1) ?? -1) + 1 : parseIndex(bytes, number.start, number.end) - 1);
  }
  const filled: string[] = [];
  let hasFormulas = false;
  for (const at of tags.starts(`${prefix}f`, open, close)) {
    hasFormulas = true;
    const type = attributeOf(bytes, at, "t");
    const area = type === undefined ? undefined : attributeOf(bytes, at, "ref");
    if (type !== undefined && area !== undefined && bytes[type.start] !== 0x73) filled.push(ascii(bytes, area.start, area.end));
  }
  return { tag, open, close, end: bytes.indexOf(gt, close) + 1, rows, numbers, filled, hasFormulas };
}

/** Finds tags by the last letter of their name, which is rare in a sheet, while every tenth byte is a "<". */
class TagFinder {
  readonly #bytes: Uint8Array;
  /** Comments, CDATA sections and processing instructions, in which "<" starts no tag. */
  readonly #hidden: { readonly from: number; readonly to: number }[] = [];

  constructor(bytes: Uint8Array, open: number) {
    this.#bytes = searchable(bytes);
    const next = (mark: number, behind: number): number => {
      let at = this.#bytes.indexOf(mark, behind);
      while (at >= 0 && bytes[at - 1] !== lt) at = this.#bytes.indexOf(mark, at + 1);
      return at < 0 ? Infinity : at - 1;
    };
    let [section, instruction] = [next(exclamation, open), next(question, open)];
    for (let from = Math.min(section, instruction); from < Infinity; from = Math.min(section, instruction)) {
      const to = skipped(bytes, from);
      this.#hidden.push({ from, to });
      if (section <= to) section = next(exclamation, to);
      if (instruction <= to) instruction = next(question, to);
    }
  }

  /** The starts of the tags with this name between two places. */
  *starts(name: string, from: number, to: number): Generator<number> {
    const bytes = this.#bytes;
    const letter = name.charCodeAt(name.length - 1);
    let next = 0;
    for (let last = bytes.indexOf(letter, from); last >= 0 && last < to; last = bytes.indexOf(letter, last + 1)) {
      const at = last - name.length;
      if (bytes[at] !== lt || !isTag(bytes, at + 1, name)) continue;
      while ((this.#hidden[next]?.to ?? Infinity) < at) next++;
      if ((this.#hidden[next]?.from ?? Infinity) > at) yield at;
    }
  }
}

function findSheetData(bytes: Uint8Array): { open: number; name: string } | undefined {
  for (let at = nextTag(bytes, 0); at < bytes.length; at = nextTag(bytes, at + 1)) {
    if (isLocalTag(bytes, at + 1, "sheetData")) return { open: tagClose(bytes, at) + 1, name: tagAt(bytes, at + 1) };
  }
  return undefined;
}
