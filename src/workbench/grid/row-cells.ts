import type { MergedArea } from "../../hosts/file/file-workbook.ts";
import type { RowView } from "../worker/messages.ts";
import type { SheetGeometry } from "./sheet.ts";

/** Position and extent of a cell in a row. */
export interface PlacedCell {
  readonly column: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** How far a text that is not wrapped may overflow into empty neighbours. */
  readonly spill: number;
}

/** The cells to render on a row, for these columns, without those covered by merged areas. Nothing reaches below `lastRow`. */
export function placedCells({ row, cells }: RowView, geometry: SheetGeometry, columns: readonly number[], lastRow: number): PlacedCell[] {
  const merges = geometry.merges.onRow(row);
  const filled = new Set(cells.flatMap(({ column, text }) => (text === "" ? [] : [column])));
  const drawn = new Set<number>();
  return columns.flatMap((column) => {
    const block = merges.find((each) => each.column <= column && each.lastColumn >= column);
    const first = block ? block.column : column;
    if (drawn.has(first) || (block && block.row !== row) || geometry.columns.span(first, block?.lastColumn ?? first) === 0) return [];
    drawn.add(first);
    const spill = block || !filled.has(first) ? 0 : spillOf(first, merges, filled, geometry);
    return [placed({ row, column: first, lastRow: row, lastColumn: first, ...block }, geometry, lastRow, spill)];
  });
}

function placed({ row, column, lastRow, lastColumn }: MergedArea, { rows, columns }: SheetGeometry, limit: number, spill: number): PlacedCell {
  const last = Math.min(lastRow, limit);
  return {
    column,
    left: columns.start(column),
    width: columns.span(column, lastColumn),
    height: rows.span(row, last),
    columnSpan: lastColumn - column + 1,
    rowSpan: last - row + 1,
    spill,
  };
}

function spillOf(column: number, merges: readonly MergedArea[], filled: ReadonlySet<number>, { columns }: SheetGeometry): number {
  let last = column;
  const isFree = (at: number) => at < columns.count && !filled.has(at) && !merges.some((each) => each.column <= at && each.lastColumn >= at);
  while (isFree(last + 1) && last - column < 40) last++;
  return columns.span(column, last);
}
