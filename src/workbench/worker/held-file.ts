import type { Change } from "../../core/model/changes.ts";
import type { ReadBy } from "../../core/form/known.ts";
import type { CellPlace } from "../../core/model/address.ts";
import { inspectSheet, LastCheck, type InspectedSheet } from "../../core/inspect-sheet.ts";
import { Refusal } from "../../core/model/refusal.ts";
import type { ApplyWatch, Watch } from "../../core/model/ports.ts";
import type { SheetLook } from "../../hosts/file/file-workbook.ts";
import { openText } from "../../hosts/file/open.ts";
import { newWorkbook, openEditable } from "../../hosts/file/open-editable.ts";
import { EditedBook } from "./edited-book.ts";
import type { AppliedFile, ChangedFile, OpenedFile, PastedFile, Results, SavedContent, UnsavedEdits } from "./messages.ts";
import { paste } from "./paste.ts";
import type { RequestOf } from "./client.ts";
import { writeTyped } from "./typed.ts";

/** Number of sheets in the cache. */
const keptSheets = 4;

/** The open file of a worker, and its sheets that were read last. */
export class HeldFile {
  readonly #looks = new Map<string, Promise<SheetLook>>();
  readonly #lastCheck = new LastCheck();

  private constructor(
    private readonly book: EditedBook,
    /** Of the content that was opened or saved last; undefined for a new file, or where the browser makes none. */
    private fingerprint?: Promise<string | undefined>,
  ) {}

  /** Opens a workbook or a text file for changes. `idPrefix` precedes the ids of its sheets. @throws {Refusal} not-xlsx with the real kind, encrypted, damaged, too-large, unreadable, cancelled */
  static async open(name: string, content: Blob, idPrefix: string, watch: Watch): Promise<HeldFile> {
    const bytes = await bytesOf(content);
    return new HeldFile(new EditedBook(openText(name, bytes, idPrefix) ?? (await openEditable(bytes, { watch, idPrefix }))), fingerprintOf(bytes));
  }

  /** A workbook without sheets. */
  static create(idPrefix: string): HeldFile {
    return new HeldFile(new EditedBook(newWorkbook({ idPrefix })));
  }

  async opened(): Promise<OpenedFile> {
    const { notes, takes } = this.book.file;
    const { sheets, own } = await this.#state();
    return { sheets, own, notes, takes, fingerprint: await this.fingerprint };
  }

  /** @throws {Refusal} the codes of the port `apply` in a file: moved, formula, protected, read-only, cancelled and others */
  async apply(changes: readonly Change[], watch: ApplyWatch): Promise<AppliedFile> {
    const applied = await this.book.apply(changes, watch);
    if (applied.isChanged) this.#looks.clear();
    return { ...applied, ...(await this.#state()) };
  }

  /** The text that the file keeps, for a sheet or for all; undefined where there is none, or the file can keep none. @throws {Refusal} damaged, too-large */
  recall(name: string, sheet: string | undefined): Promise<string | undefined> {
    return this.book.file.recall(name, sheet);
  }

  /** Keeps a text in the file, for a sheet or for all; undefined forgets it. @throws {Refusal} read-only, text-only, damaged, too-large */
  async remember(name: string, text: string | undefined, sheet: string | undefined): Promise<Results["remember"]> {
    const { isChanged } = await this.book.remember(name, text, sheet);
    return { isChanged, ...(await this.#state()) };
  }

  /** Writes a typed text into a cell. @throws {Refusal} moved, formula, covered, locked, protected, table-header, too-long; no-such-letter, reads-as-formula in a text file */
  async type(sheet: string, at: CellPlace, text: string, watch: Watch): Promise<AppliedFile> {
    const { grid } = await this.look(sheet, watch);
    return this.apply([{ kind: "edit-cells", sheet, edits: [writeTyped(grid, at, text)] }], watch);
  }

  /** Pastes a text into an area, as one step. @throws {Refusal} too-many-cells, moved, protected, read-only; sheet-gone, damaged, too-large, cancelled */
  async paste({ sheet, area, text, copied }: RequestOf<"paste">, watch: Watch): Promise<PastedFile> {
    const look = await this.look(sheet, watch);
    const source = copied && { ...copied, look: await this.look(copied.sheet, watch) };
    const { applied, isChanged } = await this.book.together((apply) => paste(apply, { look, area, text }, source, watch));
    if (isChanged) this.#looks.clear();
    return { pasted: applied, isChanged, ...(await this.#state()) };
  }

  /** Undoes or redoes a change. @throws {Refusal} damaged, too-large */
  turn(direction: "undo" | "redo"): Promise<ChangedFile> {
    if (direction === "undo") this.book.undo();
    else this.book.redo();
    this.#looks.clear();
    return this.#state();
  }

  /** The file with all changes. @throws {Refusal} damaged, too-large */
  async save(): Promise<SavedContent> {
    const bytes = await this.book.save();
    this.fingerprint = fingerprintOf(bytes);
    return { bytes: bytes.slice(), ending: await this.book.file.ending() };
  }

  /** Those of the sheets that carry marks of ours. @throws {Refusal} damaged */
  async marked(sheets: readonly string[]): Promise<readonly string[]> {
    const marked: string[] = [];
    for (const sheet of sheets) if (await this.book.file.isMarked(sheet)) marked.push(sheet);
    return marked;
  }

  /** What was written into cells since the file was opened or saved. */
  async unsaved(): Promise<UnsavedEdits> {
    return { fingerprint: await this.fingerprint, edits: this.book.edits };
  }

  /** Reads a sheet once for all callers. @throws {Refusal} unreadable or sheet-gone where there is none; damaged, too-large, cancelled */
  async look(sheet: string, watch: Watch): Promise<SheetLook> {
    const look = this.#looks.get(sheet) ?? this.book.file.look(sheet, watch);
    this.#looks.delete(sheet);
    this.#looks.set(sheet, look);
    for (const oldest of this.#looks.keys()) if (this.#looks.size > keptSheets) this.#looks.delete(oldest);
    try {
      return await look;
    } catch (error) {
      if (this.#looks.get(sheet) === look) this.#looks.delete(sheet);
      throw error;
    }
  }

  /** @throws {Refusal} unreadable, sheet-gone, damaged, too-large, cancelled */
  async check(sheet: string, by: ReadBy, watch: Watch): Promise<InspectedSheet | "own" | null> {
    const { grid } = await this.look(sheet, watch);
    return inspectSheet(grid, this.book.file, by, watch, this.#lastCheck);
  }

  async #state(): Promise<ChangedFile> {
    const { file, steps, content } = this.book;
    return { sheets: await file.sheets(), own: await file.ownSheets(), content, ...steps };
  }
}

/** Tells a content from every other; undefined where the page's address gives it no cryptography. */
async function fingerprintOf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const digest = await crypto.subtle.digest("SHA-256", bytes.slice());
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch {
    return undefined;
  }
}

/** Reading fails for a dropped folder, and for a file that is gone or locked. */
async function bytesOf(content: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await content.arrayBuffer());
  } catch {
    throw new Refusal("unreadable");
  }
}
