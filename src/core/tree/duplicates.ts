import { isUnder, type Code } from "../form/code.ts";
import type { TreeNode } from "./node.ts";

/** The code that the node must stand under: none for an issue. */
function parentCode(node: TreeNode): Code {
  return node.level === "issue" ? [] : node.level === "strategy" ? node.issue.expectedCode : node.strategy.expectedCode;
}

/** True where the code as read names another parent than the one it stands under. */
export function namesOtherParent(node: TreeNode): boolean {
  return node.contradicted && node.code !== undefined && !isUnder(node.code, parentCode(node));
}

/**
 * The nodes whose code a node above them has. A code that names another parent is wrong for that reason alone, and
 * one that the rest of its block contradicts takes its number from nobody.
 */
export function findDuplicates(levels: readonly (readonly TreeNode[])[]): ReadonlyMap<TreeNode, TreeNode> {
  const duplicates = new Map<TreeNode, TreeNode>();
  for (const nodes of levels) if (!rises(nodes)) findIn(nodes, duplicates);
  return duplicates;
}

/** True where every code is above the one before: the usual case, and none can be a duplicate. */
function rises(nodes: readonly TreeNode[]): boolean {
  let last = -1;
  for (const node of nodes) {
    const key = keyOf(node.code);
    if (key <= last) return false;
    last = key;
  }
  return true;
}

function findIn(nodes: readonly TreeNode[], duplicates: Map<TreeNode, TreeNode>): void {
  const first = new Map<number, TreeNode>();
  for (const node of nodes) {
    if (node.reading.codes.length === 0 || namesOtherParent(node)) continue;
    const key = keyOf(node.code);
    const earlier = first.get(key);
    if (earlier) duplicates.set(node, earlier);
    else if (!node.contradicted) first.set(key, node);
  }
}

/** A code as one number; a number of a code has five digits at most. */
function keyOf(code: Code | undefined): number {
  let key = 0;
  for (const number of code ?? []) key = key * 100_000 + number;
  return key;
}
