import type { Grid } from "../core/grid/grid.ts";
import { asRefusal, type Refusal } from "../core/refusal.ts";
import type { Workbook } from "../core/workbook.ts";
import type { SheetCheck } from "./desk.ts";
import { Store } from "./store.ts";

/** The cells of a sheet with the check that they belong to, or why they cannot be read. */
export type GridReading =
  | { readonly phase: "reading" }
  | { readonly phase: "read"; readonly check: SheetCheck; readonly grid: Grid }
  | { readonly phase: "refused"; readonly refusal: Refusal; readonly again: () => void };

interface ReaderState {
  readonly sheetId: string;
  readonly reading: GridReading;
}

const waiting: GridReading = { phase: "reading" };

/** Reads the cells that a check belongs to. A check is never shown with the cells of another: the one before stands until its successor is complete. */
export class GridReader extends Store<ReaderState> {
  constructor(private readonly workbook: Pick<Workbook, "read">) {
    super({ sheetId: "", reading: waiting });
  }

  /** Reads the sheet for a check of it. @returns stops it */
  read(sheetId: string, check: SheetCheck): () => void {
    const controller = new AbortController();
    if (this.of(sheetId).phase !== "read") this.set({ sheetId, reading: waiting });
    void this.#read(sheetId, check, controller.signal);
    return () => controller.abort();
  }

  /** What is known of a sheet. */
  of(sheetId: string): GridReading {
    const state = this.get();
    return state.sheetId === sheetId ? state.reading : waiting;
  }

  async #read(sheetId: string, check: SheetCheck, signal: AbortSignal): Promise<void> {
    const again = () => {
      this.set({ sheetId, reading: waiting });
      void this.#read(sheetId, check, signal);
    };
    const reading = await this.workbook.read(sheetId, { signal }).then(
      (grid): GridReading => ({ phase: "read", check, grid }),
      (error: unknown): GridReading => ({ phase: "refused", refusal: asRefusal(error), again }),
    );
    if (!signal.aborted) this.set({ sheetId, reading });
  }
}
