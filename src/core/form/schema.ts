import { z } from "zod/mini";
import { levelKeys, mostLevels } from "./levels.ts";

/** Bounds that no form needs: what a file brings along must not decide how long a check takes. */
const bounds = { columns: 200, terms: 60, vocabularies: 100, spellings: 200, words: 100, text: 200 } as const;

const text = z.string().check(z.minLength(1), z.maxLength(bounds.text));
const both = z.strictObject({ ja: text, en: text });
const words = z.array(text).check(z.maxLength(bounds.words));
const id = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9]*$/), z.maxLength(60));

const term = z.strictObject({
  text,
  /** Set where the term is a number of the sheet and not a text. */
  number: z.optional(z.number()),
  /** none: the status cannot be judged. */
  meaning: z.enum(["good", "bad", "none"]),
  /** Signs: met as the whole cell or before the words. */
  aliases: z.optional(words),
  /** Other words for the term, in the same order for every term of the vocabulary. */
  words: z.optional(words),
  /** The review mark that the term gives to its row. */
  mark: z.optional(z.enum(["required", "attention"])),
  /** Terms of other vocabularies that say the same of another column. */
  corresponds: z.optional(words),
});

const column = z.strictObject({
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
  /** What the contradiction rules take the column for. */
  role: z.optional(z.enum(["outcome", "target", "action", "effectiveness"])),
  /** The text opens with a 【heading】. */
  heading: z.optional(z.boolean()),
  optional: z.optional(z.boolean()),
  /** The column is due only where another column of its level holds one of these terms. */
  requiredWhen: z.optional(z.strictObject({ column: z.string(), is: words })),
  /** Of several columns that differ by the year in their header: this year's, or an earlier one, the latest first. */
  year: z.optional(z.enum(["this", "earlier"])),
  /** Whose judgement it is. */
  judge: z.optional(both),
  /** False where the status marks no row: an earlier year, an own assessment beside the one that counts. */
  decides: z.optional(z.boolean()),
});

const level = z.strictObject({
  id,
  name: both,
  key: z.enum(levelKeys),
  /**
   * How its code is written. nested: {1} {2} … for the numbers from the outermost level that is counted: "{1}-{2}". running and restarting: {n}.
   * {1:Ⅰ} counts in Roman numerals, {n:A} in letters, {3:ア} in kana, {n:①} in circles.
   */
  code: z.optional(text),
  /** Where a running number may begin: 2 for chapters that are counted from the second one. */
  first: z.optional(z.int().check(z.positive())),
  /** An item of it may stand without one of the level below. */
  mayBeEmpty: z.optional(z.boolean()),
  /** Where it is reported that an item is not on the sheet: at the first code below it, instead of where it should stand. */
  missingAt: z.optional(z.literal("child")),
});

const threshold = z.strictObject({
  /** The column of the grade. */
  grade: z.string(),
  /** The column of the rate, or those of the number reached and of its target. */
  rate: z.optional(z.string()),
  reached: z.optional(z.string()),
  target: z.optional(z.string()),
  lowerIsBetter: z.optional(z.boolean()),
  /** From the best: the term of every rate that is at least (at most, where lower is better) `from`; 1 is 100 %. */
  steps: z.array(z.strictObject({ from: z.number(), term: text })).check(z.minLength(1), z.maxLength(bounds.terms)),
  /** The term of all other rates. */
  else: z.optional(text),
});

export const formShape = z.strictObject({
  $schema: z.optional(z.string()),
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/), z.maxLength(60)),
  name: both,
  /** Where the facts of the form are from. */
  source: z.optional(z.string()),
  /** Outermost first. */
  levels: z.array(level).check(z.minLength(1), z.maxLength(mostLevels)),
  /** How a page is written, {n} for its number, and the other ways it is met. Needed where a column holds pages. */
  page: z.optional(z.strictObject({ write: text, also: words })),
  columns: z.array(column).check(z.minLength(1), z.maxLength(bounds.columns)),
  vocabularies: z.record(z.string(), z.array(term).check(z.minLength(1), z.maxLength(bounds.terms))),
  thresholds: z.optional(z.array(threshold).check(z.maxLength(bounds.columns))),
  /** table: one on a sheet; tables: several alike; cards: a sheet for each item. */
  layout: z.optional(z.enum(["table", "tables", "cards"])),
  /** Ways to write one word, the usual one first: ["取組", "取り組み"]. */
  spellings: z.array(z.array(text).check(z.maxLength(20))).check(z.maxLength(bounds.spellings)),
  /** First words of rows that add up others. */
  totals: z.optional(words),
  rules: z.optional(z.record(z.string(), z.enum(["error", "warning", "info", "off"]))),
});

export type Form = z.infer<typeof formShape>;
export type FormLevel = Form["levels"][number];
export type FormColumn = Form["columns"][number];
export type Term = z.infer<typeof term>;
export type Threshold = z.infer<typeof threshold>;
