import type { Outline } from "../model/finding.ts";

/**
 * The numbers of the nodes that hold a zero-based row of the sheet, from the outermost down. Fewer on a row between the blocks,
 * such as a total; empty outside of the evaluation.
 */
export function pathTo({ parents, firstRows, lastRows }: Outline, row: number): readonly number[] {
  const path: number[] = [];
  for (let index = lastBegun(firstRows, row); index >= 0; index = parents[index] ?? -1) {
    if (path.length > 0 || row <= (lastRows[index] ?? -1)) path.unshift(index);
  }
  return path;
}

/** The numbers of what stands around a node; undefined where there is nothing. */
export interface Relatives {
  readonly parent: number | undefined;
  /** The sister above and the one below it, under the same parent. */
  readonly previous: number | undefined;
  readonly next: number | undefined;
}

/** The parent and the sisters of a node of this outline. */
export function relativesOf({ levels, parents }: Outline, index: number): Relatives {
  const parent = parents[index] ?? -1;
  const sister = (step: 1 | -1): number | undefined => {
    // What lies between two sisters stands under one of them.
    for (let at = index + step; at >= 0 && at < levels.length; at += step) {
      const depth = levels[at] ?? 0;
      const own = levels[index] ?? 0;
      if (depth < own) return undefined;
      if (depth === own) return at;
    }
    return undefined;
  };
  return { parent: parent < 0 ? undefined : parent, previous: sister(-1), next: sister(1) };
}

/** The last node that begins on the row or above it; -1 where none does. Nodes stand in the order of their first rows. */
function lastBegun(firstRows: Int32Array, row: number): number {
  let low = -1;
  for (let high = firstRows.length; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if ((firstRows[middle] ?? Infinity) <= row) low = middle;
    else high = middle;
  }
  return low;
}
