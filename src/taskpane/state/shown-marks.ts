import type { SetMarks } from "../../core/model/changes.ts";
import { Lock } from "../../core/model/lock.ts";
import { Refusal } from "../../core/model/refusal.ts";
import { clearMarks, showMarks } from "../../core/model/show-marks.ts";
import { describeMarkLevel } from "../../core/review/say.ts";
import type { Language } from "../../core/wording/language.ts";
import type { CheckState } from "../../pane/state/state.ts";
import type { Marker } from "./marker.ts";
import type { TaskPaneStore } from "./task-pane-state.ts";

/** The pane's part in showing marks. */
interface Marked {
  checks(): ReadonlyMap<string, CheckState>;
  /** Whether the user wants marks. */
  isWanted(): boolean;
  want(marksShown: boolean): void;
  /** The language of the marks' words. */
  language(): Language;
  /** True where writing leaves the user's undo list as it is. */
  keepsUndo(): boolean;
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

  /**
   * Marks a sheet after its check, or removes the marks. What nobody asked for is written only where the user keeps their undo list; else marks
   * that have changed are told to be old.
   */
  follow(sheetId: string, isAsked: boolean): void {
    const wasShown = this.#isShown;
    this.#isShown = this.pane.isWanted();
    if (!this.#isShown) {
      this.store.set({ oldMarks: new Set() });
      if (wasShown) this.#mark(() => this.marker.clear(sheetId));
      return;
    }
    const changes = this.#changes(sheetId);
    if (!changes) return;
    const wanted = isAsked || !wasShown;
    const isFree = this.pane.keepsUndo() && this.marker.areListed(changes);
    // Formats and widths of cells decide the words too, and change without a word; of many cards asking for them would take too long.
    if (wanted || isFree) this.#show(sheetId, changes, { anew: isAsked || (isFree && changes.length === 1), isAsked: wanted });
    else void this.#lock.run(() => this.#compare(sheetId, changes));
  }

  /** Sets the marks of the last check again. */
  renew(sheetId: string): void {
    const changes = this.#changes(sheetId);
    if (changes) this.#show(sheetId, changes, { anew: true, isAsked: true });
  }

  /** The marks of a sheet's check; undefined after one that was cancelled, and for a sheet that needs none. */
  #changes(sheetId: string): readonly SetMarks[] | undefined {
    const state = this.pane.checks().get(sheetId);
    if (state?.phase !== "checked" || (!state.check && !this.marker.bears(sheetId))) return undefined;
    return state.check ? showMarks(state.check.inspection, (level) => describeMarkLevel(level, this.pane.language())) : [clearMarks(sheetId)];
  }

  #show(sheetId: string, changes: readonly SetMarks[], how: Parameters<Marker["show"]>[1]): void {
    this.#mark(async () => {
      await this.marker.show(changes, how);
      this.#tell(sheetId, false);
    });
  }

  /** A sheet that cannot be compared now is compared after its next check. */
  async #compare(sheetId: string, changes: readonly SetMarks[]): Promise<void> {
    const isOld = await this.marker.isOld(changes).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return true;
    });
    if (this.#isShown) this.#tell(sheetId, isOld);
  }

  #tell(sheetId: string, isOld: boolean): void {
    const oldMarks = new Set(this.store.get().oldMarks);
    if (isOld) oldMarks.add(sheetId);
    else oldMarks.delete(sheetId);
    this.store.set({ oldMarks });
  }

  /** Tries again what was refused, after which the marks were taken for not shown. */
  #again(isWanted: boolean, work: () => Promise<void>): Promise<void> {
    this.#isShown = isWanted;
    this.pane.want(isWanted);
    this.#mark(work);
    return Promise.resolve();
  }

  #mark(work: () => Promise<void>): void {
    const isWanted = this.#isShown;
    void this.#lock.run(async () => {
      if (await this.store.attempt("mark", work, () => this.#again(isWanted, work))) return;
      // If the sheet takes no marks, the list in the pane must be enough.
      this.#isShown = false;
      this.pane.want(false);
    });
  }
}
