import { withoutSpace } from "../wording/hidden.ts";
import { foldWidth } from "./fold.ts";
import type { Form, Term } from "./schema.ts";

const calls = /見直|廃止|中止|撤退/;

/** True for words that require a review whatever the other terms are. */
export function callsForReview(words: string): boolean {
  return calls.test(withoutSpace(foldWidth(words)));
}

/**
 * Adds the usual marks to a form without any: bad terms whose words call for a review require one, otherwise the worst of
 * several; the other bad terms get attention. Any other form stays as it is.
 */
export function withDefaultMarks(form: Form): Form {
  const vocabularies = Object.entries(form.vocabularies);
  if (vocabularies.some(([, terms]) => terms.some(({ mark }) => mark !== undefined))) return form;
  return { ...form, vocabularies: Object.fromEntries(vocabularies.map(([name, terms]) => [name, markedTerms(terms)])) };
}

/** The terms with the usual marks. @param terms from the best to the worst */
export function markedTerms(terms: readonly Term[]): Term[] {
  const bad = terms.filter(({ meaning }) => meaning === "bad");
  const calling = bad.filter(({ text, words = [] }) => [text, ...words].some(callsForReview));
  const required = calling.length > 0 ? calling : bad.length > 1 ? bad.slice(-1) : [];
  return terms.map((term): Term => (term.meaning === "bad" ? { ...term, mark: required.includes(term) ? "required" : "attention" } : term));
}
