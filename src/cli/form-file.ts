import { osakaWard } from "../core/form/built-in.ts";
import type { Form } from "../core/form/schema.ts";
import { readBytes } from "./check-files.ts";

/** The form in a file; the built-in one where none is named. @throws {Refusal} unreadable, too-large, form-invalid */
export async function readForm(path: string | undefined): Promise<Form> {
  if (path === undefined) return osakaWard;
  const { parseForm } = await import("../core/form/parse.ts");
  return parseForm(new TextDecoder().decode(await readBytes(path)));
}
