import type { CellWrite, Clash, EditCells, WrittenCell } from "../../../core/model/changes.ts";
import { a1, withoutSheet, type CellPlace } from "../../../core/model/address.ts";
import { formatToSet, mayBeRetyped } from "../../../core/model/cell-text.ts";
import { isSameValue, type CellValue } from "../../../core/model/grid.ts";
import { Refusal } from "../../../core/model/refusal.ts";
import type { Watch } from "../../../core/model/ports.ts";
import { cellValue, holds, rectangle } from "../read/cells.ts";
import type { ExcelSession } from "../exchange/exchange.ts";
import { sheetsOf } from "../exchange/ranges.ts";
import { sleep } from "../../../core/model/pace.ts";

/** One cell of a workbook, and the text to write into it. */
interface SheetCell {
  readonly sheet: string;
  readonly edit: Pick<CellWrite, "at"> & Partial<Pick<CellWrite, "to">>;
}

/** One cell to write. Cells are written one by one, by address: a block would be written past filtered rows (OfficeDev/office-js#224). */
export interface SheetEdit extends SheetCell {
  readonly edit: CellWrite;
}

/** One cell with its final content. */
export interface PlannedEdit extends SheetEdit {
  /** The cell's present number format. */
  readonly formerFormat: string;
  /** The cell's final number format. */
  readonly format: string;
}

/** The present content of a cell. */
interface CellNow {
  readonly value: CellValue;
  readonly format: string;
  readonly formula: unknown;
}

/** The result of comparing the cells of a plan. */
export interface Compared {
  /** The cells that a write changes, each once, with their final content. */
  readonly needed: readonly PlannedEdit[];
  /** The edits that restore each of them. */
  readonly former: readonly SheetEdit[];
  /** All cells, with their present number formats. */
  readonly written: readonly WrittenCell[];
}

/** Cells of one request: each is an object to Excel, and its text may be long. Office.js makes the request in one task, which for 1,000 cells takes over 50 ms. */
const cellsPerTrip = 500;
const textPerTrip = 400_000;

export function sheetEdits(changes: readonly EditCells[]): readonly SheetEdit[] {
  return changes.flatMap(({ sheet, edits }) => edits.map((edit) => ({ sheet, edit })));
}

/** Splits cells into pieces of one request each. Where there are several, the making of each is a task of its own, apart from the click and from the answer to the last. */
export async function* trips<Edit extends SheetCell>(edits: readonly Edit[]): AsyncGenerator<readonly Edit[], void> {
  const all = pieces(edits);
  for (const part of all) {
    if (all.length > 1) await sleep(0);
    yield part;
  }
}

function pieces<Edit extends SheetCell>(edits: readonly Edit[]): readonly (readonly Edit[])[] {
  const all: Edit[][] = [];
  let text = 0;
  for (const edit of edits) {
    const last = all.at(-1);
    const { length } = String(edit.edit.to ?? "");
    text += length;
    if (last !== undefined && last.length < cellsPerTrip && text <= textPerTrip) last.push(edit);
    else {
      all.push([edit]);
      text = length;
    }
  }
  return all;
}

/** Reads single cells, before and after they are written. */
export class CellLooks {
  /** @param passed told after each request how many cells it had */
  constructor(
    private readonly session: ExcelSession,
    private readonly watch: Watch | undefined,
    private readonly passed: (cells: number) => void = () => undefined,
  ) {}

  /**
   * Compares every cell with what was read.
   * @throws {Refusal} moved, naming the first cell that differs; formula, naming every formula cell, since a formula could not be restored
   */
  async compare(edits: readonly SheetEdit[]): Promise<Compared> {
    const plan = new Map<string, { readonly edit: PlannedEdit; readonly now: CellNow }>();
    const written: WrittenCell[] = [];
    const formulas: string[] = [];
    await this.#each(edits, ({ sheet, edit }, now) => {
      const key = keyOf({ sheet, edit });
      // A second edit of a cell starts from the result of the first.
      const earlier = plan.get(key)?.edit;
      if (!isSameValue(earlier ? earlier.edit.to : now.value, edit.from)) throw new Refusal("moved", a1(edit.at));
      if (isFormula(now)) formulas.push(a1(edit.at));
      const formerFormat = earlier?.format ?? now.format;
      const format = formatToSet(edit) ?? formerFormat;
      plan.set(key, { edit: { sheet, formerFormat: now.format, format, edit: { at: edit.at, from: now.value, to: edit.to } }, now });
      written.push({ ...edit, formerFormat });
    });
    if (formulas.length > 0) throw new Refusal("formula", formulas.join(" "));
    const changing = [...plan.values()].filter(({ edit: { edit, format }, now }) => !isSameValue(now.value, edit.to) || format !== now.format);
    const needed = changing.map(({ edit }) => edit);
    const former = changing.map(({ edit, now }) => formerOf(edit, now));
    return { needed, former, written };
  }

  /** The cells that differ from what was written, for example a text that became a formula. */
  async clashes(edits: readonly SheetEdit[]): Promise<readonly Clash[]> {
    const clashes: Clash[] = [];
    await this.#each(lastOfEach(edits), ({ edit }, now) => {
      if (isFormula(now) || !holds(now.value, edit.to)) clashes.push({ at: edit.at });
    });
    return clashes;
  }

  /** The present content of cells, in the order asked for. */
  async values(sheet: string, places: readonly CellPlace[]): Promise<readonly CellValue[]> {
    const values: CellValue[] = [];
    await this.#each(places.map((at) => ({ sheet, edit: { at } })), (_, { value }) => values.push(value));
    return values;
  }

  async #each<Cell extends SheetCell>(cells: readonly Cell[], look: (cell: Cell, now: CellNow) => void): Promise<void> {
    for await (const part of trips(cells)) {
      const found = await this.session.exchange(
        (context) => {
          const ranges = rangesOf(context, part).map((range) => range.load("values,valueTypes,numberFormat,formulas"));
          return () => ranges.map(cellNow);
        },
        { watch: this.watch },
      );
      part.forEach((cell, index) => {
        const now = found[index];
        if (now !== undefined) look(cell, now);
      });
      this.passed(part.length);
    }
  }
}

/**
 * Queues writes. The format comes first: a code that has become a date would stay one if "@" came later. A text that
 * Excel would take for a number or a date is written as text, and gets its own format afterwards, which keeps the text.
 */
export function queueEdits(context: Excel.RequestContext, edits: readonly PlannedEdit[]): void {
  rangesOf(context, edits).forEach((range, index) => {
    const edit = edits[index];
    if (edit === undefined) return;
    const { to } = edit.edit;
    const passing = typeof to === "string" && mayBeRetyped(to) ? "@" : edit.format;
    if (passing !== edit.formerFormat) range.numberFormat = [[passing]];
    range.values = [[to]];
    if (passing !== edit.format) range.numberFormat = [[edit.format]];
  });
}

/** The ranges of cells, in their order. */
function rangesOf(context: Excel.RequestContext, cells: readonly SheetCell[]): readonly Excel.Range[] {
  const sheetOf = sheetsOf(context);
  return cells.map(({ sheet, edit }) => sheetOf(sheet).getRange(a1(withoutSheet(edit.at))));
}

function formerOf({ sheet, edit }: SheetEdit, { value, format }: CellNow): SheetEdit {
  const to = value === undefined ? "" : typeof value === "object" ? value.error : value;
  return { sheet, edit: { at: edit.at, from: edit.to, to, numberFormat: format } };
}

/** Excel gives a cell's value for its formula where it has none. */
export function isFormula({ formula, value }: Pick<CellNow, "formula" | "value">): boolean {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value;
}

function cellNow(range: Excel.Range): CellNow {
  const one = (given: unknown): unknown => rectangle(given, 1, 1)[0]?.[0];
  const format = one(range.numberFormat);
  return {
    value: cellValue(one(range.values), one(range.valueTypes)),
    format: typeof format === "string" ? format : "General",
    formula: one(range.formulas),
  };
}

/** One edit for each cell: its final content. */
export function lastOfEach(edits: readonly SheetEdit[]): readonly SheetEdit[] {
  return [...new Map(edits.map((edit) => [keyOf(edit), edit])).values()];
}

function keyOf({ sheet, edit }: SheetEdit): string {
  return `${a1(edit.at)} ${sheet}`;
}
