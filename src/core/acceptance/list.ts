import { entryKey, type Acceptance } from "./acceptance.ts";

/** The acceptances of one sheet, the oldest first, and no more than a limit, or documents would grow without end. */
export type Acceptances = readonly Acceptance[];
export const mostAcceptances = 2000;

/** The list with one more entry, which replaces an equal one; the oldest entry goes where there are too many. */
export function withAcceptance(list: Acceptances, entry: Acceptance): Acceptances {
  return [...withoutAcceptance(list, entry), entry].slice(-mostAcceptances);
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
