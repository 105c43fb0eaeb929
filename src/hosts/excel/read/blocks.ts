/** Rows of a sheet in one request; zero-based. */
export interface RowBlock {
  readonly row: number;
  readonly rows: number;
}

/**
 * Excel allows 5 MB a response on the web, and 5,000,000 cells a reading everywhere:
 * https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization
 * Blocks stay far below, since Office.js parses a response in one go and blocks the page meanwhile.
 */
const responseBytes = 1_250_000;
const cellsPerRead = 1_000_000;

/** Bytes assumed for a cell of an evaluation sheet before one was read: long texts, each letter three bytes. */
const firstGuess = 160;

/** Plans the blocks of a reading step by step. The size of the next one follows from those before. */
export class BlockPlan {
  readonly #end: number;
  #row: number;
  #bytesPerRow: number;
  #limit = Infinity;

  constructor(
    first: number,
    rows: number,
    private readonly columns: number,
  ) {
    this.#row = first;
    this.#end = first + rows;
    this.#bytesPerRow = columns * firstGuess;
  }

  /** The next block; undefined when all rows were read. */
  next(): RowBlock | undefined {
    if (this.#row >= this.#end) return undefined;
    const rows = Math.min(responseBytes / this.#bytesPerRow, cellsPerRead / this.columns, this.#limit, this.#end - this.#row);
    return { row: this.#row, rows: Math.max(1, Math.floor(rows)) };
  }

  /** Call after the block was read, with the approximate bytes of its response. */
  done(block: RowBlock, bytes: number): void {
    this.#row = block.row + block.rows;
    this.#bytesPerRow = Math.max(1, bytes / block.rows);
    // Rows differ: after a limit was met, the size grows again in steps.
    this.#limit *= 2;
  }

  /** Call after the block was too large. @returns false where it cannot be made smaller */
  halve(block: RowBlock): boolean {
    this.#limit = Math.floor(block.rows / 2);
    return block.rows > 1;
  }
}

/** Splits blocks into pieces of equal size, at most `most` in all but at least two of each block that has two rows. */
export function pieces(blocks: readonly RowBlock[], most: number): readonly RowBlock[] {
  const rows = blocks.reduce((sum, block) => sum + block.rows, 0);
  const size = Math.max(1, Math.ceil(rows / most));
  return blocks.flatMap((block) => {
    const step = Math.min(size, Math.max(1, Math.ceil(block.rows / 2)));
    return Array.from({ length: Math.ceil(block.rows / step) }, (_, index) => {
      const row = block.row + index * step;
      return { row, rows: Math.min(step, block.row + block.rows - row) };
    });
  });
}
