import { Lock } from "../../core/model/lock.ts";
import { clearMarks, showMarks } from "../../core/model/show-marks.ts";
import type { CheckState } from "../../pane/state/state.ts";
import type { Marker } from "./marker.ts";
import type { TaskPaneStore } from "./task-pane-state.ts";

/** The pane's part in showing marks. */
interface Marked {
  checks(): ReadonlyMap<string, CheckState>;
  /** Whether the user wants marks. */
  isWanted(): boolean;
  want(marksShown: boolean): void;
}

/** Shows the marks that the pane wants, one plan after the other; the last wish counts. */
export class ShownMarks {
  readonly #lock = new Lock();
  /** The state of the sheets; the pane's own wish may be ahead. */
  #isShown = false;

  constructor(
    private readonly marker: Marker,
    private readonly store: TaskPaneStore,
    private readonly pane: Marked,
  ) {}

  /** Finds out whether the document has marks. @throws {Refusal} editing, interrupted, sheet-gone: Excel's answer */
  async recall(): Promise<void> {
    this.#isShown = await this.marker.recall();
    this.pane.want(this.#isShown);
  }

  /** Marks a sheet after its check, or removes the marks. Unless `anew` is set, the same marks are not set twice. */
  follow(sheetId: string, anew: boolean): void {
    const wasShown = this.#isShown;
    this.#isShown = this.pane.isWanted();
    if (!this.#isShown) {
      if (wasShown) this.#mark(() => this.marker.clear(sheetId));
      return;
    }
    // A cancelled check does not tell the marks.
    const state = this.pane.checks().get(sheetId);
    if (state?.phase !== "checked" || (!state.check && !this.marker.bears(sheetId))) return;
    const changes = state.check ? showMarks(state.check.inspection) : [clearMarks(sheetId)];
    this.#mark(() => this.marker.show(changes, anew));
  }

  #mark(work: () => Promise<void>): void {
    void this.#lock.run(async () => {
      if (await this.store.attempt(work)) return;
      // If the sheet takes no marks, the list in the pane must be enough.
      this.#isShown = false;
      this.pane.want(false);
    });
  }
}
