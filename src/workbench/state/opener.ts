import type { SheetInfo } from "../../core/model/grid.ts";
import { asRefusal, Refusal } from "../../core/model/refusal.ts";
import type { Session } from "../../pane/state/session.ts";
import { isFileUnsaved, keyOf, type OpenFile, type WorkspaceState } from "./workspace-state.ts";
import type { Client } from "../worker/client.ts";
import type { Editor } from "./editor.ts";
import type { PickedFile } from "./picked-files.ts";
import { noHistory } from "./steps.ts";

interface FilledWorkspace {
  readonly editor: Editor;
  readonly session: Session;
  get(): WorkspaceState;
  set(patch: Partial<WorkspaceState>): void;
  patch(file: string, patch: Partial<OpenFile>): void;
  bringFile(file: string): void;
  drop(file: string): void;
}

/** Opens files and looks for their tables; the sample gives way to the first file of the user's. */
export class Opener {
  /** Files of which the user chose a sheet. */
  readonly #left = new Set<string>();
  #files = 0;
  #opening: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly client: Client,
    private readonly workspace: FilledWorkspace,
  ) {}

  /** Resolves once every file is open, or refused. */
  get opened(): Promise<unknown> {
    return this.#opening;
  }

  /** An id that no other file ever has. */
  newId(): string {
    return String(++this.#files);
  }

  /** Opens files, each in a tab of its own, and checks them one after the other. The first one comes to the front. */
  async open(files: readonly PickedFile[], isSample: boolean): Promise<void> {
    const added = files.map(({ name, path = name }): OpenFile => ({ id: this.newId(), name, path, isSample, content: { state: "opening" }, sheet: "" }));
    this.workspace.set({ files: [...this.workspace.get().files, ...added] });
    if (added[0]) this.workspace.bringFile(added[0].id);
    const opening = this.#openAll(added, files.map(({ content }) => content));
    this.#opening = Promise.all([this.#opening, opening]);
    await opening;
  }

  /** Leaves the choice of a file's sheet to the user. */
  leave(file: string): void {
    this.#left.add(file);
  }

  async #openAll(added: readonly OpenFile[], contents: readonly Blob[]): Promise<void> {
    for (const [index, file] of added.entries()) {
      const content = contents[index];
      if (content) await this.#open(file, content);
    }
  }

  async #open({ id, name, isSample }: OpenFile, content: Blob): Promise<void> {
    try {
      const opened = await this.client.ask({ kind: "open", file: id, name, content });
      this.workspace.patch(id, { content: { state: "open", ...opened, history: noHistory, charts: new Map() } });
      if (!isSample) await this.#closeSample();
      await this.#findTable(id, opened.sheets);
    } catch (error) {
      const { code, detail } = error instanceof Refusal ? error : new Refusal("damaged");
      this.workspace.patch(id, { content: { state: "refused", code, detail } });
    }
  }

  /** What was tried out on the sample goes with it, and is handed over with a word where it was not saved; where that fails, the sample stays. */
  async #closeSample(): Promise<void> {
    await this.workspace.editor.done;
    const sample = this.workspace.get().files.find((file) => file.isSample);
    if (!sample) return;
    try {
      const bytes = isFileUnsaved(sample) ? await this.client.ask({ kind: "save", file: sample.id }) : undefined;
      this.workspace.drop(sample.id);
      if (bytes) this.workspace.set({ notice: { kind: "sample-closed", name: sample.name, bytes } });
    } catch (error) {
      const { code, detail } = asRefusal(error);
      this.workspace.set({ notice: { kind: "refused", code, detail } });
    }
  }

  /** Checks sheet after sheet until one holds a table or the user chooses one; the first one stays in front where none does. */
  async #findTable(file: string, sheets: readonly SheetInfo[]): Promise<void> {
    const candidates = [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)];
    const isLeft = () => this.#left.has(file) || !this.workspace.get().files.some((each) => each.id === file);
    for (const { id } of candidates) {
      if (isLeft()) return;
      this.workspace.patch(file, { sheet: id });
      const state = await this.workspace.session.check(keyOf(file, id));
      if (state.phase !== "own" && (state.phase !== "checked" || state.check)) return;
    }
    if (!isLeft()) this.workspace.patch(file, { sheet: candidates[0]?.id ?? "" });
  }
}
