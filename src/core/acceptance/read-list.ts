import { z } from "zod/mini";
import { identityShape } from "../progress/identity-shape.ts";
import { longestText, type Acceptance } from "./acceptance.ts";
import { mostAcceptances, type Acceptances } from "./list.ts";

const keptText = z.string().check(z.maxLength(longestText));
const acceptanceShape = z.strictObject({ ...identityShape, value: keptText, reason: keptText, by: keptText, on: z.iso.date() });
const listShape = z.strictObject({ version: z.literal(1), entries: z.array(z.unknown()) });

/** The list from a document's text, without entries that cannot be read. */
export function readAcceptances(text: string | undefined): Acceptances {
  try {
    const parsed = listShape.safeParse(JSON.parse(text ?? "null"));
    const entries = parsed.success ? parsed.data.entries.slice(-mostAcceptances) : [];
    return entries.map(readAcceptance).filter((entry) => entry !== undefined);
  } catch {
    return [];
  }
}

function readAcceptance(entry: unknown): Acceptance | undefined {
  return acceptanceShape.safeParse(entry).data;
}
