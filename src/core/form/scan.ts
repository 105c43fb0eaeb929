import { withoutSpace } from "../wording/hidden.ts";
import { dashLetters, foldWidth } from "./fold.ts";
import { readNumber, type Counting, type MetNumber } from "./numerals.ts";

/** A code at the start of a text, in whatever writing. */
export interface ScannedCode {
  readonly code: readonly number[];
  /** As a template: see `Writing`. */
  readonly writing: string;
  readonly clean: boolean;
  /** The text after the code and its separator. */
  readonly rest: string;
}

/** A word before the first number, in UTF-16 units. */
const longestWord = 12;
/** Characters between two numbers. */
const longestSeparator = 4;
const dash = `-ｰ${dashLetters}`;
const opening = "(（[［〔【「『〈《<＜";
const closing = ")）]］〕】」』〉》>＞";
const separators = `${dash}.．・･/／_＿,，、の第章節款項${opening}${closing}`;
/** A code before its title may end with one of these. */
const endMarks = ".．:：、，,)）";
/** Or, where it ends in digits, with one of these right before words: 1-公園. */
const titleMarks = `${dash}・･/／_＿|｜`;
/** A code may end with one of these words: 第1章. */
export const endWords = "章節款項号番";
/** A number before one of these is a quantity and no code: 2040年, 3つ, 10代, 第1四半期. */
const counted = /^[年月日つ人代回件割歳%％度期次個名円万億時分秒点倍台か所箇カヶケ]|^(?:世[代帯紀]|四半期)/;
const apostrophe = /^['’‘`´]/;

/**
 * Reads as many numbers as `countings` has at the start of a text, with words, brackets and marks around them. Words must be among `words`, folded.
 * Undefined for any other text. Looks at each character a bounded number of times.
 */
export function scanWriting(text: string, countings: readonly (Counting | "1")[], words: ReadonlySet<string>): ScannedCode | undefined {
  return new Scanner(text, words).read(countings);
}

/** Countings of a number in an unknown code; letters and kana only where the earlier ones do not fit. */
const ways = ["1", "Ⅰ", "ア", "A"] as const;
const mostNumbers = 6;

/** The longest code at the start of a text, with any number of numbers in any counting. Undefined for any other text. */
export function scanAny(text: string, words: ReadonlySet<string>): ScannedCode | undefined {
  const scanner = new Scanner(text, words);
  return scanner.readAny();
}

class Scanner {
  #at = 0;
  #clean = true;
  #writing = "";
  /** Brackets that are still open, from the outermost. */
  readonly #open: string[] = [];

  constructor(
    readonly text: string,
    readonly words: ReadonlySet<string>,
  ) {}

  read(countings: readonly (Counting | "1")[]): ScannedCode | undefined {
    if (apostrophe.test(this.text)) this.#soil(1);
    this.#skipSpace();
    const code: number[] = [];
    for (const counting of countings) {
      const met = code.length === 0 ? this.#first(counting) : this.#next(counting);
      if (!met) return undefined;
      code.push(met.number);
      this.#writing += `{${code.length}${met.style === "1" ? "" : `:${met.style}`}}`;
      this.#at += met.length;
    }
    return this.#end(code);
  }

  readAny(): ScannedCode | undefined {
    if (apostrophe.test(this.text)) this.#soil(1);
    this.#skipSpace();
    const code: number[] = [];
    while (code.length < mostNumbers) {
      const met = this.#anyNumber(code.length === 0);
      if (!met) break;
      code.push(met.number);
      this.#writing += `{${code.length}${met.style === "1" ? "" : `:${met.style}`}}`;
      this.#at += met.length;
    }
    return code.length === 0 ? undefined : this.#end(code);
  }

  #anyNumber(isFirst: boolean): MetNumber | undefined {
    const before = { at: this.#at, clean: this.#clean, writing: this.#writing, open: [...this.#open] };
    for (const counting of ways) {
      const met = isFirst ? this.#first(counting) : this.#next(counting);
      if (met) return met;
      this.#at = before.at;
      this.#clean = before.clean;
      this.#writing = before.writing;
      this.#open.splice(0, this.#open.length, ...before.open);
    }
    return undefined;
  }

  /** The first number, after a word, brackets, or nothing. */
  #first(counting: Counting | "1"): MetNumber | undefined {
    const { text } = this;
    const start = this.#at;
    for (let at = start; at < text.length && at - start <= longestWord; at++) {
      const met = readNumber(text, at, counting);
      const before = met ? text.slice(start, at) : "";
      if (!met || !this.#isOpening(before)) continue;
      this.#take(before);
      this.#at = at;
      return met;
    }
    return undefined;
  }

  #isOpening(before: string): boolean {
    if (before === "") return true;
    const word = withoutSpace(foldWidth(before)).toLowerCase().replace(/[()[\]<>〔〕【】「」『』〈〉《》.:-]/g, "");
    return word === "" || this.words.has(word);
  }

  #next(counting: Counting | "1"): MetNumber | undefined {
    const from = this.#at;
    this.#skipSpace();
    const start = this.#at;
    while (this.#at - from <= longestSeparator && this.#at < this.text.length) {
      const met = this.#at > start ? readNumber(this.text, this.#at, counting) : undefined;
      if (met) return met;
      const character = this.text.charAt(this.#at);
      if (!separators.includes(character)) return undefined;
      this.#take(character);
      this.#at++;
      this.#skipSpace();
    }
    return undefined;
  }

  #end(code: readonly number[]): ScannedCode | undefined {
    let marked = false;
    let ended = false;
    for (;;) {
      const character = this.text.charAt(this.#at);
      const closes = character !== "" && closing.includes(character) && this.#open.length > 0;
      if (!closes && (marked || character === "" || !((endMarks + endWords).includes(character) || this.#leadsToTitle(character)))) break;
      // After a bracket or a mark the number is no quantity: 【1】分野 is no minute.
      ended = true;
      if (!closes) marked = true;
      this.#take(character);
      this.#at++;
    }
    return this.#withTitle(code, ended);
  }

  /** After letters a dash may be a part of their word. */
  #leadsToTitle(character: string): boolean {
    return titleMarks.includes(character) && /\{[1-6](?::(?:１|0[1-5]))?\}$/.test(this.#writing) && /^.[\s\u3000]?[^\s\u30000-9０-９]/.test(this.text.slice(this.#at, this.#at + 3));
  }

  #withTitle(code: readonly number[], ended: boolean): ScannedCode | undefined {
    const behind = this.text.slice(this.#at);
    let spaces = 0;
    while (spaces < behind.length && withoutSpace(behind.charAt(spaces)) === "") spaces++;
    const bare = behind.slice(spaces);
    if (bare === "") {
      if (this.#open.length > 0) return undefined;
      return { code, writing: this.#writing, clean: this.#clean && spaces === 0, rest: "" };
    }
    if (spaces === 0 && !ended && (counted.test(bare) || goesOn(bare, this.#writing))) return undefined;
    if (spaces > 0 && dash.includes(bare.charAt(0)) && /^.[0-9０-９]/.test(bare)) return undefined;
    const separated = spaces === 1 && /^[ \u3000\n]/.test(behind);
    const clean = this.#clean && (spaces === 0 || separated);
    return { code, writing: `${this.#writing}${spaces > 0 ? " " : ""}`, clean, rest: this.#unwrapped(bare) };
  }

  /** A title inside the code's own brackets: 【1-1 公園】. */
  #unwrapped(title: string): string {
    const last = this.#open.at(-1);
    if (last === undefined) return title;
    const close = title.indexOf(closing.charAt(opening.indexOf(last)));
    return close === title.length - 1 ? title.slice(0, -1) : title;
  }

  #take(characters: string): void {
    for (const character of characters) {
      if (opening.includes(character)) this.#open.push(character);
      else if (closing.includes(character)) this.#open.pop();
    }
    this.#writing += characters;
  }

  #skipSpace(): void {
    let at = this.#at;
    while (at < this.text.length && withoutSpace(this.text.charAt(at)) === "") at++;
    if (at > this.#at) this.#soil(at);
  }

  #soil(at: number): void {
    this.#at = at;
    this.#clean = false;
  }
}

/** More digits, another number of the same code, or a word of the same letters. */
function goesOn(rest: string, writing: string): boolean {
  if (/^[0-9０-９]/.test(rest) || (`${dash}.．/／(（`.includes(rest.charAt(0)) && /^.[0-9０-９①-⑳Ⅰ-Ⅻ]/.test(rest))) return true;
  return /[A-ZⅠＡ]\}$/.test(writing) ? /^[A-Za-z]/.test(rest) : writing.endsWith(":ア}") && /^[ァ-ヶー]/.test(rest);
}
