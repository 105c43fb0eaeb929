import type { Applied, Change } from "../../core/model/changes.ts";
import type { CellPlace } from "../../core/model/address.ts";
import type { CellValue, Grid, SheetInfo } from "../../core/model/grid.ts";
import type { FoundOwnSheet } from "../../core/model/sheet-plan.ts";
import type { ApplyWatch, ChangeApplier, DocumentStore, SheetReader, Watch } from "../../core/model/ports.ts";
import { fetchGrid } from "../worker/fetch-grid.ts";
import type { FileWorkers } from "../worker/file-workers.ts";
import { fileOf } from "../worker/sheet-ids.ts";
import type { Editor } from "./editor.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

/** All open files as the one workbook of the pane. Its kept texts end with the page. */
export class OpenWorkbook implements SheetReader, ChangeApplier, DocumentStore {
  readonly #texts = new Map<string, string>();

  constructor(
    private readonly workers: FileWorkers,
    private readonly store: WorkspaceStore,
    private readonly editor: Editor,
  ) {}

  sheets(): Promise<readonly SheetInfo[]> {
    return Promise.resolve(this.store.get().files.flatMap(({ content }) => (content.state === "open" ? content.sheets : [])));
  }

  read(sheet: string, watch?: Watch): Promise<Grid> {
    return fetchGrid(this.workers, sheet, watch);
  }

  readCells(sheet: string, places: readonly CellPlace[], watch?: Watch): Promise<readonly CellValue[]> {
    return this.workers.ask(sheet, { kind: "values", sheet, places }, watch);
  }

  ownSheets(): Promise<readonly FoundOwnSheet[]> {
    return Promise.resolve(this.store.get().files.flatMap(({ content }) => (content.state === "open" ? content.own : [])));
  }

  /** All changes must be of one file; a new sheet without a place goes into the active file. */
  async apply(changes: readonly Change[], watch: ApplyWatch = {}): Promise<Applied> {
    const files = new Set(changes.flatMap((change) => sheetOf(change) ?? []).map(fileOf));
    const [file = this.store.get().active] = files;
    if (files.size > 1) throw new RangeError("changes of one file only");
    return this.editor.apply(file, changes, watch);
  }

  recall(name: string): Promise<string | undefined> {
    return Promise.resolve(this.#texts.get(name));
  }

  remember(name: string, text: string | undefined): Promise<void> {
    if (text === undefined) this.#texts.delete(name);
    else this.#texts.set(name, text);
    return Promise.resolve();
  }
}

/** A sheet of the change's file. */
function sheetOf(change: Change): string | undefined {
  return change.kind === "write-sheet" ? (change.replaces ?? change.after) : change.sheet;
}
