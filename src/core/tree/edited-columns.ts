import { isDitto } from "../form/marks.ts";
import { isBlank } from "../form/reader.ts";
import type { FormColumn } from "../form/schema.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { bandAt } from "../table/bands.ts";
import { withoutGradeCounts } from "../table/grade-counts.ts";
import { foldHeader } from "../table/header.ts";
import { countFilled, fewestWords, headsIn, shareHeads, wordsOf, type Head } from "../table/heads.ts";
import { sampledRows } from "../table/sample.ts";
import { hasGaps } from "../table/used-columns.ts";
import type { Items } from "./items.ts";

/**
 * The columns of edited cells, where the edits change neither where the table is nor its items: statuses, pages and names of the innermost items, far below
 * what tells the table, on rows whose code stands, with nothing that reads like a header, is merged or repeats the cell above. Undefined for any other
 * edits: cells of outer items also tell where a block ends.
 * @param grid after the edits; `items` were read before
 */
export function editedColumns(items: Items, grid: Grid, cells: readonly CellPlace[]): ReadonlySet<FormColumn> | undefined {
  const table = new EditedTable(items, grid);
  const columns = cells.map((at) => (table.isPlain ? table.columnAt(at) : undefined));
  if (columns.includes(undefined)) return undefined;
  shareHeads(items.grid, grid);
  return new Set(columns.filter((column) => column !== undefined));
}

/** Rows in which a column that is used has another cell. */
const nearby = 200;

class EditedTable {
  readonly #code: number | undefined;
  readonly #headerWords: ReadonlySet<string>;
  /** The first row that does not tell where the table is. */
  readonly #firstFar: number;
  readonly isPlain: boolean;

  constructor(
    readonly items: Items,
    readonly grid: Grid,
  ) {
    const { table, reader, grid: before } = items;
    const first = table.rows[0]?.row ?? before.rowCount;
    const heads = headsIn(before);
    const code = reader.codeColumn(reader.innermost);
    this.#code = code?.holds === "code" && reader.codeOf(code).key !== "given" ? table.columns.get(code.id) : undefined;
    const header = Array.from({ length: first - table.first.row }, (_, index) => before.row(table.first.row + index));
    this.#headerWords = new Set([...heads.flatMap(({ words }) => [...words]), ...header.flat().flatMap(wordOf)]);
    const isOne = table.breaks.length === 0 && (table.broken ?? []).length === 0 && table.depths === undefined;
    const isBelowBand = ({ row }: Head) => bandAt(before, row + 1) !== undefined || bandAt(before, row + 2) !== undefined;
    this.#firstFar = farBelow(before, first);
    this.isPlain = isOne && heads.every((head) => head.row < first && !isBelowBand(head)) && !hasGaps(before, heads[0]?.row ?? 0) && withoutGradeCounts(grid) === grid;
  }

  /** The column of an edited cell. */
  columnAt({ row, column: place }: CellPlace): FormColumn | undefined {
    const { table, reader } = this.items;
    const index = this.#indexOf(row);
    const [column, ...others] = reader.form.columns.filter(({ id }) => table.columns.get(id) === place);
    if (row < this.#firstFar || index === undefined || !column || others.length > 0) return undefined;
    const isPlain = column.holds === "status" || column.holds === "page" || column.holds === "text";
    if (!isPlain || reader.depthOf(column.level) < reader.innermost) return undefined;
    const isData = [this.items.grid, this.grid].every((grid) => this.#isData(grid.row(row)) && !this.#repeats(grid, row, place));
    const isBelow = row === this.grid.rowCount - 1 || (table.rows[index + 1]?.row === row + 1 && this.#hasCode(row + 1));
    return isData && isBelow && this.#isUsedAbove(row, place) ? column : undefined;
  }

  #indexOf(row: number): number | undefined {
    const { rows } = this.items.table;
    let low = 0;
    for (let high = rows.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((rows[middle]?.row ?? Infinity) < row) low = middle + 1;
      else high = middle;
    }
    return rows[low]?.row === row && rows[low]?.shift === 0 ? low : undefined;
  }

  /** True where the column is used, whatever the edited cell holds. */
  #isUsedAbove(row: number, place: number): boolean {
    for (let above = row - 1; above >= row - nearby; above--) if (!isBlank(this.grid.value(above, place))) return true;
    return false;
  }

  #hasCode(row: number): boolean {
    return this.#code !== undefined && !isBlank(this.grid.value(row, this.#code));
  }

  /** True for a row that no one takes for a header, a total, a band or a note: its code alone tells. */
  #isData(cells: readonly CellValue[]): boolean {
    const code = this.#code === undefined ? undefined : cells[this.#code];
    const column = this.items.reader.codeColumn(this.items.reader.innermost);
    const isCode = column !== undefined && typeof code === "string" && this.items.reader.fits(column, code, this.grid);
    return isCode && wordsOf(cells).size === 0 && countFilled(cells, fewestWords) === fewestWords && !cells.flatMap(wordOf).some((word) => this.#headerWords.has(word));
  }

  /** True where the cell is merged, or a ditto, or one stands below it. */
  #repeats(grid: Grid, row: number, column: number): boolean {
    return [row, row + 1].some((each) => {
      const value = grid.value(each, column);
      return grid.anchorRow(each, column) !== each || isDitto(value);
    });
  }
}

/** The row below a number of filled ones. */
function farBelow(grid: Grid, from: number): number {
  let row = from;
  for (let filled = 0; row < grid.rowCount && filled <= sampledRows; row++) if (grid.row(row).length > 0) filled++;
  return row;
}

function wordOf(value: CellValue): readonly string[] {
  return typeof value === "string" ? [foldHeader(value)] : [];
}
