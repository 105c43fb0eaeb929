import type { Severity } from "../core/model/finding.ts";
import type { CheckedFile } from "./check-files.ts";
import type { ExitStatus } from "./command.ts";

/** What all files together come to, whatever is printed of each. */
export interface Tally {
  readonly found: Readonly<Record<Severity, number>>;
  /** Findings that somebody left as they are. */
  readonly accepted: number;
  readonly required: number;
  readonly attention: number;
  /** Files, and sheets of others, that could not be checked. */
  readonly refused: number;
  readonly broken: number;
}

type TalliedFile = Pick<CheckedFile, "refusal" | "inspections" | "broken">;

/** What no file comes to. */
export const nothing: Tally = { found: { error: 0, warning: 0, info: 0 }, accepted: 0, required: 0, attention: 0, refused: 0, broken: 0 };

/** What one file comes to. */
export function tallyOf({ inspections, broken, refusal }: TalliedFile): Tally {
  const findings = inspections.flatMap((inspection) => inspection.findings);
  const marks = inspections.flatMap((inspection) => inspection.marks);
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    found: { error: count("error"), warning: count("warning"), info: count("info") },
    accepted: inspections.reduce((sum, { accepted }) => sum + accepted.length, 0),
    required: marks.filter(({ level }) => level === "required").length,
    attention: marks.filter(({ level }) => level === "attention").length,
    refused: refusal ? 1 : 0,
    broken: broken.length,
  };
}

/** Both together. */
export function added(one: Tally, other: Tally): Tally {
  return {
    found: { error: one.found.error + other.found.error, warning: one.found.warning + other.found.warning, info: one.found.info + other.found.info },
    accepted: one.accepted + other.accepted,
    required: one.required + other.required,
    attention: one.attention + other.attention,
    refused: one.refused + other.refused,
    broken: one.broken + other.broken,
  };
}

/** 2 where a file or a sheet could not be checked or written, else 1 where anything is wrong in one, else 0. */
export function statusOf({ found, refused, broken }: Tally): ExitStatus {
  if (refused + broken > 0) return 2;
  return found.error + found.warning > 0 ? 1 : 0;
}

/** The same of files. */
export function exitStatus(files: readonly TalliedFile[]): ExitStatus {
  return statusOf(files.map(tallyOf).reduce(added, nothing));
}
