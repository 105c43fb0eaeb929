import type { CellValue } from "../model/grid.ts";

/** The values of a column, by node. Each different value has a number, so that it is examined only once: a sheet repeats a few. */
export class ColumnValues {
  readonly different: CellValue[] = [];
  /** Number of cells with each value. */
  readonly times: number[] = [];
  readonly #numbers: Int32Array;

  /** @param size number of nodes; nodes of other levels have no value */
  constructor(size: number) {
    this.#numbers = new Int32Array(size).fill(-1);
  }

  /** Takes the values of nodes one by one. @returns what takes the next one */
  adder(): (node: number, value: CellValue) => void {
    const known = new Map<CellValue, number>();
    const { different, times } = this;
    const numbers = this.#numbers;
    // Most cells repeat the one above.
    let last: CellValue;
    let number = -1;
    return (node, value) => {
      if (value !== last || number < 0) {
        number = known.get(value) ?? different.length;
        last = value;
        if (number === different.length) {
          known.set(value, number);
          different.push(value);
          times.push(0);
        }
      }
      numbers[node] = number;
      times[number] = (times[number] ?? 0) + 1;
    };
  }

  of(node: number): CellValue {
    return this.different[this.#numbers[node] ?? -1];
  }

  /** The results by node. @param found one for each different value */
  by<Result>(found: readonly Result[]): (node: number) => Result | undefined {
    return (node) => found[this.#numbers[node] ?? -1];
  }

  /** Examines each different value once, and gives the result by node; undefined for nodes of other levels. */
  each<Result>(find: (value: CellValue) => Result): (node: number) => Result | undefined {
    return this.by(this.different.map(find));
  }
}

/** Reads columns of one level, row by row: the rows of a large sheet are far apart in memory. */
export function readColumns(nodes: Int32Array, columns: readonly { readonly values: ColumnValues; readonly valueOf: (node: number) => CellValue }[]): void {
  const all = columns.map(({ values, valueOf }) => {
    const add = values.adder();
    return (node: number) => add(node, valueOf(node));
  });
  nodes.forEach((node) => {
    for (const read of all) read(node);
  });
}
