import type { CellPlace } from "../model/address.ts";
import type { Outline } from "../model/outline.ts";
import { nodeAt, type OutlineNode } from "./outline.ts";

/**
 * The numbers of the nodes on the row of a place, the outermost first; on a card its item, or the row of its small table. Fewer on a row
 * between blocks, such as a total; empty outside of the evaluation.
 */
export function pathTo({ parents, firstRows, lastRows, sheets }: Outline, { row, sheet }: CellPlace): readonly number[] {
  const path: number[] = [];
  const onCard = sheets ? lastOnCard(sheets, firstRows, { row, id: sheet?.id }) : undefined;
  for (let index = onCard ?? lastBegun(firstRows, row); index >= 0; index = parents[index] ?? -1) {
    if (path.length > 0 || onCard !== undefined || row <= (lastRows[index] ?? -1)) path.unshift(index);
  }
  return path;
}

/** True for a place on the rows of a node; on cards only for its own item or the row of a small table. */
export function isOf(outline: Outline, { index, firstRow, lastRow }: OutlineNode, at: CellPlace): boolean {
  return outline.sheets ? pathTo(outline, at).at(-1) === index : at.row >= firstRow && at.row <= lastRow;
}

/** The number of the node to which a cell belongs: the one whose code or status stands there, else the innermost on the row; undefined outside of the evaluation. */
export function nodeOf(outline: Outline, cell: CellPlace): number | undefined {
  const path = pathTo(outline, cell);
  const holds = (index: number) => {
    const { at, statuses } = nodeAt(outline, index);
    return [at, ...statuses.map((status) => status.at)].some(({ row, column }) => row === cell.row && column === cell.column);
  };
  return path.find(holds) ?? path.at(-1);
}

/** The nodes and all above them, in the order of the sheet. */
export function withParents({ parents }: Outline, nodes: Iterable<number>): readonly number[] {
  const all = new Set<number>();
  for (const node of nodes) for (let each = node; each >= 0 && !all.has(each); each = parents[each] ?? -1) all.add(each);
  return [...all].sort((one, other) => one - other);
}

/** The node of a card on the row, otherwise the card's item; -1 if the card has none. */
function lastOnCard(sheets: NonNullable<Outline["sheets"]>, firstRows: Int32Array, { row, id }: { readonly row: number; readonly id: string | undefined }): number {
  const onRow = sheets.findLastIndex((sheet, index) => sheet.id === id && firstRows[index] === row);
  return onRow >= 0 ? onRow : sheets.findIndex((sheet) => sheet.id === id);
}

/** The numbers of the nodes around a node; undefined where there is none. */
export interface Relatives {
  readonly parent: number | undefined;
  /** The siblings above and below it, under the same parent. */
  readonly previous: number | undefined;
  readonly next: number | undefined;
}

/** The parent and the siblings of a node. */
export function relativesOf({ levels, parents }: Outline, index: number): Relatives {
  const parent = parents[index] ?? -1;
  const sister = (step: 1 | -1): number | undefined => {
    // Nodes between two siblings are under one of them.
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

/** The last node that begins on the row or above it; -1 where none does. Nodes are in the order of their first rows. */
function lastBegun(firstRows: Int32Array, row: number): number {
  let low = -1;
  for (let high = firstRows.length; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if ((firstRows[middle] ?? Infinity) <= row) low = middle;
    else high = middle;
  }
  return low;
}
