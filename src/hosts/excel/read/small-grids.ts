import { addAll } from "../../../core/model/many.ts";
import { GridBuilder, type Grid, type SheetInfo } from "../../../core/model/grid.ts";
import type { Watch } from "../../../core/model/ports.ts";
import type { ExcelSession } from "../exchange/exchange.ts";
import { filledBlocks } from "./filled-blocks.ts";
import { asksDate1904, blockCells, setRow, sheetInfo, type Cells } from "./grid-read.ts";
import { together } from "./together.ts";
import { cellsOf, usedBlock, type UsedBlock } from "./used-block.ts";

interface SmallSheet {
  readonly info: SheetInfo;
  /** The blocks that hold values. */
  readonly filled: readonly UsedBlock[];
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
    for (const trip of trips(small.filter(({ filled }) => cellsOf(filled) <= mostCells))) {
      const cells = await this.#cells(trip);
      for (const [place, { info, filled }] of trip.entries()) {
        const builder = new GridBuilder();
        read.push([builder, info]);
        for (const [part, { row, column, rows }] of filled.entries()) {
          const own = cells[place]?.[part];
          for (let index = 0; own && index < rows; index++) if (setRow(builder, row + index, { column, index }, own)) hasDates = true;
        }
      }
      this.watch?.onProgress?.(read.length / small.length);
    }
    const date1904 = hasDates && (await asksDate1904(this.session, this.watch));
    return read.map(([builder, info]) => builder.build(info, date1904));
  }

  async #used(ids: readonly string[]): Promise<readonly SmallSheet[]> {
    const all = await this.#exchange((context) => {
      const asked = ids.map((id) => {
        const sheet = context.workbook.worksheets.getItem(id).load("id,name,visibility");
        return { sheet, block: usedBlock(sheet) };
      });
      return () => asked.map(({ sheet, block }) => ({ info: sheetInfo(sheet), used: block() }));
    });
    const small: SmallSheet[] = [];
    for (const { info, used } of all) small.push({ info, filled: used === undefined ? [] : await this.#filled(info.id, used) });
    return small;
  }

  /** A card with one value far away is a small sheet too. */
  async #filled(id: string, used: UsedBlock): Promise<readonly UsedBlock[]> {
    return cellsOf([used]) <= mostCells ? [used] : filledBlocks(this.session, id, used, this.watch);
  }

  #cells(sheets: readonly SmallSheet[]): Promise<readonly (readonly Cells[])[]> {
    return together(sheets, (some) =>
      this.#exchange((context) => {
        const asked = some.map(({ info, filled }) => filled.map((block) => blockCells(context.workbook.worksheets.getItem(info.id), block)));
        return () => asked.map((answers) => answers.map((answer) => answer()));
      }),
    );
  }

  #exchange<T>(queue: (context: Excel.RequestContext) => () => T): Promise<T> {
    return this.session.exchange(queue, { watch: this.watch });
  }
}

/** Sheets in pieces of one request each. */
function trips(sheets: readonly SmallSheet[]): readonly (readonly SmallSheet[])[] {
  const all: SmallSheet[][] = [];
  let cells = 0;
  for (const sheet of sheets) {
    const last = all.at(-1);
    cells += cellsOf(sheet.filled);
    if (last && last.length < sheetsPerTrip && cells <= mostCells) last.push(sheet);
    else {
      all.push([sheet]);
      cells = cellsOf(sheet.filled);
    }
  }
  return all;
}
