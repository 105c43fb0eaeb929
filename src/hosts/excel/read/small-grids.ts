import { addAll } from "../../../core/model/many.ts";
import { GridBuilder, type Grid, type SheetInfo } from "../../../core/model/grid.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { failureOf } from "../exchange/errors.ts";
import type { ExcelSession } from "../exchange/exchange.ts";
import { askDate1904, blockCells, setRow, sheetInfo, usedBlock, type Cells, type UsedBlock } from "./grid-read.ts";

interface SmallSheet {
  readonly info: SheetInfo;
  readonly used: UsedBlock | undefined;
}

/** Limit for the cells of a small sheet, and of one request. */
const mostCells = 20_000;
/** Each sheet is several objects to Excel. */
const sheetsPerTrip = 100;

/**
 * Reads many small sheets, such as cards, with few round trips: their used ranges, then the cells of many together, and the date system where
 * one of them shows a date. Hidden rows are not read.
 */
export class SmallGridsRead {
  constructor(
    private readonly session: ExcelSession,
    private readonly watch: Watch | undefined,
  ) {}

  async run(sheetIds: readonly string[]): Promise<readonly Grid[]> {
    const small: SmallSheet[] = [];
    for (let next = 0; next < sheetIds.length; next += sheetsPerTrip) addAll(small, await this.#used(sheetIds.slice(next, next + sheetsPerTrip)));
    const read: [GridBuilder, SheetInfo][] = [];
    let hasDates = false;
    for (const trip of trips(small.filter((sheet) => cellsOf(sheet) <= mostCells))) {
      const cells = await this.#cells(trip);
      for (const [place, { info, used }] of trip.entries()) {
        const builder = new GridBuilder();
        read.push([builder, info]);
        const own = cells[place];
        for (let index = 0; used && own && index < used.rows; index++) if (setRow(builder, used.row + index, { column: used.column, index }, own)) hasDates = true;
      }
      this.watch?.onProgress?.(read.length / small.length);
    }
    const date1904 = hasDates && (await this.#exchange(askDate1904));
    return read.map(([builder, info]) => builder.build(info, date1904));
  }

  #used(ids: readonly string[]): Promise<readonly SmallSheet[]> {
    return this.#exchange((context) => {
      const asked = ids.map((id) => {
        const sheet = context.workbook.worksheets.getItem(id).load("id,name,visibility");
        return { sheet, block: usedBlock(sheet) };
      });
      return () => asked.map(({ sheet, block }) => ({ info: sheetInfo(sheet), used: block() }));
    });
  }

  /** The cells of sheets; in halves where the response would be too large. */
  async #cells(sheets: readonly SmallSheet[]): Promise<readonly (Cells | undefined)[]> {
    try {
      return await this.#exchange((context) => {
        const asked = sheets.map(({ info, used }) => used && blockCells(context.workbook.worksheets.getItem(info.id), used));
        return () => asked.map((answer) => answer?.());
      });
    } catch (error) {
      if (failureOf(error)?.class !== "split" || sheets.length < 2) throw error;
      const half = Math.ceil(sheets.length / 2);
      return [...(await this.#cells(sheets.slice(0, half))), ...(await this.#cells(sheets.slice(half)))];
    }
  }

  #exchange<T>(queue: (context: Excel.RequestContext) => () => T): Promise<T> {
    return this.session.exchange(queue, { watch: this.watch });
  }
}

function cellsOf({ used }: SmallSheet): number {
  return used ? used.rows * used.columns : 0;
}

/** Sheets in pieces of one request each. */
function trips(sheets: readonly SmallSheet[]): readonly (readonly SmallSheet[])[] {
  const all: SmallSheet[][] = [];
  let cells = 0;
  for (const sheet of sheets) {
    const last = all.at(-1);
    cells += cellsOf(sheet);
    if (last && last.length < sheetsPerTrip && cells <= mostCells) last.push(sheet);
    else {
      all.push([sheet]);
      cells = cellsOf(sheet);
    }
  }
  return all;
}
