import type { PageReading } from "../form/page.ts";
import { isDitto } from "../form/marks.ts";
import { isBlank, type FormReader } from "../form/reader.ts";
import type { FormColumn, Term } from "../form/schema.ts";
import type { StatusReading } from "../form/vocabulary.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { asShown, shownNumber } from "../model/number-shown.ts";
import type { Table } from "../table/find.ts";
import { ColumnValues, readColumns } from "./column-values.ts";
import { Dittos } from "./dittos.ts";
import { buildTree, type EvaluationTree, type TreeNode } from "./tree.ts";
import { noNodes, Nodes } from "./nodes.ts";

type Role = NonNullable<FormColumn["role"]>;
const ditto = Symbol("ditto");
const noRow = { row: 0, shift: 0 } as const;

/** The same with every item's cells by column. */
export class Items extends Nodes {
  readonly #columns: readonly (readonly FormColumn[])[];
  readonly #dittos: Dittos;
  readonly #values = new Map<FormColumn, ColumnValues>();
  readonly #terms = new Map<FormColumn, (node: TreeNode) => Term | undefined>();

  constructor(
    readonly grid: Grid,
    table: Table,
    reader: FormReader,
    tree: EvaluationTree = buildTree(grid, table, reader),
  ) {
    super(table, reader, tree);
    this.#dittos = new Dittos(grid, table);
    this.#columns = reader.form.levels.map((_, depth) => reader.columnsOf(depth).filter(({ id }) => table.columns.has(id)));
  }

  /** The level's columns that are on the sheet. */
  columns(depth: number): readonly FormColumn[] {
    return this.#columns[depth] ?? [];
  }

  /** The level's column with this role for the contradiction rules, if it is on the sheet. */
  columnFor(depth: number, role: Role): FormColumn | undefined {
    return this.columns(depth).find((column) => column.role === role);
  }

  /** How far an innermost node's cells are right of their columns. */
  shift(node: TreeNode): number {
    return this.depthOf(node) === this.reader.innermost ? (this.table.rows[this.tree.from[node] ?? 0]?.shift ?? 0) : 0;
  }

  /** A node's cell, in its own row; undefined where the sheet lacks the column. */
  at(node: TreeNode, column: FormColumn): CellPlace | undefined {
    const place = this.table.columns.get(column.id);
    return place === undefined ? undefined : { row: this.cellRow(node), column: place + this.shift(node) };
  }

  /** A node's cell, also that of a label on a wrong row; undefined where the sheet lacks the column. */
  cellOf(node: TreeNode, column: FormColumn): CellPlace | undefined {
    return (column.holds === "label" || column.holds === "code" ? this.labels(node).own?.at : undefined) ?? this.at(node, column);
  }

  value(node: TreeNode, column: FormColumn): CellValue {
    const place = this.table.columns.get(column.id);
    return place === undefined ? undefined : this.#valueAt(node, place, this.depthOf(node) === this.reader.innermost, column.holds === "page");
  }

  /** The value by node of the column's level, for looking at many. */
  valueIn(column: FormColumn): (node: TreeNode) => CellValue {
    const place = this.table.columns.get(column.id);
    if (place === undefined) return () => undefined;
    const isInnermost = this.reader.depthOf(column.level) === this.reader.innermost;
    const isPage = column.holds === "page";
    return (node) => this.#valueAt(node, place, isInnermost, isPage);
  }

  #valueAt(node: TreeNode, place: number, isInnermost: boolean, isPage: boolean): CellValue {
    const { grid, table, tree } = this;
    const { row: own, shift } = table.rows[tree.cells[node] ?? 0] ?? noRow;
    const at = isInnermost ? place + shift : place;
    // Cells of an innermost item that are merged down count for each of its rows; other cells above are carried down anyway.
    const row = isInnermost ? grid.anchorRow(own, at) : own;
    const value = grid.value(row, at);
    return isPage && typeof value === "number" ? asShown(value, grid.numberFormat(row, at)) : value;
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
    if (!values) {
      values = new ColumnValues(this.tree.size);
      this.#values.set(column, values);
      const depth = this.reader.depthOf(column.level);
      const columns = [{ values, valueOf: this.valueIn(column) }];
      for (const other of this.columns(depth)) {
        if ((other.holds !== "status" && other.holds !== "page") || this.#values.has(other)) continue;
        const own = new ColumnValues(this.tree.size);
        this.#values.set(other, own);
        columns.push({ values: own, valueOf: this.valueIn(other) });
      }
      readColumns(this.nodesOf(depth), columns);
    }
    return values;
  }

  /** Takes over the values that were read for other evaluations of the same items, without those of some columns. */
  protected takeValues(former: Items, without: ReadonlySet<FormColumn>): void {
    for (const [column, values] of former.#values) if (!without.has(column)) this.#values.set(column, values);
  }

  /** The term of a node's cell; undefined where it matches none of its column. */
  term(node: TreeNode, column: FormColumn): Term | undefined {
    let termOf = this.#terms.get(column);
    if (!termOf) this.#terms.set(column, (termOf = this.byTerm(column, (term) => term)));
    return termOf(node);
  }

  /** By node of the column's level, what is found for its term: for each different value once, and for each ditto. */
  byTerm<Result>(column: FormColumn, find: (term: Term | undefined) => Result): (node: TreeNode) => Result | undefined {
    return this.#byNode(column, find, this.#foundOnce(column, find));
  }

  /** The nodes of the column's level with such a term, in sheet order. Where no value has one, no node is looked at. */
  nodesWith(column: FormColumn, isSuch: (term: Term) => boolean): Int32Array {
    const find = (term: Term | undefined) => term !== undefined && isSuch(term);
    const found = this.#foundOnce(column, find);
    const isIn = this.#byNode(column, find, found);
    return found.every((is) => is === false) ? noNodes : this.nodesOf(this.reader.depthOf(column.level)).filter((node) => isIn(node) === true);
  }

  /** What is found for each different value of the column; for a ditto it depends on the node. */
  #foundOnce<Result>(column: FormColumn, find: (term: Term | undefined) => Result): readonly (Result | typeof ditto)[] {
    return this.values(column).different.map((value) => (isDitto(value) ? ditto : find(this.#termOf(column, value))));
  }

  #byNode<Result>(column: FormColumn, find: (term: Term | undefined) => Result, once: readonly (Result | typeof ditto)[]): (node: TreeNode) => Result | undefined {
    const found = this.values(column).by(once);
    return (node) => {
      const result = found(node);
      return result === ditto ? find(this.#termOf(column, this.value(node, column), this.at(node, column))) : result;
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
