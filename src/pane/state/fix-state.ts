import type { Journal } from "../../core/fixes/journal.ts";
import type { FixGroup } from "../../core/fixes/fix-groups.ts";
import type { LeftFix } from "../../core/fixes/write-fixes.ts";
import type { CellPlace } from "../../core/model/address.ts";
import type { RefusalCode } from "../../core/model/refusal.ts";

/** What stands where the list of findings is. */
export type FixView = "findings" | "choice" | "history";

/** What became of the last fix, or of taking one back, on the sheet of this id: what can be done about it is done there. */
export type FixOutcome = { readonly sheet: string } & FixEnd;

export type FixEnd =
  | { readonly kind: "fixed"; readonly entries: Journal; readonly clashes: readonly CellPlace[]; readonly left: readonly LeftFix[] }
  | { readonly kind: "undone"; readonly count: number; readonly changed: number }
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly detail: string };

export interface FixState {
  readonly view: FixView;
  /** Fixes of the whole document that can be taken back. */
  readonly journal: Journal;
  /** Safe fixes that the user does not want, while they are chosen. */
  readonly left: ReadonlySet<FixGroup>;
  readonly busy: boolean;
  readonly outcome: FixOutcome | undefined;
}

/** What became of the last fix where that was on this sheet: it is not said beside another one. */
export function outcomeOn({ outcome }: FixState, sheetId: string): FixOutcome | undefined {
  return outcome?.sheet === sheetId ? outcome : undefined;
}
