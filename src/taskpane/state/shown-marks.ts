import { Lock } from "../../core/model/lock.ts";
import { clearMarks, showMarks } from "../../core/model/show-marks.ts";
import type { CheckState } from "../../pane/state/state.ts";
import type { Marker } from "./marker.ts";
import type { TaskPaneStore } from "./task-pane-state.ts";

/** What showing marks asks of the pane. */
interface Marked {
  checks(): ReadonlyMap<string, CheckState>;
  /** Whether the user wants marks. */
  isWanted(): boolean;
  want(marksShown: boolean): void;
}

/** Follows what the pane wants to be marked, one plan after the other: the last wish stands in the end. */
export class ShownMarks {
  readonly #lock = new Lock();
  /** As the sheets show it; the pane's own wish may be ahead. */
  #isShown = false;

  constructor(
    private readonly marker: Marker,
    private readonly store: TaskPaneStore,
    private readonly pane: Marked,
  ) {}

  /** Finds out whether the document bears marks. @throws {Refusal} editing, interrupted, sheet-gone: what Excel answered */
  async recall(): Promise<void> {
    this.#isShown = await this.marker.recall();
    this.pane.want(this.#isShown);
  }

  /** Marks a sheet after its check, or takes the marks away. Without `anew` nothing is done where the same ones were set before. */
  follow(sheetId: string, anew: boolean): void {
    const wasShown = this.#isShown;
    this.#isShown = this.pane.isWanted();
    if (!this.#isShown) {
      if (wasShown) this.#mark(() => this.marker.clear(sheetId));
      return;
    }
    // A check that was stopped says nothing about the marks.
    const state = this.pane.checks().get(sheetId);
    if (state?.phase !== "checked" || (!state.check && !this.marker.bears(sheetId))) return;
    const changes = state.check ? showMarks(state.check.inspection) : [clearMarks(sheetId)];
    this.#mark(() => this.marker.show(changes, anew));
  }

  #mark(work: () => Promise<void>): void {
    void this.#lock.run(async () => {
      if (await this.store.attempt(work)) return;
      // The list in the pane stands for marks that the sheet does not take.
      this.#isShown = false;
      this.pane.want(false);
    });
  }
}
