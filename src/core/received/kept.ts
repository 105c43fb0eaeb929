import { z } from "zod/mini";
import { readSnapshot } from "../progress/read-snapshot.ts";
import { writeSnapshot, type Snapshot } from "../progress/snapshot.ts";

/** The name under which the states of received sheets are kept. */
export const receivedName = "tenken.received";
/** The most offices that are kept; the oldest go first. */
const mostOffices = 300;
/** The most versions of an office's sheet that are known as the same one: as it came, and as it was saved here. */
const mostVersions = 10;

/** What the evaluator decided about the sheet of an office. */
export interface KeptOffice {
  /** The key of the office, see `officeKey`. */
  readonly office: string;
  /** What the sheet is known by, as it came and as it was saved here. */
  readonly versions: readonly string[];
  readonly state: "returned" | "done";
  /** When it was decided, in milliseconds since 1970. */
  readonly at: number;
  /** What was found then; null where that was too much to keep. */
  readonly findings: Snapshot | null;
}

const keptShape = z.strictObject({
  version: z.literal(1),
  offices: z.array(
    z.strictObject({ office: z.string(), versions: z.array(z.string()), state: z.enum(["returned", "done"]), at: z.number(), findings: z.nullable(z.string()) }),
  ),
});

/** The kept states; none where the text is not one that `writeKept` made. */
export function readKept(text: string | undefined): readonly KeptOffice[] {
  try {
    const { data } = keptShape.safeParse(JSON.parse(text ?? "null"));
    return data?.offices.map((office) => ({ ...office, findings: office.findings === null ? null : readSnapshot(office.findings) })) ?? [];
  } catch {
    return [];
  }
}

/** The text to keep; undefined where there is nothing. */
export function writeKept(offices: readonly KeptOffice[]): string | undefined {
  if (offices.length === 0) return undefined;
  const latest = [...offices].sort((one, other) => other.at - one.at).slice(0, mostOffices);
  const written = latest.map(({ versions, findings, ...office }) => ({ ...office, versions: versions.slice(-mostVersions), findings: (findings && writeSnapshot(findings)) ?? null }));
  return JSON.stringify({ version: 1, offices: written });
}
