import { z } from "zod/mini";
import { levels } from "./levels.ts";

const both = z.strictObject({ ja: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) });
const words = z.array(z.string().check(z.minLength(1)));

const term = z.strictObject({
  text: z.string().check(z.minLength(1)),
  /** none: the status cannot be judged. */
  meaning: z.enum(["good", "bad", "none"]),
  aliases: z.optional(words),
  /** The review mark that the term gives to its row. */
  mark: z.optional(z.enum(["required", "attention"])),
  /** Terms of other vocabularies that say the same of another column. */
  corresponds: z.optional(words),
});

const column = z.strictObject({
  id: z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9]*$/)),
  level: z.enum(levels),
  /** label: a code and a title in one cell. */
  holds: z.enum(["label", "code", "text", "status", "page"]),
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
});

const levelForm = z.strictObject({
  name: both,
  /** The code as it is written, {1} {2} {3} for the numbers of the levels: "{1}-{2}"; {1:Ⅰ} in Roman numerals, {1:A} in letters, {3:ア} in kana, {3:①} in circles. */
  code: z.string(),
});

export const formShape = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
  name: both,
  levels: z.strictObject({ issue: levelForm, strategy: levelForm, initiative: levelForm }),
  /** How a page is written, {n} for its number, and the other ways it is met. */
  page: z.strictObject({ write: z.string(), also: words }),
  columns: z.array(column),
  vocabularies: z.record(z.string(), z.array(term)),
  /** Ways to write one word, the usual one first: ["取組", "取り組み"]. */
  spellings: z.array(words),
  /** First words of rows that add up others. */
  totals: z.optional(words),
  rules: z.optional(z.record(z.string(), z.enum(["error", "warning", "info", "off"]))),
});

export type Form = z.infer<typeof formShape>;
export type FormColumn = Form["columns"][number];
export type Term = z.infer<typeof term>;
