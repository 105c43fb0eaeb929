import type { Grid, SheetInfo } from "./grid/grid.ts";

/** How a caller follows long work, and stops it. */
export interface Watch {
  readonly signal?: AbortSignal;
  /** Told the share that is done, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** The one port: what the product asks of whatever holds the workbook. */
export interface Workbook {
  sheets(): Promise<readonly SheetInfo[]>;
  /** Reads one sheet by its id. @throws {Refusal} */
  read(sheetId: string, watch?: Watch): Promise<Grid>;
}
