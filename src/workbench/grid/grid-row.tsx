import { memo, useMemo } from "react";
import { useWorkbenchTexts } from "../state/texts.ts";
import type { RowView } from "../worker/messages.ts";
import type { CellPaint } from "./cell-paint.ts";
import { GridCell } from "./grid-cell.tsx";
import type { RowNotes } from "./notes.ts";
import { edgesAt } from "./ranges.ts";
import { placedCells } from "./row-cells.ts";
import { headWidth, type SheetGeometry } from "./sheet.ts";

interface GridRowProps {
  readonly row: number;
  readonly top: number;
  readonly view: RowView | undefined;
  readonly geometry: SheetGeometry;
  readonly paints: readonly CellPaint[];
  readonly frozenColumns: readonly number[];
  /** Columns in view beside the frozen ones. */
  readonly columns: readonly number[];
  /** The other rows begin below the frozen ones: merged areas are cut there. */
  readonly lastRow: number;
  readonly notes: RowNotes | undefined;
  /** The selected cell's column, -1 where it is on another row. */
  readonly selected: number;
  /** The parts of the selected area and of the copied one on the row, as `rangeOn` tells them. */
  readonly range: string;
  readonly copied: string;
}

/** A row: its number, its frozen cells and the others in view. Only its number until its cells have arrived; rerendered only after a change. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, top, view, geometry, frozenColumns, columns, lastRow } = props;
  const pinned = useMemo(() => (view ? placedCells(view, geometry, frozenColumns, lastRow) : []), [view, geometry, frozenColumns, lastRow]);
  const cells = useMemo(
    () => (view ? placedCells(view, geometry, columns, lastRow).filter(({ column }) => column >= frozenColumns.length) : []),
    [view, geometry, frozenColumns, columns, lastRow],
  );
  return (
    <div role="row" aria-rowindex={row + 2} data-row={row} className="row" style={{ transform: `translateY(${top}px)`, height: geometry.rows.size(row) }}>
      <div role="presentation" className="pinned">
        <RowHead row={row} geometry={geometry} isSelected={props.selected >= 0 || props.range !== ""} />
        {pinned.map((cell) => draw(cell, props))}
      </div>
      {cells.map((cell) => draw(cell, props))}
    </div>
  );
});

function draw(cell: ReturnType<typeof placedCells>[number], { row, view, geometry, paints, notes, selected, range, copied }: GridRowProps) {
  const shown = view?.cells.find(({ column }) => column === cell.column);
  return (
    <GridCell
      key={cell.column}
      id={`cell-${row}-${cell.column}`}
      cell={cell}
      view={shown}
      paint={paints[shown?.style ?? 0]}
      notes={notes}
      zoom={geometry.zoom}
      isActive={cell.column === selected}
      edges={edgesAt(range, cell)}
      copied={edgesAt(copied, cell)}
    />
  );
}

interface RowHeadProps {
  readonly row: number;
  readonly geometry: SheetGeometry;
  readonly isSelected: boolean;
}

function RowHead({ row, geometry: { rows }, isSelected }: RowHeadProps) {
  const words = useWorkbenchTexts();
  const first = rows.hiddenBefore(row);
  const hidden = first === undefined ? undefined : words.hiddenRows(first + 1, row);
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      className="row-head"
      data-head="row"
      data-at={row}
      data-selected={isSelected}
      data-after-hidden={hidden !== undefined}
      title={hidden}
      style={{ width: headWidth, height: rows.size(row) }}
    >
      {row + 1}
      {hidden !== undefined && <span className="visually-hidden">{hidden}</span>}
    </div>
  );
}
