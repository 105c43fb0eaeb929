import type { Severity } from "../core/model/finding.ts";
import { countOf } from "../core/rules/listed.ts";
import type { CheckedFile } from "./check-files.ts";
import type { ExitStatus } from "./command.ts";

/** The totals of all files, independent of what is printed about each. */
export interface Totals {
  readonly found: Readonly<Record<Severity, number>>;
  /** Accepted findings. */
  readonly accepted: number;
  readonly required: number;
  readonly attention: number;
  /** Files, and sheets of others, that could not be checked. */
  readonly refused: number;
  readonly broken: number;
}

type CountedFile = Pick<CheckedFile, "refusal" | "inspections" | "broken">;

/** The totals of no file. */
export const noTotals: Totals = { found: { error: 0, warning: 0, info: 0 }, accepted: 0, required: 0, attention: 0, refused: 0, broken: 0 };

/** The totals of one file. */
export function totalsOf({ inspections, broken, refusal }: CountedFile): Totals {
  const marks = inspections.flatMap((inspection) => inspection.marks);
  const count = (severity: Severity) => inspections.reduce((sum, inspection) => sum + countOf(inspection, severity), 0);
  return {
    found: { error: count("error"), warning: count("warning"), info: count("info") },
    accepted: inspections.reduce((sum, { accepted }) => sum + accepted.length, 0),
    required: marks.filter(({ level }) => level === "required").length,
    attention: marks.filter(({ level }) => level === "attention").length,
    refused: refusal ? 1 : 0,
    broken: broken.length,
  };
}

/** The sum of both. */
export function added(one: Totals, other: Totals): Totals {
  return {
    found: { error: one.found.error + other.found.error, warning: one.found.warning + other.found.warning, info: one.found.info + other.found.info },
    accepted: one.accepted + other.accepted,
    required: one.required + other.required,
    attention: one.attention + other.attention,
    refused: one.refused + other.refused,
    broken: one.broken + other.broken,
  };
}

/** 2 if a file or sheet could not be checked or written, 1 if anything is wrong in one, otherwise 0. */
export function statusOf({ found, refused, broken }: Totals): ExitStatus {
  if (refused + broken > 0) return 2;
  return found.error + found.warning > 0 ? 1 : 0;
}

/** The same for files. */
export function exitStatus(files: readonly CountedFile[]): ExitStatus {
  return statusOf(files.map(totalsOf).reduce(added, noTotals));
}
