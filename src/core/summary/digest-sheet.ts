import type { SheetPlan } from "../model/sheet-plan.ts";
import { verdictFacts, verdictLines } from "../fixes/verdict.ts";
import { rowHeight } from "../wording/cell-size.ts";
import { describeCounts } from "../wording/phrase.ts";
import { fitLines } from "../wording/text-width.ts";
import { textCell, total, type PlannedRow } from "./cells.ts";
import { countNotes, footerOf, headRows, type Scope } from "./head.ts";
import { markRows } from "./mark-rows.ts";
import { OfficeMatrix } from "./office-matrix.ts";
import type { SummaryOptions } from "./options.ts";
import { pagesOf, pageRoom } from "./page-breaks.ts";
import { ShareTable } from "./share-table.ts";
import { SheetRows } from "./sheet-rows.ts";
import { summaryTexts } from "./texts.ts";

/** Widths in characters: of names, of a name's words, and of each further column. */
const widths = { name: 32, words: 22, other: 8 };
/** Columns and rows that a chart covers at least. */
const chart = { columns: 6, rows: 10 };
/** Marked items that stand on the page, however small its letters become. */
const leastMarks = 8;

/**
 * 「総括」: what a head reads in a minute. Title, verdict, three sentences, the shares beside their chart; then of one office
 * the items to review, of several a row for each.
 */
export function digestSheet(scope: Scope, options: SummaryOptions): SheetPlan {
  const words = summaryTexts[options.language];
  const shares = new ShareTable(scope.read, options);
  const matrix = new OfficeMatrix(scope, options);
  const columns = Math.max(shares.end + chart.columns, scope.isMany ? matrix.width : 0);
  const own = [widths.name, widths.words, ...new Array<number>(columns - 2).fill(widths.other)];
  const sheet = new SheetRows();
  const [title = [], ...head] = headRows("digest", scope, options, scope.isMany ? countNotes(scope, options) : []);
  sheet.add(title, ...verdict(scope, options), ...head.slice(0, -1));
  for (const sentence of sentences(scope, shares, options)) sheet.add(...fitLines(sentence, total(own)).map((line) => [textCell("line", line)]));
  sheet.add([]);
  const charts = shares.length === 0 ? [] : [addShares(sheet, shares, columns, words.captions.shares)];
  const repeatedRows = scope.isMany ? addMatrix(sheet, matrix, words) : null;
  if (!scope.isMany) {
    const used = total(sheet.rows.map((cells) => rowHeight(cells, own)));
    const room = Math.max(leastMarks, Math.floor((pageRoom(own) - used) / rowHeight([textCell("text", "")], own)) - 3);
    for (const office of scope.read) sheet.add(...markRows(office, { rows: room, widths: own }, options));
  }
  return {
    own: "digest",
    name: words.sheets.digest,
    widths: own,
    rows: sheet.rows,
    frozenRows: 0,
    repeatedRows,
    ...(scope.isMany ? pagesOf({ rows: sheet.rows, widths: own, repeatedRows }, sheet.kept) : { isOnePage: true, pageBreaks: [] }),
    filter: null,
    footer: footerOf(scope, options),
    charts,
    inputColumns: [],
    fingerprint: "",
  };
}

/** Nothing is said of offices that could not be read. */
function verdict({ all, read }: Scope, { language }: SummaryOptions): readonly PlannedRow[] {
  const [line, ...settings] = read.length === all.length ? verdictLines(read.map(({ inspection }) => inspection), language) : [];
  return [...(line === undefined ? [] : [[textCell("caption", line)]]), ...settings.map((setting) => [textCell("note", setting)])];
}

/** What was checked and found, the lowest and the highest share, and what must be looked at again. */
function sentences({ read }: Scope, shares: ShareTable, { form, language }: SummaryOptions): readonly string[] {
  const words = summaryTexts[language];
  const facts = read.map(({ inspection }) => verdictFacts(inspection));
  const counts = form.levels.map((_, depth) => total(read.map(({ inspection }) => inspection.counts[depth] ?? 0)));
  const marks = read.flatMap(({ inspection }) => inspection.marks);
  const required = marks.filter(({ level }) => level === "required").length;
  const [worst, ...others] = shares.shares;
  const best = others.at(-1);
  if (read.length === 0) return [];
  return [
    words.checked(describeCounts(counts, form, language), total(facts.map(({ errors }) => errors)), total(facts.map(({ warnings }) => warnings))),
    worst === undefined ? words.noShare : best === undefined ? words.oneShare(worst) : words.bestAndWorst(worst, best),
    words.toReview(required, marks.length - required, shares.unknown),
  ];
}

/** Adds the table of shares, with the chart to its right. */
function addShares(sheet: SheetRows, shares: ShareTable, columns: number, caption: string) {
  const first = sheet.next;
  sheet.add([textCell("caption", caption)], shares.header, ...shares.rows(first + 2));
  while (sheet.next - first <= chart.rows) sheet.add([]);
  const last = sheet.next - 1;
  sheet.keep(first, last);
  sheet.add([]);
  return shares.chart(first + 1, { first: { row: first + 1, column: shares.end }, last: { row: last, column: columns - 1 } });
}

/** @returns the rows that its further pages repeat */
function addMatrix(sheet: SheetRows, matrix: OfficeMatrix, words: { readonly captions: { readonly offices: string }; readonly symbols: string }): SheetPlan["repeatedRows"] {
  const caption = sheet.next;
  sheet.add([textCell("caption", words.captions.offices)], [textCell("note", words.symbols)]);
  const header = sheet.next;
  const rows = matrix.rows(header + 1);
  sheet.add(matrix.header, ...rows);
  sheet.keep(caption, header + 2);
  sheet.keep(sheet.next - 2, sheet.next - 1);
  return { first: header, last: header };
}
