import { foldWidth } from "../form/fold.ts";
import type { Form, FormColumn } from "../form/schema.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { withoutSpace } from "../wording/hidden.ts";

/** How well a header fits a column: 3 its whole path or a name of its own, 2 its last word, 0 not at all. */
export type HeaderScore = 0 | 2 | 3;

/** The header words of a form, folded so that spacing, width, brackets and appendix numbers do not matter. */
export class HeaderWords {
  readonly #all: ReadonlySet<string>;
  readonly #columns: ReadonlyMap<FormColumn, ColumnWords>;

  constructor(form: Form) {
    this.#columns = new Map(form.columns.map((column) => [column, new ColumnWords(column)]));
    // A header of digits alone would be met by any number that is written as text.
    this.#all = new Set([...this.#columns.values()].flatMap((words) => words.all.filter((word) => word !== "#")));
  }

  /** Number of the row's cells that are header words. */
  countIn(cells: readonly CellValue[]): number {
    return cells.reduce<number>((count, value) => count + (isShort(value) && (this.#all.has(foldHeader(value)) || this.#all.has(foldHeader(withoutUnit(value)))) ? 1 : 0), 0);
  }

  /** Number of the folded words that are header words. */
  countOf(words: ReadonlySet<string>): number {
    return [...words].filter((word) => this.#all.has(word)).length;
  }

  /** Number of columns with one of these words in their header. */
  columnsWith(words: ReadonlySet<string>): number {
    return [...this.#columns.values()].filter(({ all }) => all.some((word) => words.has(word))).length;
  }

  /** How well a header path fits the column. */
  score(column: FormColumn, path: HeaderPath): HeaderScore {
    return this.#columns.get(column)?.score(path) ?? 0;
  }
}

const wordsOf = new WeakMap<Form, HeaderWords>();

/** The header words of a form; folded once. */
export function headerWordsOf(form: Form): HeaderWords {
  let words = wordsOf.get(form);
  if (!words) wordsOf.set(form, (words = new HeaderWords(form)));
  return words;
}

/** Removes it from a folded header. */
const thisYear = /(?:今|本|当)年度(?:の|分)?/;
/** Removes it at the end of a header, unless nothing else remains. */
const unit = /(?<=[^\s\u3000])[\s\u3000]*[(（[［](?:単位[:：]?)?(?:[%％]|[千万億]?円|[十百]万円|人|件|回|点|か所|箇所)[)）\]］]$/;

/** A header for amounts, not for codes: 基準値, 件数（R3）. */
const amounts = /(?:値|率|額|数|量|基準|実績)(?:[(（[［〔][^)）\]］〕]{0,20}[)）\]］〕])?$/;

/** True if a header's last text means that the column holds amounts. */
export function namesAmounts({ text }: HeaderPath): boolean {
  return amounts.test(withoutSpace(text));
}

function withoutUnit(header: string): string {
  return header.replace(unit, "");
}

class ColumnWords {
  /** All words that the header may have, with units and without. */
  readonly all: readonly string[];
  readonly #path: readonly string[];
  /** Texts that alone mean this column. */
  readonly #names: ReadonlySet<string>;
  readonly #last: string;
  /** The same without units; undefined where there are none. */
  readonly #bare: ColumnWords | undefined;

  constructor({ header, otherHeaders = [] }: Pick<FormColumn, "header" | "otherHeaders">) {
    this.#path = header.map(foldHeader);
    this.#last = this.#path.at(-1) ?? "";
    const joined = this.#path.length > 1 ? this.#path.map((_, index) => this.#path.slice(index).join("")) : [];
    this.#names = new Set([...joined.slice(0, -1), ...otherHeaders.map(foldHeader)]);
    const hasUnit = [...header, ...otherHeaders].some((text) => unit.test(text));
    this.#bare = hasUnit ? new ColumnWords({ header: header.map(withoutUnit), otherHeaders: otherHeaders.map(withoutUnit) }) : undefined;
    this.all = [...this.#path, ...this.#names, ...(this.#bare?.all ?? [])];
  }

  /** Units in brackets are ignored where nothing else fits. */
  score({ words, text }: HeaderPath): HeaderScore {
    const score = this.#score(words);
    if (score > 0 || (!this.#bare && !unit.test(text))) return score;
    return (this.#bare ?? this).#score([...words.slice(0, -1), foldHeader(withoutUnit(text))]) > 0 ? 2 : 0;
  }

  #score(path: readonly string[]): HeaderScore {
    const score = this.#plainScore(path);
    // Beside a column of the year before, this year's header must say so; alone it need not.
    return score > 0 || !path.some((word) => thisYear.test(word)) ? score : this.#plainScore(path.map((word) => word.replace(thisYear, "")).filter((word) => word !== ""));
  }

  #plainScore(path: readonly string[]): HeaderScore {
    const leaf = path.at(-1);
    if (leaf === undefined) return 0;
    if (this.#names.has(leaf) || this.#names.has(path.join("")) || this.#names.has(path.slice(-2).join(""))) return 3;
    if (leaf !== this.#last) return 0;
    return (this.#path.length > 1 || path.length === 1) && this.#path.every((word) => path.includes(word)) ? 3 : 2;
  }
}

/** True for a text that may be a header word. */
export function isShort(value: CellValue): value is string {
  return typeof value === "string" && value.length <= 60;
}

/** A header's words for comparison: brackets, punctuation and spaces go, digits become "#": 資料２ and 資料1 are one word. */
export function foldHeader(text: string): string {
  return foldHeaderWord(text).replace(/[0-9#]+/g, "#");
}

/** The same with its digits: 取組1 and 取組2 are two words. */
export function foldHeaderWord(text: string): string {
  return withoutSpace(foldWidth(text))
    .toLowerCase()
    .replace(/[()[\]{}「」『』【】〔〕<>/・:：、。,.※*]/g, "");
}

/** The header of a sheet column: its texts, folded, from the top row down. */
export interface HeaderPath {
  readonly words: readonly string[];
  /** True where the last text is in this very column, not in one left of it. */
  readonly own: boolean;
  /** The last text as written on the sheet. */
  readonly text: string;
  /** The texts above the last one, as written. */
  readonly above: string;
}

/** The path of a column without a header. */
export const noPath: HeaderPath = { words: [], own: false, text: "", above: "" };

/**
 * The header path of every sheet column: its texts from the top row down. A merged cell's text is in its
 * first column only, so an empty cell takes the text left of it, as long as the row above is one cell there.
 */
export function headerPaths(grid: Grid, top: number, bottom: number, width: number): readonly HeaderPath[] {
  const paths = Array.from({ length: width }, () => ({ words: new Array<string>(), own: false, text: "", above: "" }));
  /** Columns under one cell of the row above share a number. */
  let groups: readonly number[] = new Array<number>(width).fill(0);
  for (let row = top; row <= bottom; row++) {
    const owners: (number | undefined)[] = [];
    for (let column = 0; column < width; column++) {
      owners[column] = isWord(grid.value(row, column)) ? column : groups[column] === groups[column - 1] ? owners[column - 1] : undefined;
    }
    owners.forEach((owner, column) => {
      const text = owner === undefined ? undefined : grid.value(row, owner);
      const path = paths[column];
      if (!isShort(text) || !path) return;
      path.words.push(foldHeader(text));
      path.own = owner === column;
      path.above = `${path.above} ${path.text}`.trim();
      path.text = text;
    });
    groups = splitGroups(groups, owners);
  }
  return paths;
}

function isWord(value: CellValue): boolean {
  return isShort(value) && foldHeader(value) !== "";
}

function splitGroups(groups: readonly number[], owners: readonly (number | undefined)[]): readonly number[] {
  const split: number[] = [];
  groups.forEach((group, column) => {
    const asLeft = group === groups[column - 1] && owners[column] === owners[column - 1];
    split[column] = asLeft ? (split[column - 1] ?? column) : column;
  });
  return split;
}
