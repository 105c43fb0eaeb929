import { meanings, type Meaning, type TallyColumn } from "../model/tally.ts";
import type { ChartPlan, PlannedCell } from "../model/sheet-plan.ts";
import { columnName } from "../wording/phrase.ts";
import { shareCell, spanSum, textCell, textRow, total, type PlannedRow } from "./cells.ts";
import type { Named, ReadOffice } from "./offices.ts";
import type { SummaryOptions } from "./options.ts";
import { termColor } from "../model/term-color.ts";
import { summaryTexts, type ColumnShare } from "./texts.ts";

/**
 * A piece of every bar. Status columns have different words, so a piece is a meaning and a place among the words of that
 * meaning: the pieces of a bar are its own terms, and a colour means the same in all bars.
 */
interface Piece {
  readonly meaning: Meaning | "unknown";
  readonly rank: number;
  readonly name: string;
}

/** A status column with the counts of all offices. */
interface Counted {
  readonly column: TallyColumn;
  readonly name: string;
  readonly terms: readonly number[];
  readonly unknown: number;
}

/** Columns before the pieces: name, good words, size. */
const before = 3;

/** A row for each status column: its size, its pieces, the judged ones and the share of the good ones; the chart's source. */
export class ShareTable {
  readonly #counted: readonly Counted[];
  readonly #pieces: readonly Piece[];

  constructor(
    offices: readonly Named<ReadOffice>[],
    readonly options: SummaryOptions,
  ) {
    this.#counted = countedIn(offices, options);
    this.#pieces = piecesOf(this.#counted, options);
  }

  /** Number of its rows below the header. */
  get length(): number {
    return this.#counted.length;
  }

  /** One more than the last column. */
  get end(): number {
    return before + this.#pieces.length + 3;
  }

  get header(): PlannedRow {
    const words = summaryTexts[this.options.language];
    return textRow("header", [words.column, words.goodWords, words.size, ...this.#pieces.map(({ name }) => name), words.judged, words.leftOutCount, words.goodShare]);
  }

  /** @param first the row of the first one, zero-based */
  rows(first: number): readonly PlannedRow[] {
    return this.#counted.map((counted, index) => this.#row(counted, first + index));
  }

  /** The judged columns with their shares, the lowest share first. */
  get shares(): readonly ColumnShare[] {
    const shares = this.#counted.flatMap(({ column, name, terms }) => {
      const [good, bad] = [countOf(column, terms, "good"), countOf(column, terms, "bad")];
      const canBeGood = column.terms.some(({ meaning }) => meaning === "good");
      return canBeGood && good + bad > 0 ? [{ column: name, good, judged: good + bad }] : [];
    });
    return shares.sort((one, other) => one.good / one.judged - other.good / other.judged);
  }

  /** How many cells hold no term. */
  get unknown(): number {
    return total(this.#counted.map(({ unknown }) => unknown));
  }

  #row({ column, name, terms, unknown }: Counted, row: number): PlannedRow {
    const pieces = this.#pieces.map((piece) => (piece.meaning === "unknown" ? unknown : terms[placeOf(piece, column)]));
    const after = before + pieces.length;
    const [good, bad] = [countOf(column, terms, "good"), countOf(column, terms, "bad")];
    const span = (...meanings: readonly Piece["meaning"][]) => {
      const places = this.#pieces.flatMap(({ meaning }, index) => (meanings.includes(meaning) ? [before + index] : []));
      return { row, first: places[0] ?? before, last: places.at(-1) ?? -1 };
    };
    const sum = (value: number, ...meanings: readonly Piece["meaning"][]): PlannedCell => {
      const columns = span(...meanings);
      return { role: "count", value, ...(columns.last >= columns.first && { formula: spanSum(columns) }) };
    };
    const goods = column.terms.filter(({ meaning }) => meaning === "good");
    const share = (): PlannedCell => {
      if (goods.length === 0) return textCell("symbol", "－");
      const part = span("good");
      const whole = good + bad;
      return part.last < part.first ? { role: "share", value: whole === 0 ? "" : 0 } : shareCell("share", part, judged, { part: good, whole });
    };
    const judged = { row, first: after, last: after };
    return [
      textCell("text", name),
      textCell("text", goods.map(({ text }) => text).join("／")),
      sum(total(terms) + unknown, "good", "bad", "none", "unknown"),
      ...pieces.map((value): PlannedCell => (value === undefined ? textCell("symbol", "－") : { role: "count", value })),
      sum(good + bad, "good", "bad"),
      sum(total(terms) + unknown - good - bad, "none", "unknown"),
      share(),
    ];
  }

  /** The chart of a table with its header on this row, at the place. */
  chart(headerRow: number, place: ChartPlan["place"]): ChartPlan {
    const words = summaryTexts[this.options.language];
    const block = (column: number) => ({ first: { row: headerRow + 1, column }, last: { row: headerRow + this.length, column } });
    return {
      title: words.chartTitle,
      alternative: this.#counted.map((counted) => this.#say(counted)).join(this.options.language === "ja" ? "" : " "),
      place,
      categories: block(0),
      series: this.#pieces.map(({ meaning, rank }, index) => {
        const { fill, font } = termColor(meaning, rank);
        return { name: { row: headerRow, column: before + index }, values: block(before + index), color: fill, font };
      }),
    };
  }

  #say({ column, name, terms, unknown }: Counted): string {
    const words = summaryTexts[this.options.language];
    const pieces = [...column.terms.map(({ text }, index) => [text, terms[index] ?? 0] as const), [words.unknown, unknown] as const];
    return words.pieces(name, pieces, total(terms) + unknown);
  }
}

function countedIn(offices: readonly Named<ReadOffice>[], { form, language }: SummaryOptions): readonly Counted[] {
  const tallies = offices.map(({ inspection }) => inspection.tally);
  return (tallies[0]?.columns ?? []).map((column, index) => ({
    column,
    name: columnName(column.column, form, language),
    terms: column.terms.map((_, term) => total(tallies.map((tally) => tally.total[index]?.terms[term] ?? 0))),
    unknown: total(tallies.map((tally) => tally.total[index]?.unknown ?? 0)),
  }));
}

/** The pieces that some bar has. A piece is named by its term where all columns have the same one there. */
function piecesOf(counted: readonly Counted[], { language }: SummaryOptions): readonly Piece[] {
  const words = summaryTexts[language];
  const pieces = meanings.flatMap((meaning) => {
    const most = counted.reduce((longest, { column }) => Math.max(longest, column.terms.filter((term) => term.meaning === meaning).length), 0);
    return Array.from({ length: most }, (_, rank): Piece & { readonly count: number } => {
      const piece = { meaning, rank };
      const terms = new Set(counted.flatMap(({ column }) => column.terms[placeOf(piece, column)]?.text ?? []));
      const [term = ""] = terms;
      const name = terms.size === 1 ? term : most === 1 ? words.meanings[meaning] : `${words.meanings[meaning]}${rank + 1}`;
      return { ...piece, name, count: total(counted.map((one) => one.terms[placeOf(piece, one.column)] ?? 0)) };
    });
  });
  const unknown = { meaning: "unknown", rank: 0, name: words.unknown, count: total(counted.map((one) => one.unknown)) } as const;
  return [...pieces, unknown].filter(({ count }) => count > 0);
}

function countOf({ terms }: TallyColumn, counts: readonly number[], wanted: Meaning): number {
  return total(terms.map(({ meaning }, index) => (meaning === wanted ? (counts[index] ?? 0) : 0)));
}

/** The place among the column's terms; -1 where it has no such piece. */
function placeOf({ meaning, rank }: Pick<Piece, "meaning" | "rank">, { terms }: TallyColumn): number {
  return terms.findIndex((term) => term.meaning === meaning && term.rank === rank);
}
