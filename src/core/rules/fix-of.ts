import type { CellEdit, Fix } from "../model/finding.ts";
import type { Evaluation, NodeCell } from "../tree/evaluation.ts";

/** A fix that writes a text into a cell, and into those below that repeat the same fault. */
export function fixOf(evaluation: Evaluation, cell: NodeCell, to: string, safety: Fix["safety"]): Fix {
  const asText = cell.column.holds === "code" ? ({ numberFormat: "@" } as const) : {};
  const edit = (at: CellEdit["at"]): CellEdit => ({ at, from: cell.value, to, ...asText });
  return { safety, edits: [edit(cell.at), ...evaluation.repeatsOf(cell).map(edit)] };
}
