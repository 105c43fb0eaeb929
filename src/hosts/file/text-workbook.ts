import type { Grid, SheetInfo } from "../../core/grid/grid.ts";
import { Refusal } from "../../core/refusal.ts";
import type { Watch } from "../../core/workbook.ts";
import type { SheetLook } from "./look.ts";
import type { FileWorkbook } from "./file-workbook.ts";
import { decodeText, delimiterOf, readTextTable } from "./text-table.ts";

const sheetId = "1";

/** A delimited text file as a workbook of one sheet, named after the file. */
export class TextWorkbook implements FileWorkbook {
  readonly notes = [];
  readonly #sheet: SheetInfo;
  readonly #delimiter: string;
  readonly #text: string;

  /** @throws {Refusal} unreadable where the encoding is unknown. */
  constructor(stem: string, extension: string, bytes: Uint8Array) {
    this.#sheet = { id: sheetId, name: stem, hidden: false };
    this.#text = decodeText(bytes);
    this.#delimiter = delimiterOf(extension, this.#text);
  }

  sheets(): Promise<readonly SheetInfo[]> {
    return Promise.resolve([this.#sheet]);
  }

  async read(id: string, watch?: Watch): Promise<Grid> {
    if (id !== sheetId) throw new Refusal("unreadable", `sheet ${id}`);
    return readTextTable(this.#text, this.#delimiter, this.#sheet, watch);
  }

  /** A text file has no place for texts of ours. */
  recall(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async look(id: string, watch?: Watch): Promise<SheetLook> {
    const grid = await this.read(id, watch);
    const { plainLook } = await import("./look.ts");
    return plainLook(grid);
  }
}
