import type { SheetInfo } from "../../core/model/grid.ts";
import type { Workbook } from "../../core/model/ports.ts";
import type { FrontSheet } from "../../pane/state/host-adapter.ts";
import type { Front } from "../../hosts/excel/events/active-sheet.ts";

/** The workbook's sheets as read last, and which of them is in front of the user. */
export class SheetList {
  #sheets: readonly SheetInfo[] = [];
  #source = "";
  #front: string | undefined;

  constructor(
    private readonly workbook: Workbook,
    private readonly excel: Front,
  ) {}

  async read(): Promise<readonly SheetInfo[]> {
    this.#sheets = await this.workbook.sheets();
    return this.#sheets;
  }

  /** The workbook's name. */
  get source(): string {
    return this.#source;
  }

  /** Excel told that this sheet is in front. */
  told(sheetId: string): void {
    this.#front = sheetId;
  }

  /** The sheet in front of the user; a round trip only where Excel has not told it. */
  async front(): Promise<FrontSheet> {
    const known = this.#front === undefined ? undefined : this.known(this.#front);
    if (known) return known;
    const read = await this.excel.read();
    this.#front = read.id;
    this.#source = read.source;
    return read;
  }

  /** A sheet as the pane shows it; undefined where it was not there when the list was read. */
  known(sheetId: string): FrontSheet | undefined {
    const sheet = this.#sheets.find(({ id }) => id === sheetId);
    return sheet && { id: sheetId, name: sheet.name, source: this.#source };
  }
}
