/** A block of a sheet that holds values; zero-based. */
export interface UsedBlock {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Queues the question for the block with values. Formats do not count, since they may reach to the last row. */
export function usedBlock(within: Excel.Worksheet | Excel.Range): () => UsedBlock | undefined {
  const used = within.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount");
  return () =>
    used.isNullObject ? undefined : { row: used.rowIndex, column: used.columnIndex, rows: used.rowCount, columns: used.columnCount };
}

/** A sheet of so many cells is read as it is: a table of 5,000 rows, for which a question more is worth nothing. */
export const fewCells = 60_000;

/** The number of cells of blocks. */
export function cellsOf(blocks: readonly UsedBlock[]): number {
  return blocks.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
}
