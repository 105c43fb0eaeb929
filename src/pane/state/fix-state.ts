import type { Journal } from "../../core/fixes/journal.ts";
import type { FixGroup } from "../../core/fixes/fix-groups.ts";
import type { LeftFix } from "../../core/fixes/write-fixes.ts";
import type { CellPlace } from "../../core/model/address.ts";
import type { RefusalReason } from "../../core/model/refusal.ts";

/** The contents in the place of the list of findings. */
export type FixView = "findings" | "choice" | "history";

/** The result of the last fix or undo, and the id of its sheet, where it can be acted on. */
export type FixOutcome = { readonly sheet: string } & FixEnd;

export type FixEnd =
  | { readonly kind: "fixed"; readonly entries: Journal; readonly clashes: readonly CellPlace[]; readonly left: readonly LeftFix[] }
  | { readonly kind: "undone"; readonly count: number; readonly changed: number }
  | ({ readonly kind: "refused" } & RefusalReason);

export interface FixState {
  readonly view: FixView;
  /** Fixes in the whole document that can be undone. */
  readonly journal: Journal;
  /** Safe fixes that the user deselected while choosing. */
  readonly left: ReadonlySet<FixGroup>;
  readonly busy: boolean;
  /** The finished share of the work, from 0 to 1; 0 while it is quick. */
  readonly done: number;
  /** The number of fixes in the work. */
  readonly all: number;
  readonly outcome: FixOutcome | undefined;
}

/** The result of the last fix or undo if it belongs to this sheet. */
export function outcomeOn({ outcome }: FixState, sheetId: string): FixOutcome | undefined {
  return outcome?.sheet === sheetId ? outcome : undefined;
}
