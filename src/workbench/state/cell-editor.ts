import type { CellPlace } from "../../core/model/address.ts";
import { fileOf } from "../worker/sheet-ids.ts";
import type { TypedCell } from "./editor.ts";
import type { Navigator } from "./navigator.ts";
import { activeSheetId, type Typing } from "./workspace-state.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

/** Typing into cells, from the first letter until the text is written or dropped. */
export class CellEditor {
  constructor(
    private readonly store: WorkspaceStore,
    private readonly navigator: Navigator,
    private readonly write: (cell: TypedCell) => void,
  ) {}

  /** Begins to edit the selected cell. `text` is its content; left out where the first letters are typed already. */
  begin(text?: string): void {
    const cell = this.#cell();
    if (cell) this.store.set({ typing: { ...cell, text, unchanged: text } });
  }

  /** Begins to replace the selected cell's content. */
  beginAnew(): void {
    const cell = this.#cell();
    if (cell) this.store.set({ typing: { ...cell, text: "", unchanged: undefined } });
  }

  /** Ends typing; undefined drops the text. */
  end(text: string | undefined): void {
    const { typing } = this.store.get();
    this.store.set({ typing: undefined });
    if (typing && text !== undefined && text !== typing.unchanged) this.write({ sheet: typing.sheet, at: typing.at, text });
  }

  /** Ends typing, and keeps the text, when its sheet leaves the view; does nothing where typing has ended. */
  leave(typing: Typing, text: string): void {
    if (this.store.get().typing === typing) this.end(text);
  }

  /** Continues with a text that was refused. */
  resume(): void {
    const { notice } = this.store.get();
    if (notice?.kind !== "refused" || !notice.typing) return;
    const { typing } = notice;
    this.navigator.goTo(fileOf(typing.sheet), typing.sheet, typing.at);
    this.store.set({ typing: { ...typing }, notice });
  }

  /** The selected cell, where there is one. */
  #cell(): { readonly sheet: string; readonly at: CellPlace } | undefined {
    const sheet = activeSheetId(this.store.get());
    const at = sheet === undefined ? undefined : this.store.get().selections.get(sheet);
    return sheet === undefined || !at ? undefined : { sheet, at };
  }
}
