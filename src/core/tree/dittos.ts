import { isDitto } from "../form/marks.ts";
import { isBlank } from "../form/reader.ts";
import type { CellPlace } from "../model/address.ts";
import type { Grid } from "../model/grid.ts";
import type { Table } from "../table/find.ts";

/** The dittos of a table, with their texts. */
export class Dittos {
  /** By column: the rows with dittos, and the texts they repeat. */
  readonly #texts = new Map<number, ReadonlyMap<number, string>>();

  constructor(
    private readonly grid: Grid,
    private readonly table: Table,
  ) {}

  /** The nearest text above that is not a ditto; undefined where there is none. */
  textAt({ row, column }: CellPlace): string | undefined {
    const known = this.#texts.get(column) ?? this.#textsIn(column);
    this.#texts.set(column, known);
    return known.get(row);
  }

  #textsIn(column: number): ReadonlyMap<number, string> {
    const found = new Map<number, string>();
    let last: string | undefined;
    for (const { row } of this.table.rows) {
      const value = this.grid.value(row, column);
      if (typeof value !== "string" || isBlank(value)) continue;
      if (!isDitto(value)) last = value;
      else if (last !== undefined) found.set(row, last);
    }
    return found;
  }
}
