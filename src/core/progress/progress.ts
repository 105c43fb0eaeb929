import type { Finding } from "../model/finding.ts";
import { identityKey, identityOf } from "./identity.ts";
import type { Snapshot, SnapshotEntry } from "./snapshot.ts";

/** What changed since an earlier check: 「12 件中 9 件解消」 is `gone` of `before`. */
export interface Progress {
  /** Of every finding of now, whether the earlier check had it. */
  readonly news: ReadonlyMap<Finding, "new" | "same">;
  /** What the earlier check had and now is gone; `count` is how many of it. In the earlier sheet order. */
  readonly resolved: Snapshot;
  /** How many findings the earlier check had, how many of them are gone, and how many are new. */
  readonly before: number;
  readonly gone: number;
  readonly added: number;
}

/**
 * Compares a check with an earlier one. Findings are told apart as `identityKey` does; of several that are known by the
 * same, the first ones in sheet order are those that were there before.
 */
export function progressOf(before: Snapshot, now: readonly Finding[]): Progress {
  const keyed = before.map((entry) => ({ entry, key: identityKey(entry) }));
  const left = new Map(keyed.map(({ entry, key }) => [key, entry.count]));
  const news = new Map<Finding, "new" | "same">();
  for (const finding of now) {
    const key = identityKey(identityOf(finding));
    const count = left.get(key) ?? 0;
    news.set(finding, count > 0 ? "same" : "new");
    if (count > 0) left.set(key, count - 1);
  }
  const resolved = keyed.map(({ entry, key }) => ({ ...entry, count: left.get(key) ?? 0 })).filter(({ count }) => count > 0);
  const gone = countAll(resolved);
  const all = countAll(before);
  return { news, resolved, before: all, gone, added: now.length - (all - gone) };
}

function countAll(entries: readonly SnapshotEntry[]): number {
  return entries.reduce((sum, { count }) => sum + count, 0);
}
