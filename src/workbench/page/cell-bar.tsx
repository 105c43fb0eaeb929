import { useSyncExternalStore } from "react";
import { a1, type CellPlace } from "../../core/model/address.ts";
import { showHidden } from "../../core/wording/hidden.ts";
import type { SheetScene } from "../state/workspace-state.ts";
import { useWorkbenchTexts } from "../state/texts.ts";

/** The selected cell's address, and its text with hidden characters visible. */
export function CellBar({ scene, selection }: { readonly scene: SheetScene; readonly selection: CellPlace | undefined }) {
  const words = useWorkbenchTexts();
  useSyncExternalStore(scene.rows.subscribe, scene.rows.version);
  const cell = selection && scene.rows.row(selection.row)?.cells.find(({ column }) => column === selection.column);
  return (
    <div className="cell-bar" role="group" aria-label={words.cell}>
      <span className="cell-name">{selection ? a1(selection) : ""}</span>
      <span className="cell-text">{selection ? showHidden(cell?.text ?? "") : words.noCell}</span>
    </div>
  );
}
