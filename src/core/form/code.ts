import { dayOfSerial } from "../grid/serial.ts";
import { withoutLeadingSpace, withoutSpace } from "../wording/hidden.ts";
import { foldDashes, foldWidth } from "./fold.ts";
import { levels, type Form, type Level } from "./schema.ts";

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
const placeholder = /\{[123]\}/;
/** A number before these counts something and is no code: 2040年, 3つ, 10代. */
const counted = /^[年月日つ人代回件割歳%％]/;

/** Reads and writes the codes of one form. */
export class CodeScheme {
  readonly #tokens: readonly (readonly Token[])[];
  readonly #templates: readonly string[];

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
    const exact = scan(tokens, text);
    if (exact?.end === text.length) return { code: exact.numbers, exact: !exact.padded };
    if (text.length > 60) return undefined;
    const cleaned = cleanCode(text);
    const spelled = scan(tokens, cleaned);
    return spelled?.end === cleaned.length ? { code: spelled.numbers, exact: false } : undefined;
  }

  /** The code and the title of a label; undefined where no code stands before the title. */
  readLabel(level: Level, text: string): Label | undefined {
    const whole = this.read(level, text);
    if (whole) return { ...whole, title: "" };
    const label = withoutLeadingSpace(text);
    const tokens = this.#tokensOf(level);
    const exact = scan(tokens, label);
    if (exact && !exact.padded && /^[ \u3000][^\s]/.test(label.slice(exact.end))) {
      return { code: exact.numbers, exact: true, title: label.slice(exact.end + 1) };
    }
    return readSpelledLabel(tokens, label);
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
    return this.#tokens[levels.indexOf(level)] ?? [];
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

interface Scan {
  readonly numbers: Code;
  readonly end: number;
  /** A number is written with leading zeros. */
  readonly padded: boolean;
}

function scan(tokens: readonly Token[], text: string): Scan | undefined {
  const numbers: number[] = [];
  let at = 0;
  let padded = false;
  for (const token of tokens) {
    if (token !== "number") {
      if (!text.startsWith(token.literal, at)) return undefined;
      at += token.literal.length;
      continue;
    }
    const start = at;
    let number = 0;
    for (let digit = text.charCodeAt(at) - 48; digit >= 0 && digit <= 9; digit = text.charCodeAt(++at) - 48) number = number * 10 + digit;
    if (at === start || at - start > 4) return undefined;
    padded ||= text.charCodeAt(start) === 48;
    numbers.push(number);
  }
  return numbers.length > 0 ? { numbers, end: at, padded } : undefined;
}

function cleanCode(text: string): string {
  return foldDashes(withoutSpace(foldWidth(text).replace(leadingApostrophe, "")));
}

/** The longest opening of the text that reads as the code, then a separator, then the title. */
function readSpelledLabel(tokens: readonly Token[], text: string): Label | undefined {
  const opening = text.slice(0, 40);
  for (let end = Math.min(opening.length - 1, 20); end > 0; end--) {
    const code = scanWhole(tokens, cleanCode(opening.slice(0, end)));
    if (!code) continue;
    const rest = text.slice(end);
    const title = rest.replace(/^[\s.．、:：)）]+/, "");
    if (counted.test(rest) || /^[0-9０-９]/.test(rest)) return undefined;
    return { code, exact: false, title };
  }
  return undefined;
}

function scanWhole(tokens: readonly Token[], cleaned: string): Code | undefined {
  const found = scan(tokens, cleaned);
  return found?.end === cleaned.length ? found.numbers : undefined;
}

/** True where both are the same code. */
export function sameCode(one: Code | undefined, other: Code | undefined): boolean {
  return one !== undefined && other !== undefined && one.length === other.length && one.every((number, index) => number === other[index]);
}

/** True where the code stands under this parent: [1, 2, 3] under [1, 2]. */
export function isUnder(code: Code, parent: Code): boolean {
  return parent.every((number, index) => code[index] === number) && code.length === parent.length + 1;
}

function withoutZero(codes: readonly Code[]): readonly Code[] {
  return codes.filter((code) => !code.includes(0));
}
