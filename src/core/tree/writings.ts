import { writeCode, type Writing } from "../form/code.ts";
import { writePage } from "../form/page.ts";
import type { FormColumn } from "../form/schema.ts";
import { plainWriting } from "../form/vocabulary.ts";
import { isBlank } from "../form/reader.ts";
import type { CellValue } from "../model/grid.ts";
import type { CodeReading } from "./code-reading.ts";
import type { Items } from "./items.ts";

/** Codes of one number that stand as numbers of the sheet. */
const asNumbers: Writing = "{1}#";

/** One cell is no custom. */
const least = 2;

/** What most of a level's codes, or most of a column's statuses or pages, look like: the sheet's own writing, else the form's. */
export class Writings {
  readonly #levels: readonly Writing[];
  readonly #columns = new Map<string, string>();

  constructor(readonly items: Items) {
    const { reader } = items;
    this.#levels = reader.codes.map(({ template }, depth) => this.#mostOfLevel(depth) ?? (reader.codeColumn(depth)?.holds === "label" ? `${template} ` : template));
  }

  /** The writing of a level's codes. */
  ofLevel(depth: number): Writing {
    return this.#levels[depth] ?? "";
  }

  /** The writing of a column's statuses or pages. */
  ofColumn(column: FormColumn): string {
    let writing = this.#columns.get(column.id);
    if (writing === undefined) this.#columns.set(column.id, (writing = this.#mostOfColumn(column)));
    return writing;
  }

  /** True for a code, or a label, that is written as those of its level are. */
  isOwnCode(depth: number, { kind, writing, codes, title }: CodeReading): boolean {
    if (kind === "number") return codes.length > 0 && this.ofLevel(depth) === asNumbers;
    if (kind !== "text" || writing === "") return false;
    const own = this.ofLevel(depth);
    if (own === asNumbers) return false;
    if (writing === own || writing === "#" || writing === "given") return true;
    const [code] = codes;
    const isAlike = title === "" || writing.endsWith(" ") === own.endsWith(" ");
    return code !== undefined && isAlike && writeCode(code, writing) === writeCode(code, own);
  }

  /** True for a status that is a term, written as those of its column are. */
  isOwnStatus(column: FormColumn, value: CellValue): boolean {
    const reader = this.items.reader.status(column.id);
    if (typeof value === "number") return reader.readNumber(value) !== undefined;
    if (typeof value !== "string") return false;
    const reading = reader.read(value);
    if (reading.kind !== "term") return false;
    const own = this.ofColumn(column);
    return reading.writing === "" || reading.writing === own || reader.write(reading.term, own) === value;
  }

  /** True for a page written as those of its column are. */
  isOwnPage(column: FormColumn, value: CellValue): boolean {
    if (typeof value !== "string" && typeof value !== "number") return false;
    const reading = this.items.page(value);
    if (!reading?.clean) return false;
    const own = this.ofColumn(column);
    return reading.writing === own || writePage(reading.page, own) === String(value);
  }

  #mostOfLevel(depth: number): Writing | undefined {
    const counts = new Map<string, number>();
    let all = 0;
    for (const node of this.items.nodesOf(depth)) {
      const { kind, writing, codes } = this.items.reading(node);
      // A number whose format shows the code in some writing is none of the sheet's.
      const isNumber = kind === "number" && codes.length > 0 && writing === "";
      if ((kind !== "text" && !isNumber) || writing === "#" || writing === "given") continue;
      all++;
      if (isNumber) counts.set(asNumbers, (counts.get(asNumbers) ?? 0) + 1);
      else if (writing !== "") counts.set(writing, (counts.get(writing) ?? 0) + 1);
    }
    return most(counts, all);
  }

  /** How often each value stands in the column: a sheet repeats a few. */
  #valuesOf(column: FormColumn): ReadonlyMap<CellValue, number> {
    const times = new Map<CellValue, number>();
    for (const node of this.items.nodesOf(this.items.reader.depthOf(column.level))) {
      const value = this.items.value(node, column);
      times.set(value, (times.get(value) ?? 0) + 1);
    }
    return times;
  }

  #mostOfColumn(column: FormColumn): string {
    const { items } = this;
    const counts = new Map<string, number>();
    let all = 0;
    const isStatus = column.holds === "status";
    for (const [value, times] of this.#valuesOf(column)) {
      if (isBlank(value)) continue;
      const reading = isStatus ? items.status(column, value) : items.page(value);
      if (!reading) continue;
      const isNeutral = "kind" in reading && reading.kind === "term" && reading.writing === "";
      if (!isNeutral) all += times;
      const writing = "page" in reading ? (reading.clean ? reading.writing : "") : reading.kind === "term" ? reading.writing : "";
      if (writing !== "") counts.set(writing, (counts.get(writing) ?? 0) + times);
    }
    return most(counts, all) ?? (isStatus ? plainWriting : items.reader.pages.writing);
  }
}

/** What more than half say; undefined where nothing does. */
function most(counts: ReadonlyMap<string, number>, all: number): string | undefined {
  for (const [writing, count] of counts) if (count >= least && count > all / 2) return writing;
  return undefined;
}
