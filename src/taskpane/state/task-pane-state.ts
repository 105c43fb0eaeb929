import type { SheetInfo } from "../../core/model/grid.ts";
import { asRefusal, type Refusal } from "../../core/model/refusal.ts";
import { Store } from "../../pane/state/store.ts";

/** What the task pane shows around the pane. */
export interface TaskPaneState {
  /** The workbook's sheets in their order. */
  readonly sheets: readonly SheetInfo[];
  /** The sheet in front was edited after its check, and nobody follows. */
  readonly stale: boolean;
  /** Excel is waited for: a cell is being edited. */
  readonly editing: boolean;
  /** Why the last wish was not done. */
  readonly refusal: Refusal | undefined;
  /** How many of all sheets are checked, while all are. */
  readonly scan: { readonly done: number; readonly of: number } | undefined;
}

/** What the task pane shows, and the refusals that it tells. */
export class TaskPaneStore extends Store<TaskPaneState> {
  constructor() {
    super({ sheets: [], stale: false, editing: false, refusal: undefined, scan: undefined });
  }

  /** Does work, and shows why it was refused. @returns false where it was */
  async attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.set({ refusal: asRefusal(error) });
      return false;
    }
  }
}
