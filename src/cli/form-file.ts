import { builtInForms } from "../core/form/built-in.ts";
import { refusalIn } from "../core/model/internal.ts";
import type { FormChoice } from "../core/form/known.ts";
import type { Form } from "../core/form/schema.ts";
import { Refusal } from "../core/model/refusal.ts";
import type { Language } from "../core/wording/language.ts";
import { explainRefusal } from "../core/wording/refusal-causes.ts";
import { fileKindOf } from "../hosts/file/open.ts";
import type { CheckedBy } from "./check-files.ts";
import type { CommonOptions } from "./options.ts";
import { readBytes } from "./read-bytes.ts";
import { statOf } from "./sources.ts";
import { formIsFolder, formIsNoText, needsWord, noSuchForm, UsageError } from "./usage.ts";

/** How the options ask for the files to be checked: a given form decides alone. @throws as `readForms` does */
export async function checkedBy({ formFile, byDefaults }: Pick<CommonOptions, "formFile" | "byDefaults">): Promise<CheckedBy> {
  return { forms: await readForms(formFile), useOwn: formFile === undefined && !byDefaults };
}

/**
 * The forms to try: all that are built in, or the one that `--form` forces, by its id or from a file.
 * @throws {Refusal} form-invalid, its detail the file's name before the faults
 * @throws {UsageError} for a name that is neither, and for a file that cannot be read
 */
async function readForms(named: string | undefined): Promise<FormChoice> {
  if (named === undefined) return builtInForms;
  const builtIn = builtInForm(named);
  if (builtIn) return builtIn;
  if (named === "") throw new UsageError(needsWord("--form"));
  const found = statOf(named);
  if (!found) throw unknownForm(named);
  if (found.isDirectory()) throw new UsageError(formIsFolder(named));
  const [{ parseForm }, { withDefaultMarks }, { inFile }, bytes] = await Promise.all([import("../core/form/parse.ts"), import("../core/form/default-marks.ts"), import("../core/form/faults.ts"), readBytes(named).catch((error: unknown) => unreadableForm(named, error))]);
  if (fileKindOf(bytes) === "zip") throw new UsageError(formIsNoText(named));
  try {
    return withDefaultMarks(parseForm(new TextDecoder().decode(bytes)));
  } catch (error) {
    throw error instanceof Refusal ? inFile(error, named) : error;
  }
}

/** The built-in form with this id; undefined if there is none. */
export function builtInForm(id: string): Form | undefined {
  return builtInForms.find(({ form }) => form.id === id)?.form;
}

/** The error for a name that is neither form nor file. */
export function unknownForm(named: string): UsageError {
  return new UsageError(noSuchForm(named, builtInForms.map(({ form }) => form.id)));
}

/** Adds the path, since the sentence alone would not tell which of the named files it is. */
function unreadableForm(named: string, error: unknown): never {
  const refusal = refusalIn(error);
  if (refusal.code === "too-large") throw new UsageError(formIsNoText(named));
  const say = (language: Language) => `--form ${named}: ${explainRefusal(refusal, language)}`;
  throw new UsageError(() => ({ ja: say("ja"), en: say("en") }));
}
