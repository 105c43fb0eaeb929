import type { Outline, OutlineNode } from "./outline.ts";

/**
 * The nodes that hold a zero-based row of the sheet, from the issue down: issue, strategy, initiative. Fewer on a row between
 * the blocks, such as a total; empty outside of the evaluation.
 */
export function pathTo({ issues }: Outline, row: number): readonly OutlineNode[] {
  const path: OutlineNode[] = [];
  for (let node = holderOf(issues, row); node; node = holderOf(node.children, row)) path.push(node);
  return path;
}

/** What stands around a node; null where there is nothing. */
export interface Relatives {
  readonly parent: OutlineNode | null;
  /** The sister above and the one below it, under the same parent. */
  readonly previous: OutlineNode | null;
  readonly next: OutlineNode | null;
}

/** The parent and the sisters of a node of this outline. */
export function relativesOf(outline: Outline, node: OutlineNode): Relatives {
  const path = pathTo(outline, node.firstRow);
  const parent = path[path.indexOf(node) - 1] ?? null;
  const sisters = parent?.children ?? outline.issues;
  const index = lastBegun(sisters, node.firstRow);
  return { parent, previous: sisters[index - 1] ?? null, next: sisters[index + 1] ?? null };
}

function holderOf(nodes: readonly OutlineNode[], row: number): OutlineNode | undefined {
  const node = nodes[lastBegun(nodes, row)];
  return node && row <= node.lastRow ? node : undefined;
}

/** The index of the last node that begins on the row or above it; -1 where none does. Sisters stand one below the other. */
function lastBegun(nodes: readonly OutlineNode[], row: number): number {
  let low = -1;
  for (let high = nodes.length; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.firstRow ?? Infinity) <= row) low = middle;
    else high = middle;
  }
  return low;
}
