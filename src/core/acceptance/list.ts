import { z } from "zod/mini";
import { entryKey, readAcceptance, type Acceptance } from "./acceptance.ts";

/** The acceptances of one sheet, the oldest first, and no more than a limit, or documents would grow without end. */
export type Acceptances = readonly Acceptance[];
const mostEntries = 2000;

const listShape = z.strictObject({ version: z.literal(1), entries: z.array(z.unknown()) });

/** The list with one more entry, which replaces an equal one; the oldest entry goes where there are too many. */
export function withAcceptance(list: Acceptances, entry: Acceptance): Acceptances {
  return [...withoutAcceptance(list, entry), entry].slice(-mostEntries);
}

/** The list without equal acceptances: the finding is open again. The same list without an entry. */
export function withoutAcceptance(list: Acceptances, entry: Acceptance | undefined): Acceptances {
  if (!entry) return list;
  const key = entryKey(entry);
  return list.filter((other) => entryKey(other) !== key);
}

/** The text to keep in the document; undefined for an empty list. */
export function writeAcceptances(list: Acceptances): string | undefined {
  return list.length === 0 ? undefined : JSON.stringify({ version: 1, entries: list });
}

/** The list from a document's text, without entries that cannot be read. */
export function readAcceptances(text: string | undefined): Acceptances {
  try {
    const parsed = listShape.safeParse(JSON.parse(text ?? "null"));
    const entries = parsed.success ? parsed.data.entries.slice(-mostEntries) : [];
    return entries.map(readAcceptance).filter((entry) => entry !== undefined);
  } catch {
    return [];
  }
}
