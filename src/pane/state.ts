import type { Finding } from "../core/finding.ts";
import type { CellPlace } from "../core/grid/address.ts";
import type { RefusalCode } from "../core/refusal.ts";
import type { FrontSheet, SheetCheck } from "./desk.ts";
import type { Entry, Kind } from "./kinds.ts";
import type { MendOutcome } from "./mend-state.ts";

/** Where the check of a sheet stands. A check is slow once it has taken half a second: then progress is shown. */
export type CheckState =
  | { readonly phase: "idle" }
  | { readonly phase: "busy"; readonly done: number; readonly slow: boolean; readonly before: SheetCheck | null }
  | { readonly phase: "checked"; readonly check: SheetCheck | null }
  | { readonly phase: "refused"; readonly code: RefusalCode; readonly detail: string }
  | { readonly phase: "failed" };

/** True for a check that found an evaluation table. */
export function hasTable(state: CheckState | undefined): state is Extract<CheckState, { phase: "checked" }> & { readonly check: SheetCheck } {
  return state?.phase === "checked" && state.check !== null;
}

export type Grouping = "row" | "rule";

export interface SessionState {
  readonly sheet: FrontSheet | undefined;
  readonly checks: ReadonlyMap<string, CheckState>;
  /** Kinds to show; all where it is empty. */
  readonly filter: ReadonlySet<Kind>;
  readonly grouping: Grouping;
  readonly marksShown: boolean;
  readonly place: CellPlace | undefined;
  /** The entry the user is at. */
  readonly current: Entry | undefined;
  /** What happened last, for those who do not see it. */
  readonly news: News | undefined;
}

/** What has just happened. Its words are made where it is told. */
export type News =
  | { readonly kind: "state"; readonly state: CheckState }
  | { readonly kind: "mend"; readonly outcome: MendOutcome }
  | { readonly kind: "filtered"; readonly shown: number }
  | { readonly kind: "finding"; readonly finding: Finding; readonly number: number; readonly of: number }
  | { readonly kind: "cell"; readonly findings: readonly Finding[] };
