import type { SheetInfo } from "../../core/model/grid.ts";
import type { Refusal } from "../../core/model/refusal.ts";

/** What the task pane shows around the pane. */
export interface AdapterState {
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
