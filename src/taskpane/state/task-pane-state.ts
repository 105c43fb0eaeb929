import type { SheetInfo } from "../../core/model/grid.ts";
import type { CellPlace } from "../../core/model/address.ts";
import type { Assumed, EditWaiting, Hiding } from "../../core/model/ports.ts";
import { asRefusal, type Refusal } from "../../core/model/refusal.ts";
import type { Act } from "../../core/wording/refused-acts.ts";
import { Store } from "../../pane/state/store.ts";

/** Something that was refused, and the way to try it again; none where there is nothing to try. */
export interface RefusedAct {
  readonly act: Act;
  readonly refusal: Refusal;
  readonly again: (() => Promise<unknown>) | undefined;
}

/** A cell that was selected but cannot be seen. */
export interface UnseenCell {
  readonly at: CellPlace;
  readonly by: Hiding;
}

/** The state of the task pane around the pane. */
export interface TaskPaneState {
  /** The workbook's sheets in their order. */
  readonly sheets: readonly SheetInfo[];
  /** The active sheet was edited after its check, and checks do not follow edits. */
  readonly stale: boolean;
  /** Ids of sheets whose marks are those of an earlier check. */
  readonly oldMarks: ReadonlySet<string>;
  /** Waiting for Excel: a cell is being edited. */
  readonly editing: EditWaiting;
  /** What Excel did not answer, so that the usual is assumed. */
  readonly assumed: ReadonlySet<Assumed>;
  /** The cell of the last jump where it is hidden; "all" where no finding's cell can be seen. */
  readonly unseen: UnseenCell | "all" | undefined;
  /** The refusal of the last action. */
  readonly refusal: RefusedAct | undefined;
  /** Number of checked sheets while all are checked. */
  readonly scan: { readonly done: number; readonly of: number } | undefined;
}

/** The state of the task pane, and its refusals. */
export class TaskPaneStore extends Store<TaskPaneState> {
  constructor() {
    super({ sheets: [], stale: false, oldMarks: new Set(), editing: false, assumed: new Set(), unseen: undefined, refusal: undefined, scan: undefined });
  }

  /** Tells that an answer is assumed. */
  assume(what: Assumed): void {
    this.set({ assumed: new Set([...this.get().assumed, what]) });
  }

  /** Does work, and shows its refusal, to be tried again by `again`. @returns false where it was refused */
  async attempt(act: Act, work: () => Promise<void>, again: () => Promise<unknown> = () => this.attempt(act, work)): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.set({ refusal: { act, refusal: asRefusal(error), again } });
      return false;
    }
  }

  /** Tries again what was refused. */
  async tryAgain(): Promise<void> {
    const { refusal } = this.get();
    this.set({ refusal: undefined });
    await refusal?.again?.();
  }
}
