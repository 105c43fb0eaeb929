import type { Applied, Change } from "../../core/model/changes.ts";
import type { Journal } from "../../core/fixes/journal.ts";
import type { CellPlace } from "../../core/model/address.ts";
import type { ChartPlan } from "../../core/model/sheet-plan.ts";

/** The charts of sheets that were made while the file is open, by sheet id. */
export type Charts = ReadonlyMap<string, readonly ChartPlan[]>;

/** The page's own part of a file's state, which is undone and redone with its content. */
export interface Kept {
  /** Fixes of the file's sheets that can be undone. */
  readonly journal: Journal;
  readonly charts: Charts;
}

/** The kind of a change, for the labels of buttons. */
export type StepKind =
  | { readonly kind: "cells"; readonly at: CellPlace; readonly count: number }
  | { readonly kind: "marks" | "unmarked" | "made" | "deleted" | "decided" | "settings" | "inputRulesAdded" | "inputRulesRemoved" };

/** A change that can be undone or redone. */
export interface Step {
  /** The content after it. */
  readonly content: number;
  readonly what: StepKind;
  /** Ids of the sheets that it changed. */
  readonly sheets: readonly string[];
  /** The page's state on the other side of the step. */
  readonly kept: Kept;
}

/** A file's changes, the oldest first; of the undone ones the next to redo is last. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
  /** The content before the first step that can be undone. */
  readonly base: number;
  /** The content that was opened or saved last; undefined for a new file. */
  readonly saved: number | undefined;
}

export const noHistory: History = { done: [], undone: [], base: 0, saved: 0 };

/** The present content. */
function current({ done, base }: History): number {
  return done.at(-1)?.content ?? base;
}

/** True where closing the file would lose something. */
export function isUnsaved(history: History): boolean {
  return current(history) !== history.saved;
}

/** The history after the file was saved. */
export function saved(history: History): History {
  return { ...history, saved: current(history) };
}

/** The history with one more step; only the last ones can be undone. */
export function withStep(history: History, step: Step, undo: number): History {
  const all = [...history.done, step];
  const forgotten = all.length - undo;
  return { ...history, done: all.slice(forgotten), undone: [], base: all[forgotten - 1]?.content ?? history.base };
}

/** Goes one step back or forward. `now` is kept for the way back. @returns the turned step; undefined where there is none */
export function turned(history: History, direction: "undo" | "redo", now: Kept): { readonly history: History; readonly step: Step } | undefined {
  const [from, to] = direction === "undo" ? [history.done, history.undone] : [history.undone, history.done];
  const step = from.at(-1);
  if (!step) return undefined;
  const rest = from.slice(0, -1);
  const onto = [...to, { ...step, kept: now }];
  const sides = direction === "undo" ? { done: rest, undone: onto } : { done: onto, undone: rest };
  return { history: { ...history, ...sides }, step };
}

/** Names a change of several kinds: the first of these kinds in it counts. */
const kinds = { "write-sheet": "made", "delete-sheet": "deleted", "add-input-rules": "inputRulesAdded", "remove-input-rules": "inputRulesRemoved", "set-marks": "marks" } as const satisfies Readonly<
  Record<Exclude<Change["kind"], "edit-cells">, StepKind["kind"]>
>;

/** The kind of some changes, and their sheets. */
export function describe(changes: readonly Change[], { made }: Applied): Pick<Step, "what" | "sheets"> {
  const edits = changes.flatMap((change) => (change.kind === "edit-cells" ? change.edits : []));
  const [first] = edits;
  const kind = Object.entries(kinds).find(([name]) => changes.some((change) => change.kind === name))?.[1] ?? "marks";
  const isUnmarked = kind === "marks" && changes.every((change) => change.kind === "set-marks" && change.words === undefined);
  const named = changes.flatMap((change) => (change.kind === "write-sheet" ? [] : [change.sheet]));
  return {
    what: first ? { kind: "cells", at: first.at, count: edits.length } : { kind: isUnmarked ? "unmarked" : kind },
    sheets: [...new Set([...named, ...made.map(({ sheet }) => sheet)])],
  };
}
