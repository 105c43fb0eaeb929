import { dayOfSerial } from "../model/serial.ts";
import { withoutLeadingSpace } from "../wording/hidden.ts";
import { foldWord, knownWords } from "./code-words.ts";
import { daysOfText, type TextDay } from "./date-text.ts";
import { isContinued } from "./fold.ts";
import type { LevelKey } from "./levels.ts";
import { countingOf, countings, readNumber, writeNumber, type Counting, type NumberStyle } from "./numerals.ts";
import { codesTypedOn, distinctCodes, midnightOf } from "./typed-dates.ts";
import { endWords, scanWriting } from "./scan.ts";
import type { FormLevel } from "./schema.ts";

/** A code as its numbers: 1-2-3 is [1, 2, 3]. */
export type Code = readonly number[];

/**
 * The writing of a code, as a template: {1} {2} … or {n} for the numbers, {1:Ⅰ} for one that is not in plain digits, every other character
 * literally. Ends with a space where a title follows after one.
 */
export type Writing = string;

/** A code found in a text. */
export interface WrittenCode {
  readonly code: Code;
  readonly writing: Writing;
  /** False where it has spaces or invisible letters: such a text is never a writing of its own. */
  readonly clean: boolean;
  /** The text after the code and its separator; "" where there is none. */
  readonly title: string;
}

/** The positions of the numbers in a template, and their counting where it is not plain digits. */
export const placeholders = /\{([1-6n])(?::([ⅠAア①I１Ａｱ⑴]|0[1-5]))?\}/g;

type Token = { readonly literal: string } | Counting | "1";

/** Reads the codes of one level of a form. */
export class LevelCode {
  readonly key: LevelKey;
  /** How many numbers a code has; 0 for a given code, or none. */
  readonly size: number;
  readonly template: Writing;
  /** The code as text, in the template without words around it. */
  readonly write: (code: Code) => string;
  readonly #tokens: readonly Token[];
  readonly #countings: readonly (Counting | "1")[];
  /** False where a number is not counted in digits. */
  readonly #inDigits: boolean;
  readonly #words: ReadonlySet<string>;
  /** The numbers of the last scanned code. Reused, since few cells that are scanned hold a code. */
  readonly #met: number[];

  constructor({ key, code = "", name }: FormLevel, words: readonly string[]) {
    this.key = key;
    this.template = key === "given" || key === "none" ? "" : code;
    this.write = writerOf(bareWriting(this.template));
    this.#tokens = tokensOf(this.template);
    this.#countings = this.#tokens.filter((token) => typeof token === "string");
    this.size = this.#countings.length;
    this.#met = new Array<number>(this.size).fill(0);
    this.#inDigits = this.#countings.every((counting) => counting === "1");
    const own = this.template.split(placeholders).filter((_, index) => index % 3 === 0);
    this.#words = new Set([...knownWords, ...[...own, ...words, name.ja].map(foldWord).filter((word) => word !== "")]);
  }

  /**
   * The code of a whole cell, in any writing; undefined where it holds none of this level, or a date.
   * @param rows number of the sheet's rows: smaller numbers are no years, since the sheet may count so far
   */
  read(text: string, rows = 0): WrittenCode | undefined {
    if (this.size === 0) return undefined;
    if (this.isPlain(text, rows)) return { code: this.#met.slice(), writing: this.template, clean: true, title: "" };
    if (text.length > longestCode || !mayEndCode(text.charCodeAt(text.length - 1)) || this.isDate(text)) return undefined;
    const met = scanWriting(text, this.#countings, this.#words);
    return met && (met.rest === "" || isContinued(met.rest)) ? { code: met.code, writing: this.#named(met.writing), clean: met.clean && met.rest === "", title: "" } : undefined;
  }

  /** The code before a title, or alone; undefined where there is none. */
  readLabel(label: string): WrittenCode | undefined {
    if (this.size === 0) return undefined;
    // Space before a label is a fault of its text.
    const text = withoutLeadingSpace(label);
    const code = new Array<number>(this.size).fill(0);
    const end = scan(this.#tokens, text, code);
    if (end > 0 && /^[ \u3000][^\s]/.test(text.slice(end, end + 2)) && !hasLeadingZero(text.slice(0, end))) {
      return { code, writing: `${this.template} `, clean: true, title: text.slice(end + 1) };
    }
    if (this.isDate(text)) return undefined;
    const met = scanWriting(text, this.#countings, this.#words);
    return met && { code: met.code, writing: this.#named(met.writing), clean: met.clean, title: met.rest };
  }

  /** True where the cell holds a code of this level, in any spelling, or one that became the text of a date. */
  matches(text: string): boolean {
    return this.size > 0 && (this.isPlain(text) || this.read(text) !== undefined || this.typedIn(text).length > 0);
  }

  /** True for a code in the form's own writing that does not begin with a year, the usual case; its numbers are in `#met` then. */
  isPlain(text: string, rows = 0): boolean {
    return text !== "" && scan(this.#tokens, text, this.#met) === text.length && !mayBeYear(this.#met[0] ?? 0, rows) && !hasLeadingZero(text);
  }

  /** The numbers of a code that is plain, until the next text is read; undefined for any other text. */
  plain(text: string, rows: number): Code | undefined {
    return this.isPlain(text, rows) ? this.#met : undefined;
  }

  /** True where the whole cell names a day; never where the level counts in letters, which may look like one. */
  isDate(text: string): boolean {
    return this.#daysIn(text).length > 0;
  }

  /** The codes that a person may have typed to get this text of a date. */
  typedIn(text: string): readonly Code[] {
    return distinctCodes(this.#daysIn(text).flatMap((day) => this.#typedOn(day)));
  }

  #daysIn(text: string): readonly TextDay[] {
    return this.#inDigits ? daysOfText(text) : [];
  }

  /** The codes that a person may have typed to get this date serial. */
  typedAs(serial: number, date1904: boolean): readonly Code[] {
    const day = dayOfSerial(midnightOf(serial), date1904);
    return day ? this.#typedOn(day) : [];
  }

  #typedOn(day: TextDay): readonly Code[] {
    return this.#becomesDate() && (this.size === 2 || this.size === 3) ? codesTypedOn(day, this.size) : [];
  }

  /** Excel takes 1-1, 1/1 and 1-1-1 for dates, but not 1(1). */
  #becomesDate(): boolean {
    const dateLike = this.#tokens.every((token) => (typeof token === "string" ? token === "1" : token.literal === "-" || token.literal === "/"));
    return dateLike && this.key === "nested";
  }

  /** A running number is {n} in its template. */
  #named(writing: Writing): Writing {
    return this.key === "nested" ? writing : writing.replace("{1", "{n");
  }
}

/** False for hiragana, and for kanji outside of `endWords`: most texts end with them, and no code does. */
function mayEndCode(unit: number): boolean {
  return !((unit >= 0x3041 && unit <= 0x3096) || (unit >= 0x4e00 && unit <= 0x9fff)) || endWords.includes(String.fromCharCode(unit));
}

/** True for a number that may be the year of a date, or its serial number, in a sheet of so many rows. */
function mayBeYear(number: number, rows: number): boolean {
  return number > rows && ((number >= 1900 && number < 2100) || number >= 10_000);
}

/** No code is longer. */
const longestCode = 60;

/** The code in a writing: [1, 2] in "{1}-{2}" is "1-2". The writing's last space is left out. */
export function writeCode(code: Code, writing: Writing): string {
  return writerOf(writing)(code);
}

/** What writes codes in a writing, which is taken apart once for all of them. */
function writerOf(writing: Writing): (code: Code) => string {
  const [first = "", ...others] = writing.split(placeholders);
  const numbers: { readonly place: number; readonly style: NumberStyle; readonly literal: string }[] = [];
  for (let index = 0; index < others.length; index += 3) {
    const [place, style, literal = ""] = others.slice(index, index + 3);
    numbers.push({ place: place === "n" ? -1 : Number(place) - 1, style: styleOf(style), literal });
  }
  return (code) => {
    let text = first;
    for (const { place, style, literal } of numbers) {
      const number = code.at(place);
      text += `${number === undefined ? "" : writeNumber(number, style)}${literal}`;
    }
    return text.endsWith(" ") ? text.slice(0, -1) : text;
  };
}

/** The writing without words, marks and the brackets of a heading: 施策{1}-{2} is {1}-{2}. Brackets of a number stay: ({n}). */
function bareWriting(writing: Writing): Writing {
  const first = writing.indexOf("{");
  const last = writing.lastIndexOf("}") + 1;
  const opening = /[(（［[]$/.exec(writing.slice(0, first))?.[0] ?? "";
  const closing = opening === "" ? "" : (/^[)）］\]]/.exec(writing.slice(last))?.[0] ?? "");
  return `${closing === "" ? "" : opening}${writing.slice(first, last)}${isOpen(writing.slice(first, last)) ? writing.slice(last, last + 1) : closing}`;
}

function isOpen(text: string): boolean {
  return text.split(/[(（［[]/).length > text.split(/[)）］\]]/).length;
}

function styleOf(style: string | undefined): NumberStyle {
  if (style === undefined) return "1";
  const own = countings.find((counting) => counting === style);
  if (own) return own;
  return style === "I" || style === "１" || style === "Ａ" || style === "ｱ" || style === "⑴" ? style : `0${Number(style)}`;
}

function tokensOf(template: string): readonly Token[] {
  // A split with two groups gives literal, place, counting, literal, place, counting … literal.
  return template.split(placeholders).flatMap((part: string | undefined, index): Token[] => {
    if (index % 3 === 2) return [countingOf(part) ?? "1"];
    return index % 3 === 1 || part === undefined || part === "" ? [] : [{ literal: part }];
  });
}

/** A zero that opens a number. A text of only digits is scanned by character, since every code passes here. */
function hasLeadingZero(text: string): boolean {
  for (let at = text.indexOf("0"); at >= 0; at = text.indexOf("0", at + 1)) {
    const before = at === 0 ? 0 : text.charCodeAt(at - 1);
    if (before < 48 || before > 57) return true;
  }
  return false;
}

/**
 * Reads a code in the form's own writing at the start of a text into `numbers`, and returns its end; 0 where there is none. Written by
 * hand and without any object, since every code of a sheet passes here.
 */
function scan(tokens: readonly Token[], text: string, numbers: number[]): number {
  let at = 0;
  let count = 0;
  for (const token of tokens) {
    if (typeof token !== "string") {
      if (!text.startsWith(token.literal, at)) return 0;
      at += token.literal.length;
      continue;
    }
    if (token !== "1") {
      const read = readNumber(text, at, token);
      if (read?.style !== token) return 0;
      at += read.length;
      numbers[count++] = read.number;
      continue;
    }
    const start = at;
    let number = 0;
    for (let digit = text.charCodeAt(at) - 48; digit >= 0 && digit <= 9; digit = text.charCodeAt(++at) - 48) number = number * 10 + digit;
    if (at === start || at - start > 5) return 0;
    numbers[count++] = number;
  }
  return at;
}

/** True where both are the same code. */
export function sameCode(one: Code | undefined, other: Code | undefined): boolean {
  if (!one || !other || one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}
