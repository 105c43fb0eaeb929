import { addAll } from "../../core/model/many.ts";
import type { CellWrite, EditCells } from "../../core/model/changes.ts";
import type { Finding } from "../../core/model/finding.ts";
import * as journals from "../../core/fixes/journal.ts";
import { fixGroupsOf, type FixGroup } from "../../core/fixes/fix-groups.ts";
import { editChanges, writeFixes } from "../../core/fixes/write-fixes.ts";
import { a1 } from "../../core/model/address.ts";
import type { SheetInfo } from "../../core/model/grid.ts";
import { once } from "../../core/model/once.ts";
import { reached, Refusal, refusalReason, unanswered } from "../../core/model/refusal.ts";
import { journalName } from "../../core/settings/kept-name.ts";
import type { ApplyWatch, ChangeApplier, DocumentStore, SheetReader, Watch } from "../../core/model/ports.ts";
import type { FixEnd, FixOutcome, FixState } from "./fix-state.ts";
import { Operation } from "./operation.ts";
import { Stay } from "./stay.ts";
import { Store } from "./store.ts";

/** The pane's part in fixing. */
export interface FixTarget {
  /** The ids of the sheets that are checked together with a sheet: for a card all cards. */
  sheetsWith(sheetId: string): readonly string[];
  /** Checks a sheet after its cells were written. */
  checkAgain(sheetId: string): Promise<unknown>;
  tell(outcome: FixOutcome): void;
}

/** The sheet whose cells are written. It is always named, since another one may have become active. */
export type FixedSheet = Pick<SheetInfo, "id" | "name">;

/** Writes fixes into cells, keeps a journal of them in the document, and undoes them, one piece of work at a time. */
export class Fixer extends Store<FixState> {
  #found: FoundFixes = foundFixes([]);
  readonly #operation = new Operation(refused);
  readonly #stay = new Stay(() => this.dismiss());
  /** Reads the journal from the document, once. Nothing is kept before, or it would replace what stands there. @throws {Refusal} kept-newer; those of the port `recall` */
  readonly recall = once(() => this.#read());

  constructor(
    private readonly workbook: SheetReader & ChangeApplier & DocumentStore,
    private readonly target: FixTarget,
  ) {
    super({ view: "findings", journal: [], left: new Set(), busy: false, done: 0, all: 0, outcome: undefined });
  }

  async #read(): Promise<void> {
    const text = await this.workbook.recall(journalName);
    if (text === undefined) return;
    const { readJournal, refuseNewer } = await import("../../core/settings/read-kept.ts");
    refuseNewer(journalName, text);
    const journal = readJournal(text);
    if (journal.length === 0) return;
    const found = await this.workbook.findAgain?.([...new Set(journal.map(({ sheet }) => sheet))]);
    this.set({ journal: journals.rekeyed(journal, await this.workbook.sheets(), found) });
  }

  /** The fixes of a check's findings, computed once for the same findings. */
  fixGroups(findings: readonly Finding[]): readonly FixGroup[] {
    return this.#fixesOf(findings).fixGroups;
  }

  /** Those among them that can be written without asking. */
  safeFixes(findings: readonly Finding[]): readonly FixGroup[] {
    return this.fixGroups(findings).filter(({ safety }) => safety === "safe");
  }

  /** The safe fixes of a rule among a check's findings. */
  safeFixesOf(rule: string, findings: readonly Finding[]): readonly FixGroup[] {
    return this.safeFixes(findings).filter((fixGroup) => fixGroup.findings.some((finding) => finding.rule === rule));
  }

  /** How one of a check's findings is fixed; undefined where it cannot be. */
  fixGroupOf(finding: Finding, findings: readonly Finding[]): FixGroup | undefined {
    return this.#fixesOf(findings).of.get(finding);
  }

  /** Offers the safe fixes for selection, all selected. */
  choose(): void {
    this.set({ view: "choice", left: new Set(), outcome: undefined });
  }

  /** Selects fixes, or leaves them out. */
  pick(fixGroups: readonly FixGroup[], isChosen: boolean): void {
    const left = new Set(this.get().left);
    for (const fixGroup of fixGroups) {
      if (isChosen) left.delete(fixGroup);
      else left.add(fixGroup);
    }
    this.set({ left });
  }

  show(view: FixState["view"]): void {
    this.set({ view });
  }

  dismiss(): void {
    this.set({ outcome: undefined });
  }

  /** Keeps the outcome in sight while the user is at it. */
  hold(isHeld: boolean): void {
    this.#stay.hold(isHeld);
  }

  cancel(): void {
    this.#operation.abort();
  }

  /** Writes fixes of a check into its sheet, as many as the journal can hold, and checks it again. The result becomes the outcome. */
  fix(sheet: FixedSheet, fixGroups: readonly FixGroup[]): Promise<void> {
    const some = journals.fitting(fixGroups, this.workbook.room);
    return this.#work(sheet.id, some.length, async (watch) => {
      let entries: journals.Journal = [];
      const noting = (writing: readonly FixGroup[]): NonNullable<ApplyWatch["beforeWriting"]> => async (cells) => {
        const planned = writing.map(({ findings, edits }) => ({ rules: findings.map(({ rule }) => rule), cells: edits.length }));
        entries = journals.plannedEntries(this.get().journal, sheet, planned, cells);
        await this.#keep(journals.withEntries(this.get().journal, entries));
      };
      try {
        const { done: clashes, left } = await writeFixes(some, (writing) =>
          this.#write(sheet.id, writing.flatMap(({ edits }) => edits), { ...watch, beforeWriting: noting(writing) }),
        );
        if (!clashes && left[0]) throw left[0].refusal;
        await this.workbook.signSheets?.([...new Set(entries.map((entry) => entry.sheet))]);
        await this.#done(entries);
        this.show("findings");
        return { kind: "fixed", entries, clashes: clashes ?? [], left };
      } catch (error) {
        // Fixes that broke off stay in the journal. After any other error nothing was written.
        if (!(error instanceof Refusal && error.code === "interrupted" && reached.test(error.detail))) await this.#forget(entries);
        throw error;
      }
    });
  }

  /** Undoes fixes of a sheet if the cells still hold what was written. Fixes of other sheets are left alone. */
  undoFixes(sheet: string, entries: journals.Journal): Promise<void> {
    return this.#work(sheet, entries.length, async (watch) => {
      const { done, changed } = await this.#turn(sheet, entries, journals.undoFixes, watch);
      await this.#forget(done);
      return { kind: "undone", count: done.length, changed: changed.length };
    });
  }

  /** Writes the remaining cells of interrupted fixes of a sheet. Fixes of other sheets are left alone. */
  finish(sheet: string, entries: journals.Journal): Promise<void> {
    return this.#work(sheet, entries.length, async (watch) => {
      const { done, changed, clashes } = await this.#turn(sheet, entries, journals.finish, watch);
      await this.#forget(changed);
      await this.#done(done);
      this.show("findings");
      return { kind: "fixed", entries: done, clashes, left: [] };
    });
  }

  #fixesOf(findings: readonly Finding[]): FoundFixes {
    if (findings !== this.#found.findings) this.#found = foundFixes(findings);
    return this.#found;
  }

  #work(sheet: string, all: number, work: (watch: Watch) => Promise<FixEnd>): Promise<void> {
    return this.#operation.start(
      (done) => {
        this.#stay.stop();
        this.set({ busy: true, done, all, outcome: undefined });
      },
      (watch) => this.recall().then(() => work(watch)),
      async (end) => {
        const outcome = { sheet, ...end };
        const check = this.target.checkAgain(sheet);
        // Where Excel does not answer, it would not end either.
        if (end.kind !== "refused" || !end.detail.startsWith(unanswered)) await check;
        this.set({ busy: false, outcome });
        if (isSettled(end)) this.#stay.begin();
        this.target.tell(outcome);
      },
    );
  }

  async #write(sheet: string, edits: readonly CellWrite[], watch: ApplyWatch) {
    if (edits.length === 0) return [];
    const { clashes } = await this.workbook.apply(editChanges(sheet, edits), watch);
    return clashes.map(({ at }) => at);
  }

  /** Turns the fixes of a sheet, or of all cards, in one plan. */
  async #turn(sheet: string, entries: journals.Journal, turn: typeof journals.undoFixes, watch: Watch) {
    const changes: EditCells[] = [];
    const done: journals.JournalEntry[] = [];
    const changed: journals.JournalEntry[] = [];
    for (const id of this.target.sheetsWith(sheet)) {
      const own = journals.entriesOf(entries, [id]);
      if (own.length === 0) continue;
      const turned = turn(own, await this.#cellsOf(id, own, watch.signal));
      addAll(changes, editChanges(id, turned.edits));
      addAll(done, turned.done);
      addAll(changed, turned.changed);
    }
    const { clashes } = changes.length === 0 ? { clashes: [] } : await this.workbook.apply(changes, watch);
    return { done, changed, clashes: clashes.map(({ at }) => at) };
  }

  /** The present contents of the cells of fixes. */
  async #cellsOf(sheet: string, entries: journals.Journal, signal: AbortSignal | undefined) {
    const places = [...new Map(entries.flatMap(({ cells }) => cells.map(({ at }) => [a1(at), at]))).values()];
    const values = await this.workbook.readCells(sheet, places, signal && { signal });
    const now = new Map(places.map((at, index) => [a1(at), values[index]]));
    return (row: number, column: number) => now.get(a1({ row, column }));
  }

  #done(entries: journals.Journal): Promise<void> {
    return this.#settle(journals.withEntries(this.get().journal, entries.map((entry) => ({ ...entry, done: true }))));
  }

  #forget(entries: journals.Journal): Promise<void> {
    return this.#settle(journals.withoutEntries(this.get().journal, entries));
  }

  /** The cells are right by now. If the document does not accept the journal, the next fix tries again. */
  async #settle(journal: journals.Journal): Promise<void> {
    this.set({ journal });
    await this.#keep(journal).catch(refused);
  }

  /** @throws {Refusal} read-only, text-only, store-full, interrupted and others of the port `remember` */
  async #keep(journal: journals.Journal): Promise<void> {
    await this.workbook.remember(journalName, journals.writeJournal(journal));
    this.set({ journal });
  }
}

interface FoundFixes {
  readonly findings: readonly Finding[];
  readonly fixGroups: readonly FixGroup[];
  readonly of: ReadonlyMap<Finding, FixGroup>;
}

function foundFixes(findings: readonly Finding[]): FoundFixes {
  const fixGroups = fixGroupsOf(findings);
  return { findings, fixGroups, of: new Map(fixGroups.flatMap((fixGroup) => fixGroup.findings.map((finding) => [finding, fixGroup] as const))) };
}

/** True where nobody has to do anything about it; the way back is in the history too. */
function isSettled(end: FixEnd): boolean {
  if (end.kind === "fixed") return end.clashes.length === 0 && end.left.length === 0;
  return end.kind === "undone" && end.changed === 0;
}

function refused(error: unknown): FixEnd {
  return { kind: "refused", ...refusalReason(error) };
}
