import { isDitto } from "../form/marks.ts";
import { isBlank } from "../form/reader.ts";
import type { Term } from "../form/schema.ts";
import type { StatusReader, StatusReading } from "../form/vocabulary.ts";
import type { CellPlace } from "../model/address.ts";
import type { Grid } from "../model/grid.ts";
import type { Table } from "../table/find.ts";

/** A status that says the same as the one above it. */
export interface DittoReading {
  readonly kind: "same";
  readonly term: Term;
}

/** The cells of a table that say the same as those above them. */
export class Dittos {
  /** By column: the rows with dittos, and the texts that they stand for. */
  readonly #texts = new Map<number, ReadonlyMap<number, string>>();

  constructor(
    private readonly grid: Grid,
    private readonly table: Table,
  ) {}

  /** What the text of a status at this place says, a ditto what stands above it. */
  read(reader: StatusReader, text: string, at: CellPlace): StatusReading | DittoReading {
    const reading = reader.read(text);
    const above = reading.kind === "ditto" ? this.#above(at) : undefined;
    const same = above === undefined ? reading : reader.read(above);
    return above !== undefined && "term" in same && same.kind !== "elsewhere" ? { kind: "same", term: same.term } : reading;
  }

  /** The text above that is no ditto; undefined where there is none. */
  #above({ row, column }: CellPlace): string | undefined {
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
