import type { CheckedFile } from "../check-files.ts";
import type { Totals } from "../totals.ts";

/** How a check is printed: a head, a piece for each file, made where it was checked, and an end. */
export interface Format {
  readonly head: string;
  /** "" where nothing is to be said of the file. */
  readonly piece: (file: CheckedFile) => string;
  /** Between two pieces. */
  readonly between: string;
  readonly end: (totals: Totals) => string;
}
