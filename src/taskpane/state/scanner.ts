import type { Session } from "../../pane/state/session.ts";
import { hasTable } from "../../pane/state/state.ts";
import type { AdapterState } from "./adapter-state.ts";

interface ScannedAdapter {
  readonly session: Session;
  get(): AdapterState;
  set(patch: Partial<AdapterState>): void;
}

interface ScanSteps {
  /** Reads the list of sheets anew. */
  readSheets(): Promise<void>;
  /** Shows a sheet in the pane. */
  show(sheetId: string): void;
}

/** Checks every sheet of the workbook, one after the other. */
export class Scanner {
  constructor(
    private readonly adapter: ScannedAdapter,
    private readonly steps: ScanSteps,
  ) {}

  /** `checked` is a sheet that was checked just now. */
  async scan(checked?: string): Promise<void> {
    if (this.adapter.get().scan) return;
    await this.steps.readSheets();
    const { sheets } = this.adapter.get();
    const others = sheets.filter(({ id }) => id !== checked);
    const done = sheets.length - others.length;
    for (const [index, { id }] of others.entries()) {
      this.adapter.set({ scan: { done: done + index, of: sheets.length } });
      await this.adapter.session.check(id);
      if (!this.adapter.get().scan) break;
    }
    this.adapter.set({ scan: undefined });
    this.#showCandidate();
  }

  stop(): void {
    const { session } = this.adapter;
    this.adapter.set({ scan: undefined });
    for (const [id, { phase }] of session.get().checks) if (phase === "busy") session.cancel(id);
  }

  /** Leaves a sheet without a table for the first one that has one. */
  #showCandidate(): void {
    const { sheet, checks } = this.adapter.session.get();
    if (sheet && hasTable(checks.get(sheet.id))) return;
    const candidate = this.adapter.get().sheets.find(({ id }) => hasTable(checks.get(id)));
    if (candidate) this.steps.show(candidate.id);
  }
}
