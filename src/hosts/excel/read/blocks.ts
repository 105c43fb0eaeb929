/** Rows of a sheet that are asked for in one request; zero-based. */
export interface RowBlock {
  readonly row: number;
  readonly rows: number;
}

/**
 * Excel allows 5 MB a response on the web, and 5,000,000 cells a reading everywhere:
 * https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization
 * Blocks stay far below: Office.js takes a response apart in one go, and the page answers to nothing meanwhile.
 */
const responseBytes = 1_500_000;
const cellsPerRead = 1_000_000;

/** Bytes that a cell of an evaluation sheet takes, before one was seen: long texts, each letter three bytes. */
const firstGuess = 160;

/** Plans the blocks of a reading as it goes: the next one is as large as the ones before let expect. */
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

  /** The block was read; its response had about so many bytes. */
  done(block: RowBlock, bytes: number): void {
    this.#row = block.row + block.rows;
    this.#bytesPerRow = Math.max(1, bytes / block.rows);
    // Rows differ: a limit that was met once is approached again in steps.
    this.#limit *= 2;
  }

  /** The block was too large. @returns false where it cannot be made smaller. */
  halve(block: RowBlock): boolean {
    this.#limit = Math.floor(block.rows / 2);
    return block.rows > 1;
  }
}

/** Cuts blocks into pieces of equal size, at most `most` of them in all but at least two of each block that has two rows. */
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
