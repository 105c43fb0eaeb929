import type { SheetInfo } from "../../core/model/grid.ts";
import type { SheetReader } from "../../core/model/ports.ts";
import type { ActiveSheet } from "../../pane/state/host-adapter.ts";
import type { ActiveSheetSource } from "../../hosts/excel/active-sheet.ts";

/** The workbook's sheets as last read, and the active one. */
export class SheetList {
  #sheets: readonly SheetInfo[] = [];
  #source = "";

  constructor(
    private readonly workbook: SheetReader,
    private readonly excel: ActiveSheetSource,
  ) {}

  async read(): Promise<readonly SheetInfo[]> {
    this.#sheets = await this.workbook.sheets();
    return this.#sheets;
  }

  /** The workbook's name. */
  get source(): string {
    return this.#source;
  }

  /** The active sheet, asked for in one round trip: Excel does not report all changes of it. */
  async active(): Promise<ActiveSheet> {
    const read = await this.excel.read();
    this.#source = read.source;
    return read;
  }

  /** A sheet for the pane; undefined where the list did not have it. */
  known(sheetId: string): ActiveSheet | undefined {
    const sheet = this.#sheets.find(({ id }) => id === sheetId);
    return sheet && { id: sheetId, name: sheet.name, source: this.#source };
  }
}
