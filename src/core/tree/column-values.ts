import type { CellValue } from "../model/grid.ts";

/** What stands in a column, by node: each different value has a number, so that whatever is known of it is found out once. A sheet repeats a few. */
export class ColumnValues {
  readonly different: CellValue[] = [];
  /** How often each of them stands there. */
  readonly times: number[] = [];
  readonly #numbers: Int32Array;

  /** @param size of the tree; nodes of other levels have no value */
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

  /** What is found out of each different value, to be asked for by node; undefined for nodes of other levels. */
  each<Result>(find: (value: CellValue) => Result): (node: number) => Result | undefined {
    const found = this.different.map(find);
    return (node) => found[this.#numbers[node] ?? -1];
  }
}
