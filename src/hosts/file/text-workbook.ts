import type { Applied, Change } from "../../core/model/changes.ts";
import { a1, type CellPlace } from "../../core/model/address.ts";
import { valuesAt, type CellValue, type Grid, type SheetInfo } from "../../core/model/grid.ts";
import { refuseAborted } from "../../core/model/pace.ts";
import { Refusal } from "../../core/model/refusal.ts";
import type { ApplyWatch, Watch } from "../../core/model/ports.ts";
import type { SheetLook } from "./looks/look.ts";
import type { FileNote } from "./read/book.ts";
import { decodeText, type DecodedText } from "./text/decode.ts";
import { layoutOf, type Layout } from "./text/delimiter.ts";
import { readTextTable } from "./text/text-table.ts";
import type { EditableFile, FileSnapshot } from "./editable-file.ts";

/** A delimited text file as a workbook of one sheet, named after the file. */
export class TextWorkbook implements EditableFile {
  readonly takes = "cells";
  readonly notes: readonly FileNote[] = [];
  readonly #sheet: SheetInfo;
  readonly #layout: Layout;
  #bytes: Uint8Array;
  #decoded: DecodedText;
  #snapshot: FileSnapshot | undefined;

  /** @throws {Refusal} unreadable if the encoding is unknown */
  constructor(stem: string, extension: string, bytes: Uint8Array, idPrefix = "") {
    this.#sheet = { id: `${idPrefix}1`, name: stem, hidden: false };
    this.#bytes = bytes;
    this.#decoded = decodeText(bytes);
    this.#layout = layoutOf(extension, this.#decoded.text);
  }

  sheets(): Promise<readonly SheetInfo[]> {
    return Promise.resolve([this.#sheet]);
  }

  async read(id: string, watch?: Watch): Promise<Grid> {
    if (id !== this.#sheet.id) throw new Refusal("unreadable", `sheet ${id}`);
    return readTextTable(this.#decoded.text, this.#layout, this.#sheet, watch);
  }

  async readCells(id: string, places: readonly CellPlace[], watch?: Watch): Promise<readonly CellValue[]> {
    return valuesAt(await this.read(id, watch), places);
  }

  /** A text file has no room for our sheets and texts. */
  ownSheets(): Promise<readonly []> {
    return Promise.resolve([]);
  }

  recall(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  /** Does nothing if there is nothing to keep. @throws {Refusal} text-only */
  remember(_name: string, text: string | undefined): Promise<void> {
    return text === undefined ? Promise.resolve() : Promise.reject(new Refusal("text-only"));
  }

  /**
   * Writes cells, all or none. A text file allows nothing else. @throws {Refusal} text-only; moved; reads-as-formula,
   * no-such-letter, each naming all its cells; cancelled
   */
  async apply(changes: readonly Change[], watch: ApplyWatch = {}): Promise<Applied> {
    const edits = changes.flatMap((change) => {
      if (change.kind !== "edit-cells") throw new Refusal("text-only");
      if (change.sheet !== this.#sheet.id) throw new Refusal("sheet-gone");
      return change.edits;
    });
    const { editText } = await import("./text/text-edit.ts");
    const before = this.#bytes;
    const { bytes, written } = editText(before, this.#decoded, this.#layout, edits);
    refuseAborted(watch);
    if (written.length > 0) await watch.beforeWriting?.(written);
    // Other changes were made meanwhile, so the comparison no longer holds.
    if (this.#bytes !== before) throw new Refusal("moved", edits[0] && a1(edits[0].at));
    if (bytes !== before) this.#be(bytes, decodeText(bytes));
    return { written, clashes: [], made: [] };
  }

  /** The present file in its own encoding. Only the bytes of written fields differ. */
  save(): Promise<Uint8Array> {
    return Promise.resolve(this.#bytes);
  }

  ending(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  isMarked(): Promise<boolean> {
    return Promise.resolve(false);
  }

  snapshot(): FileSnapshot {
    const [bytes, decoded] = [this.#bytes, this.#decoded];
    const restore = () => this.#be(bytes, decoded, snapshot);
    const snapshot: FileSnapshot = (this.#snapshot ??= { size: bytes.length + 2 * decoded.text.length, restore });
    return snapshot;
  }

  async look(id: string, watch?: Watch): Promise<SheetLook> {
    const grid = await this.read(id, watch);
    const { plainLook } = await import("./looks/look.ts");
    return plainLook(grid);
  }

  #be(bytes: Uint8Array, decoded: DecodedText, snapshot?: FileSnapshot): void {
    this.#bytes = bytes;
    this.#decoded = decoded;
    this.#snapshot = snapshot;
  }
}
