import type { TaskPaneStore } from "./task-pane-state.ts";

/** Knows which checks are older than the last edit, and which nobody asked for. */
export class Edits {
  /** Sheets edited after their check. */
  readonly #stale = new Set<string>();
  /** Sheets whose next check follows an edit, or the pane's start. */
  readonly #followed = new Set<string>();
  /** Sheets whose check, running or just ended, somebody asked for. */
  readonly #asked = new Set<string>();
  readonly #checkedAt = new Map<string, number>();

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
    this.#checkedAt.set(sheetId, Date.now());
    if (!this.#followed.delete(sheetId)) this.#asked.add(sheetId);
    if (sheetId !== this.shown()) return;
    this.store.set({ stale: false, asOf: undefined });
    this.store.dropLast();
  }

  /** When the sheet's last check began, as milliseconds of `Date.now`; undefined before the first one. */
  checkedAt(sheetId: string): number | undefined {
    return this.#checkedAt.get(sheetId);
  }

  isStale(sheetId: string): boolean {
    return this.#stale.has(sheetId);
  }

  /** Marks the sheet's next check as one that nobody asked for. */
  follow(sheetId: string): void {
    this.#followed.add(sheetId);
  }

  /** True, once, after a check of the sheet that somebody asked for. */
  takeAsked(sheetId: string): boolean {
    return this.#asked.delete(sheetId);
  }
}
