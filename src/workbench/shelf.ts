import { osakaWard } from "../core/form/built-in.ts";
import { inspect, type Inspection } from "../core/inspect.ts";
import { Refusal } from "../core/refusal.ts";
import type { Watch } from "../core/workbook.ts";
import type { SheetLook } from "../hosts/file/look.ts";
import { openFile, type FileWorkbook } from "../hosts/file/open.ts";
import type { OpenedFile } from "./messages.ts";

/** How many sheets are kept as read. Others are read again when they are shown again. */
const keptSheets = 4;

/** The open workbooks and the sheets of them that were read last. */
export class Shelf {
  readonly #books = new Map<string, FileWorkbook>();
  readonly #looks = new Map<string, Promise<SheetLook>>();

  /** @throws {Refusal} */
  async open(file: string, name: string, content: Blob, watch: Watch): Promise<OpenedFile> {
    const book = await openFile(name, await bytesOf(content), { watch });
    this.#books.set(file, book);
    return { sheets: await book.sheets(), notes: book.notes };
  }

  close(file: string): void {
    this.#books.delete(file);
    for (const key of this.#looks.keys()) if (key.startsWith(`${file}/`)) this.#looks.delete(key);
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
  async check(file: string, sheet: string, watch: Watch): Promise<{ readonly inspection: Inspection; readonly hiddenRows: number } | null> {
    const { grid } = await this.look(file, sheet, watch);
    const inspection = inspect(grid, osakaWard);
    if (!inspection) return null;
    const { first, last } = inspection.table;
    const hidden = [...grid.hiddenRows].filter((row) => row >= first.row && row <= last.row);
    return { inspection, hiddenRows: hidden.length };
  }

  async #read(file: string, sheet: string, watch: Watch): Promise<SheetLook> {
    const book = this.#books.get(file);
    if (!book) throw new Refusal("unreadable", file);
    return book.look(sheet, watch);
  }
}

/** A folder that was dropped, or a file that is gone or locked, fails only when it is read. */
async function bytesOf(content: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await content.arrayBuffer());
  } catch {
    throw new Refusal("unreadable");
  }
}
