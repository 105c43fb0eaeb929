import type { Journal } from "../core/fixes/journal.ts";
import type { Mend } from "../core/fixes/mends.ts";
import type { LeftMend } from "../core/fixes/write-mends.ts";
import type { CellPlace } from "../core/grid/address.ts";
import type { RefusalCode } from "../core/refusal.ts";

/** What stands where the list of findings is. */
export type MendView = "findings" | "choice" | "history";

/** What became of the last mend, or of taking one back. */
export type MendOutcome =
  | { readonly kind: "mended"; readonly entries: Journal; readonly clashes: readonly CellPlace[]; readonly left: readonly LeftMend[] }
  | { readonly kind: "taken-back"; readonly count: number; readonly changed: number }
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly detail: string };

export interface MendState {
  readonly view: MendView;
  /** Mends of the whole document that can be taken back. */
  readonly journal: Journal;
  /** Safe mends that the user does not want, while they are chosen. */
  readonly left: ReadonlySet<Mend>;
  readonly busy: boolean;
  readonly outcome: MendOutcome | undefined;
}
