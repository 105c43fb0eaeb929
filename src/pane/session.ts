import type { Finding } from "../core/finding.ts";
import type { CellPlace } from "../core/grid/address.ts";
import { Refusal } from "../core/refusal.ts";
import type { Desk, SheetCheck } from "./desk.ts";
import { kindOf, type Entry, type Kind } from "./kinds.ts";
import { Mender } from "./mender.ts";
import { Summarizer } from "./summarizer.ts";
import type { CheckState, Grouping, SessionState } from "./state.ts";
import { Store } from "./store.ts";

const idle: CheckState = { phase: "idle" };
const slowAfter = 500;

/** The pane's memory and its doings, apart from how they look. One for each window. */
export class Session extends Store<SessionState> {
  /** Undefined where cells cannot be written. */
  readonly mender: Mender | undefined;
  /** Undefined where no summary sheets can be made. */
  readonly summarizer: Summarizer | undefined;
  readonly #running = new Map<string, AbortController>();

  constructor(readonly desk: Desk) {
    super({
      sheet: undefined,
      checks: new Map(),
      filter: new Set(),
      grouping: "row",
      marksShown: true,
      place: undefined,
      current: undefined,
      news: undefined,
    });
    desk.onSelect((place) => this.#selected(place));
    this.summarizer = desk.summaries && new Summarizer(desk.summaries, desk.form);
    this.mender =
      desk.mendable &&
      new Mender(desk.mendable, {
        sheet: () => this.get().sheet,
        checkAgain: (sheetId) => this.check(sheetId, this.get().current?.at ?? this.get().place),
        tell: (outcome) => this.set({ news: { kind: "mend", outcome } }),
      });
  }

  /** Brings a sheet to the front; undefined where there is none. */
  show(sheet: SessionState["sheet"]): void {
    if (sheet?.id !== this.get().sheet?.id) this.set({ sheet, place: undefined, current: undefined });
  }

  /** Checks a sheet; the user is then at the first finding from a place on. Resolves when the result is shown, whatever it is. */
  async check(sheetId: string, from?: CellPlace): Promise<CheckState> {
    this.#running.get(sheetId)?.abort();
    const controller = new AbortController();
    this.#running.set(sheetId, controller);
    const state = await this.#run(sheetId, controller);
    if (this.#running.get(sheetId) !== controller) return state;
    this.#running.delete(sheetId);
    this.#put(sheetId, state);
    if (this.get().sheet?.id === sheetId) this.set({ current: from && this.#findings().find(({ at }) => !isBefore(at, from)) });
    this.#annotate(sheetId);
    this.set({ news: { kind: "state", state } });
    return state;
  }

  cancel(sheetId: string): void {
    this.#running.get(sheetId)?.abort();
  }

  /** Forgets a sheet that is no longer open. */
  forget(sheetId: string): void {
    this.cancel(sheetId);
    this.#running.delete(sheetId);
    const checks = new Map(this.get().checks);
    checks.delete(sheetId);
    this.set({ checks });
  }

  toggleKind(kind: Kind): void {
    const filter = new Set(this.get().filter);
    if (!filter.delete(kind)) filter.add(kind);
    this.set({ filter });
    this.set({ news: { kind: "filtered", shown: this.#entries().length } });
  }

  group(grouping: Grouping): void {
    this.set({ grouping });
  }

  showMarks(marksShown: boolean): void {
    this.set({ marksShown });
    const { sheet } = this.get();
    if (sheet) this.#annotate(sheet.id);
  }

  /** Goes to an entry: it becomes the current one and its cell is selected. */
  goTo(entry: Entry): void {
    this.set({ current: entry });
    this.desk.select(entry.at);
  }

  /** Goes to the next finding (1) or the last one (-1) from where the user is; after the end it begins again. */
  step(direction: 1 | -1): void {
    const findings = this.#findings();
    const finding = findings[(startOf(findings, this.get(), direction) + findings.length) % findings.length];
    if (!finding) return;
    this.goTo(finding);
    this.set({ news: { kind: "finding", finding, number: findings.indexOf(finding) + 1, of: findings.length } });
  }

  async #run(sheetId: string, controller: AbortController): Promise<CheckState> {
    let done = 0;
    let slow = false;
    const before = checkOf(this.get(), sheetId);
    const tell = () => {
      if (!controller.signal.aborted) this.#put(sheetId, { phase: "busy", done, slow, before });
    };
    const timer = setTimeout(() => {
      slow = true;
      tell();
    }, slowAfter);
    const onProgress = (share: number) => {
      done = share;
      if (slow) tell();
    };
    tell();
    try {
      return { phase: "checked", check: await this.desk.check(sheetId, { signal: controller.signal, onProgress }) };
    } catch (error) {
      return error instanceof Refusal ? { phase: "refused", code: error.code, detail: error.detail } : { phase: "failed" };
    } finally {
      clearTimeout(timer);
    }
  }

  #put(sheetId: string, state: CheckState): void {
    this.set({ checks: new Map(this.get().checks).set(sheetId, state) });
  }

  #annotate(sheetId: string): void {
    const check = checkOf(this.get(), sheetId);
    const { findings, marks } = check?.inspection ?? { findings: [], marks: [] };
    this.desk.annotate(sheetId, { findings, marks: this.get().marksShown ? marks : [] });
  }

  #selected(place: CellPlace): void {
    const { current } = this.get();
    if (current && isAt(current, place)) {
      this.set({ place });
      return;
    }
    const found = this.#check()?.inspection.findings.filter((finding) => isAt(finding, place)) ?? [];
    this.set({ place, current: found[0], ...(found.length > 0 && { news: { kind: "cell", findings: found } }) });
  }

  #check(): SheetCheck | null {
    return checkOf(this.get(), this.get().sheet?.id);
  }

  #entries(): readonly Entry[] {
    const check = this.#check();
    return check ? visible([...check.inspection.findings, ...check.inspection.marks], this.get()) : [];
  }

  #findings(): readonly Finding[] {
    return visible(this.#check()?.inspection.findings ?? [], this.get());
  }
}

/** The state of the sheet in front. */
export function frontState({ sheet, checks }: SessionState): CheckState {
  return (sheet && checks.get(sheet.id)) ?? idle;
}

/** The entries that the filter lets through, and those of the selected cell: it was asked for them. */
export function visible<Some extends Entry>(entries: readonly Some[], { filter, place }: Pick<SessionState, "filter" | "place">): readonly Some[] {
  if (filter.size === 0) return entries;
  return entries.filter((entry) => filter.has(kindOf(entry)) || (place && "rule" in entry && isAt(entry, place)));
}

function isAt({ at }: Entry, { row, column }: CellPlace): boolean {
  return at.row === row && at.column === column;
}

function isBefore(one: CellPlace, other: CellPlace): boolean {
  return one.row < other.row || (one.row === other.row && one.column < other.column);
}

function checkOf({ checks }: SessionState, sheetId: string | undefined): SheetCheck | null {
  const state = sheetId === undefined ? idle : (checks.get(sheetId) ?? idle);
  return state.phase === "checked" ? state.check : null;
}

/** The index to go to: beside the current finding, else the first one after or before the selected cell. */
function startOf(findings: readonly Finding[], { current, place }: SessionState, direction: 1 | -1): number {
  const index = findings.findIndex((finding) => finding === current);
  if (index >= 0) return index + direction;
  const after = place ? findings.findIndex(({ at }) => at.row > place.row || (at.row === place.row && at.column > place.column)) : 0;
  const next = after < 0 ? findings.length : after;
  return direction === 1 ? next : next - 1;
}
