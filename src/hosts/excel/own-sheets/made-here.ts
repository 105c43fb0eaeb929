import type { NewSheet } from "./sheet-queue.ts";

/** A sheet that a plan began to make; its id is undefined where Excel did not confirm it. */
export type BegunSheet = NewSheet & { readonly id: string | undefined };

/** Sheets that this pane made since the workbook was opened. A document that claims the same is not believed. */
export class MadeHere {
  /** Ids of complete sheets. Excel never reuses an id. */
  readonly sheets = new Set<string>();
  /** Sheets of interrupted plans that could not be deleted yet. */
  leftovers: readonly BegunSheet[] = [];
}
