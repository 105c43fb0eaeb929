import type { Applied, Change } from "../../core/model/changes.ts";
import type { Journal } from "../../core/fixes/journal.ts";
import { Lock } from "../../core/model/lock.ts";
import type { ApplyWatch } from "../../core/model/ports.ts";
import { homeOf } from "../../pane/state/checks.ts";
import type { CheckState } from "../../pane/state/state.ts";
import { activeFile, activeSheetId, openContent, type Typing } from "./workspace-state.ts";
import type { WorkspaceStore } from "./workspace-store.ts";
import type { RequestOf } from "../worker/client.ts";
import type { FileSheets, RememberedFile, Results } from "../worker/messages.ts";
import type { FileWorkers } from "../worker/file-workers.ts";
import { fileOf } from "../worker/sheet-ids.ts";
import { readsLikeFormula } from "../worker/typed.ts";
import { withJournalOf, journalOf } from "./file-journal.ts";
import type { Navigator } from "./navigator.ts";
import type { Scenes } from "./scenes.ts";
import { describe, turned, withStep, type Charts, type Kept, type Step } from "./steps.ts";

/** The pane's part in changing files. */
interface Pane {
  checks(): ReadonlyMap<string, CheckState>;
  check(sheet: string): Promise<unknown>;
  /** Forgets a sheet that is no longer there. */
  forget(sheet: string): void;
  /** Fixes of all files that can be undone. */
  journal(): Journal;
  /** True while fixes are written. */
  isFixing(): boolean;
  /** A step was undone or redone, and the remaining fixes are these. */
  turned(what: Step["what"], direction: "undo" | "redo", journal: Journal): Promise<void>;
  /** A file was changed. */
  noted(file: string): void;
  /** Texts that a file keeps, for itself or for these sheets, have changed. */
  rereadTexts(file: string, step: Step): Promise<void>;
}

export interface TypedCell extends Pick<Typing, "sheet" | "at"> {
  readonly text: string;
}

/** Changes the open files, one change of a file after the other, and undoes changes. */
export class Editor {
  readonly #locks = new Map<string, Lock>();
  #saidFormula = false;

  constructor(
    private readonly workers: FileWorkers,
    private readonly store: WorkspaceStore,
    private readonly scenes: Scenes,
    private readonly navigator: Navigator,
    private readonly pane: Pane,
  ) {}

  /** Does some work on a file after the changes that have begun and before later ones; it makes its own changes by what it is given. */
  alone<Value>(file: string, work: (apply: (changes: readonly Change[]) => Promise<Applied>) => Promise<Value>): Promise<Value> {
    return this.#lock(file).run(() => work((changes) => this.#apply(file, changes, {})));
  }

  /** Resolves when every change of a file that has begun is done or refused. */
  doneWith(file: string): Promise<void> {
    return this.alone(file, () => Promise.resolve());
  }

  /** Carries out all changes of a file, or none. Its cells are not checked again. @throws {Refusal} the codes of the port `apply` in a file: moved, formula, protected, read-only, cancelled and others */
  apply(file: string, changes: readonly Change[], watch: ApplyWatch = {}): Promise<Applied> {
    return this.#lock(file).run(() => this.#apply(file, changes, watch));
  }

  /** Has the file's worker make a change, as one step that `did` describes. @throws {Refusal} those of the request in `HeldFile`, such as moved, formula, protected; cancelled */
  change<Kind extends "type" | "paste" | "remember">(file: string, request: RequestOf<Kind>, did: (answer: Results[Kind]) => Pick<Step, "what" | "sheets">): Promise<Results[Kind]> {
    return this.#lock(file).run(async () => {
      const kept = this.#kept(file);
      const answer = await this.workers.ask(file, request);
      await this.#changed(file, answer, did(answer), kept);
      return answer;
    });
  }

  /** Writes a typed text into a cell and checks the sheet again. A refused text is reported, and can be edited further. */
  async type({ sheet, at, text }: TypedCell): Promise<void> {
    const file = fileOf(sheet);
    this.scenes.put(sheet, at, text);
    try {
      const answer = await this.change(file, { kind: "type", sheet, at, text }, () => ({ what: { kind: "cells", at, count: 1 }, sheets: [sheet] }));
      if (!answer.isChanged) return;
      const staysText = readsLikeFormula(text) && openContent(this.store.get(), file)?.takes === "everything";
      this.store.set({ notice: staysText && !this.#saidFormula ? { kind: "stays-text", at } : undefined });
      this.#saidFormula ||= staysText;
      void this.pane.check(sheet);
    } catch (error) {
      if (!openContent(this.store.get(), file)) return;
      await this.scenes.refresh([sheet]);
      this.#refusedTyping(error, { sheet, at, text, unchanged: undefined });
    }
  }

  /** Keeps a text of the pane in the file: decisions about a sheet's findings, or without a sheet the settings of the check. @throws {Refusal} read-only in a signed file, text-only in a text file, damaged, too-large */
  async remember(file: string, sheet: string | undefined, name: string, text: string | undefined): Promise<void> {
    await this.change(file, { kind: "remember", sheet, name, text }, () => (sheet === undefined ? { what: { kind: "settings" }, sheets: [] } : { what: { kind: "decided" }, sheets: [sheet] }));
  }

  /** Undoes the last change of the active file, or redoes it. */
  async turn(direction: "undo" | "redo"): Promise<void> {
    const file = activeFile(this.store.get())?.id;
    if (file === undefined || this.pane.isFixing()) return;
    try {
      const step = await this.#lock(file).run(() => this.#turn(file, direction));
      if (!step) return;
      this.#show(file, step);
      this.store.set({ notice: { kind: direction === "undo" ? "undone" : "redone", what: step.what } });
      const checks = this.pane.checks();
      const homes = new Set(step.sheets.flatMap((sheet) => (checks.has(sheet) ? [homeOf({ checks }, sheet)] : [])));
      await this.pane.rereadTexts(file, step);
      for (const sheet of homes) void this.pane.check(sheet);
    } catch (error) {
      this.store.refuse(error);
    }
  }

  #lock(file: string): Lock {
    const lock = this.#locks.get(file) ?? new Lock();
    this.#locks.set(file, lock);
    return lock;
  }

  #refusedTyping(error: unknown, typing: Typing): void {
    this.store.refuse(error, typing);
    if (!this.store.get().typing && typing.sheet === activeSheetId(this.store.get())) {
      this.navigator.select(typing.at);
      this.store.set({ typing });
    }
  }

  async #apply(file: string, changes: readonly Change[], watch: ApplyWatch): Promise<Applied> {
    const kept = this.#kept(file);
    const answer = await this.workers.ask(file, { kind: "apply", changes }, watch);
    const plans = changes.flatMap((change) => (change.kind === "write-sheet" ? [change.plan] : []));
    const charts = new Map(answer.applied.made.map(({ sheet }, index) => [sheet, plans[index]?.charts ?? []]));
    await this.#changed(file, answer, describe(changes, answer.applied), kept, charts);
    return answer.applied;
  }

  async #changed(file: string, answer: RememberedFile, did: Pick<Step, "what" | "sheets">, kept: Kept, charts: Charts = new Map()): Promise<void> {
    if (!answer.isChanged) return;
    const step = { content: answer.content, kept, ...did };
    this.store.patchContent(file, (content) => ({ history: withStep(content.history, step, answer.undo), charts: new Map([...content.charts, ...charts]) }));
    this.store.outdate();
    await this.#settle(file, answer, did.sheets);
  }

  async #turn(file: string, direction: "undo" | "redo"): Promise<Step | undefined> {
    const content = openContent(this.store.get(), file);
    const next = content && turned(content.history, direction, this.#kept(file));
    if (!next) return undefined;
    const answer = await this.workers.ask(file, { kind: direction });
    const { what, sheets, kept } = next.step;
    this.store.patchContent(file, () => ({ history: next.history, charts: kept.charts }));
    await this.#settle(file, answer, sheets);
    await this.pane.turned(what, direction, withJournalOf(this.pane.journal(), file, kept.journal));
    return next.step;
  }

  /** Shows the file's sheets in their present state. */
  async #settle(file: string, { sheets, own }: FileSheets, changed: readonly string[]): Promise<void> {
    this.pane.noted(file);
    const before = openContent(this.store.get(), file)?.sheets ?? [];
    const isThere = (id: string) => sheets.some((sheet) => sheet.id === id);
    for (const { id } of before) if (!isThere(id)) this.pane.forget(id);
    this.store.patchContent(file, () => ({ sheets, own }));
    await this.scenes.refresh(changed.filter(isThere));
    const active = this.store.get().files.find(({ id }) => id === file)?.sheet ?? "";
    if (isThere(active)) return;
    this.store.patch(file, { sheet: sheets.find(({ hidden }) => !hidden)?.id ?? "" });
    this.navigator.checkActive();
  }

  /** Scrolls to the undone change. */
  #show(file: string, { what, sheets: [sheet] }: Step): void {
    if (what.kind === "cells" && sheet !== undefined && this.store.get().active === file) this.navigator.goTo(file, sheet, what.at);
  }

  #kept(file: string): Kept {
    return { journal: journalOf(this.pane.journal(), file), charts: openContent(this.store.get(), file)?.charts ?? new Map() };
  }
}
