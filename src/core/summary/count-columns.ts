import type { Inspection } from "../model/finding.ts";
import type { Counts, StatusCount, TallyColumn } from "../model/tally.ts";
import { addAll } from "../model/many.ts";
import type { PlannedCell } from "../model/sheet-plan.ts";
import { columnName } from "../wording/phrase.ts";
import { fitLines } from "../wording/text-width.ts";
import { shareCell, sumOf, textCell, textRow, total, type PlannedRow, type ColumnSpan } from "./cells.ts";
import type { SummaryOptions } from "./options.ts";
import { summaryTexts } from "./texts.ts";

/** Numbers in the order of the columns: the items of each level below the outermost, then each status column's terms and its cells without a term. */
export type Numbers = readonly number[];

/** A column of counts, by its place among the numbers. */
interface CountColumn {
  readonly place: number;
  readonly term: string;
  readonly isJudged: boolean;
}

/** The columns of a status column that are not 0 in each row: those of its terms, then one for cells without a term. */
interface Group {
  readonly name: string;
  readonly columns: readonly CountColumn[];
  readonly first: number;
  /** The last good or bad term; below `first` where there is none. */
  readonly lastJudged: number;
}

/** The columns of a table with counts: first whose row it is, then the numbers. */
export class CountColumns {
  /** One more than the last column. */
  readonly end: number;
  /** Names of the columns that are left out, because they are 0 in each row. */
  readonly leftOut: readonly string[];
  readonly #groups: readonly Group[];
  readonly #keyWords: readonly string[];
  readonly #levels: readonly string[];

  /**
   * @param keys number of columns that say whose row it is
   * @param all the sums of all rows
   */
  constructor(
    readonly keys: number,
    columns: readonly TallyColumn[],
    all: Numbers,
    options: SummaryOptions,
  ) {
    const words = summaryTexts[options.language];
    const [outermost = "", ...levels] = options.form.levels.map(({ name }) => name[options.language]);
    this.#levels = levels;
    this.#keyWords = [words.office, words.code, outermost].slice(-keys);
    const groups: Group[] = [];
    const leftOut: string[] = [];
    let next = keys + levels.length;
    let place = levels.length;
    for (const { column, terms } of columns) {
      const name = columnName(column, options.form, options.language);
      const known = [...terms.map(({ text, meaning }) => ({ term: text, isJudged: meaning !== "none" })), { term: words.unknown, isJudged: false }];
      const counted = known.map((one, index) => ({ ...one, place: place + index }));
      place += counted.length;
      const shown = counted.filter((one) => (all[one.place] ?? 0) > 0);
      if (shown.length === 0) leftOut.push(name);
      else addAll(leftOut, counted.flatMap((one) => (shown.includes(one) ? [] : [words.ofColumn(name, one.term)])));
      if (shown.length > 0) groups.push({ name, columns: shown, first: next, lastJudged: next + shown.filter(({ isJudged }) => isJudged).length - 1 });
      next += shown.length;
    }
    this.#groups = groups;
    this.leftOut = leftOut;
    this.end = next;
  }

  /**
   * The header: each status column's name once, over its terms, on as many lines as the narrowest needs, and the row of terms.
   * @param widths of the columns, in digits
   */
  header(widths: readonly number[]): readonly PlannedRow[] {
    const names = this.#groups.map(({ name, columns, first }) => ({ first, lines: fitLines(name, total(widths.slice(first, first + columns.length)) - 1) }));
    const height = names.reduce((most, { lines }) => Math.max(most, lines.length), 0);
    const above = Array.from({ length: height }, (_, line) => {
      const row = Array.from({ length: this.end }, () => textCell("group", ""));
      for (const { first, lines } of names) row[first] = textCell("group", lines[line - height + lines.length] ?? "");
      return row;
    });
    const terms = this.#groups.flatMap(({ columns }) => columns.map(({ term }) => term));
    return [...above, textRow("header", [...this.#keyWords, ...this.#levels, ...terms])];
  }

  /** Plain counts. */
  countRow(keys: readonly string[], numbers: Numbers): PlannedRow {
    return [...textRow("text", keys), ...this.#shown(numbers).map((value) => ({ role: "count", value }) as const)];
  }

  /** Sums of the rows from `first` to `last`, without sums among them; `last` is below `first` where there are none. */
  totalRow(keys: readonly string[], first: number, last: number, numbers: Numbers): PlannedRow {
    const cells = this.#shown(numbers).map((value, index) => {
      const column = this.keys + index;
      return { role: "totalCount", value, ...(last < first ? {} : { formula: sumOf({ row: first, column }, { row: last, column }) }) } as const;
    });
    return [...textRow("totalText", keys), ...cells];
  }

  /** The share of each good or bad term in the judged items, from a row of counts. */
  shareRow(keys: readonly string[], row: number, numbers: Numbers): PlannedRow {
    const cells = this.#groups.flatMap(({ columns, first, lastJudged }) => {
      const whole: ColumnSpan = { row, first, last: lastJudged };
      const sum = total(columns.map(({ place, isJudged }) => (isJudged ? (numbers[place] ?? 0) : 0)));
      return columns.map(({ place, isJudged }, index): PlannedCell => {
        const part = { row, first: first + index, last: first + index };
        return isJudged ? shareCell("totalShare", part, whole, { part: numbers[place] ?? 0, whole: sum }) : textCell("totalText", "");
      });
    });
    return [...textRow("totalText", [...keys, ...this.#levels.map(() => "")]), ...cells];
  }

  #shown(numbers: Numbers): Numbers {
    return [...numbers.slice(0, this.#levels.length), ...this.#groups.flatMap(({ columns }) => columns.map(({ place }) => numbers[place] ?? 0))];
  }
}

/** The numbers of a row. */
export function numbersOf(counts: Counts, statuses: readonly StatusCount[]): Numbers {
  return [...counts.slice(1), ...statuses.flatMap(({ terms, unknown }) => [...terms, unknown])];
}

/** The numbers of a whole sheet. */
export function totalNumbers({ counts, tally }: Inspection): Numbers {
  return numbersOf(counts, tally.total);
}

/** The sum of several rows, column by column. */
export function addNumbers(rows: readonly Numbers[]): Numbers {
  const [first = [], ...others] = rows;
  return first.map((number, index) => others.reduce((sum, row) => sum + (row[index] ?? 0), number));
}
