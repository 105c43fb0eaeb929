import type { Meaning, TallyTerm } from "../model/finding.ts";
import type { ChartPlan } from "../model/sheet-plan.ts";
import { columnName, levelName } from "../wording/phrase.ts";
import { sameAs, shareCell, textCell, textRow, type PlannedRow, type ColumnSpan } from "./cells.ts";
import type { CountColumns, Group, Numbers } from "./count-columns.ts";
import type { SummaryOptions } from "./options.ts";
import { termColor } from "../model/term-color.ts";
import { summaryTexts } from "./texts.ts";

/**
 * A piece of every bar. Status columns have different words, so a piece is a meaning and a place among the words of that
 * meaning: the pieces of a bar are its own terms, and a colour means the same in all bars.
 */
interface Piece {
  readonly meaning: Meaning | "unknown";
  readonly rank: number;
  readonly name: string;
}

/** A row for each status column, with the number of items, the judged ones, and each term; the chart's source. */
export class ShareTable {
  readonly #pieces: readonly Piece[];

  constructor(
    readonly columns: CountColumns,
    readonly options: SummaryOptions,
  ) {
    const words = summaryTexts[options.language];
    const ofMeaning = (meaning: Meaning) => piecesOf(meaning, words.meanings[meaning], columns.groups);
    this.#pieces = [...ofMeaning("good"), ...ofMeaning("bad"), ...ofMeaning("none"), { meaning: "unknown", rank: 0, name: words.unknown }];
  }

  /** One more than the last column. */
  get end(): number {
    return this.#firstPiece + this.#pieces.length + 2;
  }

  /** The header row. */
  get header(): PlannedRow {
    const words = summaryTexts[this.options.language];
    const keys = [words.office, words.level, words.column].slice(-this.columns.keys);
    return textRow("header", [...keys, words.size, words.judged, ...this.#pieces.map(({ name }) => name), words.goodShare, words.words]);
  }

  /** The rows, from a row of counts elsewhere on the sheet. `own` is their first row. */
  rows(counts: number, numbers: Numbers, own: number): readonly PlannedRow[] {
    return this.columns.groups.map((group, index) => this.#row(group, counts, numbers, own + index));
  }

  #row(group: Group, counts: number, numbers: Numbers, own: number): PlannedRow {
    const { keys } = this.columns;
    const { form, language } = this.options;
    const { depth, column, terms } = group.column;
    const words = summaryTexts[language];
    const whole: ColumnSpan = { row: counts, first: group.first, last: group.unknown };
    const judged: ColumnSpan = { row: counts, first: group.first, last: group.lastJudged };
    const hasJudged = group.lastJudged >= group.first;
    const goods = terms.filter(({ meaning }) => meaning === "good").length;
    const firstPiece = this.#firstPiece;
    const good: ColumnSpan = { row: own, first: firstPiece, last: firstPiece + goods - 1 };
    const judgedHere: ColumnSpan = { row: own, first: keys + 1, last: keys + 1 };
    const judgedCount = this.columns.sum(numbers, judged);
    const goodCount = this.columns.sum(numbers, { first: group.first, last: group.first + goods - 1 });
    return [
      ...textRow("text", [words.allOffices, levelName(depth, form, language), columnName(column, form, language)].slice(-keys)),
      this.columns.sumCell(whole, numbers),
      hasJudged ? this.columns.sumCell(judged, numbers) : { role: "count", value: 0 },
      ...this.#pieces.map((piece) => this.#pieceCell(piece, group, counts, numbers)),
      goods > 0 ? shareCell("share", good, judgedHere, { part: goodCount, whole: judgedCount }) : textCell("text", ""),
      textCell("note", terms.map(({ text }) => text).join(" / ")),
    ];
  }

  #pieceCell(piece: Piece, group: Group, counts: number, numbers: Numbers) {
    const place = piece.meaning === "unknown" ? group.unknown : placeOf(piece, group);
    return place === undefined ? textCell("text", "") : sameAs("count", counts, place, numbers[place - this.columns.keys] ?? 0);
  }

  get #firstPiece(): number {
    return this.columns.keys + 2;
  }

  /** The chart of a table with its header on this row; it covers the given rows. */
  chart(headerRow: number, place: { readonly firstRow: number; readonly lastRow: number }, numbers: Numbers): ChartPlan {
    const words = summaryTexts[this.options.language];
    const rows = { first: headerRow + 1, last: headerRow + this.columns.groups.length };
    const block = (column: number) => ({ first: { row: rows.first, column }, last: { row: rows.last, column } });
    return {
      title: words.chartTitle,
      alternative: this.columns.groups.map((group) => this.#say(group, numbers)).join(this.options.language === "ja" ? "" : " "),
      place: { first: { row: place.firstRow, column: 0 }, last: { row: place.lastRow, column: this.columns.end - 1 } },
      categories: block(this.columns.keys - 1),
      series: this.#pieces.map(({ meaning, rank }, index) => {
        const column = this.#firstPiece + index;
        return { name: { row: headerRow, column }, values: block(column), color: termColor(meaning, rank).fill };
      }),
    };
  }

  #say(group: Group, numbers: Numbers): string {
    const { form, language } = this.options;
    const words = summaryTexts[language];
    const { keys } = this.columns;
    const terms = [...group.column.terms.map(({ text }) => text), words.unknown];
    const pieces = terms.map((term, index) => [term, numbers[group.first - keys + index] ?? 0] as const);
    return words.pieces(columnName(group.column.column, form, language), pieces, this.columns.sum(numbers, { first: group.first, last: group.unknown }));
  }
}

function piecesOf(meaning: Meaning, name: string, groups: readonly Group[]): readonly Piece[] {
  const most = groups.reduce((longest, { column }) => Math.max(longest, column.terms.filter((term) => term.meaning === meaning).length), 0);
  return Array.from({ length: most }, (_, rank) => ({ meaning, rank, name: most === 1 ? name : `${name}${rank + 1}` }));
}

function placeOf({ meaning, rank }: Piece, { column, first }: Group): number | undefined {
  const index = column.terms.findIndex((term: TallyTerm) => term.meaning === meaning && term.rank === rank);
  return index < 0 ? undefined : first + index;
}
