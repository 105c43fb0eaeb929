import type { CellPlace } from "../../core/model/address.ts";
import { Signal } from "../../pane/state/signal.ts";
import { activeFile, activeSheetId } from "./workspace-state.ts";
import type { WorkspaceStore } from "./workspace-store.ts";

/** What is done for a sheet that comes to the front. */
interface Arrival {
  /** Checks it where that was not done. */
  check(sheet: string): void;
}

/** Brings files, sheets and cells to the front. */
export class Navigator {
  readonly #selections = new Signal<CellPlace>();
  readonly onSelect = this.#selections.listen;

  constructor(
    private readonly store: WorkspaceStore,
    private readonly arrival: Arrival,
  ) {}

  bringFile(active: string): void {
    const { notice } = this.store.get();
    this.store.set({ active, notice: notice?.kind === "summary" && notice.file !== active ? notice : undefined });
    this.checkActive();
  }

  /** Brings a sheet of the file in front to the front, and checks it where that was not done. */
  bringSheet(sheet: string): void {
    this.store.patch(this.store.get().active, { sheet, isChosen: true });
    this.checkActive();
  }

  /** Checks the sheet in front where that was not done. */
  checkActive(): void {
    const sheet = activeSheetId(this.store.get());
    if (sheet !== undefined) this.arrival.check(sheet);
  }

  /** Selects a cell of the sheet in front, or of the sheet of its file that the place names. */
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

  /** Tells the selection of the sheet that has come to the front. */
  tellSelection(): void {
    const sheet = activeSheetId(this.store.get());
    const place = sheet === undefined ? undefined : this.store.get().selections.get(sheet);
    if (place) this.#selections.tell(place);
  }
}
