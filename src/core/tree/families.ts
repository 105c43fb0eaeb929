import type { Items } from "./items.ts";
import { familyOf } from "./tables.ts";
import type { TreeNode } from "./tree.ts";

/** The nodes of a level by parent: every list has the numbers of siblings, in sheet order. */
export function familiesOf(items: Items, depth: number): readonly (readonly TreeNode[])[] {
  const families: TreeNode[][] = [];
  let family: TreeNode[] | undefined;
  items.nodesOf(depth).forEach((node) => {
    const first = family?.[0];
    if (family && first !== undefined && areSiblings(items, depth, first, node)) family.push(node);
    else families.push((family = [node]));
  });
  return families;
}

/** A running number has one family; a code whose parent's level is not on the sheet has one for each parent it names. */
function areSiblings(items: Items, depth: number, one: TreeNode, other: TreeNode): boolean {
  const level = items.reader.codes[depth];
  if (level?.key === "running") return true;
  if (level?.key === "nested") return items.parentKey(one) === items.parentKey(other);
  return familyOf(items.tree, one) === familyOf(items.tree, other);
}
