import { levels } from "../form/levels.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellNote } from "../model/grid.ts";
import type { Evaluation, NodeCell } from "../tree/evaluation.ts";
import type { TreeNode } from "../tree/node.ts";
import type { FormColumn } from "../form/schema.ts";

/** The cells of nodes at which the note stands. Hardly any sheet has one: all cells are looked at only where it does. */
export function* notedCells(evaluation: Evaluation, note: CellNote): Generator<NodeCell> {
  const { grid } = evaluation;
  if (!grid.hasAny(note)) return;
  for (const level of levels) {
    const columns = evaluation.columns(level);
    for (const node of evaluation.nodesOf(level)) {
      for (const column of node.missing ? [] : columns) {
        for (const at of placesOf(evaluation, node, column)) {
          if (grid.has(note, at.row, at.column)) yield { node, column, at, value: grid.value(at.row, at.column) };
        }
      }
    }
  }
}

function placesOf(evaluation: Evaluation, node: TreeNode, column: FormColumn): readonly CellPlace[] {
  const own = node.level === "issue" && column.holds === "label" ? node.label?.at : evaluation.at(node, column);
  const below = node.deviating.filter((at) => at.column === evaluation.table.columns.get(column.id));
  return own ? [own, ...below] : below;
}
