import type { LevelKey } from "../form/levels.ts";
import { codeIdentity, type Identity } from "./identity.ts";
import type { Profile } from "./profile.ts";

/** A level of the form to be. */
export interface InferredLevel {
  readonly identity: Identity;
  readonly key: LevelKey;
  readonly template: string;
}

/** Most rows: what is filled on so many stands on every row but for faults. */
const most = 0.85;

/** What a column that is no identity seems to hold; levels of texts are made of free texts alone. */
export type IsFreeText = (profile: Profile) => boolean;

/** The levels of a table, outermost first; empty where nothing tells its items apart. */
export function guessLevels(profiles: readonly Profile[], rows: number, isFreeText: IsFreeText): readonly InferredLevel[] {
  const coded = withoutDoubles(profiles.flatMap((profile) => codeIdentity(profile) ?? []));
  const levels = [...coded].sort((one, other) => one.profile.startCount - other.profile.startCount || one.size - other.size || one.profile.place - other.profile.place);
  const texts = profiles.filter((profile) => isFreeText(profile) && !coded.some((identity) => identity.profile === profile));
  const innermost = levels.at(-1);
  if (!innermost || innermost.profile.startCount < most * rows) {
    const inner = texts.find(({ startCount, place }) => startCount >= most * rows && place > (innermost?.profile.place ?? -1));
    if (inner) levels.push(textIdentity(inner));
  }
  const last = levels.at(-1);
  if (!last) return [];
  for (const profile of texts) {
    const isOuter = profile.place < last.profile.place && profile.count < 0.7 * rows && profile.startCount >= 2 && profile !== last.profile;
    if (isOuter && !levels.some((level) => likeness(level.profile, profile) > 0.75)) levels.push(textIdentity(profile));
  }
  levels.sort((one, other) => one.profile.startCount - other.profile.startCount || one.profile.place - other.profile.place);
  return connected(levels.slice(-6));
}

function textIdentity(profile: Profile): Identity {
  return { profile, holds: "text", key: "none", template: "", size: 0 };
}

/** Of columns that count the same items one: the leftmost of nested codes of a size, and a nested or given code before a running number. */
function withoutDoubles(identities: readonly Identity[]): readonly Identity[] {
  const kept: Identity[] = [];
  const byRank = [...identities].sort((one, other) => Number(one.key !== "nested") - Number(other.key !== "nested") || one.profile.place - other.profile.place);
  for (const identity of byRank) {
    const isDouble = kept.some((other) => (identity.key === "nested" && other.key === "nested" && other.size === identity.size) || likeness(other.profile, identity.profile) > 0.9);
    if (!isDouble) kept.push(identity);
  }
  return kept;
}

/** How alike the rows are on which two columns begin something; from 0 to 1. */
export function likeness(one: Profile, other: Profile): number {
  let both = 0;
  one.starts.forEach((begins, index) => {
    if (begins === 1 && other.starts[index] === 1) both++;
  });
  const all = one.startCount + other.startCount - both;
  return all === 0 ? 0 : both / all;
}

/** A single number over codes that begin with it is the first of them; nested codes with a gap between are no chain. */
function connected(levels: readonly Identity[]): readonly InferredLevel[] {
  return levels.map((identity, depth) => {
    const { key, template, size } = identity;
    const inner = levels.slice(depth + 1).find((other) => other.key === "nested");
    if ((key === "running" || (key === "restarting" && depth === 0)) && inner?.size === 2) return { identity, key: "nested", template: template.replace("{n", "{1") };
    if (key !== "nested" || !inner || inner.size === size + 1) return { identity, key, template };
    return { identity, key: "given", template: "" };
  });
}

/** The level, by its depth, on whose first rows a column's cells stand. */
export function levelOf(profile: Profile, levels: readonly InferredLevel[], rows: number): number {
  const innermost = levels.length - 1;
  const left = levels.reduce((found, { identity }, depth) => (identity.profile.place <= profile.place ? Math.max(found, depth) : found), 0);
  if (profile.count === 0) return left;
  const isEverywhere = profile.count >= 0.7 * rows;
  if (isEverywhere && !isFilledDown(levels, rows)) return innermost;
  if (isEverywhere) {
    const constant = levels.findIndex(({ identity }, depth) => depth < innermost && isConstantIn(profile, identity.profile));
    return constant >= 0 && constant <= left && levels.some(({ identity }, depth) => depth > constant && identity.profile.place > profile.place) ? constant : innermost;
  }
  const scored = levels.map(({ identity }, depth) => ({ depth, score: overlap(profile, identity.profile) + (depth === left ? 0.05 : 0) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).depth;
}

/** True where a level above the innermost stands on nearly every row of its blocks. */
export function isFilledDown(levels: readonly InferredLevel[], rows: number): boolean {
  return levels.slice(0, -1).some(({ identity: { profile } }) => profile.count >= most * rows && profile.startCount < 0.7 * profile.count);
}

/** How well a column's filled cells agree with the rows on which a level begins. */
function overlap(profile: Profile, level: Profile): number {
  let both = 0;
  profile.filled.forEach((filled, index) => {
    if (filled === 1 && level.starts[index] === 1) both++;
  });
  return profile.count + level.startCount === 0 ? 0 : (2 * both) / (profile.count + level.startCount);
}

/** True where the column says the same on all rows of nearly every block of the level, and there are blocks of several rows. */
function isConstantIn(profile: Profile, level: Profile): boolean {
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
  level.starts.forEach((begins, index) => {
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
