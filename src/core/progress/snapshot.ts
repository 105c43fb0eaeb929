import { z } from "zod/mini";
import type { Finding } from "../model/finding.ts";
import { identityKey, identityOf, identityShape } from "./identity.ts";

const entryShape = z.strictObject({ ...identityShape, count: z.int().check(z.positive()) });

/** Documents with more different findings keep none, or they would grow without end. */
const mostEntries = 5000;
const snapshotShape = z.strictObject({ version: z.literal(1), entries: z.array(entryShape).check(z.maxLength(mostEntries)) });

/** Number of findings with the same identity. */
export type SnapshotEntry = Readonly<z.infer<typeof entryShape>>;

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
  return snapshot.length > mostEntries ? undefined : JSON.stringify({ version: 1, entries: snapshot });
}

/** The snapshot from a document's text; null where there is none or it cannot be read. */
export function readSnapshot(text: string | undefined): Snapshot | null {
  try {
    const parsed = snapshotShape.safeParse(JSON.parse(text ?? "null"));
    return parsed.success ? parsed.data.entries : null;
  } catch {
    return null;
  }
}
