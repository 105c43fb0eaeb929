import type { Journal } from "../../core/fixes/journal.ts";
import { partsOf } from "./workspace-state.ts";

/** The mends of a file's sheets. */
export function journalOf(journal: Journal, file: string): Journal {
  return journal.filter(({ sheet }) => partsOf(sheet).file === file);
}

/** The journal with other mends for one file. All are numbered anew: a mend that comes back must not share its number with another. */
export function withJournalOf(journal: Journal, file: string, entries: Journal): Journal {
  const others = journal.filter(({ sheet }) => partsOf(sheet).file !== file);
  return [...others, ...entries].map((entry, index) => ({ ...entry, id: index + 1 }));
}
