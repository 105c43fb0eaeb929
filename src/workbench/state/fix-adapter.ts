import type { Applied, Change } from "../../core/model/changes.ts";
import type { CellPlace } from "../../core/model/address.ts";
import type { CellValue, Grid, SheetInfo } from "../../core/model/grid.ts";
import type { FoundOwnSheet } from "../../core/model/sheet-plan.ts";
import type { ApplyWatch, ChangeApplier, DocumentStore, SheetReader, Watch } from "../../core/model/ports.ts";
import { keyOf, partsOf, type WorkspaceState } from "./workspace-state.ts";
import type { Client } from "../worker/client.ts";
import type { Editor } from "./editor.ts";
import { fetchGrid } from "../worker/fetch-grid.ts";

interface FixedWorkspace {
  readonly editor: Editor;
  get(): WorkspaceState;
}

/** All open files as the one workbook that the pane mends: its sheets go by the bench's keys. What it remembers ends with the page. */
export class FileFixes implements SheetReader, ChangeApplier, DocumentStore {
  readonly #texts = new Map<string, string>();

  constructor(
    private readonly client: Client,
    private readonly workspace: FixedWorkspace,
  ) {}

  sheets(): Promise<readonly SheetInfo[]> {
    const { files } = this.workspace.get();
    return Promise.resolve(files.flatMap(({ id, content }) => (content.state === "open" ? content.sheets.map((sheet) => ({ ...sheet, id: keyOf(id, sheet.id) })) : [])));
  }

  async read(sheetKey: string, watch?: Watch): Promise<Grid> {
    const { file, sheet } = partsOf(sheetKey);
    const grid = await fetchGrid(this.client, file, sheet, watch);
    return { ...grid, sheet: { ...grid.sheet, id: sheetKey } };
  }

  readCells(sheetKey: string, places: readonly CellPlace[], watch?: Watch): Promise<readonly CellValue[]> {
    return this.client.ask({ kind: "values", ...partsOf(sheetKey), places }, watch);
  }

  ownSheets(): Promise<readonly FoundOwnSheet[]> {
    const { files } = this.workspace.get();
    return Promise.resolve(files.flatMap(({ id, content }) => (content.state === "open" ? content.own.map((found) => keyed(id, found)) : [])));
  }

  /** All changes must be of one file. */
  async apply(changes: readonly Change[], watch: ApplyWatch = {}): Promise<Applied> {
    const files = new Set(changes.flatMap((change) => ("sheet" in change ? [partsOf(change.sheet).file] : [])));
    const [file] = files;
    if (file === undefined || files.size > 1) throw new RangeError("changes of one file only");
    return this.workspace.editor.apply(file, changes.map(unkeyed), watch);
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

function keyed(file: string, found: FoundOwnSheet): FoundOwnSheet {
  const { of } = found;
  return { ...found, sheet: keyOf(file, found.sheet), ...(of !== undefined && { of: keyOf(file, of) }) };
}

function unkeyed(change: Change): Change {
  if (!("sheet" in change)) return change;
  const { sheet } = partsOf(change.sheet);
  return change.kind === "remove-input-rules" && change.agreed !== undefined ? { ...change, sheet, agreed: partsOf(change.agreed).sheet } : { ...change, sheet };
}
