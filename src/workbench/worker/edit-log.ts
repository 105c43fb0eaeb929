import { a1 } from "../../core/model/address.ts";
import type { Change, EditCells } from "../../core/model/changes.ts";
import type { KeptEdit } from "./messages.ts";
import { withinFile } from "./sheet-ids.ts";

/** The most cells that are told. */
const mostEdits = 20_000;

/** The texts that were written into cells, step by step, since the file was opened or saved. */
export class EditLog {
  #done: readonly (readonly EditCells[])[] = [];
  #undone: readonly (readonly EditCells[])[] = [];
  /** How many steps the saved file holds; undefined once it can no longer be come back to. */
  #saved: number | undefined = 0;

  /** A step was made. */
  add(changes: readonly Change[]): void {
    if (this.#saved !== undefined && this.#saved > this.#done.length) this.#saved = undefined;
    this.#done = [...this.#done, changes.filter((change) => change.kind === "edit-cells")];
    this.#undone = [];
  }

  undo(): void {
    this.#undone = [...this.#undone, ...this.#done.slice(-1)];
    this.#done = this.#done.slice(0, -1);
  }

  redo(): void {
    this.#done = [...this.#done, ...this.#undone.slice(-1)];
    this.#undone = this.#undone.slice(0, -1);
  }

  save(): void {
    this.#saved = this.#done.length;
  }

  /** What makes the present cells of the saved ones, each cell once. Nothing where these are too many, or where saved steps were undone. */
  get edits(): readonly KeptEdit[] {
    if (this.#saved === undefined || this.#saved > this.#done.length) return [];
    const edits = new Map<string, KeptEdit>();
    for (const { sheet, edits: cells } of this.#done.slice(this.#saved).flat()) {
      const id = withinFile(sheet);
      for (const { at, to, numberFormat } of cells) {
        edits.set(`${id}!${a1(at)}`, { sheet: id, row: at.row, column: at.column, to, ...(numberFormat !== undefined && { numberFormat }) });
      }
    }
    return edits.size > mostEdits ? [] : [...edits.values()];
  }
}
