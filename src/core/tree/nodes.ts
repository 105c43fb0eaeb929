import { sameCode, type Code } from "../form/code.ts";
import type { FormReader } from "../form/reader.ts";
import type { CellPlace } from "../model/address.ts";
import type { Table } from "../table/find.ts";
import { plainReading, type CodeReading } from "./code-reading.ts";
import type { EvaluationTree, TreeNode } from "./tree.ts";
import { noLabels, type BlockLabels } from "./unit.ts";

export const noNodes = new Int32Array(0);
const noCells: readonly CellPlace[] = [];

/** The items of a table: where each stands in the tree and on the sheet, and its code. A node is a number; a level is its depth, 0 for the outermost. */
export class Nodes {
  constructor(
    readonly table: Table,
    readonly reader: FormReader,
    readonly tree: EvaluationTree,
  ) {}

  /** How many levels the form has. */
  get depth(): number {
    return this.reader.form.levels.length;
  }

  /** The nodes of one level, in sheet order. */
  nodesOf(depth: number): Int32Array {
    return this.tree.byDepth[depth] ?? noNodes;
  }

  depthOf(node: TreeNode): number {
    return this.tree.depths[node] ?? 0;
  }

  /** -1 for an outermost node. */
  parent(node: TreeNode): TreeNode {
    return this.tree.parents[node] ?? -1;
  }

  /** The nodes right under one: those of the next level until the next one of its own. */
  children(node: TreeNode): readonly TreeNode[] {
    const own = this.depthOf(node);
    const found: TreeNode[] = [];
    for (let at = node + 1; at < this.tree.size && this.depthOf(at) > own; at++) if (this.depthOf(at) === own + 1) found.push(at);
    return found;
  }

  isMissing(node: TreeNode): boolean {
    return this.tree.missing[node] === 1;
  }

  /** Its first row on the sheet, zero-based. */
  row(node: TreeNode): number {
    return this.sheetRow(this.tree.from[node] ?? 0);
  }

  lastRow(node: TreeNode): number {
    return this.sheetRow((this.tree.to[node] ?? 1) - 1);
  }

  /** The sheet's row with its own cells. */
  cellRow(node: TreeNode): number {
    return this.sheetRow(this.tree.cells[node] ?? 0);
  }

  /** The sheet's row of a table row. */
  sheetRow(index: number): number {
    return this.table.rows[index]?.row ?? 0;
  }

  /** Its rows as numbers in `table.rows`; `to` is not in it. */
  rowsOf(node: TreeNode): { readonly from: number; readonly to: number } {
    return { from: this.tree.from[node] ?? 0, to: this.tree.to[node] ?? 0 };
  }

  reading(node: TreeNode): CodeReading {
    const reading = this.tree.readings[node];
    if (reading) return reading;
    if (!this.isPlain(node)) throw new RangeError(`no node ${node}`);
    return plainReading(this.tree.codes.code(this.tree.keys[node] ?? 0), this.reader.codes[this.depthOf(node)]?.template ?? "");
  }

  /** True where its code is the expected one in the form's own writing, so that no reading is kept. */
  isPlain(node: TreeNode): boolean {
    return this.tree.readings[node] === undefined && node < this.tree.size;
  }

  /** True where its cell holds a code with numbers. */
  hasCode(node: TreeNode): boolean {
    return this.isPlain(node) || this.reading(node).codes.length > 0;
  }

  labels(node: TreeNode): BlockLabels {
    return this.tree.special[node]?.labels ?? noLabels;
  }

  deviating(node: TreeNode): readonly CellPlace[] {
    return this.tree.special[node]?.deviating ?? noCells;
  }

  /** The last number of the expected code; 0 on a level without numbers. */
  number(node: TreeNode): number {
    return this.tree.numbers[node] ?? 0;
  }

  /** The key of the expected code's parent; 0 where there is none. */
  parentKey(node: TreeNode): number {
    return this.tree.codes.parent(this.tree.keys[node] ?? 0);
  }

  /** The code that its place asks for; undefined on a level without numbers. */
  expectedCode(node: TreeNode): Code | undefined {
    const key = this.tree.keys[node] ?? 0;
    if (key !== 0) return this.tree.codes.code(key);
    const number = this.number(node);
    return number === 0 ? undefined : [number];
  }

  /** The code as read, or the expected one where it is unreadable; of several readings of a date the chosen one. */
  code(node: TreeNode): Code | undefined {
    const expected = this.expectedCode(node);
    if (this.isPlain(node)) return expected;
    const { codes } = this.reading(node);
    return codes.length === 1 ? codes[0] : (codes.find((code) => sameCode(code, expected)) ?? codes[0] ?? expected);
  }

  /** True where the codes around it contradict its code. */
  isContradicted(node: TreeNode): boolean {
    return this.tree.contradicted[node] === 1;
  }

  /** True where the code as read names another parent than its own. */
  namesOtherParent(node: TreeNode): boolean {
    const code = this.isContradicted(node) ? this.code(node) : undefined;
    return code !== undefined && this.tree.codes.parent(this.tree.codes.of(code)) !== this.parentKey(node);
  }

  /** The node whose code is the beginning of its own; undefined where it is not on the sheet. */
  namedParent(node: TreeNode): TreeNode | undefined {
    const key = this.parentKey(node);
    for (let at = this.parent(node); key !== 0 && at >= 0; at = this.parent(at)) if (this.tree.keys[at] === key) return at;
    return undefined;
  }
}
