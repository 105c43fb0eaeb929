import { existsSync } from "node:fs";
import { builtInForms } from "../core/form/built-in.ts";
import type { FormChoice } from "../core/form/known.ts";
import type { Form } from "../core/form/schema.ts";
import { Refusal } from "../core/model/refusal.ts";
import { readBytes } from "./check-files.ts";
import { UsageError } from "./options.ts";

/**
 * The forms to try: all that are built in, or the one that `--form` forces, by its id or from a file.
 * @throws {Refusal} unreadable, too-large, form-invalid, its detail the file's name before the faults
 * @throws {UsageError} for a name that is neither
 */
export async function readForms(named: string | undefined): Promise<FormChoice> {
  if (named === undefined) return builtInForms;
  const builtIn = builtInForm(named);
  if (builtIn) return builtIn;
  if (!existsSync(named)) throw noSuchForm(named);
  const [{ parseForm }, { withDefaultMarks }, { inFile }, bytes] = await Promise.all([import("../core/form/parse.ts"), import("../core/form/default-marks.ts"), import("../core/form/faults.ts"), readBytes(named)]);
  try {
    return withDefaultMarks(parseForm(new TextDecoder().decode(bytes)));
  } catch (error) {
    throw error instanceof Refusal ? inFile(error, named) : error;
  }
}

/** The form that is built in under this id; undefined where there is none. */
export function builtInForm(id: string): Form | undefined {
  return builtInForms.find(({ form }) => form.id === id)?.form;
}

/** What is said of a name that is no form and no file. */
export function noSuchForm(named: string): UsageError {
  const names = builtInForms.map(({ form }) => form.id).join(", ");
  return new UsageError(`「${named}」という様式もファイルもありません。様式の名前：${names}\nThere is no form and no file ${named}. The forms: ${names}`);
}
