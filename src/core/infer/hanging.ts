import type { Inspection } from "../model/finding.ts";
import type { Question } from "../model/question.ts";

type Told = Pick<Inspection, "findings" | "marks">;

/** How many findings and marks another answer would change. */
export interface Hanging {
  readonly findings: number;
  readonly marks: number;
}

/** What hangs on each question: for a word the findings that name the question, otherwise the marks of its columns. */
export function hangingIn({ findings, marks }: Told): (question: Question) => Hanging {
  const named = new Map<string, number>();
  for (const { question } of findings) if (question !== undefined) named.set(question, (named.get(question) ?? 0) + 1);
  return ({ id, cells }) => {
    if (id.startsWith("term:")) return { findings: named.get(id) ?? 0, marks: 0 };
    const columns = new Set(cells.map(({ column }) => column));
    return { findings: named.get(id) ?? 0, marks: marks.filter(({ reasons }) => reasons.some(({ at }) => columns.has(at.column))).length };
  };
}

/** The questions by how much hangs on them, the most first. */
export function heaviestFirst(questions: readonly Question[], told: Told): readonly Question[] {
  const hangingOn = hangingIn(told);
  const weighed = questions.map((question) => ({ question, ...hangingOn(question) }));
  return weighed.sort((one, other) => other.findings + other.marks - (one.findings + one.marks)).map(({ question }) => question);
}
