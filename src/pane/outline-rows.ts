import type { Outline, OutlineNode } from "../core/outline/outline.ts";

/** A node in the order of the sheet, with where it stands among its sisters. */
export interface OutlineRow {
  readonly node: OutlineNode;
  /** 1 for an issue. */
  readonly depth: 1 | 2 | 3;
  readonly position: number;
  readonly of: number;
}

/** All nodes from the top down. */
export function outlineRows({ issues }: Outline): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const add = (nodes: readonly OutlineNode[], depth: OutlineRow["depth"]) => {
    nodes.forEach((node, index) => {
      rows.push({ node, depth, position: index + 1, of: nodes.length });
      if (depth < 3) add(node.children, depth === 1 ? 2 : 3);
    });
  };
  add(issues, 1);
  return rows;
}
