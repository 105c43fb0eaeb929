import type { CellValue } from "../model/grid.ts";
import { isBlankText } from "../wording/hidden.ts";
import { LevelCode } from "./code.ts";
import { foldWith, type Fold } from "./fold.ts";
import { PageScheme } from "./page.ts";
import type { Form, FormColumn, FormLevel } from "./schema.ts";
import { StatusReader } from "./vocabulary.ts";

const mostRemembered = 10_000;

/** A form made ready for reading cells. */
export class FormReader {
  /** By depth, 0 for the outermost level. */
  readonly codes: readonly LevelCode[];
  readonly pages: PageScheme;
  readonly fold: Fold;
  readonly #depths: ReadonlyMap<string, number>;
  readonly #columns: readonly (readonly FormColumn[])[];
  readonly #statuses: ReadonlyMap<string, StatusReader>;
  /** Asked for the sample's texts only, column by column. */
  readonly #freeTexts = new Map<string, boolean>();

  constructor(readonly form: Form) {
    this.#depths = new Map(form.levels.map(({ id }, depth) => [id, depth]));
    this.#columns = form.levels.map(({ id }) => form.columns.filter(({ level }) => level === id));
    this.codes = form.levels.map((level, depth) => new LevelCode(level, this.#wordsOver(depth)));
    this.pages = new PageScheme(form.page ?? { write: "{n}", also: [] });
    this.fold = foldWith(form.spellings);
    const statusColumns = form.columns.filter((column) => column.holds === "status");
    this.#statuses = new Map(statusColumns.map((column) => [column.id, new StatusReader(form, column, this.fold)]));
  }

  /** The header's words over a level's code: they may stand before it. */
  #wordsOver(depth: number): readonly string[] {
    return this.columnsOf(depth).flatMap(({ holds, header }) => (holds === "code" || holds === "label" ? header.slice(-1) : []));
  }

  /** The depth of the innermost level. */
  get innermost(): number {
    return this.form.levels.length - 1;
  }

  /** 0 for the outermost level. @throws {Error} where the form has no level of that id. */
  depthOf(level: string): number {
    const depth = this.#depths.get(level);
    if (depth === undefined) throw new Error(`no level: ${level}`);
    return depth;
  }

  /** The code of a column's level. */
  codeOf(column: FormColumn): LevelCode {
    const code = this.codes[this.depthOf(column.level)];
    if (!code) throw new Error(`no level: ${column.level}`);
    return code;
  }

  level(depth: number): FormLevel | undefined {
    return this.form.levels[depth];
  }

  /** The reader of a status column. @throws {Error} for a column that holds no status. */
  status(column: string): StatusReader {
    const reader = this.#statuses.get(column);
    if (!reader) throw new Error(`no status column: ${column}`);
    return reader;
  }

  /** The form's columns of one level, in order. */
  columnsOf(depth: number): readonly FormColumn[] {
    return this.#columns[depth] ?? [];
  }

  /** The level's column that holds its code, alone or before a title. */
  codeColumn(depth: number): FormColumn | undefined {
    return this.columnsOf(depth).find(({ holds }) => holds === "code" || holds === "label");
  }

  /** The level's column that holds its title or name; the label where code and title share a cell. */
  textColumn(depth: number): FormColumn | undefined {
    return this.columnsOf(depth).find(({ holds }) => holds === "text" || holds === "label");
  }

  /** True where the cell holds what the column is for, in whatever spelling. */
  fits(column: FormColumn, value: CellValue, date1904: boolean): boolean {
    if (typeof value === "number") return this.#numberFits(column, value, date1904);
    if (typeof value !== "string" || isBlankText(value)) return false;
    switch (column.holds) {
      case "code":
        return this.#codeFits(column, value);
      case "label":
        return this.codeOf(column).readLabel(value) !== undefined;
      case "status":
        return this.status(column.id).understands(value);
      case "page":
        return this.pages.read(value) !== undefined;
      case "number":
        return /^[-+−▲△]?[0-9０-９][0-9０-９,，.．]*.{0,4}$/.test(value);
      case "section":
      case "note":
      case "text":
        return this.#isFreeText(value);
    }
  }

  #codeFits(column: FormColumn, text: string): boolean {
    const code = this.codeOf(column);
    return code.key === "given" ? /[0-9０-９]/.test(text) && text.length <= 40 : code.matches(text);
  }

  #numberFits(column: FormColumn, value: number, date1904: boolean): boolean {
    switch (column.holds) {
      case "page":
        return Number.isInteger(value) && value > 0 && value < 1_000_000;
      case "status":
        return this.status(column.id).readNumber(value) !== undefined;
      case "number":
        return true;
      case "code": {
        const code = this.codeOf(column);
        return code.typedAs(value, date1904).length > 0 || (code.size === 1 && isCount(value)) || code.key === "given";
      }
      default:
        return false;
    }
  }

  #isFreeText(text: string): boolean {
    let free = this.#freeTexts.get(text);
    if (free !== undefined) return free;
    free = this.#isOfNoKind(text);
    if (this.#freeTexts.size < mostRemembered) this.#freeTexts.set(text, free);
    return free;
  }

  #isOfNoKind(text: string): boolean {
    const free = new Set<FormColumn["holds"]>(["text", "label", "section", "note", "number"]);
    return this.form.columns.every((column) => free.has(column.holds) || text.length > 60 || !this.fits(column, text, false));
  }
}

/** True for a number that counts items: whole, from 1 to 999, or to the number of the sheet's rows. */
export function isCount(value: number, rows = 0): boolean {
  return Number.isInteger(value) && value > 0 && (value < 1000 || value <= rows);
}

const readers = new WeakMap<Form, FormReader>();

/** The reader of a form; made once, since it remembers the words that it has read. */
export function readerOf(form: Form): FormReader {
  let reader = readers.get(form);
  if (!reader) readers.set(form, (reader = new FormReader(form)));
  return reader;
}

/** True for a cell that holds nothing a person can see. */
export function isBlank(value: CellValue): boolean {
  return value === undefined || (typeof value === "string" && isBlankText(value));
}
