import { afterEach } from "vitest";
import type { Applied, Change, SetMarks } from "../../../src/core/model/changes.ts";
import type { CellPlace } from "../../../src/core/model/address.ts";
import type { CellValue, Grid, SheetInfo } from "../../../src/core/model/grid.ts";
import { Refusal } from "../../../src/core/model/refusal.ts";
import type { FoundOwnSheet } from "../../../src/core/model/sheet-plan.ts";
import type { ApplyWatch, Assumed, ChangeApplier, DocumentStore, EditWaiting, Hiding, SheetReader, Watch } from "../../../src/core/model/ports.ts";
import { openExcelWorkbook, type ExcelWorkbook } from "../../../src/hosts/excel/excel-workbook.ts";
import type { SessionOptions } from "../../../src/hosts/excel/exchange/exchange.ts";
import { NodeExcel, type NodeExcelOptions } from "../../excel-host/in-node/excel.ts";
import type { Book } from "../../excel-host/model/book.ts";

/** Collects what a pane is told. */
class Told {
  readonly edits: string[] = [];
  readonly selections: (readonly [sheetId: string, place: CellPlace])[] = [];
  readonly waits: EditWaiting[] = [];
  readonly assumed: Assumed[] = [];
  readonly progress: number[] = [];
  readonly forgotten: number[] = [];
}

/** The workbook of src/hosts/excel over the real Office.js and the stand-in, as in a pane. */
export class ExcelPane implements SheetReader, ChangeApplier, DocumentStore {
  readonly told = new Told();
  /** Rejects if Excel is refused. */
  readonly opened: Promise<ExcelWorkbook>;

  constructor(readonly excel: NodeExcel, options: SessionOptions = {}) {
    const onEditing = (waiting: EditWaiting) => void this.told.waits.push(waiting);
    const onAssumed = (what: Assumed) => void this.told.assumed.push(what);
    const onForgotten = (count: number) => void this.told.forgotten.push(count);
    this.opened = excel.evaluate(() => openExcelWorkbook({ onEditing, onAssumed, onForgotten, editingPause: 40, editingLimit: 600, answerPatience: 250, retryPause: 5, ...options }));
    this.opened.catch(() => undefined);
  }

  get log() {
    return this.excel.log;
  }

  get host() {
    return this.excel.host;
  }

  sheets(): Promise<readonly SheetInfo[]> {
    return this.#ask((book) => book.sheets());
  }

  read(sheetId: string, watch: Watch = {}): Promise<Grid> {
    return this.#ask((book) => book.read(sheetId, this.#watched(watch)));
  }

  readSmall(sheetIds: readonly string[]): Promise<readonly Grid[]> {
    return this.#ask((book) => book.readSmall(sheetIds));
  }

  readCells(sheetId: string, places: readonly CellPlace[], watch: Watch = {}): Promise<readonly CellValue[]> {
    return this.#ask((book) => book.readCells(sheetId, places, this.#watched(watch)));
  }

  apply(changes: readonly Change[], watch: ApplyWatch = {}): Promise<Applied> {
    return this.#ask((book) => book.apply(changes, this.#watched(watch)));
  }

  wouldMark(changes: readonly SetMarks[]): Promise<boolean> {
    return this.#ask((book) => book.wouldMark(changes));
  }

  ownSheets(): Promise<readonly FoundOwnSheet[]> {
    return this.#ask((book) => book.ownSheets());
  }

  select(sheetId: string, place: CellPlace): Promise<Hiding | undefined> {
    return this.#ask((book) => book.select(sheetId, place));
  }

  firstVisible(sheetId: string, places: readonly CellPlace[]): Promise<number> {
    return this.#ask((book) => book.firstVisible(sheetId, places));
  }

  recall(name: string, sheetId?: string): Promise<string | undefined> {
    return this.#ask((book) => book.recall(name, sheetId));
  }

  remember(name: string, text: string | undefined, sheetId?: string): Promise<void> {
    return this.#ask((book) => book.remember(name, text, sheetId));
  }

  /** Starts collecting events. @returns a function that stops */
  async listen(): Promise<() => void> {
    const book = await this.opened;
    const { edits, selections } = this.told;
    const ends = [book.onEdit((sheetId) => edits.push(sheetId)), book.onSelect((sheetId, place) => selections.push([sheetId, place]))];
    return () => ends.forEach((end) => end());
  }

  #watched<Given extends Watch>(watch: Given): Given {
    return { onProgress: (done: number) => void this.told.progress.push(done), ...watch };
  }

  #ask<Result>(work: (book: ExcelWorkbook) => Promise<Result>): Promise<Result> {
    return this.excel.evaluate(async () => work(await this.opened));
  }
}

type Open = (book: Book, options?: Omit<NodeExcelOptions, "book">, pane?: "new") => Promise<ExcelPane>;

/**
 * For a test file: one stand-in for each set of options, whose pane starts anew with each workbook. Office.js is loaded
 * again, and forgets everything, only if a test asks for it. A test fails if the add-in did something that a correct one
 * never does.
 */
export function excelPanes(): Open {
  const stand = new Map<string, NodeExcel>();
  const used = new Set<NodeExcel>();
  afterEach(() => {
    const violations = [...used].flatMap(({ log }) => log.takeViolations());
    used.clear();
    if (violations.length > 0) throw new Error(violations.map(({ kind, detail }) => `${kind}: ${detail}`).join("\n"));
  });
  return async (book, options = {}, pane) => {
    const key = JSON.stringify(options);
    const known = stand.get(key);
    const excel = known ?? (await NodeExcel.open({ book, ...options }));
    stand.set(key, excel);
    used.add(excel);
    if (pane === "new") await excel.openPane(book);
    else excel.host.restart(book);
    const opened = new ExcelPane(excel);
    await opened.opened.catch(() => undefined);
    excel.log.restart();
    excel.host.faults.restart();
    return opened;
  };
}

/** The refusal of a promise, "code: detail"; "done" if it was fulfilled. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "done",
    (error: unknown) => (error instanceof Refusal ? error.message : Promise.reject(error instanceof Error ? error : new Error(String(error)))),
  );
}
