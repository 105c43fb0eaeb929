import { builtInForms } from "../core/form/built-in.ts";
import type { FormChoice } from "../core/form/known.ts";
import { readBytes } from "./check-files.ts";

/**
 * The forms to try: all that are built in, or the one that `--form` forces, by its id or from a file.
 * @throws {Refusal} unreadable, too-large, form-invalid
 */
export async function readForms(named: string | undefined): Promise<FormChoice> {
  if (named === undefined) return builtInForms;
  const builtIn = builtInForms.find(({ form }) => form.id === named);
  if (builtIn) return builtIn.form;
  const { parseForm } = await import("../core/form/parse.ts");
  return parseForm(new TextDecoder().decode(await readBytes(named)));
}
