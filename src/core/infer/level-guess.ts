import type { LevelKey } from "../form/levels.ts";
import { beginsOf, likeness, type Begins } from "./begins.ts";
import { codeKeyColumn, countedUnder, type KeyColumn } from "./key-column.ts";
import { areTwoLevels, stemOf } from "./level-words.ts";
import type { Profile } from "./profile.ts";

/** A level of the future form. */
export interface InferredLevel {
  readonly keyColumn: KeyColumn;
  readonly key: LevelKey;
  readonly template: string;
}

/** A column filled on this share of the rows is on every row, apart from faults. */
const most = 0.85;

/** Share of the codes that begin with the number above them. */
const mostNamed = 0.7;

/** The levels of a budget: their numbers are given, and most sheets leave some of them out. */
const budgetStem = /^[款項目節]$/;

/** True for a column that holds free text. Levels of texts are only made of these. */
export type IsFreeText = (profile: Profile) => boolean;

/** The levels of a table, outermost first; empty if nothing tells its items apart. @param isSection tells columns of who is in charge */
export function guessLevels(profiles: readonly Profile[], rows: number, isFreeText: IsFreeText, isSection: IsFreeText): readonly InferredLevel[] {
  const stems = new Map(profiles.map((profile) => [profile, stemOf(profile.header)]));
  const stem = (profile: Profile) => stems.get(profile) ?? "";
  const together = (profile: Profile) => beginsOf([profile, ...(stem(profile) === "" ? [] : ownTexts(profile, profiles.filter((other) => stem(other) === stem(profile)), isFreeText))]);
  const inBudget = new Set(profiles.some((profile) => stem(profile) === "款") ? profiles.filter((profile) => budgetStem.test(stem(profile))) : []);
  const coded = withoutDoubles(profiles.flatMap((profile) => (inBudget.has(profile) ? [] : (codeKeyColumn(profile, stem(profile), together(profile)) ?? []))));
  const levels = [...coded].sort(byCount);
  const texts = profiles.filter((profile) => (isFreeText(profile) || (inBudget.has(profile) && profile.strings > 0)) && !coded.some((keyColumn) => keyColumn.profile === profile || (keyColumn.stem !== "" && keyColumn.stem === stem(profile))));
  const innermost = levels.at(-1);
  if (!innermost || innermost.begins.count < Math.min(most * rows, rows - 1)) {
    const isInner = ({ order }: Profile, filled: number) => filled >= most * rows && order > (innermost?.profile.order ?? -1);
    const inner = texts.find((profile) => !inBudget.has(profile) && isInner(profile, profile.startCount));
    // Several sections judge an item, each on a row of its own.
    const section = inner ? undefined : profiles.findLast((profile) => isSection(profile) && isInner(profile, innermost ? profile.count : profile.startCount));
    if (inner) levels.push(textKeyColumn(inner, stem(inner)));
    else if (section) levels.push({ ...textKeyColumn(section, stem(section)), begins: beginsOf([section, ...(innermost ? [innermost.profile] : [])]) });
  }
  const last = levels.at(-1);
  if (!last) return [];
  for (const profile of texts) {
    if (profile.order >= last.profile.order || !isOuter(profile, rows)) continue;
    const level = textKeyColumn(profile, stem(profile));
    if (!levels.some((other) => likeness(other.begins, level.begins) > 0.75 && !areTwo(other, level))) levels.push(level);
  }
  const [outermost] = fromOutermost(levels);
  const counted = levels.filter((level) => level === outermost || level.key === "nested");
  const parent = profiles.findLast((profile) => isSection(profile) && outermost && profile.order < outermost.profile.order && counted.some((level) => startsAnew(level, profile)));
  if (parent) levels.push(textKeyColumn(parent, stem(parent)));
  return connected(fromOutermost(levels).slice(-6));
}

/** Number of runs of numbers, share of the sections that begin otherwise, and number of codes that come again. */
const fewestRuns = 2;
const mostOthers = 0.2;
const fewestAgain = 3;

/** True if the numbers begin again with each section: no. 1 of every division. */
function startsAnew({ profile: { codes }, begins }: KeyColumn, { starts }: Profile): boolean {
  let ones = 0;
  let begun = 0;
  let others = 0;
  for (const { code, index } of codes) {
    const isOne = code.every((number) => number === 1) && begins.at[index] === 1;
    if (isOne) ones++;
    if (isOne && starts[index] === 1) begun++;
    else if (starts[index] === 1) others++;
  }
  if (begun < fewestRuns || begun < Math.min((1 - mostOthers) * ones, ones - 1) || others > Math.max(1, mostOthers * (begun + others))) return false;
  const all = others === 0 ? [] : codes.map(({ code }) => code.join());
  return others === 0 || all.length - new Set(all).size >= fewestAgain;
}

/** The free texts that belong to a column of codes among the columns of one header: those up to the codes before and after it. */
function ownTexts(profile: Profile, alike: readonly Profile[], isFreeText: IsFreeText): readonly Profile[] {
  const coded = alike.filter((other) => other !== profile && 2 * other.codes.length >= other.count);
  const before = coded.findLast(({ order }) => order < profile.order)?.order ?? -Infinity;
  const after = coded.find(({ order }) => order > profile.order)?.order ?? Infinity;
  return alike.filter((other) => other !== profile && other.order > before && other.order < after && isFreeText(other));
}

/** Sorts levels from coarse to fine. Levels that begin on nearly the same rows keep their order, since each parent then has one child. */
function fromOutermost(levels: readonly KeyColumn[]): readonly KeyColumn[] {
  const groups: KeyColumn[][] = [];
  for (const level of [...levels].sort(byCount)) {
    const group = groups.at(-1);
    if (group?.[0] && likeness(group[0].begins, level.begins) > 0.9) group.push(level);
    else groups.push([level]);
  }
  return groups.flatMap((group) => group.sort((one, other) => one.profile.order - other.profile.order));
}

function byCount(one: KeyColumn, other: KeyColumn): number {
  return one.begins.count - other.begins.count || one.profile.order - other.profile.order;
}

/** True for a text that spans rows: on the first of them, or on all as equal neighbours. */
function isOuter({ count, startCount, words, longest }: Profile, rows: number): boolean {
  if (startCount < 2) return false;
  return count < 0.7 * rows || (count >= most * rows && startCount <= 0.7 * rows && longest <= 80 && startCount <= 1.5 * words.length);
}

function textKeyColumn(profile: Profile, stem: string): KeyColumn {
  return { profile, stem, begins: beginsOf([profile]), holds: "text", key: "none", template: "", size: 0 };
}

/** True for two levels even where they begin on the same rows: by their names, or because one is that of the tables' titles. */
function areTwo(one: KeyColumn, other: KeyColumn): boolean {
  return areTwoLevels(one.stem, other.stem) || one.profile.order < 0 !== other.profile.order < 0;
}

/** Keeps one of several columns that count the same items: the leftmost of nested codes of a size, and a nested or given code rather than a running number. */
function withoutDoubles(keyColumns: readonly KeyColumn[]): readonly KeyColumn[] {
  const kept: KeyColumn[] = [];
  const byRank = [...keyColumns].sort((one, other) => Number(one.key !== "nested") - Number(other.key !== "nested") || one.profile.order - other.profile.order);
  for (const keyColumn of byRank) {
    const isDouble = kept.some((other) => (keyColumn.key === "nested" && other.key === "nested" && other.size === keyColumn.size) || (likeness(other.begins, keyColumn.begins) > 0.9 && !areTwo(other, keyColumn)));
    if (!isDouble) kept.push(keyColumn);
  }
  return kept;
}

/** Connects levels: a single number above codes that begin with it is their first part. Nested codes with a gap in between are no chain. */
function connected(levels: readonly KeyColumn[]): readonly InferredLevel[] {
  return levels.map((keyColumn, depth) => {
    const { template, size } = keyColumn;
    const outer = levels[depth - 1];
    const key = outer ? countedUnder(keyColumn, outer.begins) : keyColumn.key;
    const inner = levels.slice(depth + 1).find((other) => other.key === "nested");
    if (inner?.size === 2 && (key === "running" || (key === "restarting" && (depth === 0 || namesIt(inner, keyColumn))))) return { keyColumn, key: "nested", template: template.replace("{n", "{1") };
    if (key !== "nested" || !inner || inner.size === size + 1) return { keyColumn, key, template };
    return { keyColumn, key: "given", template: "" };
  });
}

/** True if most codes begin with the number above them, which may be wrong for all of its own. */
function namesIt({ profile: { codes } }: KeyColumn, { profile }: KeyColumn): boolean {
  let at = 0;
  const named = codes.filter(({ code, index }) => {
    while ((profile.codes[at + 1]?.index ?? Infinity) <= index) at++;
    return code[0] === profile.codes[at]?.code[0];
  });
  return named.length >= mostNamed * codes.length;
}

/** The depth of the level on whose first rows a column is filled. */
export function columnDepth(profile: Profile, levels: readonly InferredLevel[], rows: number): number {
  const innermost = levels.length - 1;
  const left = levels.reduce((found, { keyColumn }, depth) => (keyColumn.profile.order <= profile.order ? Math.max(found, depth) : found), 0);
  if (profile.count === 0) return left;
  // A whole block may be left blank.
  if (profile.count >= 0.5 * rows && isFilledDown(levels, rows)) {
    const constant = levels.findIndex(({ keyColumn }, depth) => depth < innermost && isConstantIn(profile, keyColumn.begins));
    if (constant >= 0 && constant <= left && levels.some(({ keyColumn }, depth) => depth > constant && keyColumn.profile.order > profile.order)) return left;
  }
  if (profile.count >= 0.7 * rows) return innermost;
  const scored = levels.map(({ keyColumn }, depth) => ({ depth, score: overlap(profile, keyColumn.begins) + (depth === left ? 0.05 : 0) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).depth;
}

/** True if a level above the innermost is filled on nearly every row of its blocks. */
function isFilledDown(levels: readonly InferredLevel[], rows: number): boolean {
  return levels.slice(0, -1).some(({ keyColumn: { profile, begins } }) => profile.count >= most * rows && begins.count < 0.7 * profile.count);
}

/** How well the filled cells of a column match the rows on which a level begins. */
function overlap(profile: Profile, begins: Begins): number {
  let both = 0;
  profile.filled.forEach((filled, index) => {
    if (filled === 1 && begins.at[index] === 1) both++;
  });
  return profile.count + begins.count === 0 ? 0 : (2 * both) / (profile.count + begins.count);
}

/** True if the column is constant in nearly every block of the level, and some blocks have several rows. */
function isConstantIn(profile: Profile, { at }: Begins): boolean {
  let blocks = 0;
  let constant = 0;
  let size = 0;
  let changes = 0;
  const close = () => {
    if (size > 1) {
      blocks++;
      if (changes === 0) constant++;
    }
  };
  at.forEach((begins, index) => {
    if (begins === 1) {
      close();
      size = 0;
      changes = 0;
    } else if (profile.starts[index] === 1) changes++;
    size++;
  });
  close();
  return blocks >= 2 && constant >= 0.9 * blocks;
}
