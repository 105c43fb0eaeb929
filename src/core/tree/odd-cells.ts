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

/** A column with a cell that may not be right, and its number among the level's columns of the kind. */
interface Doubtful {
  readonly column: FormColumn;
  readonly index: number;
  readonly isRightAt: (node: TreeNode) => boolean | undefined;
}

/**
 * The cells of one kind that are not simply right: each node's own, and cells below them that differ. Two numbers a cell, of which an object is made
 * while it is looked at: on a sheet that is all wrong, millions of kept objects would take a gigabyte.
 */
export class OddCells implements Iterable<NodeCell> {
  /** By depth, the columns of the kind. */
  readonly #columns: readonly (readonly FormColumn[])[];
  #nodes: number[] = [];
  /** The number of the column for a node's own cell; below zero, from -1 down, the number among its cells that differ. */
  #places: number[] = [];

  private constructor(
    readonly items: Items,
    readonly holds: FormColumn["holds"],
  ) {
    this.#columns = Array.from({ length: items.depth }, (_, depth) => items.columns(depth).filter((column) => column.holds === holds));
  }

  /** Looks at the cells of one kind. */
  static find(items: Items, holds: FormColumn["holds"], isRight: IsRight): OddCells {
    const found = new OddCells(items, holds);
    found.#columns.forEach((columns, depth) => {
      if (columns.length === 0) return;
      const doubtful = columns.flatMap((column, index) => {
        const isRightAt = found.#rightIn(column, isRight);
        return isRightAt ? [{ column, index, isRightAt }] : [];
      });
      items.nodesOf(depth).forEach((node) => {
        if ((doubtful.length > 0 || items.deviating(node).length > 0) && !items.isMissing(node)) found.#find(node, columns, doubtful, isRight);
      });
    });
    return found;
  }

  /** The same cells of other evaluations of the same items. */
  in(items: Items): OddCells {
    const same = new OddCells(items, this.holds);
    same.#nodes = this.#nodes;
    same.#places = this.#places;
    return same;
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

  /** Tells of a node whether its own cell is simply right; undefined where all are. */
  #rightIn(column: FormColumn, isRight: IsRight): Doubtful["isRightAt"] | undefined {
    if (column.holds === "text") {
      const valueOf = this.items.valueIn(column);
      return (node) => isRight(column, valueOf(node));
    }
    const values = this.items.values(column);
    const right = values.different.map((value) => isRight(column, value));
    return right.includes(false) ? values.by(right) : undefined;
  }

  #find(node: TreeNode, columns: readonly FormColumn[], doubtful: readonly Doubtful[], isRight: IsRight): void {
    const { grid } = this.items;
    for (const { column, index, isRightAt } of doubtful) {
      const at = isRightAt(node) === true ? undefined : this.items.at(node, column);
      if (at && grid.anchorRow(at.row, at.column) === at.row) this.#add(node, index);
    }
    const below = this.items.deviating(node);
    for (let index = 0; index < below.length; index++) {
      const at = below[index];
      const column = at && this.#columnAt(columns, at);
      if (column && !isRight(column, grid.value(at.row, at.column))) this.#add(node, -1 - index);
    }
  }

  #columnAt(columns: readonly FormColumn[], at: CellPlace): FormColumn | undefined {
    return columns.find(({ id }) => this.items.table.columns.get(id) === at.column);
  }

  #add(node: TreeNode, place: number): void {
    this.#nodes.push(node);
    this.#places.push(place);
  }
}
