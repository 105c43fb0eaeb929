import { builtInForms } from "../form/built-in.ts";
import type { KnownForm } from "../form/known.ts";
import { parseForm } from "../form/parse.ts";
import type { Form, Term } from "../form/schema.ts";
import { Hash } from "../model/hash.ts";
import type { Settings } from "./settings.ts";

/** Changes of a term; `mark` is undefined for no mark. */
export interface TermChange {
  readonly meaning: Term["meaning"];
  readonly mark: Term["mark"] | undefined;
}

/** The form of a check as the document's own form: without the chosen severities, which the document keeps beside it. */
export function ownForm({ form, from }: KnownForm, settings: Settings): Form {
  if (from === "document" && settings.form) return settings.form;
  const builtIn = builtInForms.find((known) => known.form.id === form.id)?.form;
  const base = builtIn ?? { ...form, rules: Object.fromEntries(Object.entries(form.rules ?? {}).filter(([id]) => !(id in settings.rules))) };
  const hash = new Hash();
  hash.add(0, 0, JSON.stringify(base));
  const name = builtIn ? { ja: `${base.name.ja}（変更あり）`, en: `${base.name.en} (changed)` } : base.name;
  return { ...base, id: base.id.startsWith("form-") ? base.id : `form-${hash.text()}`, name };
}

/** The form with another meaning or mark of the term. */
export function withTerm(form: Form, vocabulary: string, text: string, { meaning, mark }: TermChange): Form {
  return withTerms(form, vocabulary, (terms) =>
    terms.map((term) => {
      if (term.text !== text) return term;
      const changed = { ...term, meaning };
      if (mark) changed.mark = mark;
      else delete changed.mark;
      return changed;
    }),
  );
}

/** The form with a further term at the end of the vocabulary. @throws {Refusal} form-invalid where the term equals another one */
export function withNewTerm(form: Form, vocabulary: string, text: string, { meaning, mark }: TermChange): Form {
  return parseForm(JSON.stringify(withTerms(form, vocabulary, (terms) => [...terms, { text, meaning, ...(mark && { mark }) }])));
}

/** The form without the term. @throws {Refusal} form-invalid where it is the last one or is needed elsewhere in the form */
export function withoutTerm(form: Form, vocabulary: string, text: string): Form {
  return parseForm(JSON.stringify(withTerms(form, vocabulary, (terms) => terms.filter((term) => term.text !== text))));
}

function withTerms(form: Form, vocabulary: string, change: (terms: Term[]) => Term[]): Form {
  return { ...form, vocabularies: Object.fromEntries(Object.entries(form.vocabularies).map(([name, terms]) => [name, name === vocabulary ? change(terms) : terms])) };
}
