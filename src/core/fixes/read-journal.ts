import { z } from "zod/mini";

const value = z.union([z.string(), z.number(), z.boolean()]);
const index = z.number().check(z.int(), z.nonnegative());
const writtenCell = z.strictObject({
  at: z.strictObject({ row: index, column: index }),
  /** Null for a cell that was empty. */
  from: z.nullable(value),
  to: value,
  numberFormat: z.optional(z.string()),
  formerFormat: z.string(),
  date1904: z.optional(z.boolean()),
});
const entryShape = z.strictObject({
  id: index,
  sheet: z.string(),
  /** The sheet's name at that time: its id may differ after the file was reopened. */
  name: z.string(),
  /** The rules whose fixes were written, for the list. */
  rules: z.array(z.string()),
  /** False until the writing was confirmed. */
  done: z.boolean(),
  cells: z.array(writtenCell),
});
const journalShape = z.strictObject({ version: z.literal(1), entries: z.array(entryShape) });

/** One fix, kept in the document so that it can be finished or undone after the pane was closed. */
export type JournalEntry = z.infer<typeof entryShape>;

/** The journal from a document's text. Empty where there is none or it cannot be read: file sanitizers may cut it. */
export function readJournal(text: string | undefined): readonly JournalEntry[] {
  try {
    const parsed = journalShape.safeParse(JSON.parse(text ?? "null"));
    return parsed.success ? parsed.data.entries : [];
  } catch {
    return [];
  }
}
