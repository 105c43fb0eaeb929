import type { Session } from "../../pane/state/session.ts";
import { hasTable } from "../../pane/state/state.ts";
import type { DeskState } from "./adapter-state.ts";

interface ScannedDesk {
  readonly session: Session;
  get(): DeskState;
  set(patch: Partial<DeskState>): void;
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
    private readonly desk: ScannedDesk,
    private readonly steps: ScanSteps,
  ) {}

  /** `checked` is a sheet that was checked just now. */
  async scan(checked?: string): Promise<void> {
    if (this.desk.get().scan) return;
    await this.steps.readSheets();
    const { sheets } = this.desk.get();
    const others = sheets.filter(({ id }) => id !== checked);
    const done = sheets.length - others.length;
    for (const [index, { id }] of others.entries()) {
      this.desk.set({ scan: { done: done + index, of: sheets.length } });
      await this.desk.session.check(id);
      if (!this.desk.get().scan) break;
    }
    this.desk.set({ scan: undefined });
    this.#showCandidate();
  }

  stop(): void {
    const { session } = this.desk;
    this.desk.set({ scan: undefined });
    for (const [id, { phase }] of session.get().checks) if (phase === "busy") session.cancel(id);
  }

  /** Leaves a sheet without a table for the first one that has one. */
  #showCandidate(): void {
    const { sheet, checks } = this.desk.session.get();
    if (sheet && hasTable(checks.get(sheet.id))) return;
    const candidate = this.desk.get().sheets.find(({ id }) => hasTable(checks.get(id)));
    if (candidate) this.steps.show(candidate.id);
  }
}
