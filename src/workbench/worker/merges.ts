import type { CellPlace } from "../../core/model/address.ts";
import type { CellArea } from "../../core/model/cell-lists.ts";
import type { MergedArea } from "../../hosts/file/file-workbook.ts";

/** The merged areas of a sheet. Finds those of a row without looking at all. */
export class Merges {
  readonly #count: number;
  /** The last row that the merge, or any before it, reaches. */
  readonly #reach: Int32Array;

  /** @param data four numbers for each area, in the order of rows: row, column, last row, last column */
  constructor(private readonly data: Int32Array) {
    this.#count = Math.floor(data.length / 4);
    this.#reach = new Int32Array(this.#count);
    let reach = -1;
    for (let index = 0; index < this.#count; index++) this.#reach[index] = reach = Math.max(reach, data[index * 4 + 2] ?? 0);
  }

  /** The areas that have cells on the row. */
  onRow(row: number): MergedArea[] {
    const found: MergedArea[] = [];
    for (let index = this.#firstBelow(row) - 1; index >= 0 && (this.#reach[index] ?? -1) >= row; index--) {
      const block = this.#at(index);
      if (block.lastRow >= row) found.push(block);
    }
    return found;
  }

  /** The area that holds the cell. */
  at({ row, column }: CellPlace): MergedArea | undefined {
    return this.onRow(row).find((block) => block.column <= column && block.lastColumn >= column);
  }

  /** The area with every merged area that it touches. */
  around(area: CellArea): CellArea {
    let found = area;
    for (let isGrowing = true; isGrowing; ) {
      const before = found;
      for (let index = 0; index < this.#firstBelow(found.lastRow); index++) {
        const block = this.#at(index);
        if (isTouched(block, found) && !isInside(block, found)) found = both(block, found);
      }
      isGrowing = found !== before;
    }
    return found;
  }

  /** The first area that begins below the row. */
  #firstBelow(row: number): number {
    let low = 0;
    let high = this.#count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.data[middle * 4] ?? 0) > row) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #at(index: number): MergedArea {
    const [row = 0, column = 0, lastRow = 0, lastColumn = 0] = this.data.subarray(index * 4, index * 4 + 4);
    return { row, column, lastRow, lastColumn };
  }
}

function isTouched(one: CellArea, other: CellArea): boolean {
  return one.row <= other.lastRow && other.row <= one.lastRow && one.column <= other.lastColumn && other.column <= one.lastColumn;
}

function isInside(one: CellArea, other: CellArea): boolean {
  return one.row >= other.row && one.lastRow <= other.lastRow && one.column >= other.column && one.lastColumn <= other.lastColumn;
}

/** The smallest area that holds two. */
export function both(one: CellArea, other: CellArea): CellArea {
  return {
    row: Math.min(one.row, other.row),
    column: Math.min(one.column, other.column),
    lastRow: Math.max(one.lastRow, other.lastRow),
    lastColumn: Math.max(one.lastColumn, other.lastColumn),
  };
}
