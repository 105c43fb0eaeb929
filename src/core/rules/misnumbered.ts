import type { Evaluation, TreeNode } from "../tree/evaluation.ts";
import { familiesOf } from "../tree/families.ts";

/** Nodes above the innermost level whose number the block below contradicts, and which do not follow the node before them either. */
export function misnumbered(evaluation: Evaluation): ReadonlySet<TreeNode> {
  const found = new Set<TreeNode>();
  if (!evaluation.tree.contradicted.includes(1)) return found;
  for (let depth = 0; depth < evaluation.reader.innermost; depth++) {
    if (evaluation.reader.codes[depth]?.key !== "nested") continue;
    for (const siblings of familiesOf(evaluation, depth)) {
      siblings.forEach((node, index) => {
        if (evaluation.isContradicted(node) && !evaluation.namesOtherParent(node) && !follows(evaluation, node, siblings[index - 1])) found.add(node);
      });
    }
  }
  return found;
}

function follows(evaluation: Evaluation, node: TreeNode, before: TreeNode | undefined): boolean {
  return evaluation.code(node)?.at(-1) === (before === undefined ? 0 : evaluation.number(before)) + 1;
}
