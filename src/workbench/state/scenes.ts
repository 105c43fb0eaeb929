import type { Watch } from "../../core/model/ports.ts";
import { chartView } from "../chart/chart-view.ts";
import { fetchGrid } from "../worker/fetch-grid.ts";
import type { FileWorkers } from "../worker/file-workers.ts";
import { RowCache } from "../worker/row-cache.ts";
import { fileOf } from "../worker/sheet-ids.ts";
import { openContent } from "./workspace-state.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

/** The views of the sheets in the grid. */
export class Scenes {
  constructor(
    private readonly workers: FileWorkers,
    private readonly store: WorkspaceStore,
  ) {}

  /** Reads the layout of a sheet that is not shown yet. @throws {Refusal} sheet-gone, unreadable, damaged, too-large, cancelled */
  async read(sheet: string, watch: Watch): Promise<void> {
    if (!this.store.get().scenes.has(sheet)) await this.#read(sheet, watch);
  }

  /** Shows sheets in their present state. */
  async refresh(sheets: readonly string[]): Promise<void> {
    const shown = sheets.filter((sheet) => this.store.get().scenes.has(sheet));
    // A sheet that can no longer be read keeps its view; its check gives the reason.
    await Promise.all(shown.map((sheet) => this.#read(sheet, {}).catch(() => undefined)));
  }

  /** Shows a text in a cell at once, until the file's own content arrives. */
  put(sheet: string, ...[at, text]: Parameters<RowCache["put"]>): void {
    this.store.get().scenes.get(sheet)?.rows.put(at, text);
  }

  async #read(sheet: string, watch: Watch): Promise<void> {
    const layout = await this.workers.ask(sheet, { kind: "layout", sheet }, watch);
    const charts = openContent(this.store.get(), fileOf(sheet))?.charts.get(sheet) ?? [];
    const grid = charts.length > 0 ? await fetchGrid(this.workers, sheet, watch) : undefined;
    const rows = this.store.get().scenes.get(sheet)?.rows ?? new RowCache(this.workers, sheet);
    rows.refresh(layout.columnWidths.length);
    this.store.set({ scenes: new Map(this.store.get().scenes).set(sheet, { layout, rows, charts: grid ? charts.map((chart) => chartView(chart, grid)) : [] }) });
  }
}
