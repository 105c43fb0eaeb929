import { Refusal } from "../../core/model/refusal.ts";
import type { FileWorkers } from "../worker/file-workers.ts";
import type { Navigator } from "./navigator.ts";
import { activeSheetId } from "./workspace-state.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

/** Looks for a text in all rows of the active sheet; the worker holds them. */
export class Finder {
  #latest = new AbortController();

  constructor(
    private readonly workers: FileWorkers,
    private readonly store: WorkspaceStore,
    private readonly navigator: Navigator,
  ) {}

  /** Shows the search field, or leads back to it. */
  open(): void {
    const { find } = this.store.get();
    if (activeSheetId(this.store.get()) !== undefined) this.store.set({ find: { text: "", found: undefined, ...find, opened: (find?.opened ?? 0) + 1 } });
  }

  close(): void {
    this.#latest.abort();
    this.store.set({ find: undefined });
  }

  /** Looks for another text, from the selected cell on. */
  look(text: string): Promise<void> {
    return this.#find(text, 0);
  }

  /** Goes to the next place of the text, or to the one before. */
  async step(direction: 1 | -1): Promise<void> {
    const { find } = this.store.get();
    if (find) await this.#find(find.text, direction);
  }

  async #find(text: string, direction: 1 | -1 | 0): Promise<void> {
    const { find, selections } = this.store.get();
    const sheet = activeSheetId(this.store.get());
    if (!find || sheet === undefined) return;
    this.#latest.abort();
    const latest = new AbortController();
    this.#latest = latest;
    this.store.set({ find: { ...find, text } });
    try {
      const found = await this.workers.ask(sheet, { kind: "find", sheet, text, from: selections.get(sheet), direction }, { signal: latest.signal });
      const now = this.store.get().find;
      if (latest.signal.aborted || !now || activeSheetId(this.store.get()) !== sheet) return;
      this.store.set({ find: { ...now, found: { sheet, index: found.index, count: found.count } } });
      if (found.at) this.navigator.select(found.at);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // A later search took its place, or the file was closed.
    }
  }
}
