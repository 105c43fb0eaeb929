import type { Watch } from "../../core/model/ports.ts";
import { chartView } from "../chart/chart-view.ts";
import { fetchGrid } from "../worker/fetch-grid.ts";
import type { FileWorkers } from "../worker/file-workers.ts";
import { RowCache } from "../worker/row-cache.ts";
import { fileOf } from "../worker/sheet-ids.ts";
import { openContent } from "./workspace-state.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

/** What the grid shows of the sheets. */
export class Scenes {
  constructor(
    private readonly workers: FileWorkers,
    private readonly store: WorkspaceStore,
  ) {}

  /** Reads what the grid must know of a sheet that is not shown yet. @throws {Refusal} sheet-gone, unreadable, damaged, too-large, cancelled */
  async read(sheet: string, watch: Watch): Promise<void> {
    if (!this.store.get().scenes.has(sheet)) await this.#read(sheet, watch);
  }

  /** Shows sheets as they are now. */
  async refresh(sheets: readonly string[]): Promise<void> {
    const shown = sheets.filter((sheet) => this.store.get().scenes.has(sheet));
    // A sheet that cannot be read any more stays as it was shown; its check says why.
    await Promise.all(shown.map((sheet) => this.#read(sheet, {}).catch(() => undefined)));
  }

  /** Shows a text in a cell at once; what comes from the file takes its place. */
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
