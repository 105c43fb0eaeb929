import type { FormChoice } from "../../core/form/known.ts";
import type { CellPlace } from "../../core/model/address.ts";
import { Refusal } from "../../core/model/refusal.ts";
import type { Language } from "../../core/wording/language.ts";
import type { Watch } from "../../core/model/ports.ts";
import { without } from "../../pane/state/checks.ts";
import type { Annotations, CheckOutcome, HostAdapter } from "../../pane/state/host-adapter.ts";
import { Session } from "../../pane/state/session.ts";
import { Store } from "../../pane/state/store.ts";
import { emptyWorkspace, activeKey, activeSheet, isFileUnsaved, keyOf, openContent, partsOf, type OpenFile, type WorkspaceState } from "./workspace-state.ts";
import { chartView } from "../chart/chart-view.ts";
import { WorkspaceStore } from "./workspace-memory.ts";
import type { Client } from "../worker/client.ts";
import { Editor } from "./editor.ts";
import { fetchCheck } from "../worker/fetch-check.ts";
import { fetchGrid } from "../worker/fetch-grid.ts";
import { FileFixes } from "./fix-adapter.ts";
import { Opener } from "./opener.ts";
import type { PickedFile } from "./picked-files.ts";
import { RowCache } from "../worker/row-cache.ts";
import { noHistory } from "./steps.ts";
import { settingsFile } from "./settings-file.ts";
import { SummarySource } from "./summary-source.ts";
import { CellEditor } from "./cell-editor.ts";

/** The open files, what is shown of them, and the pane's desk over them. */
export class Workspace extends Store<WorkspaceState> implements HostAdapter {
  readonly editor: Editor;
  readonly cellEditor: CellEditor;
  readonly fixable: FileFixes;
  readonly memory: WorkspaceStore;
  readonly settingsFile = settingsFile;
  readonly summaries: SummarySource;
  readonly session: Session;
  readonly #listeners = new Set<(place: CellPlace) => void>();
  readonly #opener: Opener;

  constructor(
    private readonly client: Client,
    language: Language,
  ) {
    super({ ...emptyWorkspace, language });
    this.editor = new Editor(client, this);
    this.cellEditor = new CellEditor(this);
    this.fixable = new FileFixes(client, this);
    this.memory = new WorkspaceStore(client, this);
    this.summaries = new SummarySource(client, this);
    this.session = new Session(this);
    this.#opener = new Opener(client, this);
    const { documentSettings } = this.session;
    documentSettings.subscribe(() => this.set({ language: documentSettings.get().settings.language ?? language }));
  }

  /** Opens files of the user's, each in a tab of its own, and checks them one after the other. The first one comes to the front. */
  open(files: readonly PickedFile[]): Promise<void> {
    return this.#opener.open(files, false);
  }

  /** Opens the sample: it closes when the first file of the user's is open. */
  openSample(file: PickedFile): Promise<void> {
    return this.#opener.open([file], true);
  }

  /** Resolves once every file is open, or refused. */
  opened(): Promise<unknown> {
    return this.#opener.opened;
  }

  /** Opens an empty workbook in a tab behind the others. @returns its id */
  async create(name: string): Promise<string> {
    const id = this.#opener.newId();
    const created = await this.client.ask({ kind: "create", file: id });
    const history = { ...noHistory, saved: undefined };
    this.set({ files: [...this.get().files, { id, name, path: name, isSample: false, content: { state: "open", ...created, history, charts: new Map() }, sheet: "" }] });
    return id;
  }

  /** Closes a file, and asks first where it holds unsaved changes. */
  close(fileId: string): void {
    const file = this.get().files.find(({ id }) => id === fileId);
    if (file && isFileUnsaved(file)) this.set({ closing: fileId });
    else this.drop(fileId);
  }

  /** Answers what `close` asked. */
  async answerClose(answer: "save" | "drop" | "stay"): Promise<void> {
    const { closing } = this.get();
    this.set({ closing: undefined });
    if (closing === undefined || answer === "stay") return;
    if (answer === "drop" || (await this.editor.save(closing))) this.drop(closing);
  }

  /** Closes a file as it is. */
  drop(fileId: string): void {
    const { files, active } = this.get();
    const index = files.findIndex(({ id }) => id === fileId);
    if (index < 0) return;
    for (const { id } of openContent(this.get(), fileId)?.sheets ?? []) this.forget(keyOf(fileId, id));
    this.session.documentSettings.forget(keyOf(fileId, ""));
    const { summarizer } = this.session;
    if (this.summaries.isIn(fileId) && summarizer.get().summary.phase !== "busy") summarizer.dismiss();
    const rest = files.filter(({ id }) => id !== fileId);
    this.set({ files: rest, notice: undefined });
    if (active === fileId) this.bringFile(rest[Math.min(index, rest.length - 1)]?.id ?? "");
    void this.client.ask({ kind: "close", file: fileId });
  }

  bringFile(active: string): void {
    const { notice } = this.get();
    this.set({ active, notice: notice?.kind === "summary" && notice.file !== active ? notice : undefined });
    this.#tellActive();
    this.checkActive();
  }

  /** Brings a sheet of the file in front to the front, and checks it where that was not done. */
  bringSheet(sheet: string): void {
    const { active } = this.get();
    this.#opener.leave(active);
    this.patch(active, { sheet });
    this.checkActive();
  }

  /** Checks the sheets of a file that were not. */
  async checkAll(file: string): Promise<void> {
    const content = openContent(this.get(), file);
    for (const { id } of content?.sheets ?? []) {
      const phase = this.session.get().checks.get(keyOf(file, id))?.phase;
      if (phase !== "checked" && phase !== "own") await this.session.check(keyOf(file, id));
    }
  }

  async check(sheetKey: string, forms: FormChoice, watch: Watch): Promise<CheckOutcome> {
    const { file, sheet } = partsOf(sheetKey);
    if (!this.get().scenes.has(sheetKey)) await this.#read(file, sheet, watch);
    const content = openContent(this.get(), file);
    const info = content?.sheets.find(({ id }) => id === sheet);
    if (!info) throw new Refusal("unreadable", sheet);
    const check = await fetchCheck(this.client, file, sheet, forms, watch);
    // Whoever has the file can sign its evaluation as a sheet of ours.
    return check ?? (content?.own.some((own) => own.sheet === sheet) ? "own" : null);
  }

  /** Shows sheets as they are now. */
  async refresh(file: string, sheets: readonly string[]): Promise<void> {
    const shown = sheets.filter((sheet) => this.get().scenes.has(keyOf(file, sheet)));
    // A sheet that cannot be read any more stays as it was shown; its check says why.
    await Promise.all(shown.map((sheet) => this.#read(file, sheet, {}).catch(() => undefined)));
  }

  /** True while the sheet is being read or checked. */
  isBusy(sheetKey: string): boolean {
    return this.session.get().checks.get(sheetKey)?.phase === "busy";
  }

  select(place: CellPlace): void {
    const key = activeKey(this.get());
    if (key === undefined) return;
    this.set({ selections: new Map(this.get().selections).set(key, place) });
    this.#tellPlace(place);
  }

  onSelect(listener: (place: CellPlace) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  annotate(sheetKey: string, annotations: Annotations): void {
    this.set({ annotations: new Map(this.get().annotations).set(sheetKey, annotations) });
  }

  async #read(file: string, sheet: string, watch: Watch): Promise<void> {
    const key = keyOf(file, sheet);
    const layout = await this.client.ask({ kind: "layout", file, sheet }, watch);
    const charts = openContent(this.get(), file)?.charts.get(sheet) ?? [];
    const grid = charts.length > 0 ? await fetchGrid(this.client, file, sheet, watch) : undefined;
    const rows = this.get().scenes.get(key)?.rows ?? new RowCache(this.client, file, sheet);
    rows.refresh(layout.columnWidths.length);
    this.set({ scenes: new Map(this.get().scenes).set(key, { layout, rows, charts: grid ? charts.map((chart) => chartView(chart, grid)) : [] }) });
  }

  /** Forgets a sheet that is no longer open. */
  forget(key: string): void {
    this.session.forget(key);
    const { scenes, selections, annotations } = this.get();
    const isGone = (each: string) => each === key;
    this.set({ scenes: without(scenes, isGone), selections: without(selections, isGone), annotations: without(annotations, isGone) });
  }

  patch(fileId: string, patch: Partial<OpenFile>): void {
    this.set({ files: this.get().files.map((file) => (file.id === fileId ? { ...file, ...patch } : file)) });
    this.#tellActive();
  }

  #tellActive(): void {
    const sheet = activeSheet(this.get());
    if (sheet?.id === this.session.get().sheet?.id) return;
    this.session.show(sheet);
    const place = sheet && this.get().selections.get(sheet.id);
    if (place) this.#tellPlace(place);
  }

  /** Checks the sheet in front where that was not done. */
  checkActive(): void {
    const key = activeKey(this.get());
    if (key !== undefined && !this.session.get().checks.has(key)) void this.session.check(key);
  }

  #tellPlace(place: CellPlace): void {
    for (const listener of this.#listeners) listener(place);
  }
}
