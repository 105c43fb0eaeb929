import type { LevelKey } from "../form/levels.ts";
import type { Code } from "../form/code.ts";
import { isSign } from "./scales.ts";
import { usualWriting, type ColumnCode, type Profile } from "./profile.ts";

/** A column that tells items apart. */
export interface Identity {
  readonly profile: Profile;
  readonly holds: "code" | "label" | "text";
  readonly key: LevelKey;
  /** How its codes are written; "" for given codes and for texts. */
  readonly template: string;
  /** How many numbers a code has. */
  readonly size: number;
  /** The first number, where the sheet does not count from 1. */
  readonly first?: number;
}

const codeHeader = /^(?:no\.?|№|番号|整理番号|事業番号|コード|.*(?:番号|コード|No\.?|№))$/i;
/** What looks like a code and grades: a column of these is none. */
const gradeHeader = /評価|評定|判定|達成|進捗|状況|方向|分類|区分|ランク|点|年度$/;

/** The codes of a column; undefined where it holds none. */
export function codeIdentity(profile: Profile): Identity | undefined {
  const { codes, count, header } = profile;
  if (count < 2 || codes.length < 0.5 * count) return undefined;
  const size = usualSize(codes);
  const own = codes.filter(({ code }) => code.length === size);
  if (own.length < 0.5 * count) return undefined;
  const leaf = header.at(-1) ?? "";
  const named = codeHeader.test(leaf);
  const titled = own.filter(({ title }) => title !== "").length > own.length / 2;
  const holds = titled ? "label" : "code";
  const steps = stepsIn(own);
  // Grades look like codes: A, B, ①. A sign alone counts only where the header says so, or no sign stands twice.
  if (size === 1 && holds === "code" && !named && !isUnique(own) && isOfSigns(profile)) return undefined;
  if (size === 1) return oneNumber(profile, own, { named, holds, steps, isGrade: gradeHeader.test(leaf) });
  if (steps >= 0.5) return { profile, holds, key: "nested", template: nestedTemplate(own, size), size };
  return named || isShaped(profile) ? { profile, holds: "code", key: "given", template: "", size: 0 } : undefined;
}

interface OneNumber {
  readonly named: boolean;
  readonly holds: "code" | "label";
  readonly steps: number;
  readonly isGrade: boolean;
}

/** A single number counts where it goes up from 1, or where the header says so. A column of grades has numbers too. */
function oneNumber(profile: Profile, own: readonly ColumnCode[], { named, holds, steps, isGrade }: OneNumber): Identity | undefined {
  const runs = own.filter(({ code }) => code[0] === 1).length;
  const first = own[0]?.code[0] ?? 1;
  const isChapter = holds === "label" && first > 1 && first <= 3 && steps >= 0.6 && isUnique(own);
  const opens = first === 1 || isChapter;
  const counts = opens && steps >= (named || holds === "label" ? 0.5 : 0.75) && !(isGrade && holds === "code" && !named);
  if (!counts) return named && isUnique(own) && holds === "code" ? { profile, holds, key: "given", template: "", size: 0 } : undefined;
  const writing = usualWriting(own, 1);
  return runs > 1 && runs >= own.length / 12
    ? { profile, holds, key: "restarting", template: writing.replace("{1", "{n"), size: 1 }
    : { profile, holds, key: "running", template: writing.replace("{1", "{n"), size: 1, ...(isChapter ? { first } : {}) };
}

/** Given codes: each once, of few lengths, with digits. */
function isShaped({ words, count, numbers }: Profile): boolean {
  return words.length + numbers.length >= 0.95 * count && words.every(({ text }) => /^[0-9０-９A-Za-z][0-9０-９A-Za-z－ー-]*$/.test(text));
}

function isOfSigns({ words, numbers, count }: Profile): boolean {
  const signs = words.reduce((sum, { text, count: times }) => sum + (isSign(text) && !/^[(（]/.test(text) ? times : 0), 0);
  return signs + numbers.length >= 0.8 * count;
}

function isUnique(codes: readonly ColumnCode[]): boolean {
  return new Set(codes.map(({ code }) => code.join("-"))).size >= 0.9 * codes.length;
}

function usualSize(codes: readonly ColumnCode[]): number {
  const counts = new Map<number, number>();
  for (const { code } of codes) counts.set(code.length, (counts.get(code.length) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 1;
}

function nestedTemplate(codes: readonly ColumnCode[], size: number): string {
  return usualWriting(codes, size);
}

/** The share of codes that come next after the one before: 1-1-2 after 1-1-1, 1-2-1 and 2-1-1 after it too; the same again where it is filled down. */
function stepsIn(codes: readonly ColumnCode[]): number {
  let steps = 0;
  let all = 0;
  let before: Code | undefined;
  for (const { code } of codes) {
    const repeats = before?.join() === code.join();
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
  if (depth < 0) return false;
  const opens = code.slice(depth + 1).every((number) => number === 1);
  const own = code[depth] ?? 0;
  const previous = before[depth] ?? 0;
  return opens && (own === previous + 1 || (code.length === 1 && own === 1) || (own > previous && own <= previous + 2));
}
