import type { Change } from "../../core/model/changes.ts";
import type { FormChoice } from "../../core/form/known.ts";
import type { CellPlace } from "../../core/model/address.ts";
import { inspectFully, type FullInspection } from "../../core/inspect.ts";
import { Refusal } from "../../core/model/refusal.ts";
import type { ApplyWatch, Watch } from "../../core/model/ports.ts";
import type { SheetLook } from "../../hosts/file/looks/look.ts";
import { openText } from "../../hosts/file/open.ts";
import { newWorkbook, openEditable } from "../../hosts/file/open-editable.ts";
import { EditedBook } from "./edited-book.ts";
import type { AppliedFile, ChangedFile, OpenedFile, Results } from "./messages.ts";
import { writeTyped } from "./typed.ts";

/** How many sheets are kept as read. Others are read again when they are shown again. */
const keptSheets = 4;

/** The open files and the sheets of them that were read last. */
export class OpenFiles {
  readonly #books = new Map<string, EditedBook>();
  readonly #looks = new Map<string, Promise<SheetLook>>();

  /** Opens a workbook or a text file to be changed. @throws {Refusal} */
  async open(file: string, name: string, content: Blob, watch: Watch): Promise<OpenedFile> {
    const bytes = await bytesOf(content);
    this.#books.set(file, new EditedBook(openText(name, bytes) ?? (await openEditable(bytes, { watch }))));
    return this.#opened(file);
  }

  /** Puts a workbook without sheets on the shelf. */
  create(file: string): Promise<OpenedFile> {
    this.#books.set(file, new EditedBook(newWorkbook()));
    return this.#opened(file);
  }

  close(file: string): void {
    this.#books.delete(file);
    this.#forget(file);
  }

  /** @throws {Refusal} what the file refuses */
  async apply(file: string, changes: readonly Change[], watch: ApplyWatch): Promise<AppliedFile> {
    const book = this.#book(file);
    const applied = await book.apply(changes, watch);
    if (applied.isChanged) this.#forget(file);
    return { ...applied, ...(await stateOf(book)) };
  }

  /** The text that a file keeps for a sheet; undefined where there is none, or where nothing can be kept. @throws {Refusal} */
  recall(file: string, sheet: string, name: string): Promise<string | undefined> {
    return this.#book(file).file.recall(name, sheet);
  }

  /** Keeps a text for a sheet in the file, or forgets it. @throws {Refusal} what the file refuses */
  async remember(file: string, sheet: string, name: string, text: string | undefined): Promise<Results["remember"]> {
    const book = this.#book(file);
    const { isChanged } = await book.remember(name, text, sheet);
    return { isChanged, ...(await stateOf(book)) };
  }

  /** Writes what was typed into a cell. @throws {Refusal} */
  async type(file: string, sheet: string, at: CellPlace, text: string, watch: Watch): Promise<AppliedFile> {
    const { grid } = await this.look(file, sheet, watch);
    return this.apply(file, [{ kind: "edit-cells", sheet, edits: [writeTyped(grid, at, text)] }], watch);
  }

  /** Goes back to before the last change, or forward again. @throws {Refusal} */
  async turn(file: string, direction: "undo" | "redo"): Promise<ChangedFile> {
    const book = this.#book(file);
    if (direction === "undo") book.undo();
    else book.redo();
    this.#forget(file);
    return stateOf(book);
  }

  /** The file with all changes. @throws {Refusal} */
  save(file: string): Promise<Uint8Array> {
    return this.#book(file).file.save();
  }

  /** Reads a sheet once for all who ask. @throws {Refusal} */
  async look(file: string, sheet: string, watch: Watch): Promise<SheetLook> {
    const key = `${file}/${sheet}`;
    const look = this.#looks.get(key) ?? this.#read(file, sheet, watch);
    this.#looks.delete(key);
    this.#looks.set(key, look);
    for (const oldest of this.#looks.keys()) if (this.#looks.size > keptSheets) this.#looks.delete(oldest);
    try {
      return await look;
    } catch (error) {
      if (this.#looks.get(key) === look) this.#looks.delete(key);
      throw error;
    }
  }

  /** @throws {Refusal} */
  async check(file: string, sheet: string, forms: FormChoice, watch: Watch): Promise<{ readonly inspection: FullInspection; readonly hiddenRows: number } | null> {
    const { grid } = await this.look(file, sheet, watch);
    const inspection = inspectFully(grid, forms);
    if (!inspection) return null;
    const { first, last } = inspection.table;
    const hidden = [...grid.hiddenRows].filter((row) => row >= first.row && row <= last.row);
    return { inspection, hiddenRows: hidden.length };
  }

  async #opened(file: string): Promise<OpenedFile> {
    const book = this.#book(file);
    return { ...(await stateOf(book)), notes: book.file.notes, takes: book.file.takes };
  }

  async #read(file: string, sheet: string, watch: Watch): Promise<SheetLook> {
    return this.#book(file).file.look(sheet, watch);
  }

  /** Sheets must be read again. */
  #forget(file: string): void {
    for (const key of this.#looks.keys()) if (key.startsWith(`${file}/`)) this.#looks.delete(key);
  }

  #book(file: string): EditedBook {
    const book = this.#books.get(file);
    if (!book) throw new Refusal("sheet-gone");
    return book;
  }
}

async function stateOf({ file, steps }: EditedBook): Promise<ChangedFile> {
  return { sheets: await file.sheets(), own: await file.ownSheets(), ...steps };
}

/** A folder that was dropped, or a file that is gone or locked, fails only when it is read. */
async function bytesOf(content: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await content.arrayBuffer());
  } catch {
    throw new Refusal("unreadable");
  }
}
