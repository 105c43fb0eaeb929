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
const firstShape = z.strictObject({ version: z.literal(1), entries: z.array(entryShape) });
/** Row, column, from, to, number of the former format; then the number of the format, or null, and whether dates count from 1904. */
const cellShape = z.tuple([index, index, z.nullable(value), value, index], z.nullable(z.union([index, z.boolean()])));
const journalShape = z.strictObject({
  version: z.literal(2),
  sheets: z.array(z.tuple([z.string(), z.string()])),
  rules: z.array(z.string()),
  formats: z.array(z.string()),
  entries: z.array(z.tuple([index, index, z.union([z.literal(0), z.literal(1)]), z.array(index), z.array(cellShape)])),
});

/** One fix, kept in the document so that it can be finished or undone after the pane was closed. */
export type JournalEntry = z.infer<typeof entryShape>;

/** The journal from a document's text. Empty where there is none or it cannot be read: file sanitizers may cut it. */
export function readJournal(text: string | undefined): readonly JournalEntry[] {
  try {
    const read: unknown = JSON.parse(text ?? "null");
    const first = firstShape.safeParse(read);
    return first.success ? first.data.entries : entriesOf(journalShape.parse(read));
  } catch {
    return [];
  }
}

/** @throws where a number has no text */
function entriesOf({ sheets, rules, formats, entries }: z.infer<typeof journalShape>): readonly JournalEntry[] {
  return entries.map(([id, sheet, done, ruled, cells]) => {
    const [own, name] = at(sheets, sheet);
    return { id, sheet: own, name, rules: ruled.map((rule) => at(rules, rule)), done: done === 1, cells: cells.map((cell) => cellOf(cell, formats)) };
  });
}

function cellOf([row, column, from, to, former, ...more]: z.infer<typeof cellShape>, formats: readonly string[]): JournalEntry["cells"][number] {
  const [format, date1904] = more;
  return {
    at: { row, column },
    from,
    to,
    formerFormat: at(formats, former),
    ...(typeof format === "number" && { numberFormat: at(formats, format) }),
    ...(typeof date1904 === "boolean" && { date1904 }),
  };
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no entry ${String(index)}`);
  return item;
}
