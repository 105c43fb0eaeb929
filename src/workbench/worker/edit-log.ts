import { a1 } from "../../core/model/address.ts";
import { formatToSet } from "../../core/model/cell-text.ts";
import type { Change, WrittenCell } from "../../core/model/changes.ts";
import { isSameValue } from "../../core/model/grid.ts";
import type { KeptEdit } from "./messages.ts";
import { withinFile } from "./sheet-ids.ts";

/** The most cells that are told. */
const mostEdits = 20_000;

/** A step: the cells that it wrote, by sheet, and whether it did nothing else. */
interface LoggedStep {
  readonly cells: readonly { readonly sheet: string; readonly cell: WrittenCell }[];
  readonly isAll: boolean;
}

/** A cell since the file was opened or saved: as it was written first, and last. */
interface LoggedCell {
  readonly sheet: string;
  readonly first: WrittenCell;
  readonly last: WrittenCell;
}

/** What was written into cells, step by step, since the file was opened or saved. */
export class EditLog {
  #done: readonly LoggedStep[] = [];
  #undone: readonly LoggedStep[] = [];
  /** How many steps the saved file holds; undefined once it can no longer be come back to. */
  #saved: number | undefined = 0;

  /** A step was made. @param written the cells of all edits among the changes, in order */
  add(changes: readonly Change[], written: readonly WrittenCell[]): void {
    if (this.#saved !== undefined && this.#saved > this.#done.length) this.#saved = undefined;
    const sheets = changes.flatMap((change) => (change.kind === "edit-cells" ? change.edits.map(() => change.sheet) : []));
    const cells = written.map((cell, index) => ({ sheet: sheets[index] ?? "", cell }));
    this.#done = [...this.#done, { cells, isAll: changes.length > 0 && changes.every(({ kind }) => kind === "edit-cells") }];
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

  /** True where all that was done since then was writing cells, and each of them is as it was. */
  get isAsSaved(): boolean {
    return this.#since?.every(({ isAll }) => isAll) === true && this.#changed.length === 0;
  }

  /** What makes the present cells of the saved ones, each cell once. Nothing where these are too many, or where saved steps were undone. */
  get edits(): readonly KeptEdit[] {
    const changed = this.#changed;
    if (changed.length > mostEdits) return [];
    return changed.map(({ sheet, last: { at, to, numberFormat } }) => ({ sheet: withinFile(sheet), row: at.row, column: at.column, to, ...(numberFormat !== undefined && { numberFormat }) }));
  }

  /** The steps since then; undefined where saved ones were undone. */
  get #since(): readonly LoggedStep[] | undefined {
    return this.#saved === undefined || this.#saved > this.#done.length ? undefined : this.#done.slice(this.#saved);
  }

  get #changed(): readonly LoggedCell[] {
    const cells = new Map<string, LoggedCell>();
    for (const { sheet, cell } of this.#since?.flatMap((step) => step.cells) ?? []) {
      const key = `${sheet}!${a1(cell.at)}`;
      cells.set(key, { sheet, first: cells.get(key)?.first ?? cell, last: cell });
    }
    return [...cells.values()].filter(({ first, last }) => !isSameValue(first.from, last.to) || first.formerFormat !== (formatToSet(last) ?? last.formerFormat));
  }
}
