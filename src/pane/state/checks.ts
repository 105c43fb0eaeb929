import { splitAccepted } from "../../core/acceptance/acceptance.ts";
import type { Acceptances } from "../../core/acceptance/list.ts";
import type { Finding } from "../../core/model/finding.ts";
import type { Form } from "../../core/form/schema.ts";
import type { CellPlace } from "../../core/model/address.ts";
import { sheetIdsOf } from "../../core/model/card-sheets.ts";
import type { CheckedSheet, SheetCheck } from "./host-adapter.ts";
import { isFiltering, passing, type Filter } from "./filter.ts";
import { isFinding, kindOf, type Entry } from "./kinds.ts";
import { nextAt, ordered, type Spot } from "./order.ts";
import { hasTable, type CheckState, type News, type SessionState } from "./state.ts";

const idle: CheckState = { phase: "idle" };

/** The state of the active sheet. */
export function activeState({ sheet, checks }: SessionState): CheckState {
  return (sheet && checks.get(sheet.id)) ?? idle;
}

/** The entries that pass the filter, and all of a cell selected since, as the user asked for them. */
export function visible<Some extends Entry>(entries: readonly Some[], { filter, place, isPlaceAsked }: Pick<SessionState, "filter" | "place" | "isPlaceAsked">, form: Form): readonly Some[] {
  if (!isFiltering(filter)) return entries;
  const passes = passing(filter, form);
  return entries.filter((entry) => passes(entry) || (isPlaceAsked && place && isFinding(entry) && isAt(entry, place)));
}

/** The check of the active sheet; null if there is none. */
export function activeCheck(state: SessionState): SheetCheck | null {
  return checkOf(state, state.sheet?.id);
}

/** The former result stays until a new check is done, and keeps the focus. */
export function shownCheck(state: CheckState): SheetCheck | null {
  if (state.phase === "checked") return state.check;
  return state.phase === "busy" ? state.before : null;
}

/** The document's own form that does not fit, until the user goes on to the result by the form that was used instead. */
export function misfitOf({ goneOn }: Pick<SessionState, "goneOn">, check: SheetCheck | null): Form | undefined {
  return check && !goneOn.has(misfitKey(check)) ? check.misfit : undefined;
}

/** What is told of a sheet's new state. */
export function newsOf(session: SessionState, state: CheckState): News {
  return hasTable(state) && misfitOf(session, state.check) ? { kind: "misfit", check: state.check } : { kind: "state", state };
}

/** The sheet and the form that does not fit it. */
export function misfitKey({ inspection, misfit }: SheetCheck): string {
  return JSON.stringify([inspection.sheet.id, misfit?.id]);
}

/** Findings and rows to review alike that pass a filter, as the outline shows them. */
export function entriesPassing({ inspection, form }: SheetCheck, filter: Filter): readonly Entry[] {
  const passes = passing(filter, form);
  return [...inspection.findings, ...inspection.marks].filter((entry) => (filter.kinds.size === 0 || filter.kinds.has(kindOf(entry))) && passes(entry));
}

/** What is shown of the sheet in front: both in the outline, rows to review in their own view, else findings. */
export function entriesShown(state: SessionState): readonly Entry[] {
  const check = activeCheck(state);
  if (check && state.view === "outline") return entriesPassing(check, state.filter);
  if (check && state.view === "review") return visible(check.inspection.marks, state, check.form);
  return findingsShown(state);
}

/** The findings shown of a check, as they stand on the sheet. */
function inSheetOrder(state: SessionState, check: SheetCheck | null): readonly Finding[] {
  return check && !misfitOf(state, check) ? visible(check.inspection.findings, state, check.form) : [];
}

/** The findings that the user goes through, in the order of the list. */
export function findingsShown(state: SessionState, check = activeCheck(state)): readonly Finding[] {
  return ordered(inSheetOrder(state, check), state.grouping);
}

/** A check whose findings are sorted out by what is accepted. @param own the document's own form; one whose questions are answered was not meant to fit */
export function sorted({ inspection, hiddenRows }: CheckedSheet, all: readonly Finding[], list: Acceptances, own: Form | null): SheetCheck {
  const { open, accepted } = splitAccepted(all, list);
  const { form, from } = inspection.form;
  const misfit = from === "document" || inspection.answered.length > 0 ? undefined : (own ?? undefined);
  return { inspection: { ...inspection, findings: open }, hiddenRows, form, misfit, all, accepted: new Map(accepted) };
}

/** The map without some of its entries. */
export function without<Value>(map: ReadonlyMap<string, Value>, isLeftOut: (key: string) => boolean): ReadonlyMap<string, Value> {
  return new Map([...map].filter(([key]) => !isLeftOut(key)));
}

/** True for a finding or a mark whose own cell is the place. */
export function isAt({ at }: Entry, place: CellPlace): boolean {
  return isSame(at, place);
}

/** True if the place is one of the other cells that a finding is about. */
function isRelated(entry: Entry, place: CellPlace): boolean {
  return isFinding(entry) && entry.related.some((at) => isSame(at, place));
}

function isSame(one: CellPlace, other: CellPlace): boolean {
  return one.row === other.row && one.column === other.column && one.sheet?.id === other.sheet?.id;
}

/** The shown finding to be at where the one of a spot is gone. */
export function firstFindingFrom(state: SessionState, spot: Spot): Finding | undefined {
  const check = activeCheck(state);
  return nextAt(inSheetOrder(state, check), state.grouping, spot, placeOrder(check));
}

/** The entry of a check that says the same of the same place as one of another check. */
export function sameEntry(check: SheetCheck | null, entry: Entry | undefined): Entry | undefined {
  const all = check && entry ? [...check.all, ...check.inspection.marks] : [];
  return entry && (all.find((each) => each === entry) ?? all.find((each) => isAt(each, entry.at) && sayingOf(each) === sayingOf(entry)));
}

/** What an entry says, whatever check it is from. */
function sayingOf(entry: Entry): string {
  return isFinding(entry) ? `${entry.rule} ${entry.message}` : entry.level;
}

/** Compares places in the order of a check: its cards, rows, columns. */
function placeOrder(check: SheetCheck | null): (one: CellPlace, other: CellPlace) => number {
  const order = new Map(check?.inspection.cards?.sheets.map(({ id }, index) => [id, index]));
  const cardOf = ({ sheet }: CellPlace) => order.get(sheet?.id ?? "") ?? 0;
  return (one, other) => cardOf(one) - cardOf(other) || one.row - other.row || one.column - other.column;
}

/** A place of the active sheet, with its sheet if that is a card. */
function placeIn(state: SessionState, { row, column }: CellPlace): CellPlace {
  const { sheet } = state;
  return sheet && activeCheck(state)?.inspection.cards ? { row, column, sheet: { id: sheet.id, name: sheet.name } } : { row, column };
}

/** The state after a cell was selected: its finding is the current one, unless the current one is about that cell too. */
export function afterSelecting(state: SessionState, selected: CellPlace): Partial<SessionState> {
  const place = placeIn(state, selected);
  const { current } = state;
  const isKept = current && (isAt(current, place) || isRelated(current, place));
  const check = activeCheck(state);
  const found = (!misfitOf(state, check) && check?.inspection.findings.filter((finding) => isAt(finding, place))) || [];
  return { place, isPlaceAsked: true, ...(!isKept && { current: found[0] }), ...(!isKept && found.length > 0 && { news: { kind: "cell", findings: found } }) };
}

/** The ids of the sheets that were checked together with a sheet: for a card all cards. */
export function checkedWith(state: Pick<SessionState, "checks">, sheetId: string): readonly string[] {
  const check = shownCheck(state.checks.get(sheetId) ?? idle);
  return check ? sheetIdsOf(check.inspection) : [sheetId];
}

/** True for the active sheet, and for a card while another card is active. */
export function isShown(state: SessionState, sheetId: string): boolean {
  return state.sheet !== undefined && checkedWith(state, sheetId).includes(state.sheet.id);
}

/** The id under which the state of a sheet's whole evaluation is kept: for a card the first card's. */
export function homeOf(state: Pick<SessionState, "checks">, sheetId: string): string {
  return shownCheck(state.checks.get(sheetId) ?? idle)?.inspection.sheet.id ?? sheetId;
}

/**
 * The checks with a new state for one sheet. Findings in cards belong to each of them; sheets that are no cards any more
 * must be checked again.
 */
export function withState(checks: SessionState["checks"], sheetId: string, state: CheckState): SessionState["checks"] {
  const all = new Map(checks);
  if (state.phase !== "busy") for (const id of checkedWith({ checks }, sheetId)) if (checkOf({ checks }, id)?.inspection.cards) all.delete(id);
  all.set(sheetId, state);
  if (hasTable(state)) for (const id of sheetIdsOf(state.check.inspection)) all.set(id, state);
  return all;
}

export function checkOf({ checks }: Pick<SessionState, "checks">, sheetId: string | undefined): SheetCheck | null {
  const state = sheetId === undefined ? idle : (checks.get(sheetId) ?? idle);
  return state.phase === "checked" ? state.check : null;
}

/** The check with a finding; undefined if its sheet was checked again since. */
export function checkWith({ checks }: SessionState, finding: Finding): SheetCheck | undefined {
  for (const state of new Set(checks.values())) if (hasTable(state) && state.check.all.includes(finding)) return state.check;
  return undefined;
}

/** The finding after the current one (1) or before it (-1), from the end to the start again; without one the first in the list that stands after the selected cell, or the last before it. */
export function findingBeside(state: SessionState, direction: 1 | -1): Finding | undefined {
  const findings = findingsShown(state);
  const index = findings.findIndex((finding) => finding === state.current);
  if (index >= 0) return findings[(index + direction + findings.length) % findings.length];
  const { place } = state;
  const compare = placeOrder(activeCheck(state));
  if (!place) return findings.at(direction === 1 ? 0 : -1);
  if (direction === 1) return findings.find(({ at }) => compare(at, place) > 0) ?? findings[0];
  return findings.findLast(({ at }) => compare(at, place) <= 0) ?? findings.at(-1);
}
