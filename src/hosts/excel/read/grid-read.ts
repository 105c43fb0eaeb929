import { Pace } from "../../../core/model/pace.ts";
import { GridBuilder, type Grid, type SheetInfo } from "../../../core/model/grid.ts";
import { isDateFormat } from "../../../core/model/serial.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { BlockPlan, type RowBlock } from "./blocks.ts";
import { bytesOfRow, cellValue, rectangle, type Rectangle } from "./cells.ts";
import { failureOf } from "../exchange/errors.ts";
import { HiddenRows } from "./hidden-rows.ts";
import type { ExcelSession } from "../exchange/exchange.ts";

/** The block of a sheet that holds values; zero-based. */
export interface UsedBlock {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The answer to one request for a block. */
export interface Cells {
  readonly values: Rectangle;
  readonly types: Rectangle;
  readonly formats: Rectangle;
  /** True or false where it holds for all rows; null where they differ. */
  readonly hidden: unknown;
}

/** Limit for the cells of a used range: a larger sheet is no evaluation sheet, and would be read for minutes. */
const spanLimit = 5_000_000;

export function sheetInfo(sheet: Excel.Worksheet): SheetInfo {
  return { id: sheet.id, name: sheet.name, hidden: sheet.visibility !== "Visible" };
}

/** Queues the question for the block with values. Formats do not count, since they may reach to the last row. */
export function usedBlock(sheet: Excel.Worksheet): () => UsedBlock | undefined {
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount");
  return () =>
    used.isNullObject ? undefined : { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount };
}

/** Queues the question for a block's content. */
export function blockCells(sheet: Excel.Worksheet, { row, column, rows, columns }: UsedBlock): () => Cells {
  const range = sheet.getRangeByIndexes(row, column, rows, columns).load("values,valueTypes,numberFormat,rowHidden");
  const cells = (given: unknown) => rectangle(given, rows, columns);
  return () => ({ values: cells(range.values), types: cells(range.valueTypes), formats: cells(range.numberFormat), hidden: range.rowHidden });
}

/** Puts one row of a block into a grid. @returns true where it shows a date */
export function setRow(builder: GridBuilder, row: number, { column, index }: { readonly column: number; readonly index: number }, { values, types, formats }: Cells): boolean {
  let hasDate = false;
  values[index]?.forEach((given, place) => {
    const value = cellValue(given, types[index]?.[place]);
    if (value === undefined) return;
    const format = formats[index]?.[place];
    const code = typeof format === "string" ? format : undefined;
    builder.set(row, column + place, value, code);
    hasDate ||= typeof value === "number" && code !== undefined && isDateFormat(code);
  });
  return hasDate;
}

/** Asks for the day of serial 0, which only a date can tell. 36892 is 2001-01-01 counted from 1900. */
export function askDate1904(context: Excel.RequestContext): () => boolean {
  const day = context.workbook.functions.date(2001, 1, 1).load("value");
  return () => day.value === 35_430;
}

/** Reads one sheet, without asking for merged areas, since that empties the user's undo list (OfficeDev/office-js#5918). */
export class GridRead {
  readonly #builder = new GridBuilder();
  readonly #pace = new Pace();
  readonly #hidden: HiddenRows;
  #hasDates = false;

  constructor(
    private readonly session: ExcelSession,
    private readonly sheetId: string,
    private readonly watch: Watch | undefined,
  ) {
    this.#hidden = new HiddenRows(session, sheetId, watch);
  }

  /**
   * Two round trips for a sheet that fits one response: the used range, then all values. Further ones for more blocks, for
   * partly hidden rows, and for the date system where the sheet shows a date.
   */
  async run(): Promise<Grid> {
    const { info, used } = await this.#exchange((context) => {
      const sheet = context.workbook.worksheets.getItem(this.sheetId).load("id,name,visibility");
      const block = usedBlock(sheet);
      return () => ({ info: sheetInfo(sheet), used: block() });
    });
    if (used !== undefined) await this.#readBlocks(used);
    for (const row of await this.#hidden.rows()) this.#builder.hideRow(row);
    const date1904 = this.#hasDates && (await this.#exchange(askDate1904));
    this.watch?.onProgress?.(1);
    return this.#builder.build(info, date1904);
  }

  async #readBlocks(used: UsedBlock): Promise<void> {
    if (used.rows * used.columns > spanLimit) throw new Refusal("too-large", `cells > ${spanLimit.toLocaleString("en-US")}`);
    const plan = new BlockPlan(used.row, used.rows, used.columns);
    for (let block = plan.next(); block !== undefined; block = plan.next()) {
      const cells = await this.#cells(used, block, plan);
      if (cells === undefined) continue;
      plan.done(block, await this.#take(used, block, cells));
      this.watch?.onProgress?.((block.row + block.rows - used.row) / used.rows);
    }
  }

  /** The cells of a block; undefined where it was too large and the plan now has a smaller one. */
  async #cells(used: UsedBlock, block: RowBlock, plan: BlockPlan): Promise<Cells | undefined> {
    try {
      return await this.#exchange((context) => blockCells(context.workbook.worksheets.getItem(this.sheetId), { ...used, row: block.row, rows: block.rows }));
    } catch (error) {
      if (failureOf(error)?.class === "split" && plan.halve(block)) return undefined;
      throw error;
    }
  }

  /** @returns roughly the bytes of the response */
  async #take(used: UsedBlock, block: RowBlock, cells: Cells): Promise<number> {
    let bytes = 0;
    for (const [index, row] of cells.values.entries()) {
      if (this.#pace.isOver) await this.#pace.next();
      if (setRow(this.#builder, block.row + index, { column: used.column, index }, cells)) this.#hasDates = true;
      bytes += bytesOfRow(row, cells.types[index] ?? [], cells.formats[index] ?? []);
    }
    this.#hidden.note(block, cells.hidden);
    return bytes;
  }

  #exchange<T>(queue: (context: Excel.RequestContext) => () => T): Promise<T> {
    return this.session.exchange(queue, { watch: this.watch });
  }
}
