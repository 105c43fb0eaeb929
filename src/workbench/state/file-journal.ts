import type { Journal } from "../../core/fixes/journal.ts";
import { fileOf } from "../worker/sheet-ids.ts";

/** The fixes of a file's sheets. */
export function journalOf(journal: Journal, file: string): Journal {
  return journal.filter(({ sheet }) => fileOf(sheet) === file);
}

/** The journal with other fixes for one file. All get new numbers, since a fix that returns must not share its number with another. */
export function withJournalOf(journal: Journal, file: string, entries: Journal): Journal {
  const others = journal.filter(({ sheet }) => fileOf(sheet) !== file);
  return [...others, ...entries].map((entry, index) => ({ ...entry, id: index + 1 }));
}
