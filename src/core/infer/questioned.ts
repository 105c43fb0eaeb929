import { cellText } from "../wording/phrase.ts";
import { isSameLetters } from "./scales.ts";
import type { Finding } from "../model/finding.ts";
import type { Question } from "../model/question.ts";

/** The findings under an inferred form. A fix that changes more than width, dashes and spaces needs a person. */
export function cautious(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => {
    const { fix } = finding;
    return fix?.safety === "safe" && fix.edits.some(({ from, to }) => !isSameLetters(cellText(from), to)) ? { ...finding, fix: { ...fix, safety: "suggested" } } : finding;
  });
}

/** The findings. Those that depend on an open question become notes that name it, without a safe fix. */
export function questioned(findings: readonly Finding[], questions: readonly Question[]): readonly Finding[] {
  const cells = new Map(questions.filter(({ id }) => id.startsWith("term:")).flatMap(({ id, cells: own }) => own.map(({ row, column }) => [`${row} ${column}`, id] as const)));
  const columns = new Map(questions.filter(({ id, isOfMarks }) => id.startsWith("decides:") && isOfMarks !== true).flatMap(({ id, cells: own }) => own.map(({ column }) => [column, id] as const)));
  if (cells.size + columns.size === 0) return findings;
  return findings.map((finding): Finding => {
    const { rule, at, fix } = finding;
    const question = rule === "status-unknown" ? cells.get(`${at.row} ${at.column}`) : ofUsedColumn.test(rule) ? columns.get(at.column) : undefined;
    return question === undefined ? finding : { ...finding, severity: "info", question, fix: fix && { ...fix, safety: "suggested" } };
  });
}

/** The rules that only speak of a column which the form uses; what is written into the cells of another one does not matter to them. */
const ofUsedColumn = /^(?:status-missing|page-|code-|(?:parent|children)-missing)/;
