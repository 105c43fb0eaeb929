import { dayOfSerial } from "../grid/serial.ts";
import { withoutLeadingSpace, withoutSpace } from "../wording/hidden.ts";
import { foldDashes, foldWidth } from "./fold.ts";
import { levels, type Level } from "./levels.ts";
import type { Form } from "./schema.ts";

/** A code as its numbers: 1-2-3 is [1, 2, 3]; its length is its level. */
export type Code = readonly number[];

/** A code found in a text; exact where it is written as the form writes it. */
export interface WrittenCode {
  readonly code: Code;
  readonly exact: boolean;
}

/** A label is a code and a title in one cell. */
export interface Label extends WrittenCode {
  readonly title: string;
}

type Token = { readonly literal: string } | "number";

const leadingApostrophe = /^['’‘`´]/;
const anyDigit = /[0-9０-９]/;
const leadingZero = /(?<![0-9])0/;
const placeholder = /\{[123]\}/;
/** A number before these counts something and is no code: 2040年, 3つ, 10代. */
const counted = /^[年月日つ人代回件割歳%％]/;

/** Reads and writes the codes of one form. */
export class CodeScheme {
  readonly #tokens: readonly (readonly Token[])[];
  readonly #templates: readonly string[];
  readonly #scratch: number[] = [0, 0, 0];

  constructor(form: Form) {
    this.#templates = levels.map((level) => form.levels[level].code);
    this.#tokens = this.#templates.map(tokensOf);
  }

  /** The code as the form writes it: [1, 2] → "1-2". */
  write(code: Code): string {
    const template = this.#templates[code.length - 1] ?? "";
    return template.replace(/\{([123])\}/g, (_, place: string) => String(code[Number(place) - 1] ?? ""));
  }

  /** The code that a whole cell holds, in any spelling; undefined where it holds none of this level. */
  read(level: Level, text: string): WrittenCode | undefined {
    const tokens = this.#tokensOf(level);
    const code = emptyCode(level);
    if (scan(tokens, text, code) === text.length && text !== "") return { code, exact: !leadingZero.test(text) };
    if (text.length > 60 || !anyDigit.test(text)) return undefined;
    const cleaned = cleanCode(text);
    return scan(tokens, cleaned, code) === cleaned.length ? { code, exact: false } : undefined;
  }

  /** True where the cell holds a code of this level, in any spelling. */
  matches(level: Level, text: string): boolean {
    return (scan(this.#tokensOf(level), text, this.#scratch) === text.length && text !== "") || this.read(level, text) !== undefined;
  }

  /** The code and the title of a label; undefined where no code stands before the title. */
  readLabel(level: Level, text: string): Label | undefined {
    const label = withoutLeadingSpace(text);
    const tokens = this.#tokensOf(level);
    const code = emptyCode(level);
    const end = scan(tokens, label, code);
    if (end > 0 && !leadingZero.test(label.slice(0, end)) && /^[ \u3000][^\s]/.test(label.slice(end, end + 2))) {
      return { code, exact: true, title: label.slice(end + 1) };
    }
    const whole = this.read(level, text);
    return whole ? { ...whole, title: "" } : readSpelledLabel(tokens, emptyCode(level), label);
  }

  /**
   * The codes of a level that a person can have typed to get this date serial, without doubles: m-d of any year,
   * y-m where the day is the first, yy-m-d; two-digit years are 1930 to 2029, as Excel takes them.
   */
  typedAs(level: Level, serial: number, date1904: boolean): readonly Code[] {
    if (!this.#becomesDate(level)) return [];
    const day = dayOfSerial(serial, date1904);
    if (!day || !Number.isInteger(serial)) return [];
    const years = day.year >= 1930 && day.year <= 2029 ? [day.year % 100] : [];
    if (level === "initiative") return withoutZero(years.map((year) => [year, day.month, day.day]));
    const yearMonths = day.day === 1 ? years.map((year) => [year, day.month]) : [];
    const monthDay = [day.month, day.day];
    return withoutZero([monthDay, ...yearMonths.filter((code) => !sameCode(code, monthDay))]);
  }

  #tokensOf(level: Level): readonly Token[] {
    return this.#tokens[level === "issue" ? 0 : level === "strategy" ? 1 : 2] ?? [];
  }

  /** Excel takes 1-1 and 1/1 for dates, but not 1(1). */
  #becomesDate(level: Level): boolean {
    const literals = this.#tokensOf(level).filter((token) => token !== "number");
    return literals.length > 0 && literals.every((token) => token.literal === "-" || token.literal === "/");
  }
}

function tokensOf(template: string): readonly Token[] {
  const literals = template.split(placeholder);
  return literals.flatMap((literal, index): Token[] => [
    ...(literal === "" ? [] : [{ literal: foldDashes(foldWidth(withoutSpace(literal))) }]),
    ...(index < literals.length - 1 ? (["number"] as const) : []),
  ]);
}

/** Digits of a number; with more, three numbers would no longer fit one exact key. */
const longestNumber = 5;

/**
 * Reads a code at the start of a text into `numbers`, and returns where it ends; 0 where there is none. Written out
 * by hand and without an object of its own, since every code of a sheet passes here.
 */
function scan(tokens: readonly Token[], text: string, numbers: number[]): number {
  let at = 0;
  let count = 0;
  for (const token of tokens) {
    if (token !== "number") {
      if (!text.startsWith(token.literal, at)) return 0;
      at += token.literal.length;
      continue;
    }
    const start = at;
    let number = 0;
    for (let digit = text.charCodeAt(at) - 48; digit >= 0 && digit <= 9; digit = text.charCodeAt(++at) - 48) number = number * 10 + digit;
    if (at === start || at - start > longestNumber) return 0;
    numbers[count++] = number;
  }
  return at;
}

/** A list of the level's length: one that grows would take five times the memory. */
function emptyCode(level: Level): number[] {
  return level === "issue" ? [0] : level === "strategy" ? [0, 0] : [0, 0, 0];
}

function cleanCode(text: string): string {
  return foldDashes(withoutSpace(foldWidth(text).replace(leadingApostrophe, "")));
}

const longestLabelCode = 12;

/** The longest opening of the text that reads as the code, then a separator, then the title. */
function readSpelledLabel(tokens: readonly Token[], code: number[], text: string): Label | undefined {
  const opening = text.slice(0, longestLabelCode + 1);
  if (!anyDigit.test(opening)) return undefined;
  for (let end = Math.min(opening.length, text.length - 1, longestLabelCode); end > 0; end--) {
    const cleaned = cleanCode(opening.slice(0, end));
    if (cleaned === "" || scan(tokens, cleaned, code) !== cleaned.length) continue;
    const rest = text.slice(end);
    const title = rest.replace(/^[\s.．、:：)）]+/, "");
    if (counted.test(rest) || /^[0-9０-９]/.test(rest)) return undefined;
    return { code, exact: false, title };
  }
  return undefined;
}

/** True where both are the same code. */
export function sameCode(one: Code | undefined, other: Code | undefined): boolean {
  if (!one || !other || one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}

/** True where the code stands under this parent: [1, 2, 3] under [1, 2]. */
export function isUnder(code: Code, parent: Code): boolean {
  if (code.length !== parent.length + 1) return false;
  for (let index = 0; index < parent.length; index++) if (code[index] !== parent[index]) return false;
  return true;
}

function withoutZero(codes: readonly Code[]): readonly Code[] {
  return codes.filter((code) => !code.includes(0));
}
