import type { Applied, Change } from "../../../core/changes.ts";
import type { Grid, SheetInfo } from "../../../core/grid/grid.ts";
import { Lock } from "../../../core/lock.ts";
import type { FoundOwnSheet } from "../../../core/sheet-plan.ts";
import type { ApplyWatch, Watch } from "../../../core/workbook.ts";
import { readBook, type Book, type Note } from "../book.ts";
import type { FileWorkbook } from "../file-workbook.ts";
import type { SheetLook } from "../look.ts";
import type { Package } from "../package.ts";
import { XlsxWorkbook } from "../xlsx-workbook.ts";
import type { Deflate } from "./deflate.ts";
import { Draft } from "./draft.ts";
import { EditedPackage } from "./edited-package.ts";
import { foundOwnSheets, type MadeIds } from "./own-sheets.ts";
import { keepText } from "./kept-texts.ts";
import { refuseSigned } from "./parts.ts";
import { PlanRun } from "./plan-run.ts";
import { TextSource } from "./text-source.ts";
import { WorkbookDraft } from "./workbook-draft.ts";

/** A workbook in a file that may be changed and saved under any name. The opened bytes stay as they are. */
export interface EditableFile extends FileWorkbook {
  /**
   * Carries out all changes in memory, or none. Reading sees them at once.
   * @throws {Refusal} moved, protected, read-only (a signed workbook), sheet-gone, not-ours, last-sheet, formula (its detail names every cell that one fills), too-long, cancelled
   */
  apply(changes: readonly Change[], watch?: ApplyWatch): Promise<Applied>;
  /** The sheets that bear a sign of ours and are complete. A sign whose sheet is gone is none. */
  ownSheets(): Promise<readonly FoundOwnSheet[]>;
  /** Keeps a text in the workbook, in a custom XML part, or forgets it where it is undefined. @throws {Refusal} read-only (a signed workbook) */
  remember(name: string, text: string | undefined, sheetId?: string): Promise<void>;
  /** The file with all changes: parts that did not change are the same bytes, in the same order. @throws {Refusal} */
  save(): Promise<Uint8Array>;
  /** The workbook as it is now, to come back to. Only what was changed takes room. */
  snapshot(): Snapshot;
  /** Makes the workbook what it was. Not while a plan is carried out. */
  restore(snapshot: Snapshot): void;
}

/** The workbook between two plans. */
export interface Snapshot {
  readonly pack: EditedPackage;
  readonly book: Book;
  readonly reader: XlsxWorkbook;
  /** Ids of the sheets that were made since the workbook was opened. */
  readonly made: MadeIds;
}

/** An .xlsx or .xlsm workbook whose parts are changed where a plan asks for it, and nowhere else. */
export class EditableXlsx implements EditableFile {
  #state: Snapshot;
  /** A second plan waits for the first. */
  readonly #lock = new Lock();

  constructor(
    private readonly base: Package,
    state: Snapshot,
    private readonly deflate: Deflate,
  ) {
    this.#state = state;
  }

  get notes(): readonly Note[] {
    return this.#state.book.notes;
  }

  sheets(): Promise<readonly SheetInfo[]> {
    return this.#state.reader.sheets();
  }

  read(sheetId: string, watch?: Watch): Promise<Grid> {
    return this.#state.reader.read(sheetId, watch);
  }

  look(sheetId: string, watch?: Watch): Promise<SheetLook> {
    return this.#state.reader.look(sheetId, watch);
  }

  async ownSheets(): Promise<readonly FoundOwnSheet[]> {
    const { pack, made } = this.#state;
    const draft = new Draft(pack, pack.changes);
    return foundOwnSheets(draft, await WorkbookDraft.open(draft), made);
  }

  apply(changes: readonly Change[], watch: ApplyWatch = {}): Promise<Applied> {
    return this.#lock.run(() => this.#apply(changes, watch));
  }

  recall(name: string, sheetId?: string): Promise<string | undefined> {
    return this.#state.reader.recall(name, sheetId);
  }

  remember(name: string, text: string | undefined, sheetId = ""): Promise<void> {
    return this.#lock.run(async () => {
      const { pack } = this.#state;
      const draft = new Draft(pack, pack.changes);
      await keepText(draft, { name, sheet: sheetId, text });
      if (!draft.isChanged) return;
      refuseSigned(draft.names());
      await this.#take(draft);
    });
  }

  save(): Promise<Uint8Array> {
    return this.#state.pack.save(this.deflate);
  }

  snapshot(): Snapshot {
    return this.#state;
  }

  restore(snapshot: Snapshot): void {
    this.#state = snapshot;
  }

  async #apply(changes: readonly Change[], watch: ApplyWatch): Promise<Applied> {
    const { pack, book, reader, made } = this.#state;
    const draft = new Draft(pack, pack.changes);
    const strings = new TextSource(reader, book.sharedStrings, watch);
    const plan = new PlanRun({ draft, book, strings, watch, made });
    const applied = await plan.run(changes);
    if (applied.written.length > 0) await watch.beforeWriting?.(applied.written);
    if (draft.isChanged) await this.#take(draft, plan.made);
    return applied;
  }

  /** Makes the draft the workbook. */
  async #take(draft: Draft, made = this.#state.made): Promise<void> {
    const pack = new EditedPackage(this.base, draft.changes);
    const book = await readBook(pack);
    this.#state = { pack, book, reader: this.#state.reader.over(pack, book), made };
  }
}
