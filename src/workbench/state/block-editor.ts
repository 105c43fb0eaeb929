import type { CellArea } from "../../core/model/cell-lists.ts";
import type { FileWorkers } from "../worker/file-workers.ts";
import type { CopiedArea } from "../worker/messages.ts";
import { fileOf } from "../worker/sheet-ids.ts";
import { toClipboard } from "./clipboard.ts";
import type { Editor } from "./editor.ts";
import { activeSheetId } from "./workspace-state.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

/** Copying, pasting and emptying of areas. */
export class BlockEditor {
  constructor(
    private readonly workers: FileWorkers,
    private readonly store: WorkspaceStore,
    private readonly editor: Editor,
    private readonly check: (sheet: string) => Promise<unknown>,
  ) {}

  /** Copies or cuts an area. `typed` is set for a single cell, whose text is already on the clipboard. Cells that cannot be copied are reported. */
  async copy(copied: Pick<CopiedArea, "sheet" | "area" | "isCut">, typed: string | undefined): Promise<void> {
    const { sheet, area } = copied;
    const text = this.workers.ask(sheet, { kind: "copy", sheet, area });
    try {
      const [was, isPut] = await Promise.all([text, typed !== undefined || toClipboard(text)]);
      if (isPut) this.store.set({ copied: { ...copied, was, text: typed ?? was } });
      else this.store.set({ notice: { kind: "not-copied" } });
    } catch (error) {
      this.store.refuse(error);
    }
  }

  /** Forgets what was copied or cut; the clipboard keeps its text. */
  drop(): void {
    this.store.set({ copied: undefined });
  }

  /** Pastes a text into an area of a sheet, and selects what it wrote into. */
  async paste(sheet: string, area: CellArea, text: string): Promise<void> {
    const { copied } = this.store.get();
    const source = copied && fileOf(copied.sheet) === fileOf(sheet) && unended(copied.text) === unended(text) ? copied : undefined;
    const pasted = await this.#write(sheet, area, text, source);
    if (source?.isCut) this.drop();
    if (!pasted || activeSheetId(this.store.get()) !== sheet) return;
    this.store.place({ row: pasted.row, column: pasted.column });
    this.store.reach({ row: pasted.lastRow, column: pasted.lastColumn });
  }

  /** Empties an area of a sheet. */
  async empty(sheet: string, area: CellArea): Promise<void> {
    await this.#write(sheet, area, "", undefined);
  }

  async #write(sheet: string, area: CellArea, text: string, copied: CopiedArea | undefined): Promise<CellArea | undefined> {
    const sheets = copied?.isCut ? [...new Set([sheet, copied.sheet])] : [sheet];
    try {
      const { pasted, isChanged } = await this.editor.change(fileOf(sheet), { kind: "paste", sheet, area, text, copied }, ({ pasted: { first: at, written: count } }) => ({ what: { kind: "cells", at, count }, sheets }));
      const { written, skipped, staysText } = pasted;
      if (skipped.length > 0) this.store.set({ notice: { kind: "skipped", written, skipped } });
      else this.store.set({ notice: staysText && { kind: "stays-text", at: staysText } });
      if (isChanged) for (const each of sheets) void this.check(each);
      return pasted.area;
    } catch (error) {
      this.store.refuse(error);
      return undefined;
    }
  }
}

/** The text without the ways in which clipboards end lines. */
function unended(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(/\n$/, "");
}
