import { sameCode, type Code } from "../form/code.ts";
import type { PageReading } from "../form/page.ts";
import { isDitto } from "../form/marks.ts";
import { isBlank, type FormReader } from "../form/reader.ts";
import type { FormColumn, Term } from "../form/schema.ts";
import type { StatusReading } from "../form/vocabulary.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { asShown, shownNumber } from "../model/number-shown.ts";
import type { Table } from "../table/find.ts";
import type { CodeReading } from "./code-reading.ts";
import { ColumnValues } from "./column-values.ts";
import { Dittos } from "./dittos.ts";
import { buildTree, type EvaluationTree, type TreeNode } from "./tree.ts";
import { noLabels, type BlockLabels } from "./unit.ts";

type Role = NonNullable<FormColumn["role"]>;
const noNodes = new Int32Array(0);
const noCells: readonly CellPlace[] = [];

/** A table as a tree of items, and every item's cells by column. A node is a number; a level is its depth, 0 for the outermost. */
export class Items {
  readonly #columns: readonly (readonly FormColumn[])[];
  readonly #dittos: Dittos;
  readonly #values = new Map<FormColumn, ColumnValues>();
  readonly #terms = new Map<FormColumn, (node: TreeNode) => Term | undefined>();

  constructor(
    readonly grid: Grid,
    readonly table: Table,
    readonly reader: FormReader,
    readonly tree: EvaluationTree = buildTree(grid, table, reader),
  ) {
    this.#dittos = new Dittos(grid, table);
    this.#columns = reader.form.levels.map((_, depth) => reader.columnsOf(depth).filter(({ id }) => table.columns.has(id)));
  }

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

  /** How far an innermost node's cells are right of their columns. */
  #shift(node: TreeNode): number {
    return this.depthOf(node) === this.reader.innermost ? (this.table.rows[this.tree.from[node] ?? 0]?.shift ?? 0) : 0;
  }

  /** Its rows as numbers in `table.rows`; `to` is not in it. */
  rowsOf(node: TreeNode): { readonly from: number; readonly to: number } {
    return { from: this.tree.from[node] ?? 0, to: this.tree.to[node] ?? 0 };
  }

  reading(node: TreeNode): CodeReading {
    const reading = this.tree.readings[node];
    if (!reading) throw new RangeError(`no node ${node}`);
    return reading;
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
    const { codes } = this.reading(node);
    const expected = this.expectedCode(node);
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

  /** The level's columns that are on the sheet. */
  columns(depth: number): readonly FormColumn[] {
    return this.#columns[depth] ?? [];
  }

  /** The level's column with this role for the contradiction rules, if it is on the sheet. */
  columnFor(depth: number, role: Role): FormColumn | undefined {
    return this.columns(depth).find((column) => column.role === role);
  }

  /** A node's cell, in its own row; undefined where the sheet lacks the column. */
  at(node: TreeNode, column: FormColumn): CellPlace | undefined {
    const place = this.table.columns.get(column.id);
    return place === undefined ? undefined : { row: this.cellRow(node), column: place + this.#shift(node) };
  }

  /** A node's cell, also that of a label on a wrong row; undefined where the sheet lacks the column. */
  cellOf(node: TreeNode, column: FormColumn): CellPlace | undefined {
    return (column.holds === "label" || column.holds === "code" ? this.labels(node).own?.at : undefined) ?? this.at(node, column);
  }

  value(node: TreeNode, column: FormColumn): CellValue {
    const place = this.table.columns.get(column.id);
    if (place === undefined) return undefined;
    const at = place + this.#shift(node);
    // Cells of an innermost item that are merged down count for each of its rows; other cells above are carried down anyway.
    const row = this.depthOf(node) === this.reader.innermost ? this.grid.anchorRow(this.cellRow(node), at) : this.cellRow(node);
    const value = this.grid.value(row, at);
    return typeof value === "number" && column.holds === "page" ? asShown(value, this.grid.numberFormat(row, at)) : value;
  }

  /** The cell of the node's code, or the cell where it should be. */
  codeAt(node: TreeNode): CellPlace {
    const label = this.labels(node).own;
    if (label) return label.at;
    const depth = this.depthOf(node);
    const column = this.reader.codeColumn(depth) ?? this.reader.textColumn(depth);
    const place = column && this.at(node, column);
    return place ?? { row: this.row(node), column: this.table.first.column };
  }

  /** The text of a status, for a ditto the one above; undefined for a blank cell or an error. A number is read as its digits. */
  status(column: FormColumn, value: CellValue, at?: CellPlace): StatusReading | undefined {
    if (isBlank(value) || typeof value === "object") return undefined;
    const reader = this.reader.status(column.id);
    if (typeof value === "number" && reader.readNumber(value)) return undefined;
    const text = String(value);
    return reader.read((at && isDitto(text) ? this.#dittos.textAt(at) : undefined) ?? text);
  }

  /** The page in a cell, written as text or as a number; undefined for a date. */
  page(value: CellValue): PageReading | undefined {
    if (typeof value === "string") return isBlank(value) ? undefined : this.reader.pages.read(value);
    return typeof value === "number" && value < 10_000 ? this.reader.pages.read(shownNumber(value, "General") ?? "") : undefined;
  }

  /** The values of a column, by node. For columns that repeat a few values: statuses and pages. */
  values(column: FormColumn): ColumnValues {
    let values = this.#values.get(column);
    if (!values) this.#values.set(column, (values = new ColumnValues(this.nodesOf(this.reader.depthOf(column.level)), this.tree.size, (node) => this.value(node, column))));
    return values;
  }

  /** The term of a node's cell; undefined where it matches none of its column. */
  term(node: TreeNode, column: FormColumn): Term | undefined {
    let termOf = this.#terms.get(column);
    if (!termOf) this.#terms.set(column, (termOf = this.#termsIn(column)));
    return termOf(node);
  }

  #termsIn(column: FormColumn): (node: TreeNode) => Term | undefined {
    const termOf = this.values(column).each((value) => (typeof value === "string" && isDitto(value) ? "ditto" : this.#termOf(column, value)));
    return (node) => {
      const term = termOf(node);
      return term === "ditto" ? this.#termOf(column, this.value(node, column), this.at(node, column)) : term;
    };
  }

  #termOf(column: FormColumn, value: CellValue, at?: CellPlace): Term | undefined {
    if (typeof value === "number") return this.reader.status(column.id).readNumber(value);
    const reading = typeof value === "string" ? this.status(column, value, at) : undefined;
    return reading && "term" in reading && reading.kind !== "elsewhere" ? reading.term : undefined;
  }

  /** True where the form requires the cell. */
  isDue(node: TreeNode, column: FormColumn): boolean {
    if (this.isMissing(node) || column.optional || column.year === "earlier") return false;
    const when = column.requiredWhen;
    if (!when) return true;
    const asked = this.columns(this.depthOf(node)).find(({ id }) => id === when.column);
    const term = asked && this.term(node, asked);
    return term !== undefined && when.is.includes(term.text);
  }
}
