import { withoutSheet, type CellPlace } from "../../core/model/address.ts";
import type { Presence } from "../../core/model/ports.ts";
import { Refusal } from "../../core/model/refusal.ts";
import { findingBeside, findingsShown } from "../../pane/state/checks.ts";
import type { Session } from "../../pane/state/session.ts";
import type { TaskPaneStore } from "./task-pane-state.ts";

/** Jumps to cells, and tells where one is hidden. */
export class Jumps {
  #last: CellPlace | undefined;

  constructor(
    private readonly workbook: Pick<Presence, "select" | "firstVisible">,
    private readonly store: TaskPaneStore,
    private readonly session: () => Session,
    /** Looks for the sheets that are there now. */
    private readonly lookForSheets: () => Promise<unknown>,
  ) {}

  /** Selects a cell. A later jump makes the answer to this one old. */
  async select(sheetId: string, place: CellPlace): Promise<void> {
    this.#last = place;
    this.store.set({ unseen: undefined });
    await this.#attempt(async () => {
      const by = await this.workbook.select(sheetId, withoutSheet(place));
      if (by && this.#last === place) this.store.set({ unseen: { at: place, by } });
    });
  }

  /** Goes to the next finding of the list whose cell can be seen, and from the end to the start. */
  async toNextVisible(): Promise<void> {
    const session = this.session();
    const { sheet } = session.get();
    const findings = findingsShown(session.get());
    const next = findingBeside(session.get(), 1);
    if (!sheet || !next) return;
    const start = findings.indexOf(next);
    const inOrder = [...findings.slice(start), ...findings.slice(0, start)];
    this.store.dropLast();
    await this.#attempt(async () => {
      const found = inOrder[await this.workbook.firstVisible(sheet.id, inOrder.map(({ at }) => at))];
      if (found) session.goTo(found);
      else this.store.set({ unseen: "all" });
    });
  }

  /** On a sheet that is gone nothing is tried again: what is there instead is looked for. */
  async #attempt(work: () => Promise<void>): Promise<void> {
    let isGone = false;
    const noted = () =>
      work().catch((error: unknown) => {
        isGone = error instanceof Refusal && error.code === "sheet-gone";
        throw error;
      });
    await this.store.attempt("select", noted, () => (isGone ? this.lookForSheets() : this.#attempt(work)));
  }
}
