import { columnLetters } from "../../core/model/address.ts";
import { useWorkbenchTexts } from "../state/texts.ts";
import { headHeight, headWidth, type SheetGeometry } from "./sheet.ts";

interface ColumnHeadsProps {
  readonly geometry: SheetGeometry;
  readonly frozenColumns: readonly number[];
  readonly columns: readonly number[];
  /** The selected columns; -1 where there are none. */
  readonly first: number;
  readonly last: number;
}

/** The column letters. */
export function ColumnHeads({ geometry, frozenColumns, columns, first, last }: ColumnHeadsProps) {
  const words = useWorkbenchTexts();
  const draw = (column: number) => <ColumnHead key={column} column={column} geometry={geometry} isSelected={column >= first && column <= last} />;
  return (
    <div role="row" aria-rowindex={1} className="row column-heads" style={{ height: headHeight }}>
      <div role="presentation" className="pinned">
        <div role="columnheader" aria-colindex={1} className="row-head" data-head="all" style={{ width: headWidth, height: headHeight }}>
          <span className="visually-hidden">{words.rowNumbers}</span>
        </div>
        {frozenColumns.map(draw)}
      </div>
      {columns.map(draw)}
    </div>
  );
}

interface ColumnHeadProps {
  readonly column: number;
  readonly geometry: SheetGeometry;
  readonly isSelected: boolean;
}

function ColumnHead({ column, geometry: { columns }, isSelected }: ColumnHeadProps) {
  const words = useWorkbenchTexts();
  if (columns.size(column) === 0) return null;
  const first = columns.hiddenBefore(column);
  const hidden = first === undefined ? undefined : words.hiddenColumns(columnLetters(first), columnLetters(column - 1));
  return (
    <div
      role="columnheader"
      aria-colindex={column + 2}
      className="column-head"
      data-head="column"
      data-at={column}
      data-selected={isSelected}
      data-after-hidden={hidden !== undefined}
      title={hidden}
      style={{ left: headWidth + columns.start(column) - 1, width: columns.size(column) + 1, height: headHeight }}
    >
      {columnLetters(column)}
      {hidden !== undefined && <span className="visually-hidden">{hidden}</span>}
    </div>
  );
}
