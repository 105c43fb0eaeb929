import type { CellValue } from "../model/grid.ts";

/** The values of a column, by node. Each different value has a number, so that it is examined only once: a sheet repeats a few. */
export class ColumnValues {
  readonly different: CellValue[] = [];
  /** Number of cells with each value. */
  readonly times: number[] = [];
  readonly #numbers: Int32Array;

  /** @param size number of nodes; nodes of other levels have no value */
  constructor(nodes: Int32Array, size: number, valueOf: (node: number) => CellValue) {
    this.#numbers = new Int32Array(size).fill(-1);
    const known = new Map<CellValue, number>();
    for (const node of nodes) {
      const value = valueOf(node);
      let number = known.get(value);
      if (number === undefined) {
        known.set(value, (number = this.different.length));
        this.different.push(value);
        this.times.push(0);
      }
      this.#numbers[node] = number;
      this.times[number] = (this.times[number] ?? 0) + 1;
    }
  }

  of(node: number): CellValue {
    return this.different[this.#numbers[node] ?? -1];
  }

  /** Examines each different value once, and gives the result by node; undefined for nodes of other levels. */
  each<Result>(find: (value: CellValue) => Result): (node: number) => Result | undefined {
    const found = this.different.map(find);
    return (node) => found[this.#numbers[node] ?? -1];
  }
}
