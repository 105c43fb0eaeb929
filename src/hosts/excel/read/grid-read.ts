import { Pace } from "../../../core/model/pace.ts";
import { GridBuilder, type Grid, type SheetInfo } from "../../../core/model/grid.ts";
import { isDateFormat, withGeneral } from "../../../core/model/serial.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { BlockPlan, type RowBlock } from "./blocks.ts";
import { bytesOfRow, cellValue, rectangle, type Rectangle } from "./cells.ts";
import { failureOf } from "../exchange/errors.ts";
import { HiddenRows } from "./hidden-rows.ts";
import type { ExcelSession } from "../exchange/exchange.ts";
import type { OpenCells } from "./open-cells.ts";
import { together } from "./together.ts";
import { cellsOf, fewCells, usedBlock, type UsedBlock } from "./used-block.ts";

/** The answer to one request for a block. */
export interface Cells {
  readonly values: Rectangle;
  readonly types: Rectangle;
  readonly formats: Rectangle;
  /** True or false where it holds for all rows; null where they differ. */
  readonly hidden: unknown;
}

/** Limit for the cells to read: a larger sheet is no evaluation sheet, and would be read for minutes. */
const cellLimit = 5_000_000;

export function sheetInfo(sheet: Excel.Worksheet): SheetInfo {
  return { id: sheet.id, name: sheet.name, hidden: sheet.visibility !== "Visible" };
}

/** Queues the question for a block's content. */
export function blockCells(sheet: Excel.Worksheet, { row, column, rows, columns }: UsedBlock): () => Cells {
  const range = sheet.getRangeByIndexes(row, column, rows, columns).load("values,valueTypes,numberFormat,rowHidden");
  const cells = (given: unknown) => rectangle(given, rows, columns);
  return () => ({ values: cells(range.values), types: cells(range.valueTypes), formats: cells(range.numberFormat), hidden: range.rowHidden });
}

/** The same without types and formats, which are as long as the values and tell nothing of most texts. */
function blockValues(sheet: Excel.Worksheet, { row, column, rows, columns }: UsedBlock): () => Cells {
  const range = sheet.getRangeByIndexes(row, column, rows, columns).load("values,rowHidden");
  return () => ({ values: rectangle(range.values, rows, columns), types: [], formats: [], hidden: range.rowHidden });
}

/** Puts one row of a block into a grid. @returns true where it shows a date */
export function setRow(builder: GridBuilder, row: number, { column, index }: { readonly column: number; readonly index: number }, { values, types, formats }: Cells): boolean {
  let hasDate = false;
  values[index]?.forEach((given, place) => {
    const value = cellValue(given, types[index]?.[place]);
    if (value === undefined) return;
    const format = formats[index]?.[place];
    const code = typeof value === "number" && typeof format === "string" ? withGeneral(format) : undefined;
    builder.set(row, column + place, value, code);
    hasDate ||= code !== undefined && isDateFormat(code);
  });
  return hasDate;
}

/**
 * Asks for the day of serial 0, which only a date can tell; 36892 is 2001-01-01 counted from 1900. Where the question fails
 * (OfficeDev/office-js#6112) the usual answer is assumed, and the session tells so: a check must not fail for it.
 */
export function asksDate1904(session: ExcelSession, watch: Watch | undefined): Promise<boolean> {
  return session.optional("date-system", false, (context) => {
    const day = context.workbook.functions.date(2001, 1, 1).load("value");
    return () => day.value === 35_430;
  }, watch);
}

/** Reads one sheet, without asking for merged areas, since that empties the user's undo list (OfficeDev/office-js#5918). */
export class GridRead {
  readonly #builder = new GridBuilder();
  readonly #pace = new Pace();
  readonly #hidden: HiddenRows;
  /** Set once a block was read without types and formats. */
  #open: OpenCells | undefined;
  #hasDates = false;

  constructor(
    private readonly session: ExcelSession,
    private readonly sheetId: string,
    private readonly watch: Watch | undefined,
  ) {
    this.#hidden = new HiddenRows(session, sheetId, watch);
  }

  /**
   * Two round trips for a sheet that fits one response: the used range, then all cells. Further ones for more blocks and what their
   * values leave open, for partly hidden rows, for the date system where the sheet shows a date, and for what is filled where
   * the used range is large.
   */
  async run(): Promise<Grid> {
    const { info, used } = await this.#exchange((context) => {
      const sheet = context.workbook.worksheets.getItem(this.sheetId).load("id,name,visibility");
      const block = usedBlock(sheet);
      return () => ({ info: sheetInfo(sheet), used: block() });
    });
    if (used !== undefined) await this.#readBlocks(used);
    for (const row of await this.#hidden.rows()) this.#builder.hideRow(row);
    const date1904 = this.#hasDates && (await asksDate1904(this.session, this.watch));
    this.watch?.onProgress?.(1);
    return this.#builder.build(info, date1904);
  }

  async #readBlocks(used: UsedBlock): Promise<void> {
    const filled = cellsOf([used]) <= fewCells ? [used] : await this.#filled(used);
    const all = cellsOf(filled);
    if (all > cellLimit) throw new Refusal("too-large", `cells > ${cellLimit.toLocaleString("en-US")}`);
    let read = 0;
    for (const part of filled) {
      const plan = new BlockPlan(part.row, part.rows, part.columns);
      for (let block = plan.next(); block !== undefined; block = plan.next()) {
        const cells = await this.#cells(part, block, plan);
        if (cells === undefined) continue;
        plan.done(block, await this.#take(part, block, cells));
        read += block.rows * part.columns;
        this.watch?.onProgress?.(read / all);
      }
    }
    await this.#settle();
  }

  /** Loaded only for a large sheet, as most are small. */
  async #filled(used: UsedBlock): Promise<readonly UsedBlock[]> {
    const { filledBlocks } = await import("./filled-blocks.ts");
    return filledBlocks(this.session, this.sheetId, used, this.watch);
  }

  /** The cells of a block; undefined where it was too large and the plan now has a smaller one. */
  async #cells(used: UsedBlock, block: RowBlock, plan: BlockPlan): Promise<Cells | undefined> {
    const question = block.rows === used.rows ? blockCells : blockValues;
    try {
      return await this.#exchange((context) => question(context.workbook.worksheets.getItem(this.sheetId), { ...used, ...block }));
    } catch (error) {
      if (failureOf(error)?.class === "split" && plan.halve(block)) return undefined;
      throw error;
    }
  }

  /** @returns roughly the bytes of the response */
  async #take(used: UsedBlock, block: RowBlock, cells: Cells): Promise<number> {
    let bytes = 0;
    const open = cells.types.length > 0 ? undefined : (this.#open ??= new (await import("./open-cells.ts")).OpenCells());
    for (const [index, row] of cells.values.entries()) {
      if (this.#pace.isOver) await this.#pace.next();
      this.#set({ ...used, ...block }, index, cells);
      open?.note(block.row + index, used.column, row);
      bytes += bytesOfRow(row, cells.types[index] ?? [], cells.formats[index] ?? []);
    }
    this.#hidden.note(block, cells.hidden);
    return bytes;
  }

  /** Reads the cells anew whose values left something open. */
  async #settle(): Promise<void> {
    for (const trip of this.#open?.trips() ?? []) {
      const answers = await together(trip, (ranges) =>
        this.#exchange((context) => {
          const sheet = context.workbook.worksheets.getItem(this.sheetId);
          const asked = ranges.map((range) => blockCells(sheet, range));
          return () => asked.map((answer) => answer());
        }),
      );
      for (const [place, range] of trip.entries()) {
        const cells = answers[place];
        if (this.#pace.isOver) await this.#pace.next();
        for (let index = 0; cells && index < range.rows; index++) this.#set(range, index, cells);
      }
    }
  }

  /** Puts one row of a block into the grid. */
  #set({ row, column }: UsedBlock, index: number, cells: Cells): void {
    if (setRow(this.#builder, row + index, { column, index }, cells)) this.#hasDates = true;
  }

  #exchange<T>(queue: (context: Excel.RequestContext) => () => T): Promise<T> {
    return this.session.exchange(queue, { watch: this.watch });
  }
}
