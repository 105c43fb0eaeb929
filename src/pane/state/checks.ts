import { splitAccepted } from "../../core/acceptance/acceptance.ts";
import type { Acceptances } from "../../core/acceptance/list.ts";
import type { Finding } from "../../core/model/finding.ts";
import type { Form } from "../../core/form/schema.ts";
import type { CellPlace } from "../../core/model/address.ts";
import type { CheckedSheet, SheetCheck } from "./host-adapter.ts";
import { isFiltering, passing } from "./filter.ts";
import { isFinding, type Entry } from "./kinds.ts";
import { hasTable, type CheckState, type SessionState } from "./state.ts";

const idle: CheckState = { phase: "idle" };

/** The state of the sheet in front. */
export function activeState({ sheet, checks }: SessionState): CheckState {
  return (sheet && checks.get(sheet.id)) ?? idle;
}

/** The entries that the filter lets through, and those of the selected cell: it was asked for them. */
export function visible<Some extends Entry>(entries: readonly Some[], { filter, place }: Pick<SessionState, "filter" | "place">, form: Form): readonly Some[] {
  if (!isFiltering(filter)) return entries;
  const passes = passing(filter, form);
  return entries.filter((entry) => passes(entry) || (place && isFinding(entry) && isAt(entry, place)));
}

/** The check of the sheet in front; null where there is none. */
export function activeCheck(state: SessionState): SheetCheck | null {
  return checkOf(state, state.sheet?.id);
}

/** A check leaves what was there until it is done, and with it the focus. */
export function shownCheck(state: CheckState): SheetCheck | null {
  if (state.phase === "checked") return state.check;
  return state.phase === "busy" ? state.before : null;
}

/** What the list shows of the sheet in front. */
export function entriesShown(state: SessionState): readonly Entry[] {
  const check = activeCheck(state);
  return check ? visible([...check.inspection.findings, ...check.inspection.marks], state, check.form) : [];
}

/** The findings among them: those that the user goes through. */
export function findingsShown(state: SessionState): readonly Finding[] {
  const check = activeCheck(state);
  return check ? visible(check.inspection.findings, state, check.form) : [];
}

/** A check whose findings are sorted out by what is accepted. */
export function sorted({ inspection, hiddenRows }: CheckedSheet, all: readonly Finding[], list: Acceptances): SheetCheck {
  const { open, accepted } = splitAccepted(all, list);
  return { inspection: { ...inspection, findings: open }, hiddenRows, form: inspection.form.form, all, accepted: new Map(accepted) };
}

/** The map without some of its entries. */
export function without<Value>(map: ReadonlyMap<string, Value>, isLeftOut: (key: string) => boolean): ReadonlyMap<string, Value> {
  return new Map([...map].filter(([key]) => !isLeftOut(key)));
}

export function isAt({ at }: Entry, { row, column }: CellPlace): boolean {
  return at.row === row && at.column === column;
}

/** True for one of the other cells that a finding is about. */
export function isRelated(entry: Entry, { row, column }: CellPlace): boolean {
  return isFinding(entry) && entry.related.some((at) => at.row === row && at.column === column);
}

export function isBefore(one: CellPlace, other: CellPlace): boolean {
  return one.row < other.row || (one.row === other.row && one.column < other.column);
}

export function checkOf({ checks }: SessionState, sheetId: string | undefined): SheetCheck | null {
  const state = sheetId === undefined ? idle : (checks.get(sheetId) ?? idle);
  return state.phase === "checked" ? state.check : null;
}

/** The check that found a finding, with its sheet's id; undefined where the sheet was checked again since. */
export function checkWith({ checks }: SessionState, finding: Finding): readonly [sheetId: string, check: SheetCheck] | undefined {
  for (const [sheetId, state] of checks) if (hasTable(state) && state.check.all.includes(finding)) return [sheetId, state.check];
  return undefined;
}

/** The index to go to: beside the current finding, else the first one after or before the selected cell. */
export function startOf(findings: readonly Finding[], { current, place }: SessionState, direction: 1 | -1): number {
  const index = findings.findIndex((finding) => finding === current);
  if (index >= 0) return index + direction;
  const after = place ? findings.findIndex(({ at }) => isBefore(place, at)) : 0;
  const next = after < 0 ? findings.length : after;
  return direction === 1 ? next : next - 1;
}
