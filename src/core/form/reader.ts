import type { CellValue } from "../model/grid.ts";
import { isBlankText } from "../wording/hidden.ts";
import { CodeScheme } from "./code.ts";
import { foldWith, type Fold } from "./fold.ts";
import { PageScheme } from "./page.ts";
import type { Level } from "./levels.ts";
import type { Form, FormColumn } from "./schema.ts";
import { Looks, StatusReader } from "./vocabulary.ts";

const mostRemembered = 10_000;

/** A form made ready for reading cells. */
export class FormReader {
  readonly codes: CodeScheme;
  readonly pages: PageScheme;
  readonly fold: Fold;
  readonly #statuses: ReadonlyMap<string, StatusReader>;
  /** Asked for the sample's texts only, column by column. */
  readonly #freeTexts = new Map<string, boolean>();

  constructor(readonly form: Form) {
    this.codes = new CodeScheme(form);
    this.pages = new PageScheme(form);
    this.fold = foldWith(form.spellings);
    const looks = new Looks(this.fold);
    const statusColumns = form.columns.filter((column) => column.holds === "status");
    this.#statuses = new Map(statusColumns.map((column) => [column.id, new StatusReader(form, column, looks)]));
  }

  /** The reader of a status column. @throws {Error} for a column that holds no status. */
  status(column: string): StatusReader {
    const reader = this.#statuses.get(column);
    if (!reader) throw new Error(`no status column: ${column}`);
    return reader;
  }

  /** The form's columns of one level, in order. */
  columnsOf(level: Level): readonly FormColumn[] {
    return this.form.columns.filter((column) => column.level === level);
  }

  /** The level's column that holds its code, alone or before a title. */
  codeColumn(level: Level): FormColumn | undefined {
    return this.form.columns.find((column) => column.level === level && (column.holds === "code" || column.holds === "label"));
  }

  /** The level's column that holds its title or name; the label where code and title share a cell. */
  textColumn(level: Level): FormColumn | undefined {
    return this.form.columns.find((column) => column.level === level && (column.holds === "text" || column.holds === "label"));
  }

  /** True where the cell holds what the column is for, in whatever spelling. */
  fits(column: FormColumn, value: CellValue, date1904: boolean): boolean {
    if (typeof value === "number") return this.#numberFits(column, value, date1904);
    if (typeof value !== "string" || isBlankText(value)) return false;
    switch (column.holds) {
      case "code":
        return this.codes.matches(column.level, value);
      case "label":
        return this.codes.readLabel(column.level, value) !== undefined;
      case "status":
        return this.status(column.id).understands(value);
      case "page":
        return this.pages.read(value) !== undefined;
      case "text":
        return this.#isFreeText(value);
    }
  }

  #numberFits(column: FormColumn, value: number, date1904: boolean): boolean {
    if (column.holds === "page") return Number.isInteger(value) && value > 0 && value < 1_000_000;
    return column.holds === "code" && this.codes.typedAs(column.level, value, date1904).length > 0;
  }

  #isFreeText(text: string): boolean {
    let free = this.#freeTexts.get(text);
    if (free !== undefined) return free;
    free = this.#isOfNoKind(text);
    if (this.#freeTexts.size >= mostRemembered) this.#freeTexts.clear();
    this.#freeTexts.set(text, free);
    return free;
  }

  #isOfNoKind(text: string): boolean {
    return this.form.columns.every(
      (column) => column.holds === "text" || column.holds === "label" || text.length > 60 || !this.fits(column, text, false),
    );
  }
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
