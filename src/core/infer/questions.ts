import type { FormAnswers } from "../form/known.ts";
import type { Form, FormColumn, Term } from "../form/schema.ts";
import { columnLetters } from "../model/address.ts";
import type { CellPlace } from "../model/address.ts";
import { addAll } from "../model/many.ts";
import type { AnsweredQuestion, Question } from "../model/question.ts";
import type { Wording } from "../wording/language.ts";
import { callsForReview } from "../form/default-marks.ts";
import { answersAbout } from "./answers.ts";
import { meaningOf } from "./scales.ts";
import type { DoubtfulWord } from "./terms.ts";
import { chosenOf, withChosen, type Twins } from "./twins.ts";

/** A scale and its doubts. */
export interface AskedScale {
  readonly ids: readonly string[];
  readonly terms: readonly Term[];
  readonly doubtful: readonly DoubtfulWord[];
  readonly isSure: boolean;
  readonly cells: readonly CellPlace[];
}

/** The questions about a form. */
export interface Asked {
  /** All open questions. */
  readonly questions: readonly Question[];
  readonly answered: readonly AnsweredQuestion[];
}

/** A known form has no questions. */
export const nothingAsked: Asked = { questions: [], answered: [] };

/** The questions and the form after the answers. */
export interface SettledForm extends Asked {
  readonly form: Form;
  /** Columns that the form does not use, since another one was chosen. */
  readonly passedOver: readonly string[];
}

/** The questions, and the form after the answers. Answers to questions that were not asked count too. @param twins columns of which the form uses one @param others further questions */
export function questionsOf(inferred: Form, scales: readonly AskedScale[], kept: FormAnswers, twins: readonly Twins[] = [], others: readonly Question[] = []): SettledForm {
  const answers = answersAbout(inferred, kept);
  const asked = [...others];
  const passedOver: string[] = [];
  let form = inferred;
  for (const own of twins) {
    const { id, questions } = chosenOf(own, form.columns.find((column) => own.ids.includes(column.id))?.name ?? form.name, answers);
    addAll(asked, questions);
    addAll(passedOver, own.ids.filter((other) => other !== id));
    form = { ...form, columns: withChosen(form.columns, own, id) };
  }
  const terms = new Set(scales.flatMap((scale) => scale.terms.map(({ text }) => text)));
  for (const scale of scales) {
    const deciding = form.columns.find((column) => scale.ids.includes(column.id) && column.decides !== false);
    if (!scale.isSure && deciding && scale.terms.length > 1) asked.push(badQuestion(`bad:${scale.ids[0] ?? ""}`, deciding.name, scale));
    for (const { text, cells } of scale.doubtful) {
      // A single word of another column is told as that, whatever the answer would be.
      if (cells.length === 1 && terms.has(text)) continue;
      const letters = columnLetters(cells[0]?.column ?? 0);
      const column = form.columns.find(({ id }) => id === letters) ?? form.columns.find(({ id }) => scale.ids.includes(id));
      asked.push(termQuestion(`term:${letters}:${text}`, column?.name ?? { ja: letters, en: letters }, text, cells));
    }
  }
  const open = asked.filter(({ id }) => !answers.has(id));
  const settled = asked.flatMap((question) => {
    const answer = answers.get(question.id);
    return answer === undefined ? [] : [{ ...question, answer }];
  });
  const chosen = new Set(twins.flatMap(({ ids }) => ids.map((id) => `decides:${id}`)));
  return { form: answered(form, new Map([...answers].filter(([id]) => !chosen.has(id)))), questions: open, answered: settled, passedOver };
}

function badQuestion(id: string, name: Wording, { terms, cells }: AskedScale): Question {
  const texts = terms.filter(({ meaning }) => meaning !== "none").map(({ text }) => text);
  const choices = Array.from({ length: texts.length + 1 }, (_, count) => [...texts.slice(texts.length - count)].reverse());
  const assumed = terms.filter(({ meaning }) => meaning === "bad").map(({ text }) => text).reverse();
  return {
    id,
    text: { ja: `「${name.ja}」で、見直しや注意が要る評価はどれですか。`, en: `Which grades of “${name.en}” ask for a review or attention?` },
    choices: choices.map((bad) => ({ value: bad.join("|"), text: bad.length === 0 ? { ja: "ありません", en: "none" } : { ja: bad.join("、"), en: bad.join(", ") } })),
    assumed: assumed.join("|"),
    cells,
  };
}

function termQuestion(id: string, name: Wording, text: string, cells: readonly CellPlace[]): Question {
  return {
    id,
    text: { ja: `「${name.ja}」の「${text}」は、評価の語ですか。`, en: `Is “${text}” one of the grades of “${name.en}”?` },
    choices: [
      { value: "term", text: { ja: "評価の語です", en: "It is a grade" } },
      { value: "mistake", text: { ja: "記入の誤りです", en: "It is a mistake" } },
    ],
    assumed: "mistake",
    cells,
  };
}

/** The form after the answers. */
function answered(form: Form, answers: FormAnswers): Form {
  let settled = form;
  for (const [id, value] of answers) settled = withAnswer(settled, id, value);
  return settled;
}

function withAnswer(form: Form, id: string, value: string): Form {
  const [kind, letters = "", ...rest] = id.split(":");
  if (kind === "rule") return { ...form, rules: { ...form.rules, ...ruleSetting(letters, value) } };
  const column = form.columns.find((one) => one.id === letters);
  if (!column) return form;
  switch (kind) {
    case "bad":
      return withTerms(form, column, (terms) => withBad(terms, value === "" ? [] : value.split("|")));
    case "term":
      return value === "term" ? withTerms(form, column, (terms) => (terms.some(({ text }) => text === rest.join(":")) ? terms : [...terms, termOf(rest.join(":"))])) : form;
    case "year":
      return withColumn(form, column, value === "earlier" ? { year: "earlier", decides: false, optional: true } : { year: "this", decides: true });
    case "decides":
      return column.holds === "status" ? withColumn(form, column, { decides: value === "yes" }) : form;
    case "level": {
      const level = form.levels[Number(value) - 1];
      return level ? withColumn(form, column, { level: level.id }) : form;
    }
    default:
      return form;
  }
}

function ruleSetting(rule: string, value: string): Form["rules"] {
  const setting = (["error", "warning", "info", "off"] as const).find((one) => one === value);
  return setting && { [rule]: setting };
}

function withColumn(form: Form, column: FormColumn, change: Partial<FormColumn>): Form {
  return { ...form, columns: form.columns.map((one) => (one.id === column.id ? { ...one, ...change } : one)) };
}

function withTerms(form: Form, { vocabulary = "" }: FormColumn, change: (terms: readonly Term[]) => readonly Term[]): Form {
  const terms = new Map(Object.entries(form.vocabularies));
  terms.set(vocabulary, [...change(terms.get(vocabulary) ?? [])]);
  return { ...form, vocabularies: Object.fromEntries(terms) };
}

/** A word that is a term after all: with the meaning that it tells itself, otherwise not judged. */
function termOf(text: string): Term {
  const { meaning, known } = meaningOf(text);
  if (!known) return { text, meaning: "none" };
  return meaning === "bad" ? { text, meaning, mark: callsForReview(text) ? "required" : "attention" } : { text, meaning };
}

/** Sets the bad terms, worst first. If there are several, the worst asks for a review, unless others do by their words. */
function withBad(terms: readonly Term[], bad: readonly string[]): readonly Term[] {
  const calling = bad.filter(callsForReview);
  return terms.map((term): Term => {
    const place = bad.indexOf(term.text);
    if (place < 0) return { ...term, meaning: term.meaning === "bad" ? "good" : term.meaning, mark: undefined };
    const isRequired = calling.length > 0 ? calling.includes(term.text) : bad.length > 1 && place === 0;
    return { ...term, meaning: "bad", mark: isRequired ? "required" : "attention" };
  });
}
