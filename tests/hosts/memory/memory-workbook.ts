import type { Applied, Change, SetMarks } from "../../../src/core/model/changes.ts";
import type { CellPlace } from "../../../src/core/model/address.ts";
import { GridBuilder, isSameGrid, valuesAt, type CellValue, type Grid, type SheetInfo } from "../../../src/core/model/grid.ts";
import { Refusal } from "../../../src/core/model/refusal.ts";
import { refuseNewer } from "../../../src/core/settings/refuse-newer.ts";
import type { FoundOwnSheet } from "../../../src/core/model/sheet-plan.ts";
import type { ApplyWatch, ChangeApplier, DocumentStore, Hiding, MarkPreview, Presence, SheetReader, Watch } from "../../../src/core/model/ports.ts";
import type { ActiveSheetSource } from "../../../src/hosts/excel/active-sheet.ts";
import { Signal } from "../../../src/pane/state/signal.ts";
import { addressOf } from "../../excel-host/model/area.ts";
import type { Book } from "../../excel-host/model/book.ts";
import { snapshot, type Snapshot } from "../../excel-host/model/snapshot.ts";
import type { Sheet } from "../../excel-host/model/sheet.ts";
import { writeValues } from "../../excel-host/model/write.ts";
import { MemoryPlan } from "./memory-plan.ts";
import { foundOwnSheets } from "./own-sheets.ts";

type Answer = "sheets" | "read" | "apply" | "ownSheets" | "select" | "recall" | "remember" | "front" | "differs";

interface Selected {
  readonly sheetId: string;
  readonly place: CellPlace;
}

/** Failures that last as long as a test wants. */
interface Faults {
  /** Refused calls and the refusal of each. */
  readonly refuse: Map<Answer, Refusal>;
  /** A plan is interrupted after writing so many cells. */
  breakAfter: number | undefined;
  /** The work of other people between reading and the next plan. */
  beforePlan: (() => void) | undefined;
  /** The work of other people between writing the next plan and reading it back. */
  beforeReadBack: (() => void) | undefined;
}

/** The ports over a workbook in memory, and the people who use it. Where hosts differ it behaves like Excel. */
export class MemoryWorkbook implements SheetReader, ChangeApplier, MarkPreview, DocumentStore, Presence {
  readonly faults: Faults = { refuse: new Map(), breakAfter: undefined, beforePlan: undefined, beforeReadBack: undefined };
  /** The cells that plans wrote, in order: "D4", with the sheet's name unless it is the first sheet. */
  readonly written: string[] = [];
  /** As in an Excel of ExcelApi 1.19 with its pane shown. */
  keepsUndo = true;
  /** How often the pane asked anew to be told of edits. */
  listenings = 0;
  readonly #reads = new Map<string, Grid>();
  readonly #edits = new Signal<string>();
  readonly #selections = new Signal<Selected>();
  readonly #fronts = new Signal<string>();
  #plans: Promise<unknown> = Promise.resolve();
  #held: Promise<void> = Promise.resolve();

  constructor(readonly book: Book) {}

  /** The active sheet. */
  readonly active: ActiveSheetSource = {
    read: async () => {
      await this.#answer("front");
      return { id: this.book.active.id, name: this.book.active.name, source: this.book.name };
    },
    onChange: (listener) => void this.#fronts.listen(listener),
    listenAgain: () => undefined,
  };

  /** Everything that a user could see. */
  snapshot(): Snapshot {
    return snapshot(this.book);
  }

  /** Holds back all answers from now on. @returns a function that releases them */
  hold(): () => void {
    let release: () => void = () => undefined;
    this.#held = new Promise((resolve) => (release = resolve));
    return () => release();
  }

  /** Someone types a text into a cell, such as "D4" of the active sheet or "集計!A1". */
  type(address: string, text: string): void {
    const { sheet, area } = this.book.at(address);
    writeValues(this.book, sheet, area, text);
    this.#edits.tell(sheet.id);
  }

  /** The user goes to a cell. */
  goTo(address: string): void {
    const { sheet, area } = this.book.at(address);
    const isNew = sheet !== this.book.active;
    this.book.select(sheet, area);
    if (isNew) this.#fronts.tell(sheet.id);
    this.#selections.tell({ sheetId: sheet.id, place: area });
  }

  async sheets(): Promise<readonly SheetInfo[]> {
    await this.#answer("sheets");
    return this.book.sheets.map(infoOf);
  }

  async read(sheetId: string, watch: Watch = {}): Promise<Grid> {
    await this.#answer("read", watch);
    const sheet = this.#sheet(sheetId);
    watch.onProgress?.(1);
    const grid = gridOf(this.book, sheet);
    this.#reads.set(sheetId, grid);
    return grid;
  }

  async differs(sheetId: string): Promise<boolean> {
    await this.#answer("differs");
    const read = this.#reads.get(sheetId);
    const sheet = this.#sheet(sheetId);
    return read !== undefined && !isSameGrid(read, gridOf(this.book, sheet));
  }

  listenAgain(): void {
    this.listenings++;
  }

  async readCells(sheetId: string, places: readonly CellPlace[], watch?: Watch): Promise<readonly CellValue[]> {
    return valuesAt(await this.read(sheetId, watch), places);
  }

  apply(changes: readonly Change[], watch: ApplyWatch = {}): Promise<Applied> {
    const run = this.#plans.then(() => this.#apply(changes, watch));
    this.#plans = run.catch(() => undefined);
    return run;
  }

  async wouldMark(changes: readonly SetMarks[]): Promise<boolean> {
    await this.#answer("read");
    const plan = new MemoryPlan(this.book, []);
    return !changes.every((change) => plan.isMarked(change));
  }

  async ownSheets(): Promise<readonly FoundOwnSheet[]> {
    await this.#answer("ownSheets");
    return foundOwnSheets(this.book);
  }

  onEdit(listener: (sheetId: string) => void): () => void {
    return this.#edits.listen(listener);
  }

  async select(sheetId: string, { row, column }: CellPlace): Promise<Hiding | undefined> {
    await this.#answer("select");
    const sheet = this.#sheet(sheetId);
    if (sheet.visibility !== "Visible") throw new Refusal(sheet.visibility === "Hidden" ? "hidden-sheet" : "very-hidden-sheet", sheet.name);
    this.book.select(sheet, { row, column, rows: 1, columns: 1 });
    return hiding(sheet, { row, column });
  }

  async firstVisible(sheetId: string, places: readonly CellPlace[]): Promise<number> {
    await this.#answer("select");
    return places.findIndex((place) => {
      const sheet = this.book.sheet(place.sheet?.id ?? sheetId);
      return sheet.visibility === "Visible" && hiding(sheet, place) === undefined;
    });
  }

  onSelect(listener: (sheetId: string, place: CellPlace) => void): () => void {
    return this.#selections.listen(({ sheetId, place: { row, column } }) => listener(sheetId, { row, column }));
  }

  async recall(name: string, sheetId?: string): Promise<string | undefined> {
    await this.#answer("recall");
    return this.book.settings.get(settingName(name, sheetId));
  }

  async remember(name: string, text: string | undefined, sheetId?: string): Promise<void> {
    await this.#answer("remember");
    const key = settingName(name, sheetId);
    refuseNewer(name, this.book.settings.get(key));
    if (text === undefined) this.book.settings.delete(key);
    else this.book.settings.set(key, text);
  }

  #sheet(sheetId: string): Sheet {
    const sheet = this.book.sheets.find(({ id }) => id === sheetId);
    if (sheet === undefined) throw new Refusal("sheet-gone");
    return sheet;
  }

  async #apply(changes: readonly Change[], { beforeWriting, ...watch }: ApplyWatch): Promise<Applied> {
    await this.#answer("apply", watch);
    this.faults.beforePlan?.();
    this.faults.beforePlan = undefined;
    const plan = new MemoryPlan(this.book, changes);
    const compared = plan.compare();
    if (compared.length > 0) await beforeWriting?.(compared);
    refuseAborted(watch);
    const before = this.written.length;
    plan.write((sheet, edit) => {
      const done = this.written.length - before;
      if (this.faults.breakAfter === 0) throw new Refusal("interrupted", `GeneralException${done === 0 ? "" : `, ${String(done)}/${String(compared.length)}`}`);
      if (this.faults.breakAfter !== undefined) this.faults.breakAfter--;
      const address = addressOf({ ...edit.at, rows: 1, columns: 1 });
      this.written.push(sheet === this.book.sheets[0] ? address : `${sheet.name}!${address}`);
    });
    this.faults.beforeReadBack?.();
    this.faults.beforeReadBack = undefined;
    this.book.takeChanges();
    return plan.readBack();
  }

  async #answer(what: Answer, watch: Watch = {}): Promise<void> {
    const { signal } = watch;
    refuseAborted(watch);
    const answered = new AbortController();
    const aborted = new Promise<void>((resolve) => signal?.addEventListener("abort", () => resolve(), { signal: answered.signal }));
    await Promise.race([this.#held, aborted]);
    answered.abort();
    refuseAborted(watch);
    const refusal = this.faults.refuse.get(what);
    if (refusal !== undefined) throw refusal;
  }
}

function refuseAborted({ signal }: Watch): void {
  if (signal?.aborted === true) throw new Refusal("cancelled");
}

function hiding({ hiddenRows, hiddenColumns }: Sheet, { row, column }: CellPlace): Hiding | undefined {
  return hiddenRows.has(row) ? "row" : hiddenColumns.has(column) ? "column" : undefined;
}

function infoOf({ id, name, visibility }: Sheet): SheetInfo {
  return { id, name, hidden: visibility !== "Visible" };
}

function gridOf({ date1904 }: Book, sheet: Sheet): Grid {
  const builder = new GridBuilder();
  for (const [row, column, { value, format }] of sheet.cells()) builder.set(row, column, value, format);
  for (const row of sheet.hiddenRows) builder.hideRow(row);
  return builder.build(infoOf(sheet), date1904);
}

/** Names settings like Excel's host. */
function settingName(name: string, sheetId: string | undefined): string {
  return sheetId === undefined ? name : `${name} ${sheetId}`;
}
