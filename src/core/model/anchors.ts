/** Rows of one page. */
const bits = 7;
const inPage = (1 << bits) - 1;

/** For the cells below the first one of merged areas, the row whose cell is shown. Kept in pages of one column each: a list for each row takes ten times as much. */
export class Anchors {
  /** By page, then by column: one more than the anchor's row; 0 where the cell is its own. */
  readonly #pages: (Int32Array | undefined)[][] = [];

  set(row: number, column: number, anchor: number): void {
    const page = ((this.#pages[row >> bits] ??= [])[column] ??= new Int32Array(inPage + 1));
    page[row & inPage] = anchor + 1;
  }

  /** The row itself where nothing was set. */
  of(row: number, column: number): number {
    const anchor = this.#pages[row >> bits]?.[column]?.[row & inPage] ?? 0;
    return anchor === 0 ? row : anchor - 1;
  }
}
