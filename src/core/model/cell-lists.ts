/** An area of cells, zero-based, the last row and column included. */
export interface CellArea {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** The areas of one column, by their first row. */
type ColumnAreas = readonly { readonly row: number; readonly lastRow: number; readonly texts: ReadonlySet<string> }[];

/** The only texts that some cells take. */
export class CellLists {
  readonly #areas: { readonly area: CellArea; readonly texts: ReadonlySet<string> }[] = [];
  /** Built for a column on first use: few fixes touch a cell with a list. */
  readonly #columns = new Map<number, ColumnAreas>();

  add(area: CellArea, texts: ReadonlySet<string>): void {
    this.#areas.push({ area, texts });
  }

  /** True if the cell has no list, or its list contains the text. */
  allows(row: number, column: number, text: string): boolean {
    if (this.#areas.length === 0) return true;
    const areas = this.#columns.get(column) ?? this.#areasOf(column);
    this.#columns.set(column, areas);
    let low = 0;
    let high = areas.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((areas[middle]?.row ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    const found = areas[low - 1];
    return found === undefined || row > found.lastRow || found.texts.has(text);
  }

  #areasOf(column: number): ColumnAreas {
    const inside = this.#areas.filter(({ area }) => column >= area.column && column <= area.lastColumn);
    return inside.map(({ area: { row, lastRow }, texts }) => ({ row, lastRow, texts })).sort((one, other) => one.row - other.row);
  }
}
