import type { Evaluation } from "./evaluation.ts";
import type { TreeNode } from "./tree.ts";

/**
 * The nodes whose code a node above them has. A code that names another parent is wrong for that reason alone, and one that the rest of its block
 * contradicts takes its number from nobody.
 */
export function findDuplicates(evaluation: Evaluation): ReadonlyMap<TreeNode, TreeNode> {
  const duplicates = new Map<TreeNode, TreeNode>();
  evaluation.reader.codes.forEach(({ key }, depth) => {
    const nodes = evaluation.nodesOf(depth);
    if (key === "none" || (key === "nested" && rises(evaluation, nodes))) return;
    const first = new Map<string, TreeNode>();
    for (const node of nodes) {
      if (evaluation.reading(node).kind === "blank" || evaluation.isMissing(node) || evaluation.namesOtherParent(node)) continue;
      const text = keyOf(evaluation, node, depth);
      if (text === undefined) continue;
      const earlier = first.get(text);
      if (earlier !== undefined) duplicates.set(node, earlier);
      else if (!evaluation.isContradicted(node)) first.set(text, node);
    }
  });
  return duplicates;
}

/** What must not stand twice: the code; for a restarting number together with its parent. Undefined where none is read. */
function keyOf(evaluation: Evaluation, node: TreeNode, depth: number): string | undefined {
  const { given, codes } = evaluation.reading(node);
  const key = evaluation.reader.codes[depth]?.key;
  if (key === "given") return given === "" ? undefined : evaluation.reader.fold(given);
  if (codes.length === 0) return undefined;
  const own = evaluation.code(node)?.join("-") ?? "";
  return key === "restarting" ? `${evaluation.parent(node)} ${own}` : own;
}

/** True where all are as expected and every number is above the one before: the usual case, and none can be a duplicate. */
function rises(evaluation: Evaluation, nodes: Int32Array): boolean {
  let parent = -1;
  let last = 0;
  for (const node of nodes) {
    if (evaluation.isContradicted(node)) return false;
    const number = evaluation.number(node);
    const under = evaluation.parentKey(node);
    if (under === parent ? number <= last : under < parent) return false;
    parent = under;
    last = number;
  }
  return true;
}
