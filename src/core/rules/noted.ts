import type { CellPlace } from "../model/address.ts";
import type { CellNote } from "../model/grid.ts";
import type { FormColumn } from "../form/schema.ts";
import type { Evaluation, NodeCell, TreeNode } from "../tree/evaluation.ts";

/** The cells of nodes with the note. Few sheets have any, so cells are looked at only where one does. */
export function* notedCells(evaluation: Evaluation, note: CellNote): Generator<NodeCell> {
  const { grid } = evaluation;
  if (!grid.hasAny(note)) return;
  for (let node = 0; node < evaluation.tree.size; node++) {
    for (const column of evaluation.isMissing(node) ? [] : evaluation.columns(evaluation.depthOf(node))) {
      for (const at of placesOf(evaluation, node, column)) {
        if (grid.has(note, at.row, at.column)) yield { node, column, at, value: grid.value(at.row, at.column) };
      }
    }
  }
}

function placesOf(evaluation: Evaluation, node: TreeNode, column: FormColumn): readonly CellPlace[] {
  const own = evaluation.cellOf(node, column);
  const below = evaluation.deviating(node).filter((at) => at.column === evaluation.table.columns.get(column.id));
  return own ? [own, ...below] : below;
}
