import type { TaskPaneStore } from "./task-pane-state.ts";

/** Knows which checks are older than the last edit, and which ran only to follow one. */
export class Edits {
  /** Sheets edited after their check. */
  readonly #stale = new Set<string>();
  /** Sheets whose running check was started by an edit. */
  readonly #followed = new Set<string>();

  /** @param shown the sheet that the pane shows */
  constructor(
    private readonly store: TaskPaneStore,
    private readonly shown: () => string | undefined,
  ) {}

  edited(sheetId: string): void {
    this.#stale.add(sheetId);
  }

  /** Call when a check of the sheet begins. */
  checking(sheetId: string): void {
    this.#stale.delete(sheetId);
    if (sheetId === this.shown()) this.store.set({ stale: false, refusal: undefined });
  }

  isStale(sheetId: string): boolean {
    return this.#stale.has(sheetId);
  }

  /** Marks the sheet's next check as one that only follows an edit. */
  follow(sheetId: string): void {
    this.#followed.add(sheetId);
  }

  /** True, once, for a check that only followed an edit. */
  takeFollowed(sheetId: string): boolean {
    return this.#followed.delete(sheetId);
  }
}
