import type { FormColumn } from "../form/schema.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue } from "../model/grid.ts";
import type { Items } from "./items.ts";
import type { TreeNode } from "./tree.ts";

/** A cell of a node in a column of its level. */
export interface NodeCell {
  readonly node: TreeNode;
  readonly column: FormColumn;
  readonly at: CellPlace;
  readonly value: CellValue;
}

/** True where a value of the column is simply right. */
export type IsRight = (column: FormColumn, value: CellValue) => boolean;

/**
 * The cells of one kind that are not simply right: each node's own, and cells below them that differ. Two numbers a cell, of which an object is made
 * while it is looked at: on a sheet that is all wrong, millions of kept objects would take a gigabyte.
 */
export class OddCells implements Iterable<NodeCell> {
  /** By depth, the columns of the kind. */
  readonly #columns: readonly (readonly FormColumn[])[];
  readonly #nodes: number[] = [];
  /** The number of the column for a node's own cell; below zero, from -1 down, the number among its cells that differ. */
  readonly #places: number[] = [];

  constructor(
    readonly items: Items,
    holds: FormColumn["holds"],
    isRight: IsRight,
  ) {
    this.#columns = Array.from({ length: items.depth }, (_, depth) => items.columns(depth).filter((column) => column.holds === holds));
    this.#columns.forEach((columns, depth) => {
      const rightIn = columns.map((column) => this.#rightIn(column, isRight));
      if (columns.length > 0) for (const node of items.nodesOf(depth)) if (!items.isMissing(node)) this.#find(node, columns, rightIn, isRight);
    });
  }

  *[Symbol.iterator](): Generator<NodeCell> {
    const { items } = this;
    for (let index = 0; index < this.#nodes.length; index++) {
      const node = this.#nodes[index] ?? 0;
      const place = this.#places[index] ?? 0;
      const columns = this.#columns[items.depthOf(node)] ?? [];
      const below = place < 0 ? items.deviating(node)[-1 - place] : undefined;
      const column = below ? this.#columnAt(columns, below) : columns[place];
      const at = below ?? (column && items.at(node, column));
      if (column && at) yield { node, column, at, value: items.grid.value(at.row, at.column) };
    }
  }

  /** Tells of a node whether its own cell is simply right. */
  #rightIn(column: FormColumn, isRight: IsRight): (node: TreeNode) => boolean | undefined {
    if (column.holds === "text") return (node) => isRight(column, this.items.value(node, column));
    return this.items.values(column).each((value) => isRight(column, value));
  }

  #find(node: TreeNode, columns: readonly FormColumn[], rightIn: readonly ((node: TreeNode) => boolean | undefined)[], isRight: IsRight): void {
    const { grid } = this.items;
    for (let index = 0; index < columns.length; index++) {
      const column = columns[index];
      const at = rightIn[index]?.(node) === true ? undefined : column && this.items.at(node, column);
      if (at && grid.anchorRow(at.row, at.column) === at.row) this.#add(node, index);
    }
    this.items.deviating(node).forEach((at, index) => {
      const column = this.#columnAt(columns, at);
      if (column && !isRight(column, grid.value(at.row, at.column))) this.#add(node, -1 - index);
    });
  }

  #columnAt(columns: readonly FormColumn[], at: CellPlace): FormColumn | undefined {
    return columns.find(({ id }) => this.items.table.columns.get(id) === at.column);
  }

  #add(node: TreeNode, place: number): void {
    this.#nodes.push(node);
    this.#places.push(place);
  }
}
