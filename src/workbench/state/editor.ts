import type { Applied, Change } from "../../core/model/changes.ts";
import type { CellPlace } from "../../core/model/address.ts";
import { Lock } from "../../core/model/lock.ts";
import { asRefusal } from "../../core/model/refusal.ts";
import { showMarks } from "../../core/review/blocks.ts";
import type { ApplyWatch } from "../../core/model/ports.ts";
import type { Session } from "../../pane/state/session.ts";
import { hasTable } from "../../pane/state/state.ts";
import { activeFile, activeKey, keyOf, openContent, type OpenFile, type WorkspaceState, type OpenContent, type Typing } from "./workspace-state.ts";
import type { Client } from "../worker/client.ts";
import { download } from "./download.ts";
import { withJournalOf, journalOf } from "./file-journal.ts";
import type { FileSheets, RememberedFile } from "../worker/messages.ts";
import { describe, saved, turned, withStep, type Charts, type Kept, type Step } from "./steps.ts";
import { readsLikeFormula } from "../worker/typed.ts";

/** What changing files asks of the bench. */
interface EditedWorkspace {
  readonly session: Session;
  get(): WorkspaceState;
  set(patch: Partial<WorkspaceState>): void;
  patch(file: string, patch: Partial<OpenFile>): void;
  /** Shows sheets as they are now. */
  refresh(file: string, sheets: readonly string[]): Promise<void>;
  /** Forgets a sheet that is no longer there. */
  forget(key: string): void;
  checkAll(file: string): Promise<void>;
  /** Checks the sheet in front where that was not done. */
  checkActive(): void;
  bringSheet(sheet: string): void;
  select(place: CellPlace): void;
}

/** A text for a cell of a sheet, by the sheet's key. */
interface TypedCell extends Pick<Typing, "key" | "at"> {
  readonly text: string;
}

/** Changes the open files, one change after the other, undoes changes, and saves files. */
export class Editor {
  readonly #lock = new Lock();
  #steps = 0;
  #saidFormula = false;

  constructor(
    private readonly client: Client,
    private readonly workspace: EditedWorkspace,
  ) {}

  /** Resolves when every change that was begun is done, or refused. */
  get done(): Promise<unknown> {
    return this.#lock.run(() => Promise.resolve());
  }

  /** Carries out all changes of a file, or none. Its cells are not checked again. @throws {Refusal} */
  apply(file: string, changes: readonly Change[], watch: ApplyWatch = {}): Promise<Applied> {
    return this.#lock.run(() => this.#apply(file, changes, watch));
  }

  /** Writes what was typed into a cell and checks the sheet again. What is refused is said, and can be typed on. */
  async type({ key, at, text }: TypedCell, file: string, sheet: string): Promise<void> {
    this.workspace.get().scenes.get(key)?.rows.put(at, text);
    try {
      const answer = await this.#lock.run(async () => {
        const kept = this.#kept(file);
        const done = await this.client.ask({ kind: "type", file, sheet, at, text }, { isChange: true });
        await this.#changed(file, done, { what: { kind: "cells", at, count: 1 }, sheets: [sheet] }, kept);
        return done;
      });
      if (!answer.isChanged) return;
      const staysText = readsLikeFormula(text) && openContent(this.workspace.get(), file)?.takes === "everything";
      this.workspace.set({ notice: staysText && !this.#saidFormula ? { kind: "stays-text", at } : undefined });
      this.#saidFormula ||= staysText;
      void this.workspace.session.check(key);
    } catch (error) {
      await this.workspace.refresh(file, [sheet]);
      this.#refused(error, { key, at, text, unchanged: undefined });
    }
  }

  /** Keeps a text of the pane in the file: what was decided about a sheet's findings, or for "" how the file is checked. @throws {Refusal} */
  remember(file: string, sheet: string, name: string, text: string | undefined): Promise<void> {
    return this.#lock.run(async () => {
      const kept = this.#kept(file);
      const answer = await this.client.ask({ kind: "remember", file, sheet, name, text }, { isChange: true });
      const did: Pick<Step, "what" | "sheets"> = sheet === "" ? { what: { kind: "settings" }, sheets: [] } : { what: { kind: "decided" }, sheets: [sheet] };
      await this.#changed(file, answer, did, kept);
    });
  }

  /** Undoes the last change of the file in front, or does it again. */
  async turn(direction: "undo" | "redo"): Promise<void> {
    const file = activeFile(this.workspace.get())?.id;
    if (file === undefined || this.workspace.session.fixer.get().busy) return;
    try {
      const step = await this.#lock.run(() => this.#turn(file, direction));
      if (!step) return;
      this.#show(file, step);
      this.workspace.set({ notice: { kind: direction === "undo" ? "undone" : "redone", what: step.what } });
      const { session } = this.workspace;
      const { checks } = session.get();
      for (const sheet of step.sheets) session.documentSettings.forget(keyOf(file, sheet));
      if (step.what.kind === "settings") await session.settler.resettle(keyOf(file, ""));
      for (const sheet of step.sheets) if (checks.has(keyOf(file, sheet))) void session.check(keyOf(file, sheet));
    } catch (error) {
      this.#refused(error);
    }
  }

  /** Hands the file over under its own name; the one it was opened from stays as it is. @returns true where that worked */
  async save(file: string): Promise<boolean> {
    const opened = this.workspace.get().files.find(({ id }) => id === file);
    if (opened?.content.state !== "open") return false;
    const { name, content: { takes } } = opened;
    const savesMarks = () => takes === "everything" && this.workspace.get().savesMarks;
    if (savesMarks()) await this.workspace.checkAll(file);
    try {
      await this.#lock.run(async () => {
        if (savesMarks()) await this.#apply(file, this.#marks(file), {});
        download(await this.client.ask({ kind: "save", file }), name);
        this.#patch(file, (content) => ({ history: saved(content.history) }));
      });
      this.workspace.set({ notice: { kind: "saved", name } });
      return true;
    } catch (error) {
      this.#refused(error);
      return false;
    }
  }

  #refused(error: unknown, typing?: Typing): void {
    const { code, detail } = asRefusal(error);
    this.workspace.set({ notice: { kind: "refused", code, detail, ...(typing && { typing }) } });
    if (typing && !this.workspace.get().typing && typing.key === activeKey(this.workspace.get())) {
      this.workspace.select(typing.at);
      this.workspace.set({ typing });
    }
  }

  async #apply(file: string, changes: readonly Change[], watch: ApplyWatch): Promise<Applied> {
    const kept = this.#kept(file);
    const answer = await this.client.ask({ kind: "apply", file, changes }, { ...watch, isChange: true });
    const plans = changes.flatMap((change) => (change.kind === "write-sheet" ? [change.plan] : []));
    const charts = new Map(answer.applied.made.map(({ sheet }, index) => [sheet, plans[index]?.charts ?? []]));
    await this.#changed(file, answer, describe(changes, answer.applied), kept, charts);
    return answer.applied;
  }

  async #changed(file: string, answer: RememberedFile, did: Pick<Step, "what" | "sheets">, kept: Kept, charts: Charts = new Map()): Promise<void> {
    if (!answer.isChanged) return;
    const step = { id: ++this.#steps, kept, ...did };
    this.#patch(file, (content) => ({
      history: withStep(content.history, step, answer.undo),
      charts: new Map([...content.charts, ...charts]),
    }));
    await this.#settle(file, answer, did.sheets);
  }

  async #turn(file: string, direction: "undo" | "redo"): Promise<Step | undefined> {
    const content = openContent(this.workspace.get(), file);
    const next = content && turned(content.history, direction, this.#kept(file));
    if (!next) return undefined;
    const answer = await this.client.ask({ kind: direction, file }, { isChange: true });
    this.#patch(file, () => ({ history: next.history, charts: next.step.kept.charts }));
    const { fixer, summarizer, inputRuleEditor } = this.workspace.session;
    fixer.set({ journal: withJournalOf(fixer.get().journal, file, next.step.kept.journal), outcome: undefined });
    if (next.step.what.kind === "made" || next.step.what.kind === "deleted") summarizer.dismiss();
    await this.#settle(file, answer, next.step.sheets);
    inputRuleEditor.dismiss();
    await inputRuleEditor.look();
    return next.step;
  }

  /** Shows the file's sheets as they are now. */
  async #settle(file: string, { sheets, own }: FileSheets, changed: readonly string[]): Promise<void> {
    const before = openContent(this.workspace.get(), file)?.sheets ?? [];
    const isThere = (id: string) => sheets.some((sheet) => sheet.id === id);
    for (const { id } of before) if (!isThere(id)) this.workspace.forget(keyOf(file, id));
    this.#patch(file, () => ({ sheets, own }));
    await this.workspace.refresh(file, changed.filter(isThere));
    const active = this.workspace.get().files.find(({ id }) => id === file)?.sheet ?? "";
    if (isThere(active)) return;
    this.workspace.patch(file, { sheet: sheets.find(({ hidden }) => !hidden)?.id ?? "" });
    this.workspace.checkActive();
  }

  /** Brings what was undone into view. */
  #show(file: string, { what, sheets: [sheet] }: Step): void {
    if (what.kind !== "cells" || sheet === undefined || activeFile(this.workspace.get())?.id !== file) return;
    if (activeFile(this.workspace.get())?.sheet !== sheet) this.workspace.bringSheet(sheet);
    this.workspace.select(what.at);
  }

  #marks(file: string): readonly Change[] {
    const { checks } = this.workspace.session.get();
    return (openContent(this.workspace.get(), file)?.sheets ?? []).flatMap(({ id }) => {
      const state = checks.get(keyOf(file, id));
      return hasTable(state) ? [showMarks(id, state.check.inspection.marks)] : [];
    });
  }

  #kept(file: string): Kept {
    return { journal: journalOf(this.workspace.session.fixer.get().journal, file), charts: openContent(this.workspace.get(), file)?.charts ?? new Map() };
  }

  #patch(file: string, patch: (content: OpenContent) => Partial<OpenContent>): void {
    const content = openContent(this.workspace.get(), file);
    if (content) this.workspace.patch(file, { content: { ...content, ...patch(content) } });
  }
}
