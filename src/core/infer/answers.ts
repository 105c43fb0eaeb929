import type { FormAnswers } from "../form/known.ts";
import type { Form } from "../form/schema.ts";
import { Hash } from "../model/hash.ts";

/** An answer for one form. Earlier versions kept answers for every sheet of a document. */
const ownKey = /^[0-9a-f]{16}\//;

/** The answers about this form. Answers for all sheets count where none was given for this form. */
export function answersAbout(form: Form, answers: FormAnswers): FormAnswers {
  const own = prefixOf(form);
  const about = [...answers].filter(([key]) => !ownKey.test(key) || key.startsWith(own));
  return new Map(about.sort(([one], [other]) => Number(ownKey.test(one)) - Number(ownKey.test(other))).map(([key, value]) => [key.replace(ownKey, ""), value]));
}

/** A document's answers with one more about a form, by the question's id; undefined removes it. */
export function withAnswer(kept: Readonly<Record<string, string>>, form: Form, question: string, value: string | undefined): Readonly<Record<string, string>> {
  const answers = new Map(Object.entries(kept));
  const key = `${prefixOf(form)}${question}`;
  if (value === undefined) for (const each of [question, key]) answers.delete(each);
  else answers.set(key, value);
  return Object.fromEntries(answers);
}

/** Identifies a form by its levels and its columns' headers, of any year, but not by anything that answers change. */
function prefixOf({ levels, columns }: Form): string {
  const hash = new Hash();
  const add = (row: number, texts: readonly string[]) => texts.forEach((text, column) => hash.add(row, column, text.replace(/[0-9０-９]+/g, "#")));
  add(0, levels.map(({ name }) => name.ja));
  columns.forEach(({ id, header }, index) => add(index + 1, [id, ...header]));
  return `${hash.text()}/`;
}
