import { osakaWard } from "../core/form/built-in.ts";
import type { CellPlace } from "../core/grid/address.ts";
import type { SheetInfo } from "../core/grid/grid.ts";
import { Refusal, type RefusalCode } from "../core/refusal.ts";
import type { Watch } from "../core/workbook.ts";
import type { Annotations, Desk, FrontSheet, SheetCheck } from "../pane/desk.ts";
import { Session } from "../pane/session.ts";
import { Store } from "../pane/store.ts";
import type { Client } from "./client.ts";
import { fetchCheck } from "./fetch-check.ts";
import type { OpenedFile, SheetLayout } from "./messages.ts";
import { RowCache } from "./row-cache.ts";

/** A file's tab. */
export interface BenchFile {
  readonly id: string;
  readonly name: string;
  readonly content:
    | { readonly state: "opening" }
    | { readonly state: "refused"; readonly code: RefusalCode; readonly detail: string }
    | ({ readonly state: "open" } & OpenedFile);
  /** The sheet in front, "" where there is none. */
  readonly sheet: string;
}

/** What the grid shows of a sheet. */
export interface SheetScene {
  readonly layout: SheetLayout;
  readonly rows: RowCache;
}

export interface BenchState {
  readonly files: readonly BenchFile[];
  readonly front: string;
  readonly scenes: ReadonlyMap<string, SheetScene>;
  readonly selections: ReadonlyMap<string, CellPlace>;
  readonly annotations: ReadonlyMap<string, Annotations>;
}

/** A sheet's name throughout the workbench. */
function keyOf(file: string, sheet: string): string {
  return `${file}/${sheet}`;
}

/** The open files, what is shown of them, and the pane's desk over them. */
export class Bench extends Store<BenchState> implements Desk {
  readonly form = osakaWard;
  readonly session: Session;
  readonly #listeners = new Set<(place: CellPlace) => void>();
  #files = 0;

  constructor(private readonly client: Client) {
    super({ files: [], front: "", scenes: new Map(), selections: new Map(), annotations: new Map() });
    this.session = new Session(this);
  }

  /** Opens files, each in a tab of its own, and checks them one after the other. The first one comes to the front. */
  async open(files: readonly { readonly name: string; readonly content: Blob }[]): Promise<void> {
    const added = files.map(({ name }): BenchFile => ({ id: String(++this.#files), name, content: { state: "opening" }, sheet: "" }));
    this.set({ files: [...this.get().files, ...added] });
    if (added[0]) this.bringFile(added[0].id);
    for (const [index, { id }] of added.entries()) {
      const file = files[index];
      if (file) await this.#open(id, file.name, file.content);
    }
  }

  close(fileId: string): void {
    const { files, front } = this.get();
    const index = files.findIndex(({ id }) => id === fileId);
    const file = files[index];
    if (!file) return;
    if (file.content.state === "open") for (const sheet of file.content.sheets) this.#forget(keyOf(fileId, sheet.id));
    const rest = files.filter(({ id }) => id !== fileId);
    this.set({ files: rest });
    if (front === fileId) this.bringFile(rest[Math.min(index, rest.length - 1)]?.id ?? "");
    void this.client.ask({ kind: "close", file: fileId });
  }

  bringFile(front: string): void {
    this.set({ front });
    this.#tellFront();
  }

  /** Brings a sheet of the file in front to the front, and checks it where that was not done. */
  bringSheet(sheet: string): void {
    const { front } = this.get();
    this.#patch(front, { sheet });
    this.#tellFront();
    const key = keyOf(front, sheet);
    if (!this.session.get().checks.has(key)) void this.session.check(key);
  }

  async check(sheetKey: string, watch: Watch): Promise<SheetCheck | null> {
    const slash = sheetKey.indexOf("/");
    const [file, sheet] = [sheetKey.slice(0, slash), sheetKey.slice(slash + 1)];
    const { scenes, files } = this.get();
    if (!scenes.has(sheetKey)) await this.#read(file, sheet, watch);
    const info = files.flatMap(({ id, content }) => (id === file && content.state === "open" ? content.sheets : [])).find(({ id }) => id === sheet);
    if (!info) throw new Refusal("unreadable", sheet);
    return fetchCheck(this.client, file, info, watch);
  }

  /** True while the sheet is being read or checked. */
  isBusy(sheetKey: string): boolean {
    return this.session.get().checks.get(sheetKey)?.phase === "busy";
  }

  select(place: CellPlace): void {
    const key = frontKey(this.get());
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

  async #open(id: string, name: string, content: Blob): Promise<void> {
    try {
      const opened = await this.client.ask({ kind: "open", file: id, name, content });
      this.#patch(id, { content: { state: "open", ...opened } });
      await this.#findTable(id, opened.sheets);
    } catch (error) {
      const { code, detail } = error instanceof Refusal ? error : new Refusal("damaged");
      this.#patch(id, { content: { state: "refused", code, detail } });
    }
  }

  /** Checks sheet after sheet until one holds a table; the first one stays in front where none does. */
  async #findTable(file: string, sheets: readonly SheetInfo[]): Promise<void> {
    const candidates = [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)];
    for (const { id } of candidates) {
      if (!this.get().files.some((each) => each.id === file)) return;
      this.#patch(file, { sheet: id });
      this.#tellFront();
      const state = await this.session.check(keyOf(file, id));
      if (state.phase !== "checked" || state.check) return;
    }
    this.#patch(file, { sheet: candidates[0]?.id ?? "" });
    this.#tellFront();
  }

  async #read(file: string, sheet: string, watch: Watch): Promise<void> {
    const layout = await this.client.ask({ kind: "layout", file, sheet }, watch);
    const rows = new RowCache(this.client, { file, sheet, columns: layout.columnWidths.length });
    this.set({ scenes: new Map(this.get().scenes).set(keyOf(file, sheet), { layout, rows }) });
  }

  #forget(key: string): void {
    this.session.forget(key);
    const { scenes, selections, annotations } = this.get();
    this.set({ scenes: without(scenes, key), selections: without(selections, key), annotations: without(annotations, key) });
  }

  #patch(fileId: string, patch: Partial<BenchFile>): void {
    this.set({ files: this.get().files.map((file) => (file.id === fileId ? { ...file, ...patch } : file)) });
  }

  #tellFront(): void {
    const sheet = frontSheet(this.get());
    if (sheet?.id === this.session.get().sheet?.id) return;
    this.session.show(sheet);
    const place = sheet && this.get().selections.get(sheet.id);
    if (place) this.#tellPlace(place);
  }

  #tellPlace(place: CellPlace): void {
    for (const listener of this.#listeners) listener(place);
  }
}

/** The file in front. */
export function frontFile({ files, front }: BenchState): BenchFile | undefined {
  return files.find(({ id }) => id === front);
}

/** The key of the sheet in front. */
export function frontKey(state: BenchState): string | undefined {
  return frontSheet(state)?.id;
}

function frontSheet(state: BenchState): FrontSheet | undefined {
  const file = frontFile(state);
  if (file?.content.state !== "open") return undefined;
  const sheet = file.content.sheets.find(({ id }) => id === file.sheet);
  return sheet && { id: keyOf(file.id, sheet.id), name: sheet.name, source: file.name };
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  return new Map([...map].filter(([each]) => each !== key));
}
