import { a1Range } from "../model/address.ts";
import { describeCards } from "../wording/card-count.ts";
import type { SheetPlan } from "../model/sheet-plan.ts";
import { describeCounts, levelName } from "../wording/phrase.ts";
import { inert, inertLines } from "../wording/hidden.ts";
import { textCell, total, type PlannedRow } from "./cells.ts";
import { addNumbers, CountColumns, numbersOf, totalNumbers, type Numbers } from "./count-columns.ts";
import { countNotes, footerOf, headRows, type Scope } from "./head.ts";
import { listLines } from "./list-lines.ts";
import { leftOutLines } from "./left-out.ts";
import type { Named, ReadOffice } from "./offices.ts";
import type { SummaryOptions } from "./options.ts";
import { pagesOf } from "./page-breaks.ts";
import { SheetRows } from "./sheet-rows.ts";
import { summaryTexts } from "./texts.ts";

/** Widths that fit on one A4 page across, in characters. */
const pageWidth = 150;
const narrowest = 8;
const widest = 11;
/** A header further down would leave no room for what scrolls below it. */
const lowestFrozen = 15;

/** 「課題別」: counts and shares by the items of the outermost level, of each office. Its table is the last thing on it, so that its header can be repeated. */
export function totalsSheet(scope: Scope, options: SummaryOptions): SheetPlan {
  const words = summaryTexts[options.language];
  const outermost = levelName(0, options.form, options.language);
  const all = addNumbers(scope.read.map(({ inspection }) => totalNumbers(inspection)));
  const columns = new CountColumns(scope.isMany ? 3 : 2, scope.read[0]?.inspection.tally.columns ?? [], all, options);
  const widths = widthsOf(columns, scope.isMany);
  const sheet = new SheetRows();
  sheet.add(...headRows("totals", scope, options, notes(scope, columns, options)));
  addLeftOut(sheet, scope, options);
  const caption = sheet.next;
  sheet.add([textCell("caption", words.captions.groups(outermost))], ...columns.header(widths));
  const header = sheet.next - 1;
  sheet.keep(caption, header + 2);
  addCounts(sheet, columns, scope, all, options);
  const repeatedRows = { first: caption + 1, last: header };
  return {
    own: "totals",
    name: words.byLevel(outermost),
    widths,
    rows: sheet.rows,
    frozenRows: scope.isMany && header < lowestFrozen ? header + 1 : 0,
    repeatedRows,
    ...pagesOf({ rows: sheet.rows, widths, repeatedRows }, sheet.kept),
    filter: null,
    footer: footerOf(scope, options),
    charts: [],
    inputColumns: [],
    fingerprint: "",
  };
}

function widthsOf({ keys, end }: CountColumns, isMany: boolean): readonly number[] {
  const ofKeys = isMany ? [14, 6, 34] : [8, 36];
  const numbers = end - keys;
  const room = pageWidth - total(ofKeys);
  const width = Math.min(widest, Math.max(narrowest, Math.floor(room / Math.max(1, numbers))));
  return [...ofKeys, ...new Array<number>(numbers).fill(width)];
}

function notes(scope: Scope, columns: CountColumns, options: SummaryOptions): readonly string[] {
  const words = summaryTexts[options.language];
  const [first] = scope.read;
  const source =
    scope.isMany || !first
      ? countNotes(scope, options)
      : [words.read(first.inspection.cards ? undefined : inert(first.inspection.sheet.name), rangeOf(first, options), describeCounts(first.inspection.counts, options.form, options.language))];
  const zero = columns.leftOut.length === 0 ? [] : listLines(words.zeroColumns, columns.leftOut, words.comma);
  return [...source, words.legend, ...zero];
}

function rangeOf({ inspection: { cards, table } }: ReadOffice, { language }: SummaryOptions): string {
  return cards ? describeCards(cards, language) : a1Range(table.first, table.last);
}

function addLeftOut(sheet: SheetRows, scope: Scope, options: SummaryOptions): void {
  const lines = leftOutLines(scope.read, options);
  sheet.keep(sheet.next, sheet.next + Math.min(2, lines.length));
  sheet.add([textCell("caption", summaryTexts[options.language].captions.leftOut)], ...lines.map((line) => [textCell("note", line)]), []);
}

/** A row for each item, with several offices a sum for each, then the sum of all with the shares. */
function addCounts(sheet: SheetRows, columns: CountColumns, scope: Scope, all: Numbers, options: SummaryOptions): void {
  const words = summaryTexts[options.language];
  const first = sheet.next;
  for (const office of scope.read) {
    const own = sheet.next;
    sheet.add(...groupRows(office, columns));
    if (scope.isMany) addSum(sheet, columns.totalRow([office.name, "", words.total], own, sheet.next - 1, totalNumbers(office.inspection)));
  }
  const keys = (word: string) => (scope.isMany ? [words.allOffices, "", word] : ["", word]);
  const row = addSum(sheet, columns.totalRow(keys(words.total), first, sheet.next - 1, all));
  sheet.keep(row - 1, row + 1);
  sheet.add(columns.shareRow(keys(words.share), row, all));
}

/** Adds a sum that stays on the page of the row above it. @returns its row */
function addSum(sheet: SheetRows, cells: PlannedRow): number {
  const row = sheet.next;
  sheet.keep(row - 1, row);
  sheet.add(cells);
  return row;
}

function groupRows({ name, inspection }: Named<ReadOffice>, columns: CountColumns): readonly PlannedRow[] {
  return inspection.tally.groups.map(({ code, title, counts, statuses }) => {
    const keys = [name, inert(code ?? ""), inertLines(title)].slice(-columns.keys);
    return columns.countRow(keys, numbersOf(counts, statuses));
  });
}
