import type { Inspection, MarkLevel, Severity } from "./finding.ts";

/** How many findings of each severity and rows to review of each level there are. */
export type KindCounts = Readonly<Record<Severity | MarkLevel, number>>;

/** Counts what a check found, also what is only counted. */
export function countKinds({ findings, more, marks }: Pick<Inspection, "findings" | "more" | "marks">): KindCounts {
  const counts = { error: 0, warning: 0, info: 0, required: 0, attention: 0 };
  for (const { severity } of findings) counts[severity]++;
  for (const { level } of marks) counts[level]++;
  for (const { severity, count } of more) counts[severity] += count;
  return counts;
}
