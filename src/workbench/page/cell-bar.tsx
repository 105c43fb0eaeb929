import { useSyncExternalStore } from "react";
import { a1, a1Range } from "../../core/model/address.ts";
import { showHidden } from "../../core/wording/hidden.ts";
import { FormulaSign } from "../grid/formula-sign.tsx";
import type { Selected } from "../grid/ranges.ts";
import type { SheetScene } from "../state/workspace-state.ts";
import { useWorkbenchTexts } from "../state/texts.ts";

interface CellBarProps {
  readonly scene: SheetScene;
  readonly selected: Selected | undefined;
}

/** The selected cells' address and size, and the active cell's text with hidden characters visible. */
export function CellBar({ scene, selected }: CellBarProps) {
  const words = useWorkbenchTexts();
  useSyncExternalStore(scene.rows.subscribe, scene.rows.version);
  const cell = selected && scene.rows.row(selected.at.row)?.cells.find(({ column }) => column === selected.at.column);
  const { area } = selected ?? {};
  return (
    <div className="cell-bar" role="group" aria-label={words.cell}>
      <span className="cell-name">{selected ? a1(selected.at) : ""}</span>
      <span role="status" className="cell-range">
        {selected?.isRange === true && area && words.range(a1Range({ row: area.row, column: area.column }, { row: area.lastRow, column: area.lastColumn }), area.lastRow - area.row + 1, area.lastColumn - area.column + 1)}
      </span>
      {cell?.formula !== undefined && (
        <span className="cell-formula">
          <FormulaSign />
          {cell.formula === "=" ? words.formula : showHidden(cell.formula)}
        </span>
      )}
      <span className="cell-text">{selected ? showHidden(cell?.text ?? "") : words.noCell}</span>
    </div>
  );
}
