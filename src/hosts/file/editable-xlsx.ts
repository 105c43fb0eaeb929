import type { Applied, Change } from "../../core/model/changes.ts";
import type { CellPlace } from "../../core/model/address.ts";
import type { CellValue, Grid, SheetInfo } from "../../core/model/grid.ts";
import { Lock } from "../../core/model/lock.ts";
import { inTurns } from "../../core/model/pace.ts";
import type { FoundOwnSheet } from "../../core/model/sheet-plan.ts";
import type { ApplyWatch, Watch } from "../../core/model/ports.ts";
import { readBook, type Book, type FileNote } from "./read/book.ts";
import { endingOf } from "./read/ending.ts";
import type { SheetLook } from "./looks/look.ts";
import type { Package } from "./zip/package.ts";
import { XlsxWorkbook } from "./xlsx-workbook.ts";
import type { Deflate } from "./zip/deflate.ts";
import { Draft } from "./parts/draft.ts";
import type { EditableFile, FileSnapshot } from "./editable-file.ts";
import { EditedPackage } from "./parts/edited-package.ts";
import { foundOwnSheets, type MadeIds } from "./apply/own-sheets.ts";
import { keepText } from "./parts/keep-text.ts";
import { markLooks } from "./apply/set-marks.ts";
import { SheetDraft } from "./parts/sheet-draft.ts";
import { refuseSigned } from "./parts/add-part.ts";
import { PlanRun } from "./apply/plan.ts";
import { TextSource } from "./apply/text-source.ts";
import { WorkbookDraft } from "./parts/workbook-draft.ts";

/** The workbook between two plans. */
interface State {
  readonly pack: EditedPackage;
  readonly book: Book;
  readonly reader: XlsxWorkbook;
  /** Ids of the sheets made since the workbook was opened. */
  readonly made: MadeIds;
}

/** An .xlsx or .xlsm workbook. Its parts are only changed where a plan requires it. */
export class EditableXlsx implements EditableFile {
  readonly takes = "everything";
  #state: State;
  #snapshot: FileSnapshot | undefined;
  /** A second plan waits for the first. */
  readonly #lock = new Lock();

  constructor(
    private readonly base: Package,
    state: State,
    private readonly deflate: Deflate,
  ) {
    this.#state = state;
  }

  get notes(): readonly FileNote[] {
    return this.#state.book.notes;
  }

  sheets(): Promise<readonly SheetInfo[]> {
    return this.#state.reader.sheets();
  }

  read(sheetId: string, watch?: Watch): Promise<Grid> {
    return this.#state.reader.read(sheetId, watch);
  }

  readCells(sheetId: string, places: readonly CellPlace[], watch?: Watch): Promise<readonly CellValue[]> {
    return this.#state.reader.readCells(sheetId, places, watch);
  }

  look(sheetId: string, watch?: Watch): Promise<SheetLook> {
    return this.#state.reader.look(sheetId, watch);
  }

  async ownSheets(): Promise<readonly FoundOwnSheet[]> {
    const { made } = this.#state;
    const draft = this.#draft();
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
      const draft = this.#draft();
      await keepText(draft, { name, sheet: sheetId.slice(draft.idPrefix.length), text });
      if (!draft.isChanged) return;
      refuseSigned(draft.names());
      await this.#take(draft);
    });
  }

  async isMarked(sheetId: string): Promise<boolean> {
    const { book, reader } = this.#state;
    const part = book.sheets.find(({ info }) => info.id === sheetId)?.part;
    if (part === undefined) return false;
    const strings = new TextSource(reader, book.sharedStrings, {});
    const sheet = await inTurns(SheetDraft.open(await this.#draft().bytes(part), { part, strings, date1904: book.date1904 }));
    return markLooks(sheet).length > 0;
  }

  save(): Promise<Uint8Array> {
    return this.#state.pack.save(this.deflate);
  }

  ending(): Promise<string | undefined> {
    const { pack, book } = this.#state;
    return endingOf(pack, book.part);
  }

  snapshot(): FileSnapshot {
    const state = this.#state;
    const { pack } = state;
    const restore = () => this.#be(state, snapshot);
    const snapshot: FileSnapshot = (this.#snapshot ??= { size: [...pack.changes.values()].reduce((sum, { name }) => sum + pack.sizeOf(name), 0), restore });
    return snapshot;
  }

  async #apply(changes: readonly Change[], watch: ApplyWatch): Promise<Applied> {
    const { book, reader, made } = this.#state;
    const draft = this.#draft();
    const strings = new TextSource(reader, book.sharedStrings, watch);
    const plan = new PlanRun({ draft, opened: this.base, book, strings, watch, made });
    const applied = await plan.run(changes);
    if (applied.written.length > 0) await watch.beforeWriting?.(applied.written);
    if (draft.isChanged) await this.#take(draft, plan.made);
    return applied;
  }

  #draft(): Draft {
    const { pack, book } = this.#state;
    return new Draft(pack, pack.changes, book.idPrefix);
  }

  /** Makes the draft the workbook. */
  async #take(draft: Draft, made = this.#state.made): Promise<void> {
    const pack = new EditedPackage(this.base, draft.changes);
    const book = await readBook(pack, {}, draft.idPrefix);
    this.#be({ pack, book, reader: this.#state.reader.over(pack, book), made });
  }

  #be(state: State, snapshot?: FileSnapshot): void {
    this.#state = state;
    this.#snapshot = snapshot;
  }
}
