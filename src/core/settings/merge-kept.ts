import { z } from "zod/mini";
import { writeJournal } from "../fixes/journal.ts";
import { readJournal, type JournalEntry } from "../fixes/read-journal.ts";
import { journalName, lastCheckName } from "./kept-name.ts";
import { bytesOf } from "../model/bytes.ts";
import { byIdentity, entriesIn, listLike, parsed } from "./kept-lists.ts";

/** One kept text as it was known, as it shall be, and as it stands in the document by now; undefined where there is none. */
export interface Versions {
  readonly base: string | undefined;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

const objectShape = z.record(z.string(), z.unknown());
type Plain = Readonly<Record<string, unknown>>;

/** Parts of the settings that are one thing, though they are objects. */
const whole: ReadonlySet<string> = new Set(["form"]);

/**
 * Our change to a kept text, made on what somebody else left there: entries of lists, rules and answers are each added, changed and taken
 * away for themselves. Where both changed the same, ours holds. A check's findings belong together, so the latest check holds.
 */
export function mergeKept(name: string, { base, ours, theirs }: Versions): string | undefined {
  if (theirs === base || name === lastCheckName) return ours;
  if (ours === base) return theirs;
  if (name === journalName) return writeJournal(numbered(mergeEntries(readJournal(base), readJournal(ours), readJournal(theirs))));
  const [was, wished, stands] = [entriesIn(base), entriesIn(ours), entriesIn(theirs)];
  if (was && wished && stands) return listLike(ours ?? theirs ?? "", mergeEntries(was, wished, stands));
  const [before, mine, other] = [base ?? "{}", ours ?? "", theirs ?? ""].map((text) => objectShape.safeParse(parsed(text)).data);
  return before && mine && other ? JSON.stringify(mergeParts(before, mine, other, true)) : ours;
}

function mergeEntries<Entry>(was: readonly Entry[], wished: readonly Entry[], stands: readonly Entry[]): readonly Entry[] {
  const [before, mine, other] = [byIdentity(was), byIdentity(wished), byIdentity(stands)];
  const kept = [...other].flatMap(([identity, entry]) => {
    if (!mine.has(identity)) return before.has(identity) ? [] : [entry];
    const own = mine.get(identity) ?? entry;
    return [isSame(own, before.get(identity)) ? entry : own];
  });
  const added = [...mine].flatMap(([identity, entry]) => (other.has(identity) || before.has(identity) ? [] : [entry]));
  return [...kept, ...added];
}

/** Two people number their fixes alike; a number that is taken becomes the next free one. */
function numbered(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  let last = entries.reduce((most, { id }) => Math.max(most, id), 0);
  const taken = new Set<number>();
  return entries.map((entry) => {
    const id = taken.has(entry.id) ? ++last : entry.id;
    taken.add(id);
    return { ...entry, id };
  });
}

function mergeParts(before: Plain, mine: Plain, other: Plain, isOuter: boolean): Plain {
  const names = new Set([...Object.keys(mine), ...Object.keys(other)]);
  return Object.fromEntries([...names].flatMap((name) => {
    const [was, wished, stands] = [before, mine, other].map((all) => (Object.hasOwn(all, name) ? all[name] : undefined));
    const parts = [was ?? {}, wished, stands].map((part) => objectShape.safeParse(part).data);
    const [first, second, third] = parts;
    if (isOuter && !whole.has(name) && first && second && third) return [[name, mergeParts(first, second, third, false)] as const];
    const value = isSame(wished, was) ? stands : wished;
    return value === undefined ? [] : [[name, value] as const];
  }));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A list without its oldest entries. */
export interface Shortened {
  readonly text: string | undefined;
  /** Number of entries that had to go. */
  readonly gone: number;
}

/** The list with so many bytes at most: its oldest entries go, but none that is not in `before`. Undefined where that is not enough. */
export function shortened(name: string, text: string, before: string | undefined, most: number): Shortened | undefined {
  if (name === journalName) return withoutOldest(readJournal(text), readJournal(before), writeJournal, most);
  const entries = entriesIn(text);
  return entries && withoutOldest(entries, entriesIn(before) ?? [], (left) => listLike(text, left), most);
}

/** An entry of average size is taken for each; a second look takes what is still too much. */
function withoutOldest<Entry>(entries: readonly Entry[], before: readonly Entry[], write: (entries: readonly Entry[]) => string | undefined, most: number): Shortened | undefined {
  const old = byIdentity(before);
  let left = [...byIdentity(entries)];
  for (;;) {
    const text = write(left.map(([, entry]) => entry));
    const bytes = text === undefined ? 0 : bytesOf(text);
    if (bytes <= most) return { text, gone: entries.length - left.length };
    const leaving = new Set(left.filter(([identity]) => old.has(identity)).slice(0, Math.ceil((left.length * (bytes - most)) / bytes)));
    if (leaving.size === 0) return undefined;
    left = left.filter((entry) => !leaving.has(entry));
  }
}
