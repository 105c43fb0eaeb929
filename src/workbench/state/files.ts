import type { SheetInfo } from "../../core/model/grid.ts";
import { refusalIn } from "../../core/model/internal.ts";
import { Lock } from "../../core/model/lock.ts";
import { Refusal } from "../../core/model/refusal.ts";
import { isSideFile } from "../../hosts/file/sheet-files.ts";
import type { CheckState } from "../../pane/state/state.ts";
import type { FileWorkers } from "../worker/file-workers.ts";
import type { OpenedFile } from "../worker/messages.ts";
import type { Editor } from "./editor.ts";
import type { Navigator } from "./navigator.ts";
import type { PickedFile } from "./picked-files.ts";
import type { Saver } from "./saver.ts";
import { noHistory, type History } from "./steps.ts";
import { isFileUnsaved, openContent, twinOf, type OpenContent, type OpenFile } from "./workspace-state.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

/** The page's part in opening and closing files. */
interface Checks {
  check(sheet: string): Promise<CheckState>;
  /** Checks the sheets of a file that were not checked yet. */
  checkAll(file: string): Promise<void>;
  /** Forgets a sheet that is no longer open. */
  forget(sheet: string): void;
  /** Call after a file of the user was opened. */
  opened(file: string): Promise<void>;
  /** Call when several files of the user are about to be opened. */
  several(): void;
  /** Call after a file and its sheets were closed. */
  closed(file: string): void;
}

/** Milliseconds after which the next file begins although the one before it is not open yet. */
const patience = 4000;
/** Number of files that may take longer than that; further ones are waited for, since each fills memory. */
const mostSlow = 4;

/** Opens files, looks for their tables, and closes them. The user's first file replaces the sample. */
export class Files {
  #files = 0;
  #opening: Promise<unknown> = Promise.resolve();
  /** Files that open together close the sample once. */
  readonly #sample = new Lock();

  constructor(
    private readonly workers: FileWorkers,
    private readonly store: WorkspaceStore,
    private readonly navigator: Navigator,
    private readonly editor: Editor,
    private readonly saver: Saver,
    private readonly checks: Checks,
    /** Number of files that are opened at once. */
    private readonly atOnce: number,
  ) {}

  /** Resolves once every file is open or refused. */
  get opened(): Promise<unknown> {
    return this.#opening;
  }

  /** Opens the user's files, each in its own tab, and checks them. The first one becomes active. Files that belong to another one are skipped. */
  async open(files: readonly PickedFile[]): Promise<void> {
    await this.#openTabs(files.filter(({ name }) => !isSideFile(name)), false);
    this.#tell("passed-over", files.filter(({ name }) => isSideFile(name)));
  }

  /** A notice about the closed sample takes precedence. */
  #tell(kind: "passed-over" | "open-already", files: readonly { readonly name: string }[]): void {
    if (files.length > 0 && !this.store.get().notice) this.store.set({ notice: { kind, names: files.map(({ name }) => name) } });
  }

  /** Opens the sample. It closes when the user's first file is open. */
  openSample(file: PickedFile): Promise<void> {
    return this.#openTabs([file], true);
  }

  /** Opens an empty workbook in a background tab. @returns its id */
  async create(name: string): Promise<string> {
    const id = this.#newId();
    const created = await this.workers.create(id);
    const content = openedContent(created, { ...noHistory, saved: undefined });
    this.store.add([{ id, name, path: name, isSample: false, isChosen: false, content, sheet: "" }]);
    return id;
  }

  /** Closes a file, and asks first where it has unsaved changes. */
  close(file: string): void {
    if (this.#isUnsaved(file)) this.store.set({ closing: file });
    else this.drop(file);
  }

  /** Takes the answer to the question of `close`. */
  async answerClose(answer: "save" | "drop" | "stay"): Promise<void> {
    const { closing } = this.store.get();
    this.store.set({ closing: undefined });
    if (closing === undefined || answer === "stay") return;
    if (answer === "drop" || (await this.saver.save(closing))) this.drop(closing);
  }

  /** Closes a file as it is. */
  drop(file: string): void {
    const { files, active } = this.store.get();
    const index = files.findIndex(({ id }) => id === file);
    if (index < 0) return;
    this.#end(file);
    this.checks.closed(file);
    const rest = files.filter(({ id }) => id !== file);
    this.store.set({ files: rest, notice: undefined });
    if (active === file) this.navigator.bringFile(rest[Math.min(index, rest.length - 1)]?.id ?? "");
  }

  /** Ends a file whose worker did not confirm a cancel. One with unsaved changes would lose them, so the user is only told. */
  endSilent(file: string): void {
    const opened = this.store.get().files.find(({ id }) => id === file);
    if (!opened) return;
    if (this.#isUnsaved(file)) {
      this.store.set({ notice: { kind: "silent", name: opened.name } });
      return;
    }
    this.#end(file);
    this.store.patch(file, { content: { state: "ended" } });
  }

  #end(file: string): void {
    for (const { id } of openContent(this.store.get(), file)?.sheets ?? []) this.checks.forget(id);
    this.workers.close(file);
  }

  #isUnsaved(file: string): boolean {
    return this.store.get().files.some((each) => each.id === file && isFileUnsaved(each));
  }

  /** An id that no other file ever has. */
  #newId(): string {
    return String(++this.#files);
  }

  async #openTabs(files: readonly PickedFile[], isSample: boolean): Promise<void> {
    const added = files.map(({ name, path = name }): OpenFile => ({ id: this.#newId(), name, path, isSample, isChosen: false, content: { state: "opening" }, sheet: "" }));
    this.store.add(added);
    if (added[0]) this.navigator.bringFile(added[0].id);
    if (added.length > 1) this.checks.several();
    const again: OpenFile[] = [];
    const opening = this.#openAll(added, files, again);
    this.#opening = Promise.all([this.#opening, opening]);
    await opening;
    this.#tell("open-already", again);
  }

  /** Several at once. A file that takes long does not keep those behind it waiting. @param again receives those that are open already */
  async #openAll(added: readonly OpenFile[], files: readonly PickedFile[], again: OpenFile[]): Promise<void> {
    const left = added.entries();
    const slow = new Set<Promise<void>>();
    const next = async () => {
      for (const [index, file] of left) {
        const source = files[index];
        if (!source || !this.#isThere(file.id)) continue;
        const one = this.workers.during(file.id, () => this.#open(file, source, added.length > 1, again));
        let isDone = await isDoneWithin(patience, one);
        while (!isDone && slow.size >= mostSlow) isDone = await isDoneBefore(Promise.race(slow), one);
        if (isDone) continue;
        slow.add(one);
        void one.then(() => slow.delete(one));
      }
    };
    await Promise.all(Array.from({ length: this.atOnce }, next));
    await Promise.all(slow);
  }

  /** @param isListed true where each of its sheets is a line of the list, so that all are checked while the file is at hand */
  async #open(file: OpenFile, { content, isFolder }: PickedFile, isListed: boolean, again: OpenFile[]): Promise<void> {
    const { id, name, isSample } = file;
    try {
      if (isFolder) throw new Refusal("not-xlsx", "folder");
      const opened = await this.workers.open(id, name, content);
      const twin = isSample ? undefined : twinOf(this.store.get(), file, opened);
      if (twin) {
        again.push(file);
        if (this.store.get().active === id) this.navigator.bringFile(twin.id);
        this.drop(id);
        return;
      }
      this.store.patch(id, { content: openedContent(opened, noHistory) });
      if (!isSample) await this.#sample.run(() => this.#closeSample());
      if (!isSample) void this.checks.opened(id);
      await this.#findTable(id, opened.sheets);
      if (isListed) await this.checks.checkAll(id);
    } catch (error) {
      const { code, detail } = refusalIn(error);
      this.workers.close(id);
      this.store.patch(id, { content: { state: "refused", code, detail } });
    }
  }

  /** Unsaved changes of the sample are offered as a download in a notice; where they cannot be read, the sample stays. */
  async #closeSample(): Promise<void> {
    const sample = () => this.store.get().files.find((file) => file.isSample);
    const before = sample();
    if (before) await this.editor.doneWith(before.id);
    const now = sample();
    if (!now) return;
    try {
      const saved = isFileUnsaved(now) ? await this.workers.ask(now.id, { kind: "save" }) : undefined;
      this.drop(now.id);
      if (saved) this.store.set({ notice: { kind: "sample-closed", name: now.name, bytes: saved.bytes } });
    } catch (error) {
      this.store.refuse(error);
    }
  }

  /** Checks one sheet after another until one has a table or the user chooses one; the first one stays active where none has. */
  async #findTable(file: string, sheets: readonly SheetInfo[]): Promise<void> {
    const candidates = [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)];
    const isLeft = () => !this.store.get().files.some((each) => each.id === file && !each.isChosen);
    for (const { id } of candidates) {
      if (isLeft()) return;
      this.store.patch(file, { sheet: id });
      const state = await this.checks.check(id);
      if (state.phase !== "own" && (state.phase !== "checked" || state.check)) return;
    }
    if (!isLeft()) this.store.patch(file, { sheet: candidates[0]?.id ?? "" });
  }

  #isThere(file: string): boolean {
    return this.store.get().files.some(({ id }) => id === file);
  }
}

function openedContent({ fingerprint, ...opened }: OpenedFile, history: History): OpenContent {
  return { state: "open", ...opened, history, charts: new Map(), fingerprints: fingerprint === undefined ? [] : [fingerprint] };
}

/** Waits for work, but not longer. @returns false where it is still under way */
async function isDoneWithin(milliseconds: number, work: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isDone = await isDoneBefore(new Promise((resolve) => (timer = setTimeout(resolve, milliseconds))), work);
  clearTimeout(timer);
  return isDone;
}

function isDoneBefore(other: Promise<void>, work: Promise<void>): Promise<boolean> {
  return Promise.race([work.then(() => true), other.then(() => false)]);
}
