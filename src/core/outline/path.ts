import type { CellPlace } from "../model/address.ts";
import type { Outline } from "../model/finding.ts";

/**
 * The numbers of the nodes that hold the row of a place, from the outermost down; of a card its item, or the row of its small table. Fewer on a row
 * between the blocks, such as a total; empty outside of the evaluation.
 */
export function pathTo({ parents, firstRows, lastRows, sheets }: Outline, { row, sheet }: CellPlace): readonly number[] {
  const path: number[] = [];
  const onCard = sheets ? lastOnCard(sheets, firstRows, { row, id: sheet?.id }) : undefined;
  for (let index = onCard ?? lastBegun(firstRows, row); index >= 0; index = parents[index] ?? -1) {
    if (path.length > 0 || onCard !== undefined || row <= (lastRows[index] ?? -1)) path.unshift(index);
  }
  return path;
}

/** The node of a card that stands on the row; else the card's item; -1 where the card has none. */
function lastOnCard(sheets: NonNullable<Outline["sheets"]>, firstRows: Int32Array, { row, id }: { readonly row: number; readonly id: string | undefined }): number {
  const onRow = sheets.findLastIndex((sheet, index) => sheet.id === id && firstRows[index] === row);
  return onRow >= 0 ? onRow : sheets.findIndex((sheet) => sheet.id === id);
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
