import { parseForm } from "../../core/form/parse.ts";
import type { Form } from "../../core/form/schema.ts";
import { Hash } from "../../core/summary/hash.ts";

/**
 * The form under a name that somebody typed, the same in both languages, and an id made of it: of plain letters and digits
 * the name itself, else a hash. The same name gives the same id.
 * @throws {Refusal} form-invalid, for an empty name too.
 */
export function namedForm(form: Form, typed: string): Form {
  const name = typed.normalize("NFC").trim();
  return parseForm(JSON.stringify({ ...form, id: `form-${wordOf(name)}`, name: { ja: name, en: name } }));
}

function wordOf(name: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9 _-]*$/.test(name)) return name.toLowerCase().replace(/[ _]/g, "-");
  const hash = new Hash();
  hash.add(0, 0, name);
  return hash.text();
}
