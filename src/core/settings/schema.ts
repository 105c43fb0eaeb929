import { z } from "zod/mini";
import { formFrom } from "../form/parse.ts";
import type { Form } from "../form/schema.ts";
import { rules } from "../rules/index.ts";
import { languages } from "../wording/language.ts";

/** The longest settings, in UTF-16 units. */
export const longestSettings = 200_000;

/** One of these words, with a message that lists them. */
const oneOf = <const Word extends string>(words: readonly Word[]) => z.enum(words, { error: `needs ${words.join(", ")}` });
const ruleSetting = oneOf(["error", "warning", "info", "off"]);

/** The entries that need no parsing of a form; all are optional. */
export const entryShapes = {
  rules: z.optional(z.partialRecord(z.enum(rules.map(({ id }) => id)), ruleSetting)),
  answers: z.optional(z.record(z.string().check(z.maxLength(200)), z.string().check(z.maxLength(400)))),
  follow: z.optional(z.nullable(z.boolean({ error: "needs true, false or null" }))),
  language: z.optional(z.nullable(oneOf(languages))),
};

const version = z.literal(1, { error: "needs 1" });

/** Any settings of a known version. */
export const anySettings = z.looseObject({ version, rules: z.optional(z.record(z.string(), z.unknown())) });

/** Settings without a fault; their form is not parsed yet. */
export const settingsShape = z.strictObject({ version, ...entryShapes, form: z.optional(z.unknown()) });

/** The form of an entry; null where there is none. @throws {Refusal} form-invalid, as `formFrom` does. */
export function formOf(entry: unknown): Form | null {
  return entry === undefined || entry === null ? null : formFrom(entry);
}
