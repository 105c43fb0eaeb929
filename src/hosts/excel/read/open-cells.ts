import type { UsedBlock } from "./used-block.ts";

/** Cells that may be read once more to ask for one range instead of two. */
const slack = 50;
const rowsPerRange = 1000;
/** A range costs Excel about as much as writing a cell; so many cells with their types and formats are a megabyte. */
const rangesPerTrip = 500;
const cellsPerTrip = 25_000;

/** True where a cell's value alone does not tell what it holds: a number may be a date or a rich value, and "#REF!" a text or an error. */
function isOpen(value: unknown): boolean {
  return typeof value === "string" ? value.startsWith("#") : value !== null && value !== undefined;
}

interface Range extends UsedBlock {
  rows: number;
}

/** The cells whose types and number formats are still to be asked for, as ranges of one column. Cells of a column come from top to bottom. */
export class OpenCells {
  readonly #ranges: Range[] = [];
  /** By column, the range noted last. */
  readonly #last = new Map<number, Range>();

  /** Notes those of a row, of which the first cell is in a column. */
  note(row: number, column: number, values: readonly unknown[]): void {
    for (let place = 0; place < values.length; place++) if (isOpen(values[place])) this.#add(row, column + place);
  }

  #add(row: number, column: number): void {
    const last = this.#last.get(column);
    const rows = last ? row - last.row + 1 : Infinity;
    if (last && rows <= rowsPerRange && rows - last.rows <= slack) {
      last.rows = rows;
      return;
    }
    const range = { row, column, rows: 1, columns: 1 };
    this.#ranges.push(range);
    this.#last.set(column, range);
  }

  /** The ranges of each request. */
  trips(): readonly (readonly UsedBlock[])[] {
    const trips: UsedBlock[][] = [];
    let cells = Infinity;
    for (const range of this.#ranges) {
      const last = trips.at(-1);
      cells += range.rows;
      if (last && last.length < rangesPerTrip && cells <= cellsPerTrip) last.push(range);
      else {
        trips.push([range]);
        cells = range.rows;
      }
    }
    return trips;
  }
}
