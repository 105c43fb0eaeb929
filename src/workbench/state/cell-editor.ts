import type { CellPlace } from "../../core/model/address.ts";
import { activeFile, activeKey, partsOf, type WorkspaceState, type Typing } from "./workspace-state.ts";
import type { Editor } from "./editor.ts";

interface TypedWorkspace {
  readonly editor: Editor;
  get(): WorkspaceState;
  set(patch: Partial<WorkspaceState>): void;
  bringFile(file: string): void;
  bringSheet(sheet: string): void;
  select(place: CellPlace): void;
}

/** What is typed into cells, from the first letter until it is written or dropped. */
export class CellEditor {
  constructor(private readonly workspace: TypedWorkspace) {}

  /** Begins to edit the selected cell of the sheet in front. `text` is what it holds; left out where the first letters are typed already. */
  begin(text?: string): void {
    const cell = this.#cell();
    if (cell) this.workspace.set({ typing: { ...cell, text, unchanged: text } });
  }

  /** Begins to write the selected cell anew. */
  beginAnew(text = ""): void {
    const cell = this.#cell();
    if (cell) this.workspace.set({ typing: { ...cell, text, unchanged: undefined } });
  }

  /** Empties the selected cell. */
  empty(): void {
    const cell = this.#cell();
    if (cell) this.#write(cell.key, cell.at, "");
  }

  /** Ends typing; undefined drops what was typed. */
  end(text: string | undefined): void {
    const { typing } = this.workspace.get();
    this.workspace.set({ typing: undefined });
    if (typing && text !== undefined && text !== typing.unchanged) this.#write(typing.key, typing.at, text);
  }

  /** Keeps a text whose sheet leaves the view; nothing where typing ended before. */
  leave(typing: Typing, text: string): void {
    if (this.workspace.get().typing === typing) this.end(text);
  }

  /** Goes on with what could not be written. */
  resume(): void {
    const { notice, active } = this.workspace.get();
    if (notice?.kind !== "refused" || !notice.typing) return;
    const { typing } = notice;
    const { file, sheet } = partsOf(typing.key);
    if (active !== file) this.workspace.bringFile(file);
    if (activeFile(this.workspace.get())?.sheet !== sheet) this.workspace.bringSheet(sheet);
    this.workspace.select(typing.at);
    this.workspace.set({ typing: { ...typing }, notice });
  }

  #write(key: string, at: CellPlace, text: string): void {
    const { file, sheet } = partsOf(key);
    void this.workspace.editor.type({ key, at, text }, file, sheet);
  }

  /** The selected cell, where there is one. */
  #cell(): { readonly key: string; readonly at: CellPlace } | undefined {
    const { selections } = this.workspace.get();
    const key = activeKey(this.workspace.get());
    const at = key === undefined ? undefined : selections.get(key);
    return key === undefined || !at ? undefined : { key, at };
  }
}
