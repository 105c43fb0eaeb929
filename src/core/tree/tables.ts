import type { EvaluationTree, TreeNode } from "./tree.ts";

/**
 * The table of every outermost item, by number, where its sheet has several. One whose first number goes on from the table before belongs to it: a head
 * stands again on every page.
 * @param breaks in the table's rows, where another table begins
 */
export function tablesOf(tree: EvaluationTree, breaks: readonly number[]): ReadonlyMap<TreeNode, number> {
  const tables = new Map<TreeNode, number>();
  let at = 0;
  let table = 0;
  let before = 0;
  for (const node of breaks.length === 0 ? [] : (tree.byDepth[0] ?? [])) {
    const from = tree.from[node] ?? 0;
    const number = tree.numbers[node] ?? 0;
    const isFirst = from >= (breaks[at] ?? Infinity);
    while (from >= (breaks[at] ?? Infinity)) at++;
    if (isFirst && number !== before + 1) table++;
    before = number;
    tables.set(node, table);
  }
  return tables;
}
