import { z } from "zod/mini";
import { levelKeys, mostLevels } from "./levels.ts";
import { ruleIds } from "./rule-ids.ts";

/** Bounds that no form exceeds: a file must not decide how long a check takes. */
const bounds = { columns: 200, terms: 60, vocabularies: 100, spellings: 200, words: 100, text: 200 } as const;

/** An object with these keys only; for another key, the message lists the known ones. */
export function entries<Shape extends z.core.$ZodShape>(shape: Shape) {
  return z.strictObject(shape, { error: ({ code }) => (code === "unrecognized_keys" ? Object.keys(shape).join(", ") : undefined) });
}

const text = z.string().check(z.regex(/\S/), z.maxLength(bounds.text));
/** A text that a fix writes into cells: direction marks, controls and line separators would steer whoever reads them. */
const written = text.check(z.refine((value) => !/[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u.test(value)));
const both = entries({ ja: text, en: text });
const words = z.array(text).check(z.maxLength(bounds.words));
const id = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9]*$/), z.maxLength(60));

/** Severities by rule; for another rule, the message lists the known ones. */
export const ruleSettings = z.optional(z.partialRecord(z.enum(ruleIds), z.enum(["error", "warning", "info", "off"]), { error: ({ code }: { readonly code: string }) => (code === "unrecognized_keys" ? ruleIds.join(", ") : undefined) }));

const term = entries({
  text: written,
  /** Set where the sheet holds the term as a number, not as a text. */
  number: z.optional(z.number()),
  /** none: the status cannot be judged. */
  meaning: z.enum(["good", "bad", "none"]),
  /** Signs: they are the whole cell, or precede the words. */
  aliases: z.optional(words),
  /** Other words for the term, in the same order for every term of the vocabulary. */
  words: z.optional(words),
  /** The review mark that the term gives to its row. */
  mark: z.optional(z.enum(["required", "attention"])),
  /** Terms of other vocabularies with the same meaning in another column. */
  corresponds: z.optional(words),
});

const column = entries({
  id,
  /** The level's id. */
  level: z.string(),
  /** label: a code and a title in one cell. */
  holds: z.enum(["label", "code", "text", "status", "page", "number", "section", "note"]),
  name: both,
  /** Header texts from the top row down; "#" stands for digits. The last one may be shared with the level's next column. */
  header: words,
  /** Whole header texts that mean this column, as in a flat header. */
  otherHeaders: z.optional(words),
  vocabulary: z.optional(z.string()),
  /** True where each term has a column of its own, and a mark stands in one of them. The header is what stands over all of them. */
  choice: z.optional(z.boolean()),
  /** The column's role in the contradiction rules. */
  role: z.optional(z.enum(["outcome", "target", "action", "effectiveness"])),
  /** The text begins with a 【heading】. */
  heading: z.optional(z.boolean()),
  optional: z.optional(z.boolean()),
  /** The column is only required where another column of its level holds one of these terms. */
  requiredWhen: z.optional(entries({ column: z.string(), is: words })),
  /** For several columns that differ by the year in their header: this year's, or an earlier one, the latest first. */
  year: z.optional(z.enum(["this", "earlier"])),
  /** Whose judgement it is. */
  judge: z.optional(both),
  /** False where the status marks no row: an earlier year, or an own assessment beside the one that counts. */
  decides: z.optional(z.boolean()),
});

const level = entries({
  id,
  name: both,
  key: z.enum(levelKeys),
  /**
   * The writing of its code. nested: {1} {2} … for the numbers from the outermost counted level: "{1}-{2}". running and restarting: {n}.
   * {1:Ⅰ} counts in Roman numerals, {n:A} in letters, {3:ア} in kana, {n:①} in circles.
   */
  code: z.optional(written),
  /** Latest first number of a running code: 2 for chapters that may be counted from the second one. */
  first: z.optional(z.int().check(z.positive())),
  /** An item may exist without one of the level below. */
  mayBeEmpty: z.optional(z.boolean()),
  /** Where a missing item is reported: at the first code below it, instead of at its own place. */
  missingAt: z.optional(z.literal("child")),
});

const threshold = entries({
  /** The column of the grade. */
  grade: z.string(),
  /** The column of the rate, or the columns of the reached number and its target. */
  rate: z.optional(z.string()),
  reached: z.optional(z.string()),
  target: z.optional(z.string()),
  lowerIsBetter: z.optional(z.boolean()),
  eitherWay: z.optional(z.boolean()),
  /** From the best: the term of every rate that is at least `from` (at most, where lower is better); 1 is 100 %. */
  steps: z.array(entries({ from: z.number(), term: text })).check(z.minLength(1), z.maxLength(bounds.terms)),
  /** The term of all other rates. */
  else: z.optional(text),
});

export const formShape = entries({
  $schema: z.optional(z.string()),
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/), z.maxLength(60)),
  name: both,
  /** Where the facts of the form are from. */
  source: z.optional(z.string()),
  /** Outermost first. */
  levels: z.array(level).check(z.minLength(1), z.maxLength(mostLevels)),
  /** The writing of a page, {n} for its number, and further writings. Required where a column holds pages. */
  page: z.optional(entries({ write: written, also: words })),
  columns: z.array(column).check(z.minLength(1), z.maxLength(bounds.columns)),
  vocabularies: z.record(z.string(), z.array(term).check(z.minLength(1), z.maxLength(bounds.terms))),
  thresholds: z.optional(z.array(threshold).check(z.maxLength(bounds.columns))),
  /** table: one on a sheet; tables: several alike; cards: a sheet for each item. */
  layout: z.optional(z.enum(["table", "tables", "cards"])),
  /** Writings of one word, the usual one first: ["取組", "取り組み"]. */
  spellings: z.array(z.array(written).check(z.maxLength(20))).check(z.maxLength(bounds.spellings)),
  /** First words of rows that are totals. */
  totals: z.optional(words),
  rules: ruleSettings,
});

export type Form = z.infer<typeof formShape>;
export type FormLevel = Form["levels"][number];
export type FormColumn = Form["columns"][number];
export type Term = z.infer<typeof term>;
export type Threshold = z.infer<typeof threshold>;
