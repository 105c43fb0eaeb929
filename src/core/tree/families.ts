import type { Items } from "./items.ts";
import { sectionOf } from "./sections.ts";
import { familyOf } from "./tables.ts";
import type { TreeNode } from "./tree.ts";

/** The nodes of a level by parent, each time the numbers of siblings, in sheet order. One family at a time: there are as many as blocks. */
export function* familiesOf(items: Items, depth: number): Generator<Int32Array> {
  const nodes = items.nodesOf(depth);
  let first = 0;
  for (let at = 1; at < nodes.length; at++) {
    if (areSiblings(items, depth, nodes[first] ?? 0, nodes[at] ?? 0)) continue;
    yield nodes.subarray(first, at);
    first = at;
  }
  if (nodes.length > 0) yield nodes.subarray(first);
}

/** A running number has one family; a code whose parent's level is not on the sheet has one for each parent it names. */
function areSiblings(items: Items, depth: number, one: TreeNode, other: TreeNode): boolean {
  const level = items.reader.codes[depth];
  if (level?.key === "running") return true;
  if (level?.key === "nested") return items.parentKey(one) === items.parentKey(other) && sectionOf(items.tree, one) === sectionOf(items.tree, other);
  return familyOf(items.tree, one) === familyOf(items.tree, other);
}
