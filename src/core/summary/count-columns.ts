import type { Counts, Inspection, StatusCount, TallyColumn } from "../model/finding.ts";
import type { PlannedCell } from "../model/sheet-plan.ts";
import { columnName } from "../wording/phrase.ts";
import { sameAs, shareCell, spanSum, sumOf, textCell, textRow, total, type PlannedRow, type ColumnSpan } from "./cells.ts";
import type { SummaryOptions } from "./options.ts";
import { summaryTexts } from "./texts.ts";

/** Numbers in the order of the columns: the items of each level below the outermost, then each status column's terms and its cells without a term. */
export type Numbers = readonly number[];

/** The columns of a status column: those of its terms, then one for cells without a term. */
export interface Group {
  readonly column: TallyColumn;
  readonly first: number;
  /** The last good or bad term; below `first` where there is none. */
  readonly lastJudged: number;
  readonly unknown: number;
}

/** The columns of tables with counts: first whose row it is, then the numbers. */
export class CountColumns {
  readonly groups: readonly Group[];
  readonly header: PlannedRow;
  /** One more than the last column. */
  readonly end: number;
  readonly #levels: number;

  /** @param keys number of columns that say whose row it is */
  constructor(
    readonly keys: number,
    columns: readonly TallyColumn[],
    options: SummaryOptions,
  ) {
    const words = summaryTexts[options.language];
    const levels = options.form.levels.map(({ name }) => name[options.language]);
    this.#levels = levels.length - 1;
    let next = keys + this.#levels;
    this.groups = columns.map((column) => {
      const first = next;
      next += column.terms.length + 1;
      const judged = column.terms.filter(({ meaning }) => meaning !== "none").length;
      return { column, first, lastJudged: first + judged - 1, unknown: next - 1 };
    });
    this.end = next;
    const keyWords = [words.office, words.code, levels[0] ?? ""].slice(-keys);
    const groupWords = columns.flatMap(({ column, terms }) =>
      [...terms.map(({ text }) => text), words.unknown].map((term) => `${columnName(column, options.form, options.language)}\n${term}`),
    );
    this.header = textRow("header", [...keyWords, ...levels.slice(1), ...groupWords]);
  }

  /** Plain counts. */
  countRow(keys: readonly string[], numbers: Numbers): PlannedRow {
    return [...textRow("text", keys), ...numbers.map((value) => ({ role: "count", value }) as const)];
  }

  /** Counts from another row of the sheet. */
  referringRow(keys: readonly string[], row: number, numbers: Numbers): PlannedRow {
    return [...textRow("text", keys), ...numbers.map((value, index) => sameAs("count", row, this.keys + index, value))];
  }

  /** Sums of the rows from `first` to `last`; `last` is below `first` where there are none. */
  totalRow(keys: readonly string[], first: number, last: number, numbers: Numbers): PlannedRow {
    const cells = numbers.map((value, index) => {
      const column = this.keys + index;
      return { role: "totalCount", value, ...(last < first ? {} : { formula: sumOf({ row: first, column }, { row: last, column }) }) } as const;
    });
    return [...textRow("totalText", keys), ...cells];
  }

  /** The share of each good or bad term in the judged items, from a row of counts. */
  shareRow(keys: readonly string[], row: number, numbers: Numbers): PlannedRow {
    const cells = this.groups.flatMap((group) => {
      const whole: ColumnSpan = { row, first: group.first, last: group.lastJudged };
      const sum = this.sum(numbers, whole);
      return Array.from({ length: group.unknown - group.first + 1 }, (_, index) => {
        const column = group.first + index;
        const part = { row, first: column, last: column };
        return column > group.lastJudged ? textCell("totalText", "") : shareCell("totalShare", part, whole, { part: this.sum(numbers, part), whole: sum });
      });
    });
    return [...textRow("totalText", [...keys, ...new Array<string>(this.#levels).fill("")]), ...cells];
  }

  /** The sum over columns of a row of counts. */
  sumCell(span: ColumnSpan, numbers: Numbers): PlannedCell {
    return { role: "count", value: this.sum(numbers, span), formula: spanSum(span) };
  }

  /** The sum of some columns of a row of counts. */
  sum(numbers: Numbers, { first, last }: Pick<ColumnSpan, "first" | "last">): number {
    return total(numbers.slice(first - this.keys, last - this.keys + 1));
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
