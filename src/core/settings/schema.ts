import { z } from "zod/mini";
import { parseForm } from "../form/parse.ts";
import type { Form } from "../form/schema.ts";
import { rules } from "../rules/index.ts";
import { languages } from "../wording/language.ts";

/** One of these words, or a message that names them. */
const oneOf = <const Word extends string>(words: readonly Word[]) => z.enum(words, { error: `needs ${words.join(", ")}` });
const ruleSetting = oneOf(["error", "warning", "info", "off"]);

/** The entries that this file can check; each may be left out. */
export const entryShapes = {
  rules: z.optional(z.partialRecord(z.enum(rules.map(({ id }) => id)), ruleSetting)),
  answers: z.optional(z.record(z.string().check(z.maxLength(200)), z.string().check(z.maxLength(400)))),
  follow: z.optional(z.nullable(z.boolean({ error: "needs true, false or null" }))),
  language: z.optional(z.nullable(oneOf(languages))),
};

const version = z.literal(1, { error: "needs 1" });

/** Settings of which nothing is known but the version. */
export const anySettings = z.looseObject({ version, rules: z.optional(z.record(z.string(), z.unknown())) });

/** Settings without a fault; the form is still to be parsed. */
export const settingsShape = z.strictObject({ version, ...entryShapes, form: z.optional(z.unknown()) });

/** The form of an entry; null where there is none. @throws {Refusal} form-invalid, as `parseForm` does. */
export function formOf(entry: unknown): Form | null {
  return entry === undefined || entry === null ? null : parseForm(JSON.stringify(entry));
}
