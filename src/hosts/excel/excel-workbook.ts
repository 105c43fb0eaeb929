import { Lock } from "../../core/model/lock.ts";
import type { Applied, Change, SetMarks } from "../../core/model/changes.ts";
import { a1, type CellPlace } from "../../core/model/address.ts";
import { once } from "../../core/model/once.ts";
import { isSameGrid, type CellValue, type Grid, type SheetInfo } from "../../core/model/grid.ts";
import { Refusal } from "../../core/model/refusal.ts";
import type { FoundOwnSheet } from "../../core/model/sheet-plan.ts";
import { sheetsName } from "../../core/settings/kept-name.ts";
import type { ApplyWatch, ChangeApplier, DocumentStore, Hiding, MarkPreview, Presence, SheetReader, Watch } from "../../core/model/ports.ts";
import { OwnChangeFilter } from "./events/own-change-filter.ts";
import { failureOf, refusing, refusingToRead } from "./exchange/errors.ts";
import { LastReads } from "./apply/last-reads.ts";
import { MadeHere } from "./own-sheets/made-here.ts";
import { PaneVisibility } from "./events/pane-visibility.ts";
import { Listeners, type EditListener, type SelectListener } from "./events/listeners.ts";
import { mostOfOne } from "./kept/limits.ts";
import { settingKey, SettingTexts, stored } from "./kept/setting-texts.ts";
import type { SheetTexts } from "./kept/sheet-texts.ts";
import { GridRead, sheetInfo } from "./read/grid-read.ts";
import { floor, has, hasFloor } from "./exchange/requirements.ts";
import { ExcelSession, type SessionOptions } from "./exchange/exchange.ts";

interface WorkbookOptions extends SessionOptions {
  /** Called with the number of older entries of what is kept that had to go to make room. */
  readonly onForgotten?: (count: number) => void;
}

/**
 * The workbook that the pane belongs to. Office.js must have been loaded.
 * @throws {Refusal} unsupported, where the page is not in Excel or in one older than ExcelApi 1.9.
 */
export async function openExcelWorkbook(options: WorkbookOptions = {}): Promise<ExcelWorkbook> {
  const { host } = await Office.onReady();
  if (String(host) !== "Excel") throw new Refusal("unsupported", "Excel");
  if (!hasFloor()) throw new Refusal("unsupported", `ExcelApi ${floor}`);
  return new ExcelWorkbook(options);
}

/** The ports over Office.js. A check costs three round trips and leaves no trace: it writes, selects and activates nothing. */
export class ExcelWorkbook implements SheetReader, ChangeApplier, MarkPreview, DocumentStore, Presence {
  readonly #session: ExcelSession;
  readonly #ownChanges = new OwnChangeFilter();
  readonly #listeners: Listeners;
  readonly #texts = new SettingTexts();
  #sheetTexts: SheetTexts | undefined;
  readonly room = mostOfOne;
  readonly #plans = once(async () => {
    const { Plans } = await import("./apply/plans.ts");
    return new Plans({ session: this.#session, ownChanges: this.#ownChanges, lastReads: this.#lastReads, here: this.#here });
  });
  /** A lock of its own, since a plan remembers what it is about to write. */
  readonly #saves = new Lock();
  readonly #lastReads = new LastReads();
  readonly #here = new MadeHere();
  readonly #pane = new PaneVisibility();

  constructor(private readonly options: WorkbookOptions) {
    this.#session = new ExcelSession(options);
    this.#listeners = new Listeners(this.#session, this.#ownChanges);
  }

  sheets(): Promise<readonly SheetInfo[]> {
    return refusingToRead(() =>
      this.#session.exchange((context) => {
        const sheets = context.workbook.worksheets.load("items/id,items/name,items/visibility");
        return () => sheets.items.map(sheetInfo);
      }),
    );
  }

  read(sheetId: string, watch?: Watch): Promise<Grid> {
    return refusingToRead(async () => {
      const grid = await new GridRead(this.#session, sheetId, watch).run();
      this.#lastReads.read(grid);
      return grid;
    });
  }

  readSmall(sheetIds: readonly string[], watch?: Watch): Promise<readonly Grid[]> {
    return refusingToRead(async () => {
      const { SmallGridsRead } = await import("./read/small-grids.ts");
      const grids = await new SmallGridsRead(this.#session, watch).run(sheetIds);
      for (const grid of grids) this.#lastReads.read(grid);
      return grids;
    });
  }

  readCells(sheetId: string, places: readonly CellPlace[], watch?: Watch): Promise<readonly CellValue[]> {
    return refusingToRead(async () => {
      const { CellLooks } = await import("./apply/edit-cells.ts");
      return new CellLooks(this.#session, watch).values(sheetId, places);
    });
  }

  async apply(changes: readonly Change[], watch?: ApplyWatch): Promise<Applied> {
    return (await this.#plans()).apply(changes, watch);
  }

  /** While the pane is closed every write empties the list too. */
  get keepsUndo(): boolean {
    return has("undo") && this.#pane.isShown;
  }

  async wouldMark(changes: readonly SetMarks[]): Promise<boolean> {
    return (await this.#plans()).wouldMark(changes);
  }

  ownSheets(): Promise<readonly FoundOwnSheet[]> {
    return refusingToRead(async () => (await import("./own-sheets/sheet-tags.ts")).foundOwnSheets(this.#session, this.#here.sheets));
  }

  onEdit(listener: EditListener): () => void {
    return this.#listeners.onEdit(listener);
  }

  onSelect(listener: SelectListener): () => void {
    return this.#listeners.onSelect(listener);
  }

  differs(sheetId: string): Promise<boolean> {
    return refusingToRead(async () => {
      const before = this.#lastReads.grid(sheetId);
      return before !== undefined && !isSameGrid(before, await new GridRead(this.#session.quiet(), sheetId, undefined).run());
    });
  }

  listenAgain(): void {
    this.#listeners.renew();
  }

  /**
   * Does not wait for the end of a cell edit: the user is elsewhere by then.
   * @throws {Refusal} editing; not-in-front; sheet-gone; hidden-sheet or very-hidden-sheet, naming it
   */
  select(sheetId: string, place: CellPlace): Promise<Hiding | undefined> {
    return refusing(async () => {
      const queue = (context: Excel.RequestContext) => {
        const sheet = context.workbook.worksheets.getItem(sheetId);
        sheet.activate();
        const cell = sheet.getRange(a1(place)).load("rowHidden,columnHidden");
        cell.select();
        return (): Hiding | undefined => (cell.rowHidden ? "row" : cell.columnHidden ? "column" : undefined);
      };
      try {
        return await this.#listeners.selecting(sheetId, place, () => this.#session.exchange(queue, { writes: true, waits: false }));
      } catch (error) {
        throw await this.#whyNotSelected(sheetId, error);
      }
    });
  }

  firstVisible(sheetId: string, places: readonly CellPlace[]): Promise<number> {
    return refusingToRead(async () => (await import("./read/first-visible.ts")).firstVisible(this.#session, sheetId, places));
  }

  recall(name: string, sheetId?: string): Promise<string | undefined> {
    return refusing(async () => (this.#keepsSheets ? (await this.#kept()).recall(name, sheetId) : this.#texts.recall(settingKey(name, sheetId))));
  }

  remember(name: string, text: string | undefined, sheetId?: string): Promise<void> {
    return this.#saves.run(() =>
      refusing(async () => {
        if (!this.#keepsSheets && this.#texts.known(settingKey(name, sheetId)) === text) return;
        const gone = await (await this.#kept()).remember(name, text, sheetId);
        if (gone > 0) this.options.onForgotten?.(gone);
      }),
    );
  }

  findAgain(sheetIds: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> {
    return refusing(async () => (this.#keepsSheets ? (await this.#kept()).findAgain(sheetIds) : new Map()));
  }

  /** Whatever hinders it: what was written stands, and the sheets are found by id or name. */
  signSheets(sheetIds: readonly string[]): Promise<void> {
    return this.#saves.run(async () => {
      await this.#kept()
        .then((kept) => kept.sign(sheetIds))
        .catch(() => undefined);
    });
  }

  /** True where the document, or this pane, knows of sheets by more than their ids. */
  get #keepsSheets(): boolean {
    return this.#sheetTexts !== undefined || stored(sheetsName) !== undefined;
  }

  /** Most documents keep nothing, so this is loaded only where one does. */
  async #kept(): Promise<SheetTexts> {
    const { SheetTexts } = await import("./kept/sheet-texts.ts");
    this.#sheetTexts ??= new SheetTexts(this.#session, this.#texts);
    return this.#sheetTexts;
  }

  /** For a hidden sheet Excel says InvalidOperation as well, and GeneralException while another workbook is in front. */
  async #whyNotSelected(sheetId: string, error: unknown): Promise<unknown> {
    const failure = failureOf(error);
    if (failure?.class === "unknown") return new Refusal("not-in-front");
    if (failure?.code !== "InvalidOperation") return error;
    const { name, visibility } = await this.#session.exchange((context) => {
      const sheet = context.workbook.worksheets.getItem(sheetId).load("name,visibility");
      return () => sheet;
    });
    return visibility === "Visible" ? error : new Refusal(visibility === "Hidden" ? "hidden-sheet" : "very-hidden-sheet", name);
  }
}
