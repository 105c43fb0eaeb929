import { Operation } from "../../pane/state/operation.ts";
import { checkedWith } from "../../pane/state/checks.ts";
import { hasTable, type CheckState } from "../../pane/state/state.ts";
import type { TaskPaneStore } from "./task-pane-state.ts";

/** The pane's part in checking all sheets. */
interface Scanned {
  /** Reads the list of sheets again. */
  readSheets(): Promise<void>;
  check(sheetId: string, isAsked: boolean): Promise<unknown>;
  cancel(sheetId: string): void;
  checks(): ReadonlyMap<string, CheckState>;
  /** The sheet that the pane shows. */
  shown(): string | undefined;
  /** Shows a sheet in the pane. */
  show(sheetId: string): void;
}

/** Checks every sheet of the workbook, one after the other. */
export class Scanner {
  readonly #operation = new Operation<void>((error) => {
    throw error;
  });

  constructor(
    private readonly store: TaskPaneStore,
    private readonly pane: Scanned,
  ) {}

  /** `checked` is a sheet that was checked just now; `isAsked` is false where nobody asked for these checks. @throws {Refusal} editing, interrupted, if the sheets cannot be listed */
  scan(checked?: string, isAsked = true): Promise<void> {
    return this.#operation.start(
      () => undefined,
      ({ signal }) => this.#scan(checked, isAsked, signal),
      () => undefined,
    );
  }

  stop(): void {
    this.#operation.abort();
    this.store.set({ scan: undefined });
    for (const [id, { phase }] of this.pane.checks()) if (phase === "busy") this.pane.cancel(id);
  }

  async #scan(checked: string | undefined, isAsked: boolean, signal: AbortSignal): Promise<void> {
    await this.pane.readSheets();
    const { sheets } = this.store.get();
    const others = sheets.filter(({ id }) => id !== checked);
    const done = sheets.length - others.length;
    const together = new Set<string>();
    for (const [index, { id }] of others.entries()) {
      if (signal.aborted) break;
      this.store.set({ scan: { done: done + index, of: sheets.length } });
      if (together.has(id)) continue;
      await this.pane.check(id, isAsked);
      for (const card of checkedWith({ checks: this.pane.checks() }, id)) together.add(card);
    }
    this.store.set({ scan: undefined });
    this.#showCandidate();
  }

  /** Moves from a sheet without a table to the first one with a table. */
  #showCandidate(): void {
    const checks = this.pane.checks();
    if (hasTable(checks.get(this.pane.shown() ?? ""))) return;
    const candidate = this.store.get().sheets.find(({ id }) => hasTable(checks.get(id)));
    if (candidate) this.pane.show(candidate.id);
  }
}
