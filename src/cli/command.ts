import type { Wording } from "../core/wording/language.ts";
import type { CheckedFile } from "./check-files.ts";

/** The same for every command: nothing wrong, something of severity error or warning, a file that failed. */
export type ExitStatus = 0 | 1 | 2;

/** A command, named by the first word after the program's name. */
export interface Command {
  /** @param command what the user types before the files */
  help(command: string): Wording;
  /** Prints its report on standard output. @throws {UsageError}; {Refusal} if nothing can be done at all */
  run(words: readonly string[]): Promise<ExitStatus>;
}

/** 2 if a file or sheet could not be checked or written, 1 if anything is wrong in one, otherwise 0. */
export function exitStatus(files: readonly Pick<CheckedFile, "refusal" | "inspections" | "broken">[]): ExitStatus {
  if (files.some(({ refusal, broken }) => refusal ?? broken.length > 0)) return 2;
  const findings = files.flatMap(({ inspections }) => inspections.flatMap((inspection) => inspection.findings));
  return findings.some(({ severity }) => severity !== "info") ? 1 : 0;
}
