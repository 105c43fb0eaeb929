import { z } from "zod/mini";

const plainShape = z.array(z.unknown());
const listShape = z.looseObject({ entries: z.array(z.unknown()) });
const entryShape = z.record(z.string(), z.unknown());

/** Parts of an entry that do not tell it from others: its number in a list, and what may become of it. */
const besideIdentity: ReadonlySet<string> = new Set(["id", "done", "reason", "by", "on", "name", "sign"]);

/** The entries of a kept list, the oldest first; none for a missing text, undefined for a text that is no list. */
export function entriesIn(text: string | undefined): readonly unknown[] | undefined {
  if (text === undefined) return [];
  const read = parsed(text);
  return plainShape.safeParse(read).data ?? listShape.safeParse(read).data?.entries;
}

/** The list as `like` is written, with other entries; undefined without any. */
export function listLike(like: string, entries: readonly unknown[]): string | undefined {
  if (entries.length === 0) return undefined;
  const read = parsed(like);
  return JSON.stringify(Array.isArray(read) ? entries : { ...listShape.safeParse(read).data, entries });
}

/** Entries by what tells them apart; equal ones are numbered. */
export function byIdentity<Entry>(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const all = new Map<string, Entry>();
  const seen = new Map<string, number>();
  for (const entry of entries) {
    const identity = identityOf(entry);
    const number = seen.get(identity) ?? 0;
    seen.set(identity, number + 1);
    all.set(`${identity} ${String(number)}`, entry);
  }
  return all;
}

/** What JSON a text holds; undefined if it is none. */
export function parsed(text: string): unknown {
  try {
    const read: unknown = JSON.parse(text);
    return read;
  } catch {
    return undefined;
  }
}

/** A sheet is known by its key alone, whatever its name and id became. */
function identityOf(entry: unknown): string {
  const { data } = entryShape.safeParse(entry);
  if (data === undefined) return JSON.stringify(entry);
  if (typeof data["key"] === "string") return JSON.stringify(data["key"]);
  return JSON.stringify(Object.entries(data).filter(([part]) => !besideIdentity.has(part)));
}
