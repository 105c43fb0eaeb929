import type { CellPlace } from "../../core/model/address.ts";
import { Signal } from "../../pane/state/signal.ts";
import { activeFile, activeSheetId } from "./workspace-state.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

/** Work for a file or a sheet that becomes active. */
export interface ToFront {
  /** Checks it unless it was checked. */
  check(sheet: string): void;
  /** Leaves what stands in the place of files. */
  toFiles(): void;
}

/** Switches between files, sheets and cells. */
export class Navigator {
  readonly #selections = new Signal<CellPlace>();
  readonly onSelect = this.#selections.listen;

  constructor(
    private readonly store: WorkspaceStore,
    private readonly arrival: ToFront,
  ) {}

  bringFile(active: string): void {
    this.store.set({ active, notice: undefined });
    this.arrival.toFiles();
    this.checkActive();
  }

  /** Switches to a sheet of the active file, and checks it unless it was checked. */
  bringSheet(sheet: string): void {
    this.store.patch(this.store.get().active, { sheet, isChosen: true });
    this.checkActive();
  }

  /** Checks the active sheet unless it was checked. */
  checkActive(): void {
    const sheet = activeSheetId(this.store.get());
    if (sheet !== undefined) this.arrival.check(sheet);
  }

  /** Selects a cell of the active sheet, or of the sheet that the place names in the same file. */
  select({ sheet, ...place }: CellPlace): void {
    const active = activeSheetId(this.store.get());
    if (active === undefined) return;
    if (sheet && sheet.id !== active) this.bringSheet(sheet.id);
    this.store.place(place);
    this.#selections.tell(place);
  }

  /** Goes to a cell of a file's sheet. */
  goTo(file: string, sheet: string, at: CellPlace): void {
    if (this.store.get().active !== file) this.bringFile(file);
    if (activeFile(this.store.get())?.sheet !== sheet) this.bringSheet(sheet);
    this.select(at);
  }

  /** Reports the selection of the sheet that has become active. */
  tellSelection(): void {
    const sheet = activeSheetId(this.store.get());
    const place = sheet === undefined ? undefined : this.store.get().selections.get(sheet);
    if (place) this.#selections.tell(place);
  }
}
