import type { Inspection } from "../../core/model/finding.ts";
import type { Question } from "../../core/model/question.ts";

/** How many findings and marks another answer would change: for a word those that name the question, otherwise the marks of its columns. */
export function hangingOn({ id, cells }: Question, { findings, marks }: Pick<Inspection, "findings" | "marks">): { readonly findings: number; readonly marks: number } {
  const columns = new Set(id.startsWith("term:") ? [] : cells.map(({ column }) => column));
  return {
    findings: findings.filter(({ question }) => question === id).length,
    marks: marks.filter(({ reasons }) => reasons.some(({ at }) => columns.has(at.column))).length,
  };
}
