import { a1Range } from "../model/address.ts";
import { describeCards } from "../wording/cards.ts";
import type { SheetPlan } from "../model/sheet-plan.ts";
import { describeCounts, levelName } from "../wording/phrase.ts";
import { describeRefusal } from "../wording/refusals.ts";
import { inert, inertLines } from "../wording/hidden.ts";
import { textCell, textRow, type PlannedRow } from "./cells.ts";
import { verdictLines } from "../fixes/verdict.ts";
import { addNumbers, CountColumns, numbersOf, totalNumbers, type Numbers } from "./count-columns.ts";
import { footerOf, headRows, type Scope } from "./head.ts";
import { leftOutLines } from "./left-out.ts";
import { isRead, type Named, type Office, type ReadOffice } from "./offices.ts";
import type { SummaryOptions } from "./options.ts";
import { pageBreaks } from "./page-breaks.ts";
import { ShareTable } from "./share-table.ts";
import { SheetRows } from "./sheet-rows.ts";
import { summaryTexts, type SummaryTexts } from "./texts.ts";

/** Widths that fit on one A4 page across, in characters. */
const pageWidth = 136;
const narrowest = 6;
const widest = 11;
/** Rows of a chart that fits on a page. */
const highestChart = 24;

/** 「集計」: counts and shares by outermost item, or by office and item, and the chart. */
export function totalsSheet(scope: Scope, options: SummaryOptions): SheetPlan {
  return new TotalsSheet(scope, options).plan();
}

class TotalsSheet {
  readonly #sheet = new SheetRows();
  readonly #words: SummaryTexts;
  readonly #columns: CountColumns;
  readonly #shares: ShareTable;
  readonly #all: Numbers;

  constructor(
    readonly scope: Scope,
    readonly options: SummaryOptions,
  ) {
    this.#words = summaryTexts[options.language];
    this.#columns = new CountColumns(scope.isMany ? 3 : 2, scope.read[0]?.inspection.tally.columns ?? [], options);
    this.#shares = new ShareTable(this.#columns, options);
    this.#all = addNumbers(scope.read.map(({ inspection }) => totalNumbers(inspection)));
  }

  get #outermost(): string {
    return levelName(0, this.options.form, this.options.language);
  }

  plan(): SheetPlan {
    const { scope, options } = this;
    const [title = [], ...head] = headRows("totals", scope, options, this.#notes());
    this.#sheet.add(title, ...this.#verdict(), ...head);
    const header = this.#addCounts();
    const shareHeader = this.#addCaptioned(this.#words.captions.shares, this.#shares.header);
    const rows = this.#shares.rows(header.total, this.#all, shareHeader + 1);
    this.#sheet.add(...rows, []);
    const place = this.#leaveForChart(rows.length);
    // Where both do not fit on one page, the chart alone must.
    this.#sheet.keep(shareHeader - 1, place.lastRow);
    this.#sheet.keep(place.firstRow - 1, place.lastRow);
    const chart = this.#shares.chart(shareHeader, place, this.#all);
    this.#addLeftOut();
    let blocks: number | undefined;
    if (scope.isMany) {
      this.#addSources();
      blocks = this.#addBlocks(header.offices);
    }
    const repeatedRows = blocks === undefined ? null : { first: blocks, last: blocks };
    const widths = this.#widths();
    return {
      own: "totals",
      name: this.#words.sheets.totals,
      widths,
      rows: this.#sheet.rows,
      // With one office the sheet is short, and a header as tall as this would take half of a small window.
      frozenRows: scope.isMany ? header.row + 1 : 0,
      // Any other table's header would stand above the tables behind it.
      repeatedRows,
      pageBreaks: pageBreaks({ rows: this.#sheet.rows, widths, repeatedRows }, this.#sheet.kept),
      filter: null,
      footer: footerOf(scope, options),
      charts: rows.length > 0 ? [chart] : [],
      inputColumns: [],
      fingerprint: "",
    };
  }

  /** Nothing is said of offices that could not be read. */
  #verdict(): readonly PlannedRow[] {
    const { all, read } = this.scope;
    const [verdict, ...settings] = read.length === all.length ? verdictLines(read.map(({ inspection }) => inspection), this.options.language) : [];
    return [...(verdict === undefined ? [] : [[textCell("caption", verdict)]]), ...settings.map((line) => [textCell("note", line)])];
  }

  #notes(): readonly string[] {
    const { all, read, isMany } = this.scope;
    const [first] = read;
    const words = this.#words;
    if (isMany || !first) return [words.readMany(all.length, read.length), words.legend];
    const { sheet, cards, counts } = first.inspection;
    return [words.read(cards ? undefined : inert(sheet.name), this.#rangeOf(first), describeCounts(counts, this.options.form, this.options.language)), words.legend];
  }

  /** The first table: a row for each outermost item, or for each office, whose numbers are further down and added later. */
  #addCounts(): { readonly row: number; readonly total: number; readonly offices: number } {
    const { isMany, all, read } = this.scope;
    const words = this.#words;
    this.#keepHeading(2);
    this.#sheet.add([textCell("caption", isMany ? words.captions.offices : words.captions.groups(this.#outermost))]);
    const row = this.#sheet.next;
    this.#sheet.add(this.#columns.header);
    const first = row + 1;
    if (isMany) this.#sheet.skip(all.length);
    else for (const office of read) this.#sheet.add(...this.#groupRows(office));
    const total = this.#sheet.next;
    this.#addTotals(isMany ? words.allOffices : undefined, first, total - 1, this.#all);
    this.#sheet.keep(row - 1, total + 1);
    this.#sheet.add([]);
    return { row, total, offices: first };
  }

  #groupRows({ name, inspection }: Named<ReadOffice>): readonly PlannedRow[] {
    return inspection.tally.groups.map(({ code, title, counts, statuses }) => {
      const keys = [name, inert(code ?? ""), inertLines(title)].slice(-this.#columns.keys);
      return this.#columns.countRow(keys, numbersOf(counts, statuses));
    });
  }

  #addTotals(office: string | undefined, first: number, last: number, numbers: Numbers): void {
    const keys = (word: string) => [...(office === undefined ? [] : [office]), "", word];
    const row = this.#sheet.next;
    this.#sheet.keep(row - 1, row + 1);
    this.#sheet.add(this.#columns.totalRow(keys(this.#words.total), first, last, numbers), this.#columns.shareRow(keys(this.#words.share), row, numbers));
  }

  /** @returns the header's row */
  #addCaptioned(caption: string, header: PlannedRow): number {
    this.#keepHeading(2);
    this.#sheet.add([textCell("caption", caption)]);
    const row = this.#sheet.next;
    this.#sheet.add(header);
    return row;
  }

  #leaveForChart(bars: number): { readonly firstRow: number; readonly lastRow: number } {
    const height = bars === 0 ? 0 : Math.min(highestChart, 4 + 2 * bars);
    const firstRow = this.#sheet.skip(height);
    this.#sheet.add([]);
    return { firstRow, lastRow: firstRow + height - 1 };
  }

  #addLeftOut(): void {
    this.#keepHeading(1);
    this.#sheet.add([textCell("caption", this.#words.captions.leftOut)]);
    for (const line of leftOutLines(this.scope.read, this.options)) this.#sheet.add([textCell("note", line)]);
  }

  /** Keeps the heading that comes next, so many rows, together with two rows below it. */
  #keepHeading(rows: number): void {
    this.#sheet.keep(this.#sheet.next, this.#sheet.next + rows + 1);
  }

  /** A block for each office, so that the first table's rows can refer to its totals. @returns the header's row */
  #addBlocks(overview: number): number {
    this.#sheet.add([]);
    const header = this.#addCaptioned(this.#words.captions.blocks(this.#outermost), this.#columns.header);
    this.scope.all.forEach((office, index) => {
      this.#sheet.put(overview + index, isRead(office) ? this.#addBlock(office) : this.#unreadRow(office));
    });
    return header;
  }

  /** @returns the office's row for the first table */
  #addBlock(office: Named<ReadOffice>): PlannedRow {
    const numbers = totalNumbers(office.inspection);
    const first = this.#sheet.next;
    this.#sheet.add(...this.#groupRows(office));
    const total = this.#sheet.next;
    this.#addTotals(office.name, first, total - 1, numbers);
    return this.#columns.referringRow([office.name, "", this.#words.groups(this.#outermost, office.inspection.counts[0] ?? 0)], total, numbers);
  }

  #unreadRow({ name }: Named<Office>): PlannedRow {
    return textRow("text", [name, "", this.#words.unread, ...new Array<string>(this.#columns.end - 3).fill("")]);
  }

  #addSources(): void {
    this.#sheet.add([]);
    this.#sheet.keep(this.#sheet.next, this.#sheet.next + 1 + this.scope.all.length);
    const { office, range, reason } = this.#words;
    const [outermost = "", ...others] = this.options.form.levels.map(({ name }) => name[this.options.language]);
    this.#addCaptioned(this.#words.captions.sources, textRow("header", [office, outermost, range, ...others, reason]));
    for (const one of this.scope.all) this.#sheet.add(isRead(one) ? this.#sourceRow(one) : this.#refusedRow(one));
  }

  #rangeOf({ inspection: { cards, table } }: ReadOffice): string {
    return cards ? describeCards(cards, this.options.language) : a1Range(table.first, table.last);
  }

  #sourceRow(office: Named<ReadOffice>): PlannedRow {
    const { name, inspection: { counts } } = office;
    const number = (value: number) => ({ role: "count", value }) as const;
    const range = textCell("text", this.#rangeOf(office));
    const [outermost = 0, ...others] = counts;
    return [textCell("text", name), number(outermost), range, ...others.map(number)];
  }

  #refusedRow(office: Named<Office>): PlannedRow {
    const reason = isRead(office) ? "" : describeRefusal(office.refusal.code, office.refusal.detail, this.options.language);
    return [...textRow("text", [office.name, ...new Array<string>(this.options.form.levels.length + 1).fill("")]), textCell("note", reason)];
  }

  #widths(): readonly number[] {
    const keys = this.scope.isMany ? [16, 6, 16] : [10, 22];
    const numbers = Math.max(this.#columns.end, this.#shares.end) - keys.length;
    const left = pageWidth - keys.reduce((sum, width) => sum + width, 0);
    const width = Math.min(widest, Math.max(narrowest, Math.floor(left / numbers)));
    return [...keys, ...new Array<number>(numbers).fill(width)];
  }
}
