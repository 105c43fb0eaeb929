import type { LevelKey } from "../form/levels.ts";
import type { Code } from "../form/code.ts";
import { foldDashes, foldWidth } from "../form/fold.ts";
import { codesTypedOn } from "../form/typed-dates.ts";
import { isCodeHeader, isLevelWord } from "./level-words.ts";
import { isSign } from "./scales.ts";
import { mostWords, usualWriting, type ColumnCode, type Profile } from "./profile.ts";
import { namesAmounts } from "../table/header.ts";
import type { Begins } from "./begins.ts";

/** A column that tells the items of a level apart. */
export interface KeyColumn {
  readonly profile: Profile;
  /** The level that its header names; "" if it names none. */
  readonly stem: string;
  /** Where its items begin. */
  readonly begins: Begins;
  readonly holds: "code" | "label" | "text";
  readonly key: LevelKey;
  /** How its codes are written; "" for given codes and texts. */
  readonly template: string;
  /** Number of numbers in a code. */
  readonly size: number;
  /** The first number, unless the sheet counts from 1. */
  readonly first?: number;
}

/** A column with such a header may look like codes, but holds grades. */
const gradeHeader = /(?:評価|評定|判定|達成|進捗|状況|方向|分類|区分|ランク)(?!項目)|点数?$|年度$/;

/** The key column of a level by its codes; undefined if it holds none. */
export function codeKeyColumn(profile: Profile, stem: string, begins: Begins): KeyColumn | undefined {
  const { count, header } = profile;
  const typed = typedAsDates(profile, begins);
  if (typed) return { profile, stem, begins, holds: "code", key: "nested", template: typed.map((_, place) => `{${place + 1}}`).join("-"), size: typed.length };
  if (count < 2 || namesAmounts(profile.path)) return undefined;
  if (profile.codes.length < 0.5 * count) return (isCodeHeader(header) || isLevelWord(stem)) && isShaped({ profile, begins }) ? { profile, stem, begins, holds: "code", ...given } : undefined;
  const codes = profile.codes.filter(({ index }) => begins.at[index] === 1);
  const size = usualSize(codes);
  const own = codes.filter(({ code }) => code.length === size);
  if (own.length < 0.5 * begins.count) return undefined;
  const leaf = header.at(-1) ?? "";
  const named = isCodeHeader(header);
  const titled = own.filter(({ title }) => title !== "").length > own.length / 2;
  const found = { profile, stem, begins, holds: titled ? "label" : "code", template: usualWriting(own, size), size } as const;
  // Grades look like codes: A, B, ①. Lone signs only count if the header says so, or if none is repeated.
  if (size === 1 && !titled && !named && !areDistinct(distinct(profile.codes) + Number(isLevelWord(stem)), profile.codes.length) && isOfSigns(profile) && !isFilledDown(found, own)) return undefined;
  // Of words of grades, such as Ⅰ継続, few are different; of items with titles nearly all.
  if (titled && gradeHeader.test(leaf) && profile.words.length > 1 && 2 * profile.words.length <= begins.count) return undefined;
  if (size === 1) return oneNumber(found, own, named, gradeHeader.test(leaf));
  if (stepsIn(own) * own.length >= 0.5 * begins.count && !beginLate(own)) return { ...found, key: "nested" };
  return named || isShaped(found) ? { ...found, holds: "code", ...given } : undefined;
}

/** True for plain numbers under a level's name, each on several rows, which belong to a level above. */
function isFilledDown({ profile: { count, words }, stem, begins }: Omit<KeyColumn, "key">, own: readonly ColumnCode[]): boolean {
  return isLevelWord(stem) && begins.count >= 2 && begins.count <= 0.5 * count && own.length === begins.count && words.every(({ text }) => /^[0-9０-９]+$/.test(text));
}

const given = { key: "given", template: "", size: 0 } as const;

/** The first code of a column in which nearly all codes became dates, if the days count like codes: 1-1, 1-2, 2-1. */
function typedAsDates({ dates }: Profile, begins: Begins): Code | undefined {
  const own = dates.filter(({ index }) => begins.at[index] === 1);
  if (own.length < 3 || own.length < 0.7 * begins.count) return undefined;
  for (const numbers of [3, 2] as const) {
    const codes = own.flatMap(({ index, day }) => codesTypedOn(day, numbers).slice(0, 1).map((code) => ({ index, code, writing: "", title: "" })));
    const [first] = codes;
    if (first?.code.every((number) => number === 1) && codes.length === own.length && stepsIn(codes) >= 0.8) return first.code;
  }
  return undefined;
}

/** Single numbers count if they rise from 1, or if the header says so, since a column of grades also has numbers. */
function oneNumber(found: Omit<KeyColumn, "key">, own: readonly ColumnCode[], named: boolean, isGrade: boolean): KeyColumn | undefined {
  const { holds, template, profile, begins } = found;
  const first = own[0]?.code[0] ?? 1;
  const steps = stepsIn(own);
  const isChapter = holds === "label" && first > 1 && first <= 3 && steps >= 0.6 && isUnique(own);
  // The first row may be unreadable, so that the first code is a 2 on the second row.
  const place = profile.codes.findIndex(({ index }) => index === own[0]?.index);
  const opens = first === 1 || isChapter || (place === 0 && first === begins.at.subarray(0, own[0]?.index).reduce((sum, one) => sum + one, 1));
  const counts = opens && steps >= (named || holds === "label" ? 0.5 : 0.75) && !(isGrade && holds === "code" && !named);
  if (!counts) return (holds === "label" ? areNumbered(own) : named && areDistinct(distinct(own), own.length)) ? { ...found, ...given } : undefined;
  const counted = { ...found, template: template.replace("{1", "{n") };
  return restarts(own) ? { ...counted, key: "restarting" } : { ...counted, key: "running", ...(isChapter ? { first } : {}) };
}

function restarts(codes: readonly ColumnCode[]): boolean {
  const runs = codes.filter(({ code }) => code[0] === 1).length;
  return runs > 1 && runs >= codes.length / 12;
}

/** A number under others restarts with 1 under each parent, or continues. With several parents they decide. */
export function countedUnder(keyColumn: KeyColumn, outer: Begins): LevelKey {
  const { key, profile, begins } = keyColumn;
  if ((key !== "running" && key !== "restarting") || outer.count < 2) return key;
  let again = 0;
  let on = 0;
  let before = 0;
  let isFirst = true;
  for (const { index, code } of profile.codes) {
    if (begins.at[index] !== 1) continue;
    const number = code[0] ?? 0;
    if (outer.at[index] === 1 && !isFirst) {
      if (number === 1) again++;
      else if (number === before + 1) on++;
    }
    isFirst = false;
    before = number;
  }
  return again > on ? "restarting" : on > again ? "running" : key;
}

/** True if most runs of codes begin above 2: 212-201-30 is a given code, and nothing before it is missing. */
function beginLate(codes: readonly ColumnCode[]): boolean {
  let runs = 0;
  let late = 0;
  let before: Code | undefined;
  for (const { code } of codes) {
    if (before === undefined || code.slice(0, -1).join() !== before.slice(0, -1).join()) {
      runs++;
      if ((code.at(-1) ?? 0) > 2) late++;
    }
    before = code;
  }
  return late > runs / 2;
}

/** True for given codes: nearly all different, made of letters and digits, such as A101 or R6-03. */
function isShaped({ profile: { words, numbers }, begins }: Pick<KeyColumn, "profile" | "begins">): boolean {
  const isCode = (text: string) => /^[0-9A-Za-z][0-9A-Za-z-]*$/.test(text) && /[0-9]/.test(text);
  return areDistinct(words.length + numbers.length, Math.min(begins.count, mostWords)) && words.every(({ text }) => isCode(foldDashes(foldWidth(text))));
}

/** True if titles start with numbers of one length that count nothing, such as 101, 202. */
function areNumbered(codes: readonly ColumnCode[]): boolean {
  const lengths = new Set(codes.map(({ code: [number = 0] }) => String(number).length));
  return lengths.size === 1 && !lengths.has(1) && areDistinct(distinct(codes), codes.length);
}

function isOfSigns({ words, numbers, count }: Profile): boolean {
  const signs = words.reduce((sum, { text, count: times }) => sum + (isSign(text) && !/^[(（]/.test(text) ? times : 0), 0);
  return signs + numbers.length >= 0.8 * count;
}

function isUnique(codes: readonly ColumnCode[]): boolean {
  return distinct(codes) >= 0.9 * codes.length;
}

/** True if nearly all are different; among a few codes one may be repeated by mistake. */
function areDistinct(count: number, all: number): boolean {
  return count >= (all < 5 ? 0.9 * all : Math.min(0.9 * all, all - 1));
}

function distinct(codes: readonly ColumnCode[]): number {
  return new Set(codes.map(({ code }) => code.join("-"))).size;
}

function usualSize(codes: readonly ColumnCode[]): number {
  const counts = new Map<number, number>();
  for (const { code } of codes) counts.set(code.length, (counts.get(code.length) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 1;
}

/** The share of codes that continue the code before: 1-1-2, 1-2-1 or 2-1-1 after 1-1-1, or the same code if it is filled down, except 1. */
function stepsIn(codes: readonly ColumnCode[]): number {
  let steps = 0;
  let all = 0;
  let before: Code | undefined;
  for (const { code } of codes) {
    const repeats = before?.join() === code.join() && code.join() !== "1";
    if (!repeats) {
      all++;
      if (follows(code, before)) steps++;
    }
    before = code;
  }
  return all === 0 ? 0 : steps / all;
}

function follows(code: Code, before: Code | undefined): boolean {
  if (!before) return code.at(-1) === 1 || code.length === 1;
  const depth = code.findIndex((number, place) => number !== before[place]);
  if (depth < 0) return code.join() === "1";
  const opens = code.slice(depth + 1).every((number) => number === 1);
  const own = code[depth] ?? 0;
  const previous = before[depth] ?? 0;
  return opens && (own === previous + 1 || (code.length === 1 && own === 1) || (own > previous && own <= previous + 2));
}
