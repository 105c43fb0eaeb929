import { a1, type CellPlace } from "../../../core/model/address.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { ChartPlan, SheetPlan } from "../../../core/model/sheet-plan.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { bytesOfRow } from "../read/cells.ts";
import type { RowBlock } from "../read/blocks.ts";
import type { OwnChangeFilter } from "../events/own-change-filter.ts";
import { failureOf } from "../exchange/errors.ts";
import type { ExcelSession } from "../exchange/exchange.ts";
import { cellBlocks, firstWrong, plannedCells, queueCells, widthOf } from "./sheet-cells.ts";
import { strokesOf } from "./sheet-looks.ts";
import { queueChart, queuePage, queueSeries, queueSizes } from "./sheet-page.ts";
import { asTaken } from "../exchange/several-areas.ts";
import { reference } from "../../../core/model/sheet-tags.ts";
import type { SheetEntry } from "./sheet-tags.ts";

/** Objects of one request, and bytes of their texts. */
const linksPerTrip = 500;
const strokesPerTrip = 40;
const textPerTrip = 300_000;

interface CellLink {
  readonly at: CellPlace;
  readonly text: string;
  readonly target: string;
}

type Work = (sheet: Excel.Worksheet) => void;

/** Fills one new sheet of ours. Nobody else uses it yet, so every request except a chart's may be repeated. */
export class SheetBuilder {
  constructor(
    private readonly session: ExcelSession,
    private readonly ownChanges: OwnChangeFilter,
    private readonly sheetId: string,
    private readonly plan: SheetPlan,
    private readonly watch: Watch | undefined,
  ) {}

  /**
   * @param tell called with the finished share, from 0 to 1
   * @throws {Refusal | ExcelFailure} interrupted, naming the first cell that differs from what was written
   */
  async build(sheets: readonly SheetEntry[], tell: (share: number) => void): Promise<void> {
    const blocks = cellBlocks(this.plan);
    for (const block of blocks) await this.#halving(block, (part) => this.#do((sheet) => queueCells(sheet, this.plan, part)));
    // Excel gives a link its own font, so the looks come later.
    for (const links of this.#linkTrips(sheets)) await this.#do((sheet) => queueLinks(sheet, links));
    tell(0.5);
    for (const block of blocks) await this.#halving(block, (part) => this.#check(part));
    const strokes = await asTaken(strokesOf(this.plan), this.session, this.sheetId, this.watch);
    for (let start = 0; start < strokes.length; start += strokesPerTrip) {
      await this.#do((sheet) => strokes.slice(start, start + strokesPerTrip).forEach(({ address, draw }) => draw(sheet.getRanges(address).format)));
    }
    await this.#do((sheet) => queueSizes(sheet, this.plan));
    if (this.plan.isHidden === true) return this.#do((sheet) => (sheet.visibility = "Hidden"));
    for (const [index, chart] of this.plan.charts.entries()) await this.#chart(chart, index + 1);
    await this.#ifAllowed((sheet) => queuePage(sheet, this.plan));
    await this.#ifAllowed((sheet) => sheet.freezePanes.freezeRows(this.plan.frozenRows));
    tell(1);
  }

  /** Sends a request that is too large for this host in halves. */
  async #halving(block: RowBlock, work: (block: RowBlock) => Promise<void>): Promise<void> {
    try {
      await work(block);
    } catch (error) {
      if (failureOf(error)?.class !== "split" || block.rows === 1) throw error;
      const half = Math.floor(block.rows / 2);
      await this.#halving({ row: block.row, rows: half }, work);
      await this.#halving({ row: block.row + half, rows: block.rows - half }, work);
    }
  }

  async #check(block: RowBlock): Promise<void> {
    const wrong = await this.session.exchange(
      (context) => {
        const sheet = context.workbook.worksheets.getItem(this.sheetId);
        const range = sheet.getRangeByIndexes(block.row, 0, block.rows, widthOf(this.plan)).load("values,formulas");
        return () => firstWrong(this.plan, block, range.values, range.formulas);
      },
      { watch: this.watch },
    );
    if (wrong !== undefined) throw new Refusal("interrupted", reference(this.plan.name, wrong));
  }

  *#linkTrips(sheets: readonly SheetEntry[]): Generator<readonly CellLink[]> {
    let trip: CellLink[] = [];
    let bytes = 0;
    for (const [at, { link, value }] of plannedCells(this.plan)) {
      const target = link && sheets.find(({ id }) => id === link.sheet);
      if (link === undefined || target === undefined || value === null) continue;
      const text = String(value);
      bytes += bytesOfRow([text, target.name], [], []);
      if (trip.length === linksPerTrip || bytes > textPerTrip) {
        yield trip;
        trip = [];
        bytes = 0;
      }
      trip.push({ at, text, target: reference(target.name, a1(link.at)) });
    }
    if (trip.length > 0) yield trip;
  }

  async #chart(plan: ChartPlan, number: number): Promise<void> {
    const made = await this.session.exchange(
      (context) => queueChart(context.workbook.worksheets.getItem(this.sheetId), plan, number),
      { watch: this.watch, writes: true },
    );
    const nameOf = (at: CellPlace) => String(this.plan.rows[at.row]?.[at.column]?.value ?? "").slice(0, 255);
    await this.session.exchange(
      (context) => {
        queueSeries(context.workbook.worksheets.getItem(this.sheetId), plan, number, made, nameOf);
        return () => undefined;
      },
      { watch: this.watch, writes: true },
    );
  }

  /** Optional work: frozen rows need this workbook in front, and on some computers paper needs a printer. */
  async #ifAllowed(work: Work): Promise<void> {
    try {
      await this.#do(work);
    } catch (error) {
      const failed = failureOf(error)?.class;
      if (failed !== "unknown" && failed !== "user") throw error;
    }
  }

  async #do(work: Work): Promise<void> {
    this.ownChanges.expectSheet(this.sheetId);
    await this.session.exchange(
      (context) => {
        work(context.workbook.worksheets.getItem(this.sheetId));
        return () => undefined;
      },
      { watch: this.watch },
    );
  }
}

/** A link's text is entered again. The cell already has the format "@", so it stays a text. */
function queueLinks(sheet: Excel.Worksheet, links: readonly CellLink[]): void {
  for (const { at, text, target } of links) {
    sheet.getRange(a1(at)).hyperlink = { documentReference: target, ...(text.length > 255 ? {} : { textToDisplay: text }) };
  }
}
