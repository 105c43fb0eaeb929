import { smallest } from "../model/many.ts";
import { isBlank, type FormReader } from "../form/reader.ts";
import { isDashLetter } from "../form/fold.ts";
import type { FormColumn } from "../form/schema.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import type { ColumnPlaces } from "./columns.ts";
import type { HeaderWords } from "./header.ts";
import { rowsInStep } from "../model/pace.ts";
import { explainSigns, areSpacedSigns, isNoteRow, isOtherHeader, loneText, namesSum } from "./lone-rows.ts";

/** A row of the evaluation. Its initiative's cells are `shift` columns right of their columns. */
export interface TableRow {
  readonly row: number;
  readonly shift: number;
  /** The depth of the level whose item begins here, whatever the cells say: set for a card. */
  readonly begins?: number;
}

export interface FoundRows {
  readonly rows: readonly TableRow[];
  /** Rows between the first and the last that hold no evaluation: blank, a repeated header, a total, a note. */
  readonly skipped: readonly number[];
  /** Rows that continue the record above, as in text pasted from a page. */
  readonly broken: readonly BrokenRow[];
  /** In `rows`, where the rows below a head in other words begin. */
  readonly breaks: readonly number[];
}

/** A row without a record of its own: its first filled cell, and the cells above that it continues or fills. */
export interface BrokenRow {
  readonly at: CellPlace;
  readonly above: readonly CellPlace[];
}

/** Beginnings of notes under a row. */
const noteMark = /^[\s　]*[※＊*（(]/;
/** First words of rows that are no items: those of sums, and of a legend. */
const usualTotals = ["累計", "平均", "凡例", "評価基準", "評価区分"];

/** In no code: a remark below codes such as 101, 評価　A：12点以上. */
const sentence = /[\s\u3000：:、。]/;

type Kind = "certain" | "likely" | "other" | "blank";

/** Only these shifts occur: text copied from a page loses the cells that a merged block covers. */
const shifts = [1, 2, -1] as const;

/** The rows of the evaluation below the header, in steps. Rows after the last certain one are notes. @param depths set where levels have rows of their own */
export function* rowsInSteps(grid: Grid, firstRow: number, places: ColumnPlaces, reader: FormReader, words: HeaderWords, depths?: ReadonlyMap<number, number>): Generator<void, FoundRows> {
  const sorter = new RowSorter(grid, places, reader, words);
  const found: TableRow[] = [];
  const skipped: number[] = [];
  const broken: BrokenRow[] = [];
  const breaks: number[] = [];
  let certain = 0;
  let skippedThen = 0;
  /** Number of rows right above without a record of their own. */
  let run = 0;
  for (let row = firstRow; row < grid.rowCount; row++) {
    if (row % rowsInStep === 0) yield;
    const shift = sorter.shiftOf(row);
    const before = found.at(-1);
    const goesOn = before?.row === row - 1 - run && before.shift === 0 && shift === 0 ? sorter.brokenOff(row, before.row) : undefined;
    if (goesOn) broken.push(goesOn);
    run = goesOn ? run + 1 : 0;
    const isOuter = (depths?.get(row) ?? reader.innermost) < reader.innermost;
    const kind = goesOn ? "other" : isOuter ? "likely" : sorter.kindOf(row, shift);
    if (kind === "certain" || kind === "likely") found.push({ row, shift });
    else skipped.push(row);
    if (kind === "other" && found.length > 0 && sorter.isReworded(row)) breaks.push(found.length);
    if (kind === "certain") {
      certain = found.length;
      skippedThen = skipped.length;
    }
  }
  return { rows: found.slice(0, certain), skipped: skipped.slice(0, skippedThen), broken, breaks: breaks.filter((at) => at < certain) };
}

interface Placed {
  readonly column: FormColumn;
  readonly place: number;
}

/** Tells rows of the evaluation from the others. */
class RowSorter {
  readonly #code: number | undefined;
  readonly #columns: readonly Placed[];
  readonly #totals: ReadonlySet<string>;
  /** The places of the status columns. */
  readonly #graded: ReadonlySet<number>;
  /** The innermost level's column of codes, and its id. */
  readonly #codeColumn: FormColumn | undefined;
  readonly #innermost: string;
  /** True where any text with a number may be a code. */
  readonly #isGiven: boolean;
  /** The columns that tell items apart, and the innermost level's among them. */
  readonly #counted: readonly Placed[];
  readonly #own: Placed | undefined;

  constructor(
    readonly grid: Grid,
    readonly places: ColumnPlaces,
    readonly reader: FormReader,
    readonly words: HeaderWords,
  ) {
    this.#innermost = reader.level(reader.innermost)?.id ?? "";
    this.#codeColumn = reader.codeColumn(reader.innermost);
    this.#isGiven = this.#codeColumn !== undefined && reader.codeOf(this.#codeColumn).key === "given";
    this.#code = this.#codeColumn?.holds === "code" ? places.get(this.#codeColumn.id) : undefined;
    this.#columns = reader.form.columns.flatMap((column) => {
      const place = places.get(column.id);
      return place === undefined ? [] : [{ column, place }];
    });
    this.#counted = this.#columns.filter(({ column }) => column.holds === "code" || column.holds === "label");
    this.#own = this.#counted.find(({ column }) => column.level === this.#innermost);
    this.#graded = new Set(this.#columns.flatMap(({ column, place }) => (column.holds === "status" ? [place] : [])));
    this.#totals = new Set((reader.form.totals ?? usualTotals).map((word) => reader.fold(word)));
  }

  /**
   * The cells of the record above that the row continues: nothing on it counts an item, each of its texts is below another one, each code and each word
   * of a status is the rest of the one above, and a text below an empty cell belongs there. Undefined for any other row.
   */
  brokenOff(row: number, record: number): BrokenRow | undefined {
    const cells = this.grid.row(row);
    const own = this.#own;
    if (!own) return undefined;
    const above = this.grid.row(record);
    // Nearly every row has a code of its own.
    if (!this.#countsNothing(own, above, cells) || isBlank(above[own.place]) || isNoteRow(cells)) return undefined;
    if (this.#counted.some((placed) => !this.#countsNothing(placed, above, cells) || this.grid.anchorRow(row, placed.place) !== row)) return undefined;
    const filled = this.#columns.filter(({ place }) => !isBlank(cells[place]));
    if (filled.length === 0 || !filled.every(({ column, place }) => this.#isRest(column, above[place], cells[place])) || !filled.some(({ place }) => !isBlank(above[place]))) return undefined;
    return { at: { row, column: smallest(filled.map(({ place }) => place)) }, above: filled.map(({ place }) => ({ row: record, column: place })) };
  }

  /** True for an empty cell, and for the rest of the code above, which ends or goes on with a dash. */
  #countsNothing({ column, place }: Placed, above: readonly CellValue[], cells: readonly CellValue[]): boolean {
    const value = cells[place];
    const begun = above[place];
    if (isBlank(value) || typeof value === "object") return isBlank(value);
    return column.holds === "code" && typeof begun === "string" && (isDashLetter(begun.at(-1)) || isDashLetter(String(value).at(0))) && this.#isRest(column, begun, value);
  }

  #isRest(column: FormColumn, above: CellValue, value: CellValue): boolean {
    if (isBlank(above)) return column.holds !== "text" && this.reader.fits(column, value, this.grid);
    if (typeof above !== "string" || isBlank(value) || typeof value === "object" || noteMark.test(String(value))) return false;
    if (column.holds === "text") return column.level === this.#innermost && typeof value === "string";
    if ((column.holds !== "status" && column.holds !== "code") || this.reader.fits(column, value, this.grid) || this.reader.fits(column, above, this.grid)) return false;
    return this.reader.fits(column, `${above}${value}`, this.grid);
  }

  /** How far right of its place the row's initiative is; 0 unless the row shows it clearly. */
  shiftOf(row: number): number {
    if (this.#code === undefined) return 0;
    const cells = this.grid.row(row);
    if (cells.length <= this.#code || !isBlank(cells[this.#code])) return 0;
    const code = this.#code;
    return shifts.find((shift) => this.#isInitiative(cells[code + shift]) && this.#fitsShifted(cells, shift)) ?? 0;
  }

  /** A clear case has more status and page cells at the shifted places than at the plain ones. */
  #fitsShifted(cells: readonly CellValue[], shift: number): boolean {
    return this.#countFitting(cells, shift) > this.#countFitting(cells, 0);
  }

  #countFitting(cells: readonly CellValue[], shift: number): number {
    const initiativeColumns = this.#columns.filter(({ column }) => column.level === this.#innermost && column.holds !== "text");
    return initiativeColumns.filter(({ column, place }) => this.reader.fits(column, cells[place + shift], this.grid)).length;
  }

  #isInitiative(value: CellValue): boolean {
    const column = this.#codeColumn;
    return column !== undefined && (typeof value === "string" || this.reader.codeOf(column).size === 1) && this.reader.fits(column, value, this.grid);
  }

  kindOf(row: number, shift: number): Kind {
    const cells = this.grid.row(row);
    if (this.#code !== undefined && this.#isInitiative(cells[this.#code + shift]) && !(this.#isGiven && this.#isBand(cells))) return "certain";
    if (this.#columns.every(({ place }) => isBlank(cells[place]))) return "blank";
    if (this.#isHeader(cells) || this.#isTotal(cells) || this.#isLegend(cells) || isNoteRow(cells) || isOtherHeader(cells) || this.#isBand(cells)) return "other";
    return this.#kindByContent(cells);
  }

  /** True for a head of the same columns in other words. */
  isReworded(row: number): boolean {
    const cells = this.grid.row(row);
    return isOtherHeader(cells) && this.words.countIn(cells) < 2;
  }

  #isHeader(cells: readonly CellValue[]): boolean {
    const words = this.words.countIn(cells);
    return words >= 2 || (words === 1 && this.#signals(cells) === 0);
  }

  /** True for a row of nothing but signs that are explained: terms, or at least no labels of items. */
  #isLegend(cells: readonly CellValue[]): boolean {
    const filled = cells.filter((value) => !isBlank(value));
    if (filled.length < 2) return false;
    if (explainSigns(filled)) return true;
    if (!areSpacedSigns(filled)) return false;
    const isTerm = (value: CellValue) => this.#columns.some(({ column }) => column.holds === "status" && this.reader.fits(column, value, this.grid));
    return filled.every(isTerm) || !this.#counted.some(({ column, place }) => this.reader.fits(column, cells[place], this.grid));
  }

  /** True for a row that only names what follows, in the column of the codes: words without a number, perhaps with a grade of their own. */
  #isBand(cells: readonly CellValue[]): boolean {
    const lone = loneText(cells.map((value, place) => (this.#graded.has(place) ? undefined : value)));
    return lone !== undefined && lone.column === this.#code && lone.text.trim().length > 1 && (!/\p{N}/u.test(lone.text) || (this.#isGiven && sentence.test(lone.text.trim())));
  }

  #isTotal(cells: readonly CellValue[]): boolean {
    const first = cells.find((value) => !isBlank(value));
    const word = typeof first === "string" ? this.reader.fold(first) : "";
    return this.#totals.has(word) || namesSum.test(word);
  }

  #kindByContent(cells: readonly CellValue[]): Kind {
    const readsCode = this.#columns.some(
      ({ column, place }) => column.holds === "code" && this.reader.fits(column, cells[place], this.grid),
    );
    const signals = this.#signals(cells);
    const named = this.#columns.some(({ column, place }) => column.level === this.#innermost && column.holds !== "status" && !isBlank(cells[place]));
    if (readsCode || signals >= this.#enough || (named && (signals === 1 || this.#ownCells(cells) >= 3))) return "certain";
    const labelled = this.#columns.some(({ column, place }) => column.holds === "label" && this.reader.fits(column, cells[place], this.grid));
    return signals > 0 || named || labelled ? "likely" : "other";
  }

  /** Number of signals that make a row certain: fewer where the sheet has fewer columns that can give one. */
  get #enough(): number {
    return Math.min(2, this.#columns.filter(({ column }) => column.level === this.#innermost && (column.holds === "status" || column.holds === "page" || column.holds === "label")).length) || 2;
  }

  /** Number of filled cells of the innermost level. */
  #ownCells(cells: readonly CellValue[]): number {
    return this.#columns.filter(({ column, place }) => column.level === this.#innermost && !isBlank(cells[place])).length;
  }

  /** Number of status and page cells, and labels of several numbers, with fitting content. */
  #signals(cells: readonly CellValue[]): number {
    return this.#columns.filter(({ column, place }) => {
      const { holds } = column;
      const tells = holds === "status" || holds === "page" || (holds === "label" && this.reader.codeOf(column).size > 1);
      const value = cells[place];
      // An error is the failed result of a formula.
      return tells && ((typeof value === "object" && holds !== "label") || this.reader.fits(column, value, this.grid));
    }).length;
  }
}
