import type { MarkLevel } from "../model/finding.ts";
import type { CellValue } from "../model/grid.ts";
import { markSigns } from "../model/mark-look.ts";
import { withGeneral } from "../model/serial.ts";
import { textWidth } from "./text-width.ts";

/** How a cell stands on its sheet, as far as it decides what of a mark's word has room in it. */
export interface CellRoom {
  readonly value: CellValue;
  /** The text that the cell shows, or one of the same width; "" for none. */
  readonly shown: string;
  /** The cell's number format, in the words of its host. */
  readonly format: string;
  /** How many digits fit side by side, and how many lines where the text wraps; 1 elsewhere. */
  readonly digits: number;
  readonly lines: number;
}

/** The longest number format that Excel takes: https://support.microsoft.com/office/5026bbd6-04bc-48cd-bf33-80f18b4eae68 */
const longest = 255;

/**
 * The number format that shows a mark's sign and word before what the cell shows anyway: "⚑要見直し 3-2". Where the word would
 * push the code out of the cell there is only the sign. Undefined for an empty cell, and for a number that has no room even for the
 * sign: Excel would show ### in its place.
 */
export function markFormat(level: MarkLevel, word: string, { value, shown: told, format, digits, lines }: CellRoom): string | undefined {
  const isText = typeof value === "string";
  const sign = markSigns[level];
  const whole = `${sign}${word} `;
  // A host may tell the text as a mark shows it.
  const shown = told.slice([whole, sign].find((before) => told.startsWith(before))?.length ?? 0);
  if (shown === "" || (!isText && typeof value !== "number")) return undefined;
  const width = textWidth(shown);
  const needs = (before: string) => textWidth(before) + width;
  // A full-width letter without room for its second half goes to the next line.
  const wraps = isText && lines > 1 && width <= digits && needs(whole) <= (digits - 1) * lines;
  const before = wraps || needs(whole) <= digits ? whole : sign;
  if (!isText && needs(before) > digits) return undefined;
  const code = (isText ? ofText : ofNumber)(`"${before}"`, sectionsOf(format));
  return code.length <= longest ? code : undefined;
}

/** A number format in a form that is the same in every Excel: hosts tell it without quotes that it does not need, and General in their language. */
export function comparableFormat(code: string): string {
  return withGeneral(code.replaceAll(/["\\]/g, ""));
}

/** Text shows by the fourth section, by the only one where that is for text, or else as it is. */
function ofText(before: string, sections: readonly string[]): string {
  const [only = ""] = sections;
  return before + (sections[3] ?? (sections.length === 1 && isForText(only) ? only : "@"));
}

/** A number with a minus and a zero show by the first section where they have none of their own; where the only one is for text, as they are. */
function ofNumber(before: string, sections: readonly string[]): string {
  const [first = "", second, third = first, fourth = "@"] = sections;
  if (sections.length === 1 && isForText(first)) return ofNumber(before, ["General", "-General", "General", first]);
  if (sections.some(hasCondition)) return sections.map((section) => withBefore(before, section)).join(";");
  return [withBefore(before, first), second === undefined ? withBefore(`${before}-`, first) : withBefore(before, second), withBefore(before, third), withBefore(before, fourth)].join(";");
}

/** The section with a text before what it shows, behind its colour, condition or language. An empty one hides its numbers. */
function withBefore(before: string, section: string): string {
  if (section === "") return "";
  let at = 0;
  while (section[at] === "[" && !isShownBracket(section, at)) {
    const end = section.indexOf("]", at);
    if (end < 0) break;
    at = end + 1;
  }
  return section.slice(0, at) + before + section.slice(at);
}

/** True for hours, minutes or seconds that go on above 24 or 60, and for the sign of a currency. */
function isShownBracket(section: string, at: number): boolean {
  const next = section.charAt(at + 1).toLowerCase();
  return ["h", "m", "s"].includes(next) ? !/^\[magenta/i.test(section.slice(at, at + 8)) : next === "$" && section[at + 2] !== "-";
}

function hasCondition(section: string): boolean {
  return piecesOf(section).some((piece) => /^\[[<>=]/.test(piece));
}

/** True where a section shows the text of its cell, in the place of an @. */
function isForText(section: string): boolean {
  return section.includes("@") && piecesOf(section).includes("@");
}

/** The sections of a number format, parted by ";". There is at least one. */
function sectionsOf(format: string): readonly string[] {
  if (!format.includes(";")) return [format];
  const sections: string[][] = [[]];
  for (const piece of piecesOf(format)) {
    if (piece === ";") sections.push([]);
    else sections.at(-1)?.push(piece);
  }
  return sections.map((pieces) => pieces.join(""));
}

/** The pieces of a number format: quoted text, brackets, a letter behind \, _ or *, single letters. */
function piecesOf(format: string): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < format.length; ) {
    const letter = format.charAt(at);
    const close = letter === '"' ? '"' : letter === "[" ? "]" : undefined;
    const end = close === undefined ? at + (["\\", "_", "*"].includes(letter) ? 2 : 1) : format.indexOf(close, at + 1) + 1;
    const next = end > at ? end : format.length;
    pieces.push(format.slice(at, next));
    at = next;
  }
  return pieces;
}
