import { dayOfSerial } from "../model/serial.ts";
import { withoutLeadingSpace, withoutSpace } from "../wording/hidden.ts";
import { daysOfText, type TextDay } from "./date-text.ts";
import { cleanCode, CodeWords } from "./code-words.ts";
import { codesTypedOn, distinctCodes, midnightOf } from "./typed-dates.ts";
import { foldDashes, foldWidth } from "./fold.ts";
import { levels, type Level } from "./levels.ts";
import type { Form } from "./schema.ts";

/** A code as its numbers: 1-2-3 is [1, 2, 3]; its length is its level. */
export type Code = readonly number[];

/** A code found in a text; exact where it is written as the form writes it, worded where a word, brackets or a full stop stand around it. */
export interface WrittenCode {
  readonly code: Code;
  readonly exact: boolean;
  readonly worded?: true;
}

/** A label is a code and a title in one cell. */
export interface Label extends WrittenCode {
  readonly title: string;
}

/** How a template counts a level, by the first numeral: {1:Ⅰ} in Roman numerals, {1:A} in letters, {1:ア} in kana, {1:①} in circles. */
export type Counting = "Ⅰ" | "A" | "ア" | "①";
/** "1" stands for plain digits. */
type Token = { readonly literal: string } | Counting | "1";

const anyDigit = /[0-9０-９]/;
const leadingZero = /(?<![0-9])0/;
/** The places of the numbers in a template: the level's number, and its counting where it is not in digits. */
export const placeholders = /\{([123])(?::([ⅠAア①]))?\}/g;
/** A number before these counts something and is no code: 2040年, 3つ, 10代. */
const counted = /^[年月日つ人代回件割歳%％]/;

/** Reads and writes the codes of one form. */
export class CodeScheme {
  readonly #tokens: readonly (readonly Token[])[];
  readonly #templates: readonly string[];
  readonly #words: ReadonlyMap<Level, CodeWords>;
  /** False where a level is not counted in digits: spellings are then told by writing the code again. */
  readonly #inDigits: boolean;
  readonly #scratch: number[] = [0, 0, 0];
  /** A text is asked for by level after level. */
  #last: { readonly text: string; readonly days: readonly TextDay[] } = { text: "", days: [] };

  constructor(form: Form) {
    this.#templates = levels.map((level) => form.levels[level].code);
    this.#words = new Map(levels.map((level) => [level, new CodeWords(form, level)]));
    this.#tokens = this.#templates.map(tokensOf);
    this.#inDigits = this.#tokens.flat().every((token) => typeof token !== "string" || token === "1");
  }

  /** The code as the form writes it: [1, 2] → "1-2". */
  write(code: Code): string {
    const template = this.#templates[code.length - 1] ?? "";
    return template.replace(placeholders, (_, place: string, counting?: string) => writeNumber(code[Number(place) - 1], counting));
  }

  /** The code that a whole cell holds, in any spelling; undefined where it holds none of this level, or a date. */
  read(level: Level, text: string): WrittenCode | undefined {
    const tokens = this.#tokensOf(level);
    const code = emptyCode(level);
    const isCode = scan(tokens, text, code) === text.length && text !== "";
    // Nearly every text is a code that is too small for a year.
    if (isCode && (code[0] ?? 0) < 1000) return { code, exact: this.#isExact(code, text) };
    if (this.isDate(text)) return undefined;
    if (isCode) return { code, exact: this.#isExact(code, text) };
    if (text.length > 60 || (this.#inDigits && !anyDigit.test(text))) return undefined;
    const cleaned = cleanCode(text);
    if (scan(tokens, cleaned, code) === cleaned.length) return { code, exact: false };
    const bare = this.#words.get(level)?.bare(cleaned) ?? "";
    return bare !== "" && scan(tokens, bare, code) === bare.length ? { code, exact: false, worded: true } : undefined;
  }

  /** True where the cell holds a code of this level, in any spelling, or one that became the text of a date. */
  matches(level: Level, text: string): boolean {
    if (scan(this.#tokensOf(level), text, this.#scratch) === text.length && text !== "") return true;
    return this.isDate(text) ? this.typedIn(level, text).length > 0 : this.read(level, text) !== undefined;
  }

  /** True where the whole cell names a day; never where the form counts in letters, which such a text may be. */
  isDate(text: string): boolean {
    return this.#daysIn(text).length > 0;
  }

  /** The codes of a level that a person can have typed to get this text of a date. */
  typedIn(level: Level, text: string): readonly Code[] {
    return distinctCodes(this.#daysIn(text).flatMap((day) => this.#typedOn(level, day)));
  }

  #daysIn(text: string): readonly TextDay[] {
    if (!this.#inDigits) return [];
    if (text !== this.#last.text) this.#last = { text, days: daysOfText(text) };
    return this.#last.days;
  }

  /** The code and the title of a label; undefined where no code stands before the title. */
  readLabel(level: Level, text: string): Label | undefined {
    if (this.isDate(text)) return undefined;
    const label = withoutLeadingSpace(text);
    const tokens = this.#tokensOf(level);
    const code = emptyCode(level);
    const end = scan(tokens, label, code);
    if (end > 0 && this.#isExact(code, label.slice(0, end)) && /^[ \u3000][^\s]/.test(label.slice(end, end + 2))) {
      return { code, exact: true, title: label.slice(end + 1) };
    }
    const whole = this.read(level, text);
    return whole ? { ...whole, title: "" } : readSpelledLabel(tokens, emptyCode(level), label, this.#inDigits);
  }

  /** The codes of a level that a person can have typed to get this date serial. */
  typedAs(level: Level, serial: number, date1904: boolean): readonly Code[] {
    const day = dayOfSerial(midnightOf(serial), date1904);
    return day ? this.#typedOn(level, day) : [];
  }

  #typedOn(level: Level, day: TextDay): readonly Code[] {
    return this.#becomesDate(level) ? codesTypedOn(day, level === "initiative" ? 3 : 2) : [];
  }

  #isExact(code: Code, text: string): boolean {
    return this.#inDigits ? !leadingZero.test(text) : this.write(code) === text;
  }

  #tokensOf(level: Level): readonly Token[] {
    return this.#tokens[level === "issue" ? 0 : level === "strategy" ? 1 : 2] ?? [];
  }

  /** Excel takes 1-1 and 1/1 for dates, but not 1(1). */
  #becomesDate(level: Level): boolean {
    const tokens = this.#tokensOf(level);
    return tokens.length > 1 && tokens.every((token) => (typeof token === "string" ? token === "1" : token.literal === "-" || token.literal === "/"));
  }
}

function tokensOf(template: string): readonly Token[] {
  // A split with two groups gives literal, place, counting, literal, place, counting … literal.
  return template.split(placeholders).flatMap((part: string | undefined, index): Token[] => {
    if (index % 3 === 2) return [countings.find((counting) => counting === part) ?? "1"];
    return index % 3 === 1 || part === undefined || part === "" ? [] : [{ literal: foldDashes(foldWidth(withoutSpace(part))) }];
  });
}

const countings: readonly Counting[] = ["Ⅰ", "A", "ア", "①"];
const numerals: Readonly<Record<Counting, readonly string[]>> = {
  Ⅰ: Array.from("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"),
  A: Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
  ア: Array.from("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"),
  "①": Array.from("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
};
/** What may be a numeral: a Roman one is one character, or the plain letters that NFKC makes of it. None where a word goes on. */
const met: Readonly<Record<Counting, RegExp>> = {
  Ⅰ: /^(?:[Ⅰ-Ⅻ]|[IVX]{1,4})(?![A-Za-z])/,
  A: /^[A-Z](?![A-Za-z])/,
  // The long vowel mark is a dash by now.
  ア: /^[アイウエオカ-ヂツ-モヤユヨラ-ロワヲン](?![ァ-ヶー]|-(?![0-9(①-⑳]))/,
  "①": /^(?:[①-⑳]|[0-9]{1,2})/,
};
const known = new Map(countings.map((counting) => [counting, numbersOf(counting)]));

function numbersOf(counting: Counting): ReadonlyMap<string, number> {
  return new Map(numerals[counting].flatMap((numeral, index) => [[numeral, index + 1] as const, [numeral.normalize("NFKC"), index + 1] as const]));
}

function writeNumber(number: number | undefined, counting: string | undefined): string {
  if (number === undefined) return "";
  const own = countings.find((one) => one === counting);
  return (own && numerals[own][number - 1]) ?? String(number);
}

/** The numeral that stands at a place of the text (zero-based), and its number; undefined where there is none. */
export function readNumeral(counting: Counting, text: string, at: number): { readonly length: number; readonly number: number } | undefined {
  const [numeral] = met[counting].exec(text.slice(at, at + 5)) ?? [];
  const number = numeral === undefined ? undefined : known.get(counting)?.get(numeral);
  return numeral === undefined || number === undefined ? undefined : { length: numeral.length, number };
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
    if (typeof token !== "string") {
      if (!text.startsWith(token.literal, at)) return 0;
      at += token.literal.length;
      continue;
    }
    if (token !== "1") {
      const read = readNumeral(token, text, at);
      if (!read) return 0;
      at += read.length;
      numbers[count++] = read.number;
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

const longestLabelCode = 12;

/** The longest opening of the text that reads as the code, then a separator, then the title. */
function readSpelledLabel(tokens: readonly Token[], code: number[], text: string, inDigits: boolean): Label | undefined {
  const opening = text.slice(0, longestLabelCode + 1);
  if (inDigits && !anyDigit.test(opening)) return undefined;
  for (let end = Math.min(opening.length, text.length - 1, longestLabelCode); end > 0; end--) {
    const cleaned = cleanCode(opening.slice(0, end));
    if (cleaned === "" || scan(tokens, cleaned, code) !== cleaned.length) continue;
    const rest = text.slice(end);
    const title = rest.replace(/^[\s.．、:：)）]+/, "");
    if (counted.test(rest) || /^[0-9０-９]/.test(rest) || (!inDigits && goesOn(tokens).test(rest))) return undefined;
    return { code, exact: false, title };
  }
  return undefined;
}

/** A word of which the last numeral would be a part. */
function goesOn(tokens: readonly Token[]): RegExp {
  return tokens.includes("ア") ? /^[A-Za-zァ-ヶー]/ : /^[A-Za-z]/;
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
