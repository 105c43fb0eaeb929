import type { Items } from "./items.ts";
import { sectionOf } from "./sections.ts";
import { familyOf } from "./tables.ts";
import type { TreeNode } from "./tree.ts";

/**
 * The nodes with the code of a node above them. A code that names another parent is wrong for that reason alone, and a code that the rest
 * of its block contradicts makes no later node a duplicate.
 */
export function findDuplicates(items: Items): ReadonlyMap<TreeNode, TreeNode> {
  const duplicates = new Map<TreeNode, TreeNode>();
  items.reader.codes.forEach(({ key }, depth) => {
    const nodes = items.nodesOf(depth);
    if (key === "none" || (key === "nested" && rises(items, nodes))) return;
    const first = new Map<string | number, TreeNode>();
    for (const node of nodes) {
      if (items.reading(node).kind === "blank" || items.isMissing(node) || items.namesOtherParent(node)) continue;
      const own = keyOf(items, node, depth);
      if (own === undefined) continue;
      const earlier = first.get(own);
      if (earlier !== undefined) duplicates.set(node, earlier);
      else if (!items.isContradicted(node)) first.set(own, node);
    }
  });
  return duplicates;
}

/** The key that must be unique: the code; for a restarting number also its parent, for a nested one its section. Undefined where none was read. */
function keyOf(items: Items, node: TreeNode, depth: number): string | number | undefined {
  const { given, codes } = items.reading(node);
  const key = items.reader.codes[depth]?.key;
  if (key === "given") return given === "" ? undefined : items.reader.fold(given);
  if (codes.length === 0) return undefined;
  const own = items.tree.codes.of(items.code(node) ?? []);
  if (key === "nested" && items.tree.sections.length > 0) return `${sectionOf(items.tree, node)} ${own}`;
  return key === "restarting" ? `${familyOf(items.tree, node)} ${own}` : own;
}

/** The usual case, without any duplicate: all codes are as expected, and every number is above the one before. */
function rises(items: Items, nodes: Int32Array): boolean {
  let parent = -1;
  let last = 0;
  return nodes.every((node) => {
    if (items.isContradicted(node)) return false;
    const number = items.number(node);
    const under = items.parentKey(node);
    if (under === parent ? number <= last : under < parent) return false;
    parent = under;
    last = number;
    return true;
  });
}
