import type { Finding } from "../model/finding.ts";
import { identityKey, identityOf, type FindingIdentity } from "./identity.ts";

/** Documents with more different findings keep none, or they would grow without end. */
export const mostSnapshotEntries = 5000;

/** Number of findings with the same identity. */
export interface SnapshotEntry extends FindingIdentity {
  readonly count: number;
}

/** The findings of one check of one sheet, without facts and places, in sheet order. */
export type Snapshot = readonly SnapshotEntry[];

/** The findings of a check as the document keeps them. */
export function snapshotOf(findings: readonly Finding[]): Snapshot {
  const entries = new Map<string, SnapshotEntry>();
  for (const finding of findings) {
    const identity = identityOf(finding);
    const key = identityKey(identity);
    entries.set(key, { ...(entries.get(key) ?? identity), count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return [...entries.values()];
}

/** The text to keep in the document; undefined for a sheet with too many different findings. */
export function writeSnapshot(snapshot: Snapshot): string | undefined {
  return snapshot.length > mostSnapshotEntries ? undefined : JSON.stringify({ version: 1, entries: snapshot });
}
