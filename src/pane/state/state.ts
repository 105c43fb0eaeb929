import type { Finding } from "../../core/model/finding.ts";
import type { CellPlace } from "../../core/model/address.ts";
import type { Progress } from "../../core/progress/progress.ts";
import { Refusal, type RefusalReason } from "../../core/model/refusal.ts";
import type { ActiveSheet, SheetCheck } from "./host-adapter.ts";
import { noFilter, type Filter } from "./filter.ts";
import type { Entry } from "./kinds.ts";
import type { FixOutcome } from "./fix-state.ts";

/** The state of a sheet's check. After half a second it is slow, and progress is shown. */
export type CheckState =
  | { readonly phase: "idle" }
  | { readonly phase: "busy"; readonly done: number; readonly slow: boolean; readonly before: SheetCheck | null }
  | { readonly phase: "checked"; readonly check: SheetCheck | null }
  /** A summary sheet of ours, with nothing to check. */
  | { readonly phase: "own" }
  | ({ readonly phase: "refused" } & RefusalReason)
  | { readonly phase: "failed" };

/** True for a check with an evaluation table. */
export function hasTable(state: CheckState | undefined): state is Extract<CheckState, { phase: "checked" }> & { readonly check: SheetCheck } {
  return state?.phase === "checked" && state.check !== null;
}

/** The check of the evaluation that a sheet stands for: its own, or that of all cards for the first of them. */
export function ownCheck(state: CheckState | undefined, sheet: string): SheetCheck | undefined {
  return hasTable(state) && state.check.inspection.sheet.id === sheet ? state.check : undefined;
}

/** The state after a check that threw: a refusal tells why, anything else is a failure of ours. */
export function refusedCheck(error: unknown): CheckState {
  return error instanceof Refusal ? { phase: "refused", code: error.code, detail: error.detail } : { phase: "failed" };
}

/** What the pane shows of a check; beside them stand what needs none. */
export const views = ["findings", "review", "outline", "numbers"] as const;
export type CheckView = (typeof views)[number];
export type View = CheckView | "single" | "reply" | "listing" | "settings" | "received";

/** How the findings are ordered: errors first, as on the sheet, or rule by rule. */
export const groupings = ["severity", "row", "rule"] as const;
export type Grouping = (typeof groupings)[number];

export interface SessionState {
  readonly sheet: ActiveSheet | undefined;
  readonly checks: ReadonlyMap<string, CheckState>;
  /** The changes of each sheet's findings since its first check. */
  readonly progress: ReadonlyMap<string, Progress>;
  readonly filter: Filter;
  readonly grouping: Grouping;
  readonly view: View;
  readonly marksShown: boolean;
  /** Each sheet that the user looks at although a form of its document does not fit, with that form: the keys of `misfitKey`. */
  readonly goneOn: ReadonlySet<string>;
  readonly place: CellPlace | undefined;
  /** True where the place was selected after the filter was set. */
  readonly isPlaceAsked: boolean;
  /** The current entry. */
  readonly current: Entry | undefined;
  /** The last event, for those who do not see it. */
  readonly news: News | undefined;
}

/** An event. It is put into words where it is announced. */
export type News =
  | { readonly kind: "state"; readonly state: CheckState }
  | { readonly kind: "misfit"; readonly check: SheetCheck }
  | { readonly kind: "fix"; readonly outcome: FixOutcome }
  | { readonly kind: "accepted" | "reopened"; readonly finding: Finding }
  | { readonly kind: "grouped"; readonly grouping: Grouping }
  | { readonly kind: "filtered"; readonly shown: number }
  | { readonly kind: "finding"; readonly finding: Finding; readonly number: number; readonly of: number }
  | { readonly kind: "cell"; readonly findings: readonly Finding[] };

/** The state of a newly opened pane. */
export const newSession: SessionState = {
  sheet: undefined,
  checks: new Map(),
  progress: new Map(),
  filter: noFilter,
  grouping: "severity",
  view: "findings",
  marksShown: true,
  goneOn: new Set(),
  place: undefined,
  isPlaceAsked: false,
  current: undefined,
  news: undefined,
};
