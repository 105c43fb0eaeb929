import type { Code } from "../form/code.ts";
import { foldDashes, foldWidth } from "../form/fold.ts";
import { readNumber as readNumeral, type Counting } from "../form/numerals.ts";
import { withoutLeadingSpace, withoutSpace } from "../wording/hidden.ts";

/** A code met in a text without knowing the form. */
export interface MetCode {
  /** As a form writes it: "{1}({2})-{3}". */
  readonly pattern: string;
  readonly code: Code;
  /** False where a title stands behind it. */
  readonly whole: boolean;
}

const longestCode = 24;
const prefix = /^(?:第|基本目標|基本方針|重点目標|目標|政策|課題|柱)(?=[0-9IVX])/;
const separator = /^[-./_()]{1,3}/;
/** What goes on after a number so that it is no code: more digits, a unit, another separator and digit. */
const noTitle = /^(?:[0-9年月日つ人代回件割歳%％時分個名円か所]|[-./_(,][0-9]|[A-Za-z])/;

/** The code that a text is or begins with; undefined where none does. */
export function meetCode(text: string): MetCode | undefined {
  const bare = text.length <= longestCode ? read(fold(withoutSpace(text))) : undefined;
  if (bare?.whole) return bare;
  return read(fold(withoutLeadingSpace(text).slice(0, 2 * longestCode)));
}

function fold(text: string): string {
  return foldDashes(foldWidth(text)).replace(/^['`´’‘]/, "");
}

function read(text: string): MetCode | undefined {
  const before = prefix.exec(text)?.[0] ?? "";
  const open = text.startsWith("(", before.length) ? "(" : "";
  const code: number[] = [];
  let pattern = before + open;
  let end = pattern.length;
  for (let literal = ""; code.length < 3; literal = separator.exec(text.slice(end, end + 3))?.[0] ?? "") {
    const met = code.length === 0 || literal !== "" ? readNumber(text, end + literal.length, code.length + 1) : undefined;
    if (!met) break;
    code.push(met.number);
    pattern += literal + met.placeholder;
    end += literal.length + met.length;
  }
  const depth = count(pattern, "(") - count(pattern, ")");
  const closing = text.startsWith(")", end) ? ")" : "";
  if (code.length === 0 || depth < 0 || depth > 1 || (depth === 1 && closing === "")) return undefined;
  const title = text.slice(end + depth);
  return noTitle.test(title) ? undefined : { pattern: pattern + (depth === 1 ? closing : ""), code, whole: title === "" };
}

interface MetNumber {
  readonly placeholder: string;
  readonly number: number;
  readonly length: number;
}

/** Kana count what stands below, Roman numerals what stands on top. */
const openings: readonly Counting[] = ["Ⅰ", "A", "①"];
const followers: readonly Counting[] = ["A", "ア", "①"];

function readNumber(text: string, at: number, place: number): MetNumber | undefined {
  const [digits] = /^[0-9]{1,3}/.exec(text.slice(at, at + 3)) ?? [];
  if (digits !== undefined) return { placeholder: `{${place}}`, number: Number(digits), length: digits.length };
  for (const counting of place === 1 ? openings : followers) {
    const numeral = readNumeral(text, at, counting);
    if (numeral) return { placeholder: `{${place}:${counting}}`, number: numeral.number, length: numeral.length };
  }
  return undefined;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
