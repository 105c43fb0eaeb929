import { isDitto } from "../form/marks.ts";
import { isBlank, type FormReader } from "../form/reader.ts";
import type { FormColumn } from "../form/schema.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import type { Table } from "../table/find.ts";
import { absentCode, readCode, type CodeReading } from "./code-reading.ts";
import type { CodeKey, CodeKeys } from "./keys.ts";

interface Placed {
  readonly column: FormColumn;
  readonly place: number;
}

/** The cells of one level of a table. */
export class LevelCells {
  /** The cells that tell whether a row has something of the level. Numbers, sections and notes may be on every row. */
  readonly columns: readonly Placed[];
  readonly code: Placed | undefined;
  readonly text: Placed | undefined;

  constructor(
    readonly grid: Grid,
    readonly table: Table,
    readonly reader: FormReader,
    readonly depth: number,
  ) {
    const placed = reader.columnsOf(depth).flatMap((column) => {
      const place = table.columns.get(column.id);
      return place === undefined ? [] : [{ column, place }];
    });
    this.columns = placed.filter(({ column }) => column.holds !== "number" && column.holds !== "section" && column.holds !== "note");
    this.code = placed.find(({ column }) => column.holds === "code" || column.holds === "label");
    this.text = placed.find(({ column }) => column.holds === "text" || column.holds === "label");
  }

  /** True where the level has only a code or a title: its cells are labels, which may be on a wrong row. */
  get isLabel(): boolean {
    return this.code !== undefined && this.columns.every(({ column }) => column.holds === "label" || column.holds === "code");
  }

  /** By row of the table: 1 where a cell of the level is filled. @param shifted true where the cells are right of their columns, as the row tells */
  filledRows(shifted: boolean): Uint8Array {
    const { rows } = this.table;
    const filled = new Uint8Array(rows.length);
    rows.forEach(({ row, shift }, index) => {
      if (this.isOwnRow(row) && this.#isFilled(this.grid.row(row), shifted ? shift : 0)) filled[index] = 1;
    });
    return filled;
  }

  /** False for a row of another level that shares the level's columns. */
  isOwnRow(row: number): boolean {
    return (this.table.depths?.get(row) ?? this.depth) === this.depth;
  }

  #isFilled(cells: readonly CellValue[], shift: number): boolean {
    for (const { place } of this.columns) {
      const value = cells[place + shift];
      if (value !== undefined && !isBlank(value)) return true;
    }
    return false;
  }

  readCode(row: number, shift = 0): CodeReading {
    if (!this.code) return absentCode;
    return readCode(this.reader, this.code.column, this.grid, { row, column: this.code.place + shift });
  }

  /** The key of a code in the form's own writing, as nearly all are; 0 for any other cell. */
  plainKey(row: number, shift: number, codes: CodeKeys): CodeKey {
    if (this.code?.column.holds !== "code") return 0;
    const value = this.grid.value(row, this.code.place + shift);
    const code = typeof value === "string" ? this.reader.codes[this.depth]?.plain(value, this.grid.rowCount) : undefined;
    return code ? codes.of(code) : 0;
  }

  /** The filled cells of a row that differ from those of another row. */
  deviating(firstRow: number, row: number): readonly CellPlace[] {
    const found: CellPlace[] = [];
    for (const { column, place } of this.columns) {
      const value = this.grid.value(row, place);
      const isSame = value === this.grid.value(firstRow, place) || (column.holds === "text" && isDitto(value));
      if (!isBlank(value) && !isSame) found.push({ row, column: place });
    }
    return found;
  }
}
