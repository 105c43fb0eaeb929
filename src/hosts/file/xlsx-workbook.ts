import type { CellPlace } from "../../core/model/address.ts";
import { valuesAt, type CellValue, type Grid, type SheetInfo } from "../../core/model/grid.ts";
import { Refusal } from "../../core/model/refusal.ts";
import { isSameName } from "../../core/model/same-name.ts";
import type { Watch } from "../../core/model/ports.ts";
import type { Book, FileNote } from "./read/book.ts";
import type { SheetLook } from "./looks/look.ts";
import { keptText } from "./read/kept-texts.ts";
import { numberFormats, struckFormats } from "./looks/number-formats.ts";
import type { FileWorkbook } from "./file-workbook.ts";
import type { PartSource } from "./zip/package.ts";
import { ListTexts } from "./read/list-texts.ts";
import { signalOf } from "./read/relations.ts";
import { readPictures } from "./read/pictures.ts";
import { readSharedStrings, type SharedTexts } from "./read/shared-strings.ts";
import { GridCollector, readSheet, type CellFormats, type SheetContext } from "./read/sheet-reader.ts";
import type { XmlNode } from "./xml/places.ts";
import { readTree } from "./xml/tree.ts";

const noTexts: SharedTexts = { texts: [], styled: new Set(), struck: new Set() };

/** The most bytes of a sheet that is read only for the lists on it. */
const largestListSheet = 4_000_000;

/** A workbook in an Office package. It keeps the shared strings and formats, which every sheet needs, but no sheet. */
export class XlsxWorkbook implements FileWorkbook {
  #strings: SharedTexts | undefined;
  #formats: CellFormats | undefined;
  #pictures: ReadonlySet<number> | undefined;
  readonly #listSheets = new Map<string, Grid>();

  constructor(
    private readonly pack: PartSource,
    private readonly book: Book,
  ) {}

  get notes(): readonly FileNote[] {
    return this.book.notes;
  }

  sheets(): Promise<readonly SheetInfo[]> {
    return Promise.resolve(this.book.sheets.map((sheet) => sheet.info));
  }

  async read(sheetId: string, watch: Watch = {}): Promise<Grid> {
    const { collector, grid } = await this.#collect(sheetId, watch);
    const { name } = grid.sheet;
    const gridOf = (sheet: string) => (isSameName(sheet, name) ? Promise.resolve(grid) : this.#listSheet(sheet, signalOf(watch)));
    await collector.addLists(new ListTexts(name, this.book.names, gridOf));
    return grid;
  }

  async #collect(sheetId: string, watch: Watch): Promise<{ readonly collector: GridCollector; readonly grid: Grid }> {
    const { info, context, ofSheet } = await this.#prepare(sheetId, watch);
    const collector = new GridCollector(context);
    await readSheet(this.pack, context, collector, ofSheet);
    return { collector, grid: collector.build(info, this.book.date1904) };
  }

  /** A sheet that holds lists of others, read once; undefined if none can be read, or it is too large to be read on the side. */
  async #listSheet(name: string, watch: Watch): Promise<Grid | undefined> {
    const found = this.book.sheets.find(({ info }) => isSameName(info.name, name));
    if (found?.part === undefined || this.pack.sizeOf(found.part) > largestListSheet) return undefined;
    try {
      const grid = this.#listSheets.get(found.part) ?? (await this.#collect(found.info.id, watch)).grid;
      this.#listSheets.set(found.part, grid);
      return grid;
    } catch (error) {
      // Whoever reads a broken sheet itself is told of it.
      if (error instanceof Refusal && error.code !== "cancelled") return undefined;
      throw error;
    }
  }

  async readCells(sheetId: string, places: readonly CellPlace[], watch?: Watch): Promise<readonly CellValue[]> {
    return valuesAt(await this.read(sheetId, watch), places);
  }

  async look(sheetId: string, watch: Watch = {}): Promise<SheetLook> {
    const { info, context, ofSheet } = await this.#prepare(sheetId, watch);
    const [styles, theme] = [await this.#tree(this.book.styles, watch), await this.#tree(this.book.theme, watch)];
    // Loaded here, since a check in the terminal does without the formatter.
    const { readLook } = await import("./looks/look.ts");
    return readLook(this.pack, context, { info, styles, theme }, ofSheet);
  }

  recall(name: string, sheetId = ""): Promise<string | undefined> {
    return keptText(this.pack, this.book.part, name, sheetId.slice(this.book.idPrefix.length));
  }

  /** The texts that cells refer to by number, if they were read already. */
  get knownStrings(): SharedTexts | undefined {
    return this.#strings;
  }

  /** The texts that cells refer to by number. @throws {Refusal} damaged, too-large, cancelled */
  async strings(watch: Watch = {}): Promise<SharedTexts> {
    return (this.#strings ??= await this.#readStrings(watch));
  }

  /** The same workbook after a change of its parts. The shared strings are kept, since no change of ours affects them. */
  over(pack: PartSource, book: Book): XlsxWorkbook {
    const next = new XlsxWorkbook(pack, book);
    next.#strings = this.#strings;
    return next;
  }

  /** Reads what the sheet's part needs; `ofSheet` reports the progress from then on. */
  async #prepare(sheetId: string, watch: Watch): Promise<{ info: SheetInfo; context: SheetContext; ofSheet: Watch }> {
    const sheet = this.book.sheets.find((each) => each.info.id === sheetId);
    if (sheet === undefined) throw new Refusal("unreadable", `sheet ${sheetId}`);
    if (sheet.part === undefined) throw new Refusal("damaged", sheet.info.name);
    const shared = this.#strings === undefined ? this.pack.sizeOf(this.book.sharedStrings ?? "") : 0;
    const share = shared / (shared + this.pack.sizeOf(sheet.part));
    this.#formats ??= await this.#readFormats(watch);
    this.#strings ??= await this.#readStrings(partOf(watch, 0, share));
    const pictures = (this.#pictures ??= await readPictures(this.pack, this.book.richValues, signalOf(watch)));
    const { date1904, isStale } = this.book;
    const context = { part: sheet.part, strings: this.#strings, formats: this.#formats, date1904, isStale, pictures };
    return { info: sheet.info, context, ofSheet: partOf(watch, share, 1) };
  }

  async #readFormats(watch: Watch): Promise<CellFormats> {
    // The tree is not kept, since one with 45,000 cell formats takes 70 MB.
    const styles = await this.#tree(this.book.styles, watch);
    return { numbers: numberFormats(styles), struck: struckFormats(styles) };
  }

  async #readStrings(watch: Watch): Promise<SharedTexts> {
    const part = this.book.sharedStrings;
    return part === undefined ? noTexts : readSharedStrings(part, this.pack.stream(part, watch));
  }

  async #tree(part: string | undefined, watch: Watch): Promise<XmlNode | undefined> {
    return part === undefined ? undefined : readTree(part, this.pack.stream(part, signalOf(watch)));
  }
}

/** The watch for a part of the work, between two shares of the whole. */
function partOf(watch: Watch, from: number, to: number): Watch {
  const { onProgress } = watch;
  if (onProgress === undefined) return watch;
  return { ...watch, onProgress: (done) => onProgress(from + (to - from) * done) };
}
