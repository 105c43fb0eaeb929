import type { NewSheet } from "./sheet-signs.ts";

/** A sheet that a plan began to make; its id is undefined where Excel never said that it is there. */
export type BegunSheet = NewSheet & { readonly id: string | undefined };

/** What this pane made in the workbook while it is open. A document can say the same of any sheet, and is not believed. */
export class MadeHere {
  /** Ids of complete sheets. Excel gives no id twice. */
  readonly sheets = new Set<string>();
  /** Sheets of plans that broke off and could not be taken away yet. */
  leftovers: readonly BegunSheet[] = [];
}
