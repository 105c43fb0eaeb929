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
  /** When the shown sheet was checked, in milliseconds of `Date.now`, where Excel did not tell whether it has changed since. */
  readonly asOf: number | undefined;
  /** Ids of sheets that do not have the marks of their last check. */
  readonly oldMarks: ReadonlySet<string>;
  /** Waiting for Excel: a cell is being edited. */
  readonly editing: EditWaiting;
  /** What Excel did not answer, so that the usual is assumed. */
  readonly assumed: ReadonlySet<Assumed>;
  /** The cell of the last jump where it is hidden; "all" where no finding's cell can be seen. */
  readonly unseen: UnseenCell | "all" | undefined;
  /** The refusal of the last action, after those of reading what the workbook keeps. */
  readonly refusals: readonly RefusedAct[];
  /** Number of checked sheets while all are checked. */
  readonly scan: { readonly done: number; readonly of: number } | undefined;
}

/** The state of the task pane, and its refusals. */
export class TaskPaneStore extends Store<TaskPaneState> {
  constructor() {
    super({ sheets: [], stale: false, asOf: undefined, oldMarks: new Set(), editing: false, assumed: new Set(), unseen: undefined, refusals: [], scan: undefined });
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
      this.refuse({ act, refusal: asRefusal(error), again });
      return false;
    }
  }

  /** Tells a refusal in place of the last one. What the workbook keeps is read by several at the start: their ways to try again are one. */
  refuse(refused: RefusedAct): void {
    this.dropLast();
    const { act, refusal, again } = refused;
    const { refusals } = this.get();
    const same = refusals.find((other) => act === "recall" && other.refusal.code === refusal.code);
    const both = async () => {
      await same?.again?.();
      await again?.();
    };
    this.set({ refusals: [...refusals.filter((other) => other !== same), same ? { ...refused, again: both } : refused] });
  }

  /** The last action is past. What could not be read of what the workbook keeps is still to be read. */
  dropLast(): void {
    const { refusals } = this.get();
    if (refusals.length > 0) this.set({ refusals: refusals.filter(({ act }) => act === "recall") });
  }

  drop(refused: RefusedAct): void {
    this.set({ refusals: this.get().refusals.filter((other) => other !== refused) });
  }

  /** Tries again what was refused. */
  async tryAgain(refused: RefusedAct): Promise<void> {
    this.drop(refused);
    await refused.again?.();
  }
}
