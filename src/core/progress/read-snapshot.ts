import { z } from "zod/mini";
import { identityShape } from "./identity-shape.ts";
import { mostSnapshotEntries, type Snapshot } from "./snapshot.ts";

const entryShape = z.strictObject({ ...identityShape, count: z.int().check(z.positive()) });
const snapshotShape = z.strictObject({ version: z.literal(1), entries: z.array(entryShape).check(z.maxLength(mostSnapshotEntries)) });

/** The snapshot from a document's text; null where there is none or it cannot be read. */
export function readSnapshot(text: string | undefined): Snapshot | null {
  try {
    const parsed = snapshotShape.safeParse(JSON.parse(text ?? "null"));
    return parsed.success ? parsed.data.entries : null;
  } catch {
    return null;
  }
}
