import type { Applied, Change } from "../../core/changes.ts";
import type { Grid, SheetInfo } from "../../core/grid/grid.ts";
import { Refusal } from "../../core/refusal.ts";
import type { Watch } from "../../core/workbook.ts";
import type { SheetLook } from "./look.ts";
import type { Note } from "./book.ts";
import type { FileWorkbook } from "./file-workbook.ts";
import { decodeText, delimiterOf, readTextTable, type DecodedText } from "./text-table.ts";

const sheetId = "1";

/** A delimited text file as a workbook of one sheet, named after the file. */
export class TextWorkbook implements FileWorkbook {
  readonly notes: readonly Note[] = [];
  readonly #sheet: SheetInfo;
  readonly #delimiter: string;
  #bytes: Uint8Array;
  #decoded: DecodedText;

  /** @throws {Refusal} unreadable where the encoding is unknown. */
  constructor(stem: string, extension: string, bytes: Uint8Array) {
    this.#sheet = { id: sheetId, name: stem, hidden: false };
    this.#bytes = bytes;
    this.#decoded = decodeText(bytes);
    this.#delimiter = delimiterOf(extension, this.#decoded.text);
  }

  sheets(): Promise<readonly SheetInfo[]> {
    return Promise.resolve([this.#sheet]);
  }

  async read(id: string, watch?: Watch): Promise<Grid> {
    if (id !== sheetId) throw new Refusal("unreadable", `sheet ${id}`);
    return readTextTable(this.#decoded.text, this.#delimiter, this.#sheet, watch);
  }

  /** A text file has no place for texts of ours. */
  recall(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  /**
   * Writes cells, all or none. Nothing else can be done to a text file.
   * @throws {Refusal} text-only; moved; reads-as-formula, no-such-letter, each naming all its cells
   */
  async apply(changes: readonly Change[]): Promise<Applied> {
    const edits = changes.flatMap((change) => {
      if (change.kind !== "edit-cells") throw new Refusal("text-only");
      if (change.sheet !== sheetId) throw new Refusal("sheet-gone");
      return change.edits;
    });
    const { editText } = await import("./write/text-edit.ts");
    const { bytes, written } = editText(this.#bytes, this.#decoded, this.#delimiter, edits);
    this.#bytes = bytes;
    this.#decoded = decodeText(bytes);
    return { written, clashes: [], made: [] };
  }

  /** The file as it is now: in its own encoding, and the same bytes but for the fields that were written. */
  save(): Promise<Uint8Array> {
    return Promise.resolve(this.#bytes);
  }

  async look(id: string, watch?: Watch): Promise<SheetLook> {
    const grid = await this.read(id, watch);
    const { plainLook } = await import("./look.ts");
    return plainLook(grid);
  }
}
