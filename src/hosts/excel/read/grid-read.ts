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
interface UsedBlock {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What one request for a block brought. */
interface Cells {
  readonly values: Rectangle;
  readonly types: Rectangle;
  readonly formats: Rectangle;
  /** True or false where all rows are; null where they differ. */
  readonly hidden: unknown;
}

/** Cells that a used range may span: more are no evaluation sheet, and would be read for minutes. */
const spanLimit = 5_000_000;

export function sheetInfo(sheet: Excel.Worksheet): SheetInfo {
  return { id: sheet.id, name: sheet.name, hidden: sheet.visibility !== "Visible" };
}

/** Queues the question which block of a sheet holds values. Formats do not count: they may reach to the last row. */
function usedBlock(sheet: Excel.Worksheet): () => UsedBlock | undefined {
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount");
  return () =>
    used.isNullObject ? undefined : { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount };
}

/** One reading of a sheet: never merged areas, since asking for them empties the user's undo list (OfficeDev/office-js#5918). */
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
   * Two round trips for a sheet that fits one response: where its values are, then all of them. More for further blocks, for
   * rows of which some are hidden, and for the date system where the sheet shows a date.
   */
  async run(): Promise<Grid> {
    const { info, used } = await this.#exchange((context) => {
      const sheet = context.workbook.worksheets.getItem(this.sheetId).load("id,name,visibility");
      const block = usedBlock(sheet);
      return () => ({ info: sheetInfo(sheet), used: block() });
    });
    if (used !== undefined) await this.#readBlocks(used);
    for (const row of await this.#hidden.rows()) this.#builder.hideRow(row);
    const date1904 = this.#hasDates && (await this.#date1904());
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
      return await this.#exchange((context) => {
        const sheet = context.workbook.worksheets.getItem(this.sheetId);
        const range = sheet.getRangeByIndexes(block.row, used.column, block.rows, used.columns).load("values,valueTypes,numberFormat,rowHidden");
        const cells = (given: unknown) => rectangle(given, block.rows, used.columns);
        return () => ({ values: cells(range.values), types: cells(range.valueTypes), formats: cells(range.numberFormat), hidden: range.rowHidden });
      });
    } catch (error) {
      if (failureOf(error)?.class === "split" && plan.halve(block)) return undefined;
      throw error;
    }
  }

  /** @returns about the bytes that the response had. */
  async #take(used: UsedBlock, block: RowBlock, { values, types, formats, hidden }: Cells): Promise<number> {
    let bytes = 0;
    for (const [index, row] of values.entries()) {
      if (this.#pace.isOver) await this.#pace.next();
      const ofTypes = types[index] ?? [];
      const ofFormats = formats[index] ?? [];
      for (let column = 0; column < row.length; column++) this.#set(block.row + index, used.column + column, cellValue(row[column], ofTypes[column]), ofFormats[column]);
      bytes += bytesOfRow(row, ofTypes, ofFormats);
    }
    this.#hidden.note(block, hidden);
    return bytes;
  }

  #set(row: number, column: number, value: ReturnType<typeof cellValue>, format: unknown): void {
    if (value === undefined) return;
    const code = typeof format === "string" ? format : undefined;
    this.#builder.set(row, column, value, code);
    if (typeof value === "number" && code !== undefined && !this.#hasDates) this.#hasDates = isDateFormat(code);
  }

  /** Which day is serial 0: nothing but a date itself tells it. 36892 is 2001-01-01 counted from 1900. */
  async #date1904(): Promise<boolean> {
    return this.#exchange((context) => {
      const day = context.workbook.functions.date(2001, 1, 1).load("value");
      return () => day.value === 35_430;
    });
  }

  #exchange<T>(queue: (context: Excel.RequestContext) => () => T): Promise<T> {
    return this.session.exchange(queue, { watch: this.watch });
  }
}
