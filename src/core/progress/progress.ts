import type { Finding } from "../model/finding.ts";
import { identityKey, identityOf } from "./identity.ts";
import type { Snapshot, SnapshotEntry } from "./snapshot.ts";

/** Changes since an earlier check: 「12 件中 9 件解消」 is `gone` of `before`. */
export interface Progress {
  /** For every present finding, whether the earlier check had it. */
  readonly news: ReadonlyMap<Finding, "new" | "same">;
  /** Findings that are gone, in the earlier sheet order; `count` is how many of each. */
  readonly resolved: Snapshot;
  /** How many findings the earlier check had, how many of them are gone, and how many are new. */
  readonly before: number;
  readonly gone: number;
  readonly added: number;
}

/**
 * Compares a check with an earlier one. `identityKey` tells findings apart; of several with the same key, the first ones
 * in sheet order count as the earlier ones.
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
