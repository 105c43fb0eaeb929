import { writeCode, type Writing } from "../form/code.ts";
import { foldMarks, foldWidth, widen } from "../form/fold.ts";
import { writePage } from "../form/page.ts";
import type { FormColumn } from "../form/schema.ts";
import { marksOf, plainWriting, type StatusWriting } from "../form/vocabulary.ts";
import { isBlank } from "../form/reader.ts";
import type { CellValue } from "../model/grid.ts";
import type { CodeReading } from "./code-reading.ts";
import type { Items } from "./items.ts";

/** The writing of one-number codes in cells that hold numbers, not texts. */
const asNumbers: Writing = "{1}#";

/** Marks the writing of numbers with leading zeros. */
const paddings = /:0[1-5]/g;

/** One cell is no custom. */
const least = 2;

/** The writing that most of a level's codes, or of a column's statuses or pages, share: the sheet's own writing, otherwise the form's. */
export class Writings {
  readonly #levels: readonly Writing[];
  readonly #columns = new Map<string, string>();

  /** @param former of the same codes */
  constructor(readonly items: Items, former?: Writings) {
    this.#levels = former ? former.#levels : this.#ofLevels();
  }

  #ofLevels(): readonly Writing[] {
    const { items } = this;
    const { reader } = items;
    const usual = reader.codes.map(({ key, template }, depth) => `${key === "given" ? "given" : template}${reader.codeColumn(depth)?.holds === "label" ? " " : ""}`);
    const tallies = reader.codes.map((_, depth) => this.#tallyOfLevel(depth));
    // One code is no custom, unless the sheet's other levels also have their own writing. Separators of code and title differ everywhere.
    const own = tallies.filter(({ most, only }, depth) => (most ?? only ?? usual[depth]) !== usual[depth]);
    const hasOwn = own.length >= least || own.some(({ most }) => most !== undefined);
    const isAloneLabel = (depth: number) => reader.codeColumn(depth)?.holds === "label" && items.nodesOf(depth).length === 1;
    const isOwn = (depth: number, only = "") => only !== asNumbers && (hasOwn || (isAloneLabel(depth) && !only.includes(":１")));
    return tallies.map(({ most, only }, depth) => most ?? (isOwn(depth, only) ? only : undefined) ?? usual[depth] ?? "");
  }

  /** The writing of a level's codes. */
  ofLevel(depth: number): Writing {
    return this.#levels[depth] ?? "";
  }

  /** A given code in the width of most of its level's. */
  given(depth: number, code: string): string {
    return this.ofLevel(depth).startsWith("given wide") ? widen(code) : foldWidth(code);
  }

  /** The writing of a column's statuses or pages. */
  ofColumn(column: FormColumn): string {
    let writing = this.#columns.get(column.id);
    if (writing === undefined) this.#columns.set(column.id, (writing = this.#mostOfColumn(column)));
    return writing;
  }

  /** True where most of a column's statuses or pages are not written as in the form. */
  isCustom(column: FormColumn): boolean {
    return this.ofColumn(column) !== this.#usual(column);
  }

  /** True for a code or label in its level's writing. */
  isOwnCode(depth: number, { kind, writing, codes, title }: CodeReading): boolean {
    if (kind === "number") return codes.length > 0 && this.ofLevel(depth) === asNumbers;
    if (kind !== "text" || writing === "") return false;
    const own = this.ofLevel(depth);
    if (own === asNumbers) return false;
    if (writing === own || writing === "#") return true;
    const [code] = codes;
    if (!code) return writing.trimEnd() === own.trimEnd();
    const isAlike = title === "" || writing.endsWith(" ") === own.endsWith(" ");
    return isAlike && writeCode(code, writing) === writeCode(code, own);
  }

  /** True for a status that is a term in its column's writing. */
  isOwnStatus(column: FormColumn, value: CellValue): boolean {
    const reader = this.items.reader.status(column.id);
    if (typeof value === "number") return reader.readNumber(value) !== undefined;
    if (typeof value !== "string") return false;
    const reading = reader.read(value);
    if (reading.kind !== "term") return false;
    const own = this.ofColumn(column);
    return reading.writing === "" || reading.writing === own || reader.write(reading.term, own) === value;
  }

  /** True for a page in its column's writing. */
  isOwnPage(column: FormColumn, value: CellValue): boolean {
    if (typeof value !== "string" && typeof value !== "number") return false;
    const reading = this.items.page(value);
    if (!reading?.clean) return false;
    const own = this.ofColumn(column);
    return reading.writing === own || writePage(reading.page, own) === String(value);
  }

  #tallyOfLevel(depth: number): Tally {
    const tally = new Tally();
    const usual = this.items.reader.codes[depth]?.template ?? "";
    let plain = 0;
    this.items.nodesOf(depth).forEach((node) => {
      if (this.items.isPlain(node)) {
        if (plain++ === 0) tally.add(usual, 0);
        return;
      }
      const { kind, writing, codes } = this.items.reading(node);
      // A number whose format shows a code is no plain number of the sheet.
      const isNumber = kind === "number" && codes.length > 0 && writing === "";
      // Beside an unreadable code, a single code is no custom.
      if (kind === "unreadable") tally.add("", 1);
      else if ((kind === "text" || isNumber) && writing !== "#") tally.add(isNumber ? asNumbers : writing, 1);
    });
    tally.add(usual, plain);
    const padded = tally.padded;
    const unpadded = padded?.replace(paddings, "");
    if (padded !== undefined && unpadded !== undefined) {
      const { same, others } = this.#compare(depth, unpadded, padded);
      if (tally.count(padded) > others) tally.move(unpadded, padded, same);
    }
    return tally;
  }

  /** Number of codes of one writing that would read the same in the other, as 1-10 among 1-01 and 1-02, and number of the others. */
  #compare(depth: number, one: Writing, other: Writing): { readonly same: number; readonly others: number } {
    let same = 0;
    let others = 0;
    for (const node of this.items.nodesOf(depth)) {
      const { kind, writing, codes: [code] } = this.items.reading(node);
      if (kind !== "text" || writing !== one) continue;
      if (code !== undefined && writeCode(code, one) === writeCode(code, other)) same++;
      else others++;
    }
    return { same, others };
  }

  #tallyOfColumn(column: FormColumn): Tally {
    const tally = new Tally();
    const { different, times: all } = this.items.values(column);
    const plain: PlainCell[] = [];
    for (const [index, value] of different.entries()) {
      if (isBlank(value)) continue;
      const times = all[index] ?? 0;
      if (column.holds === "page") {
        const page = this.items.page(value);
        if (page) tally.add(page.clean ? page.writing : "", times);
      } else {
        const status = this.items.status(column, value);
        // A dash is the same in every writing, and unreadable cells have none.
        if (status?.kind === "spelling") tally.add("", times);
        else if (status?.kind === "term" && status.writing !== "") tally.add(status.writing, times);
        if (status?.kind === "term" && status.writing === plainWriting && typeof value === "string") plain.push({ write: (writing) => this.items.reader.status(column.id).write(status.term, writing), value, times });
      }
    }
    tally.drawAs(plain);
    return tally;
  }

  /** One status or page is no custom, unless the sheet's other columns also have their own writing. */
  #mostOfColumn(column: FormColumn): string {
    const { most, only } = this.#tallyOfColumn(column);
    const usual = this.#usual(column);
    return most ?? (only !== undefined && this.#mostOfAll(column.holds) !== usual ? only : usual);
  }

  #usual({ holds }: FormColumn): string {
    return holds === "page" ? this.items.reader.pages.writing : plainWriting;
  }

  #mostOfAll(holds: FormColumn["holds"]): string | undefined {
    const together = new Tally();
    for (let depth = 0; depth < this.items.depth; depth++) {
      for (const column of this.items.columns(depth)) if (column.holds === holds) together.addAll(this.#tallyOfColumn(column));
    }
    return together.most;
  }
}

/** A status in the form's own words, and how it would be in another writing. */
interface PlainCell {
  readonly write: (writing: StatusWriting) => string;
  readonly value: string;
  readonly times: number;
}

/** Counts writings. */
class Tally {
  readonly #counts = new Map<string, number>();
  all = 0;

  /** @param writing "" for a cell without a writing: it counts, and is never the most common one */
  add(writing: string, times: number): void {
    this.all += times;
    if (writing !== "") this.#counts.set(writing, (this.#counts.get(writing) ?? 0) + times);
  }

  addAll(other: Tally): void {
    for (const [writing, times] of other.#counts) this.#counts.set(writing, (this.#counts.get(writing) ?? 0) + times);
    this.all += other.all;
  }

  /** The writing that fills numbers up with zeros, the first of several. */
  get padded(): string | undefined {
    return [...this.#counts.keys()].find((writing) => writing.replace(paddings, "") !== writing);
  }

  /**
   * Circles and crosses are drawn in several ways: where most of a kind are drawn otherwise than in the form, that is the column's writing, and the
   * cells without any are in it too.
   */
  drawAs(plain: readonly PlainCell[]): void {
    const count = (cells: readonly PlainCell[]) => cells.reduce((sum, { times }) => sum + times, 0);
    const drawn = [...this.#counts.keys()].filter((writing) => marksOf(writing) !== undefined);
    const own = drawn.filter((writing) => {
      const most = drawn.every((other) => foldMarks(other) !== foldMarks(writing) || this.count(other) <= this.count(writing));
      return most && this.count(writing) > count(plain.filter(({ write, value }) => write(writing) !== value));
    });
    if (own.length === 0) return;
    const together = `[${own.flatMap((writing) => marksOf(writing) ?? []).join("")}]`;
    for (const writing of own) if (writing !== together) this.move(writing, together, this.count(writing));
    this.move(plainWriting, together, count(plain.filter(({ write, value }) => write(together) === value)));
  }

  count(writing: string): number {
    return this.#counts.get(writing) ?? 0;
  }

  /** Counts some cells of one writing as cells of another. */
  move(from: string, to: string, times: number): void {
    this.#counts.set(from, this.count(from) - times);
    this.#counts.set(to, this.count(to) + times);
  }

  /** The writing of more than half of the cells; undefined where there is none, or only one cell. */
  get most(): string | undefined {
    for (const [writing, count] of this.#counts) if (count >= least && count > this.all / 2) return writing;
    return undefined;
  }

  /** The writing, where there is only one. */
  get only(): string | undefined {
    return this.all === 1 ? this.#counts.keys().next().value : undefined;
  }
}
