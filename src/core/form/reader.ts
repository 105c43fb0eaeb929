import type { CellValue, Grid } from "../model/grid.ts";
import { isBlankText } from "../wording/hidden.ts";
import { LevelCode } from "./code.ts";
import { foldWith, type Fold } from "./fold.ts";
import { PageScheme } from "./page.ts";
import type { Form, FormColumn, FormLevel } from "./schema.ts";
import { statusReaders, type StatusReader } from "./vocabulary.ts";

const mostRemembered = 10_000;

/** Columns with the same kind of content: each text of a sheet is tried for all of them, and read once. */
interface Kind {
  /** The first of them. */
  readonly column: FormColumn;
  readonly fitting: Map<string, boolean>;
}

/** A form made ready for reading cells. */
export class FormReader {
  /** By depth, 0 for the outermost level. */
  readonly codes: readonly LevelCode[];
  readonly pages: PageScheme;
  readonly fold: Fold;
  /** The first column of each kind: such columns all hold codes of one level, terms of one vocabulary, pages, numbers, or any text. */
  readonly kinds: readonly FormColumn[];
  readonly #depths: ReadonlyMap<string, number>;
  readonly #columns: readonly (readonly FormColumn[])[];
  readonly #statuses: ReadonlyMap<string, StatusReader>;
  readonly #kinds: ReadonlyMap<FormColumn, Kind>;

  constructor(readonly form: Form) {
    this.#depths = new Map(form.levels.map(({ id }, depth) => [id, depth]));
    this.#columns = form.levels.map(({ id }) => form.columns.filter(({ level }) => level === id));
    this.codes = form.levels.map((level, depth) => new LevelCode(level, this.#wordsOver(depth)));
    this.pages = new PageScheme(form.page ?? { write: "{n}", also: [] });
    this.fold = foldWith(form.spellings);
    this.#statuses = statusReaders(form, this.fold);
    const kinds = new Map<string, Kind>();
    for (const column of form.columns) if (!kinds.has(kindOf(column))) kinds.set(kindOf(column), { column, fitting: new Map() });
    this.kinds = [...kinds.values()].map(({ column }) => column);
    this.#kinds = new Map(form.columns.map((column) => [column, kinds.get(kindOf(column)) ?? { column, fitting: new Map() }]));
  }

  /** The header's words over a level's code; they may precede the code. */
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

  /** The first column of the same kind as this one. */
  alike(column: FormColumn): FormColumn {
    return this.#kinds.get(column)?.column ?? column;
  }

  /** The level's column that holds its code, alone or before a title. */
  codeColumn(depth: number): FormColumn | undefined {
    return this.columnsOf(depth).find(({ holds }) => holds === "code" || holds === "label");
  }

  /** The level's column that holds its title or name; the label where code and title share a cell. */
  textColumn(depth: number): FormColumn | undefined {
    return this.columnsOf(depth).find(({ holds }) => holds === "text" || holds === "label");
  }

  /** True where a cell of the sheet fits the column, in any spelling. */
  fits(column: FormColumn, value: CellValue, sheet: Pick<Grid, "date1904" | "rowCount">): boolean {
    if (typeof value === "number") return this.#numberFits(column, value, sheet);
    if (typeof value !== "string") return false;
    // Codes differ from row to row: a cache would cost more than reading them.
    return (column.holds === "code" && this.codeOf(column).isPlain(value, sheet.rowCount)) || this.#textFits(column, value);
  }

  #textFits(column: FormColumn, text: string): boolean {
    const known = this.#kinds.get(column)?.fitting;
    let fits = known?.get(text);
    if (fits !== undefined) return fits;
    fits = !isBlankText(text) && this.#newTextFits(column, text);
    if (known && known.size >= mostRemembered) known.clear();
    known?.set(text, fits);
    return fits;
  }

  #newTextFits(column: FormColumn, value: string): boolean {
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
        return this.#isOfNoKind(value);
    }
  }

  #codeFits(column: FormColumn, text: string): boolean {
    const code = this.codeOf(column);
    return code.key === "given" ? /[0-9０-９]/.test(text) && text.length <= 40 : code.matches(text);
  }

  #numberFits(column: FormColumn, value: number, { date1904, rowCount }: Pick<Grid, "date1904" | "rowCount">): boolean {
    switch (column.holds) {
      case "page":
        return Number.isInteger(value) && value > 0 && value < 1_000_000;
      case "status":
        return this.status(column.id).readNumber(value) !== undefined;
      case "number":
        return true;
      case "code": {
        const code = this.codeOf(column);
        return code.typedAs(value, date1904).length > 0 || (code.size === 1 && isCount(value, rowCount)) || code.key === "given";
      }
      default:
        return false;
    }
  }

  #isOfNoKind(text: string): boolean {
    return text.length > 60 || !this.kinds.some((column) => column.holds !== "label" && column.holds !== "number" && kindOf(column) !== "text" && this.#textFits(column, text));
  }
}

/** Identifies the kind of a column. */
function kindOf({ holds, level, vocabulary }: FormColumn): string {
  switch (holds) {
    case "code":
    case "label":
      return `${holds} ${level}`;
    case "status":
      return `status ${vocabulary ?? ""}`;
    case "section":
    case "note":
      return "text";
    default:
      return holds;
  }
}

/** True for a number that counts items: whole, from 1 to 999, or to the number of the sheet's rows. */
export function isCount(value: number, rows = 0): boolean {
  return Number.isInteger(value) && value > 0 && (value < 1000 || value <= rows);
}

const readers = new WeakMap<Form, FormReader>();

/** The reader of a form; kept, since it caches the words that it has read. */
export function readerOf(form: Form): FormReader {
  let reader = readers.get(form);
  if (!reader) readers.set(form, (reader = new FormReader(form)));
  return reader;
}

/** True for a cell without visible content. */
export function isBlank(value: CellValue): boolean {
  return value === undefined || (typeof value === "string" && isBlankText(value));
}
