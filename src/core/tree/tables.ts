/** The part of a tree that tells where its items begin, and how they are numbered. */
interface Numbered {
  readonly byDepth: readonly Int32Array[];
  readonly from: Int32Array;
  readonly numbers: Int32Array;
  readonly tables: Map<number, number>;
}

/** The part of a tree that tells the parents. */
interface Placed {
  readonly parents: Int32Array;
  readonly tables: ReadonlyMap<number, number>;
}

/**
 * Notes the table of every outermost item, by number, where the sheet has several. A table whose first number continues the table before belongs to it,
 * since headers are repeated on every page.
 * @param breaks in the table's rows, where another table begins
 */
export function numberTables({ byDepth, from: starts, numbers, tables }: Numbered, breaks: readonly number[]): void {
  let at = 0;
  let table = 0;
  let before = 0;
  for (const node of breaks.length === 0 ? [] : (byDepth[0] ?? [])) {
    const from = starts[node] ?? 0;
    const number = numbers[node] ?? 0;
    const isFirst = from >= (breaks[at] ?? Infinity);
    while (from >= (breaks[at] ?? Infinity)) at++;
    if (isFirst && number !== before + 1) table++;
    before = number;
    tables.set(node, table);
  }
}

/** The key under which a restarting number counts: the number of its parent, or a negative one for its table. */
export function familyOf({ parents, tables }: Placed, node: number): number {
  const parent = parents[node] ?? -1;
  return parent >= 0 ? parent : -1 - (tables.get(node) ?? 0);
}
