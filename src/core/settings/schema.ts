import { z } from "zod/mini";
import { formFrom } from "../form/parse.ts";
import { entries, ruleSettings, type Form } from "../form/schema.ts";
import { languages } from "../wording/language.ts";

/** The longest settings, in UTF-16 units. */
export const longestSettings = 200_000;

/** The entries that need no parsing of a form; all are optional. */
export const entryShapes = {
  rules: ruleSettings,
  answers: z.optional(z.record(z.string().check(z.maxLength(200)), z.string().check(z.maxLength(400)))),
  follow: z.optional(z.nullable(z.boolean())),
  language: z.optional(z.nullable(z.enum(languages))),
};

const version = z.literal(1);

/** Any settings of a known version. */
export const anySettings = z.looseObject({ version, rules: z.optional(z.record(z.string(), z.unknown())) });

/** Settings without a fault; their form is not parsed yet. */
export const settingsShape = entries({ version, ...entryShapes, form: z.optional(z.unknown()) });

/** The form of an entry; null where there is none. @throws {Refusal} form-invalid, as `formFrom` does. */
export function formOf(entry: unknown): Form | null {
  return entry === undefined || entry === null ? null : formFrom(entry);
}
