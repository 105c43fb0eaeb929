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
  const open = new Map(questions.filter(({ id }) => id.startsWith("term:")).flatMap(({ id, cells }) => cells.map(({ row, column }) => [`${row} ${column}`, id] as const)));
  if (open.size === 0) return findings;
  return findings.map((finding): Finding => {
    const question = finding.rule === "status-unknown" ? open.get(`${finding.at.row} ${finding.at.column}`) : undefined;
    if (question === undefined) return finding;
    const { fix } = finding;
    return { ...finding, severity: "info", question, fix: fix && { ...fix, safety: "suggested" } };
  });
}
