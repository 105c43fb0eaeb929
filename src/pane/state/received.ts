import { snapshotOf } from "../../core/progress/snapshot.ts";
import { readKept, receivedName, writeKept, type KeptOffice } from "../../core/received/kept.ts";
import { byNeed, changesSince, foundOn, officeNames, type FoundOnSheet, type ReceivedRow } from "../../core/received/rows.ts";
import { decided, knownBy, officeKey, standingsOf, type Standing, type Submission } from "../../core/received/states.ts";
import { once } from "../../core/model/once.ts";
import { refusalReason, type RefusalReason } from "../../core/model/refusal.ts";
import type { Inspection } from "../../core/model/finding.ts";
import type { Reply } from "../../core/reply/reply.ts";
import type { Language } from "../../core/wording/language.ts";
import type { FixOutcome } from "./fix-state.ts";
import type { ReceivedSheet, SavedTogether } from "./received-sheets.ts";
import type { Session } from "./session.ts";
import { Store } from "./store.ts";
import { today } from "./today.ts";

/** What was done for all sheets at once. */
export type Deed =
  | { readonly kind: "fixed"; readonly sheets: number; readonly fixes: number; readonly isStopped: boolean }
  | { readonly kind: "undone"; readonly fixes: number }
  | ({ readonly kind: "saved" } & SavedTogether)
  | { readonly kind: "replied"; readonly sheets: number; readonly isSaved: boolean }
  | { readonly kind: "list-copied" | "not-copied" }
  | ({ readonly kind: "refused" } & RefusalReason);

export interface ReceivedWork {
  readonly kept: readonly KeptOffice[];
  /** How many sheets are done of the work on all of them. */
  readonly work: { readonly done: number; readonly of: number } | undefined;
  /** What the last work wrote, by sheet; the fixes among it can be undone. */
  readonly fixes: ReadonlyMap<string, FixOutcome>;
  readonly deed: Deed | undefined;
}

const received = new WeakMap<Session, Received>();

/** The received sheets of a session. */
export function receivedOf(session: Session): Received {
  const known = received.get(session) ?? new Received(session);
  received.set(session, known);
  return known;
}

/** The list of received sheets: what was decided about each, and work on all at once. */
export class Received extends Store<ReceivedWork> {
  #found = new WeakMap<Inspection, FoundOnSheet>();
  /** The lines as they were last, each with what it was made of: one that is the same need not be drawn again. */
  #lines: ReadonlyMap<string, { readonly of: readonly unknown[]; readonly row: ReceivedRow }> = new Map();
  /** Reads what was decided before, once. */
  readonly recall = once(async () => this.set({ kept: readKept(await this.session.adapter.memory.recall(receivedName)) }));
  #stopping = new AbortController();

  constructor(private readonly session: Session) {
    super({ kept: [], work: undefined, fixes: new Map(), deed: undefined });
  }

  /** The lines of the list, what needs work first. */
  rows(sheets: readonly ReceivedSheet[], kept: readonly KeptOffice[]): readonly ReceivedRow[] {
    const names = officeNames(sheets.map((sheet) => ({ folder: sheet.folder, file: sheet.file, name: nameOf(sheet) })));
    const standings = standingsOf(sheets.map(submissionOf), kept);
    const lines = sheets.map((sheet, index) => {
      const standing = standings[index] ?? { state: "open", before: undefined };
      const name = names[index] ?? sheet.place;
      const of = [name, sheet.place, standing.state, standing.before, ...Object.values<unknown>(sheet.found)];
      const last = this.#lines.get(sheet.id);
      const isSame = last?.of.length === of.length && of.every((part, at) => part === last.of[at]);
      return isSame ? last : { of, row: this.#rowOf(sheet, name, standing) };
    });
    this.#lines = new Map(lines.map((line) => [line.row.id, line]));
    return byNeed(lines.map(({ row }) => row));
  }

  #rowOf({ id, place, found }: ReceivedSheet, name: string, standing: Standing): ReceivedRow {
    const row = { id, name, place, standing };
    if (found.phase === "waiting") return { ...row, outcome: { kind: "waiting" } };
    if (found.phase === "refused") return { ...row, outcome: { kind: "refused", code: found.code, detail: found.detail } };
    const { inspection } = found;
    return { ...row, outcome: { kind: "read", inspection, found: this.#foundOn(inspection), changes: changesSince(standing.before?.findings, inspection) } };
  }

  /** Keeps a decision about sheets; undefined takes it back. */
  choose(ids: readonly string[], state: KeptOffice["state"] | undefined): Promise<void> {
    return this.#attempt(async () => {
      await this.decide(ids, state);
      return undefined;
    });
  }

  /** The same. @throws {Refusal} those of the port `remember`: read-only, store-full, interrupted, editing */
  async decide(ids: readonly string[], state: KeptOffice["state"] | undefined): Promise<void> {
    await this.recall();
    const sheets = this.session.adapter.received.sheets();
    let { kept } = this.get();
    sheets.forEach((sheet, index) => {
      if (!ids.includes(sheet.id) || sheet.found.phase !== "read") return;
      const standing = standingsOf(sheets.map(submissionOf), kept)[index];
      const findings = snapshotOf(sheet.found.inspection.findings);
      if (standing) kept = decided(kept, submissionOf(sheet), standing, { state, at: Date.now(), findings });
    });
    await this.#keep(kept);
  }

  /** Forgets all decisions. */
  forget(): Promise<void> {
    return this.#attempt(async () => {
      await this.#keep([]);
      return undefined;
    });
  }

  /** Knows the sheets about which something was decided by their present content too, as after saving. */
  async #recognize(sheets: readonly ReceivedSheet[]): Promise<void> {
    const standings = standingsOf(sheets.map(submissionOf), this.get().kept);
    const kept = sheets.reduce((all, { versions }, index) => {
      const standing = standings[index];
      return standing ? knownBy(all, standing, versions) : all;
    }, this.get().kept);
    if (kept !== this.get().kept) await this.#keep(kept);
  }

  /** Writes the safe fixes of these sheets, one sheet after another. */
  async fix(rows: readonly ReceivedRow[]): Promise<void> {
    if (this.get().work || this.session.fixer.get().busy) return;
    this.#stopping = new AbortController();
    const { signal } = this.#stopping;
    const fixes = new Map<string, FixOutcome>();
    const left = rows.filter(({ outcome }) => outcome.kind === "read" && outcome.found.safe.length > 0);
    this.set({ fixes, deed: undefined });
    for (const [done, { id, outcome }] of left.entries()) {
      if (signal.aborted || outcome.kind !== "read") break;
      this.set({ work: { done, of: left.length } });
      const { fixer } = this.session;
      await fixer.fix(outcome.inspection.sheet, outcome.found.safe);
      const { outcome: end } = fixer.get();
      if (end) fixes.set(id, end);
    }
    const count = [...fixes.values()].reduce((sum, end) => sum + (end.kind === "fixed" ? end.entries.length : 0), 0);
    this.session.fixer.dismiss();
    this.set({ work: undefined, fixes: new Map(fixes), deed: { kind: "fixed", sheets: fixes.size, fixes: count, isStopped: signal.aborted } });
  }

  /** Ends the work after the sheet at hand. */
  stop(): void {
    this.#stopping.abort();
    this.session.fixer.cancel();
  }

  /** Undoes what the last work wrote into these sheets, one after another. */
  async undo(ids: Iterable<string>): Promise<void> {
    let deed: Deed | undefined;
    let fixes = 0;
    for (const id of ids) {
      const end = this.get().fixes.get(id);
      if (end?.kind !== "fixed") continue;
      await this.session.fixer.undoFixes(end.sheet, end.entries);
      const { outcome } = this.session.fixer.get();
      this.session.fixer.dismiss();
      if (outcome?.kind === "refused") deed = outcome;
      if (outcome?.kind !== "undone") continue;
      fixes += outcome.count;
      this.set({ fixes: new Map(this.get().fixes).set(id, outcome) });
    }
    this.set({ deed: deed ?? { kind: "undone", fixes } });
  }

  /** Saves the changed files together. */
  save(ids: readonly string[], language: Language): Promise<void> {
    return this.#attempt(async () => {
      const { saveTogether, sheets } = this.session.adapter.received;
      if (!saveTogether) return undefined;
      const saved = await saveTogether(ids, language);
      await this.#recognize(sheets());
      return { kind: "saved", ...saved };
    });
  }

  /** Has replies for these sheets saved or copied; their state is 差戻し then. */
  reply(rows: readonly ReceivedRow[], send: (replies: readonly Reply[]) => Promise<"saved" | "copied" | "not-copied">, language: Language): Promise<void> {
    return this.#attempt(async () => {
      const sent = await send(rows.flatMap((row) => replyTo(row, language)));
      if (sent === "not-copied") return { kind: "not-copied" };
      await this.decide(rows.map(({ id }) => id), "returned");
      return { kind: "replied", sheets: rows.length, isSaved: sent === "saved" };
    });
  }

  /** Sets the state of a sheet whose letter was taken outside the list to 差戻し. Without a list of several nothing is kept, so that a single sheet stays as it is. */
  async noteSent(id: string): Promise<void> {
    const sheets = this.session.adapter.received.sheets();
    if (sheets.length > 1) await this.choose([id], "returned");
  }

  /** Tells whether the list was copied. */
  tellCopied(isCopied: boolean): void {
    this.set({ deed: { kind: isCopied ? "list-copied" : "not-copied" } });
  }

  dismiss(): void {
    this.set({ deed: undefined, fixes: new Map() });
  }

  #foundOn(inspection: Inspection): FoundOnSheet {
    const known = this.#found.get(inspection) ?? foundOn(inspection);
    this.#found.set(inspection, known);
    return known;
  }

  /** @throws {Refusal} those of the port `remember`: read-only, store-full, interrupted, editing */
  async #keep(kept: readonly KeptOffice[]): Promise<void> {
    this.set({ kept });
    await this.session.adapter.memory.remember(receivedName, writeKept(kept));
  }

  /** Tells what became of work, or why it was refused. */
  async #attempt(work: () => Promise<Deed | undefined>): Promise<void> {
    try {
      this.set({ deed: await work() });
    } catch (error) {
      this.set({ deed: { kind: "refused", ...refusalReason(error) } });
    }
  }
}

function replyTo({ name, outcome }: ReceivedRow, language: Language): readonly Reply[] {
  if (outcome.kind !== "read") return [];
  const { inspection } = outcome;
  return [{ inspection, findings: inspection.findings, form: inspection.form.form, language, day: today(), source: name }];
}

function nameOf({ file, found }: ReceivedSheet): string {
  return found.phase === "read" ? (found.inspection.title.office ?? file) : file;
}

function submissionOf(sheet: ReceivedSheet): Submission {
  const { found, versions } = sheet;
  return { office: found.phase === "read" ? officeKey(nameOf(sheet), found.inspection) : "", versions };
}
