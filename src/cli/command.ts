import type { Wording } from "../core/wording/language.ts";

/** The same for every command: nothing wrong, something of severity error or warning, a file that failed. */
export type ExitStatus = 0 | 1 | 2;

/** A command, named by the first word after the program's name. */
export interface Command {
  /** @param command what the user types before the files */
  help(command: string): Wording;
  /** Prints its report on standard output. @throws {UsageError}; {Refusal} if nothing can be done at all */
  run(words: readonly string[]): Promise<ExitStatus>;
}
