import { bareWriting, sameCode, writeCode, type Code, type Writing } from "../form/code.ts";
import { writePage, type PageReading } from "../form/page.ts";
import { isBlank, type FormReader } from "../form/reader.ts";
import type { FormColumn, Term } from "../form/schema.ts";
import type { StatusReading } from "../form/vocabulary.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import type { Table } from "../table/find.ts";
import { isUntidy } from "../wording/hidden.ts";
import { mayHaveOddLetters } from "../wording/letters.ts";
import { readCode, type CodeReading } from "./code-reading.ts";
import { findDuplicates } from "./duplicates.ts";
import { noLabels, type BlockLabels } from "./unit.ts";
import { buildTree, type EvaluationTree, type TreeNode } from "./tree.ts";
import { Writings } from "./writings.ts";

export type { TreeNode } from "./tree.ts";

/** A cell of a node in a column of its level. */
export interface NodeCell {
  readonly node: TreeNode;
  readonly column: FormColumn;
  readonly at: CellPlace;
  readonly value: CellValue;
}

/** The cell of a code or a label, with what it turned out to be. */
export interface CodeCell extends NodeCell {
  readonly reading: CodeReading;
}

/** What stands in the first 【】 of a strategy's text that are not empty; undefined where there are none. */
export function headingOf(text: string): string | undefined {
  let close = -1;
  for (let open = text.indexOf("【"); open >= 0; open = text.indexOf("【", close)) {
    close = text.indexOf("】", open);
    if (close < 0) return undefined;
    if (close > open + 1) return text.slice(open + 1, close);
  }
  return undefined;
}

type Role = NonNullable<FormColumn["role"]>;
const noNodes = new Int32Array(0);

/** A table as the rules see it: the tree, and every node's cells by column. A node is a number; a level is its depth, 0 for the outermost. */
export class Evaluation {
  readonly tree: EvaluationTree;
  readonly writings: Writings;
  readonly #columns: readonly (readonly FormColumn[])[];
  readonly #odd = new Map<string, readonly NodeCell[]>();
  #oddCodes: readonly CodeCell[] | undefined;
  #duplicates: ReadonlyMap<TreeNode, TreeNode> | undefined;

  constructor(
    readonly grid: Grid,
    readonly table: Table,
    readonly reader: FormReader,
  ) {
    this.tree = buildTree(grid, table, reader);
    this.#columns = reader.form.levels.map((_, depth) => reader.columnsOf(depth).filter(({ id }) => table.columns.has(id)));
    this.writings = new Writings(this);
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

  /** The nodes of a level by parent: every list holds the numbers of siblings, in sheet order. */
  *families(depth: number): Generator<readonly TreeNode[]> {
    let family: TreeNode[] = [];
    for (const node of this.nodesOf(depth)) {
      const [first] = family;
      if (first !== undefined && !this.#areSiblings(first, node)) {
        yield family;
        family = [];
      }
      family.push(node);
    }
    if (family.length > 0) yield family;
  }

  /** A number that runs over the sheet has one family; a code whose parent's level is not on the sheet one for each parent it names. */
  #areSiblings(one: TreeNode, other: TreeNode): boolean {
    const level = this.reader.codes[this.depthOf(one)];
    if (level?.key === "running") return true;
    if (level?.key === "nested") return this.parentKey(one) === this.parentKey(other);
    return this.parent(one) === this.parent(other);
  }

  isMissing(node: TreeNode): boolean {
    return this.tree.missing[node] === 1;
  }

  /** Its first row on the sheet, zero-based. */
  row(node: TreeNode): number {
    return this.#sheetRow(this.tree.from[node] ?? 0);
  }

  lastRow(node: TreeNode): number {
    return this.#sheetRow((this.tree.to[node] ?? 1) - 1);
  }

  /** The row where its own cells stand. */
  #cellRow(node: TreeNode): number {
    return this.#sheetRow(this.tree.cells[node] ?? 0);
  }

  #sheetRow(index: number): number {
    return this.table.rows[index]?.row ?? 0;
  }

  /** How far right of their columns an innermost node's cells stand. */
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
    return this.tree.special.get(node)?.labels ?? noLabels;
  }

  deviating(node: TreeNode): readonly CellPlace[] {
    return this.tree.special.get(node)?.deviating ?? noCells;
  }

  /** The last number of the expected code; 0 on a level without numbers. */
  number(node: TreeNode): number {
    return this.tree.numbers[node] ?? 0;
  }

  /** The key of the code that the expected code stands under; 0 where there is none. */
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

  /** The code as read, the expected one where it is unreadable; of several readings of a date the settled one. */
  code(node: TreeNode): Code | undefined {
    const { codes } = this.reading(node);
    const expected = this.expectedCode(node);
    return codes.length === 1 ? codes[0] : (codes.find((code) => sameCode(code, expected)) ?? codes[0] ?? expected);
  }

  /** True where the codes around it say that its code is wrong. */
  isContradicted(node: TreeNode): boolean {
    const { codes } = this.reading(node);
    if (codes.length === 0) return false;
    const key = this.tree.keys[node] ?? 0;
    return key !== 0 && !codes.some((code) => this.tree.codes.of(code) === key);
  }

  /** True where the code as read names another parent than the one it stands under. */
  namesOtherParent(node: TreeNode): boolean {
    const code = this.isContradicted(node) ? this.code(node) : undefined;
    return code !== undefined && this.tree.codes.parent(this.tree.codes.of(code)) !== this.parentKey(node);
  }

  /** The node whose code its own begins with; undefined where none is on the sheet. */
  namedParent(node: TreeNode): TreeNode | undefined {
    const key = this.parentKey(node);
    for (let at = this.parent(node); key !== 0 && at >= 0; at = this.parent(at)) if (this.tree.keys[at] === key) return at;
    return undefined;
  }

  /** The level's columns that are on the sheet. */
  columns(depth: number): readonly FormColumn[] {
    return this.#columns[depth] ?? [];
  }

  /** The level's column on the sheet that has this role for the contradiction rules. */
  columnFor(depth: number, role: Role): FormColumn | undefined {
    return this.columns(depth).find((column) => column.role === role);
  }

  /** Where a node's cell stands, in its own row; undefined where the sheet lacks the column. */
  at(node: TreeNode, column: FormColumn): CellPlace | undefined {
    const place = this.table.columns.get(column.id);
    return place === undefined ? undefined : { row: this.#cellRow(node), column: place + this.#shift(node) };
  }

  /** Where a node's cell stands, a label where it was put; undefined where the sheet lacks the column. */
  cellOf(node: TreeNode, column: FormColumn): CellPlace | undefined {
    return (column.holds === "label" || column.holds === "code" ? this.labels(node).own?.at : undefined) ?? this.at(node, column);
  }

  value(node: TreeNode, column: FormColumn): CellValue {
    const place = this.table.columns.get(column.id);
    return place === undefined ? undefined : this.grid.value(this.#cellRow(node), place + this.#shift(node));
  }

  /** Where the node's code stands, or should. */
  codeAt(node: TreeNode): CellPlace {
    const label = this.labels(node).own;
    if (label) return label.at;
    const depth = this.depthOf(node);
    const column = this.reader.codeColumn(depth) ?? this.reader.textColumn(depth);
    const place = column && this.at(node, column);
    return place ?? { row: this.row(node), column: this.table.first.column };
  }

  /**
   * The code as text and without words; for a restarting number the path of numbers as written. Null where none is known.
   */
  codeText(node: TreeNode): string | null {
    const depth = this.depthOf(node);
    const level = this.reader.codes[depth];
    if (!level) return null;
    if (level.key === "given") return this.reading(node).given || null;
    const code = this.code(node);
    if (!code) return null;
    if (level.key !== "restarting") return writeCode(code, bareWriting(level.template));
    const above = this.#pathText(this.parent(node));
    return `${above === "" ? "" : `${above} `}${this.write(node, code)}`;
  }

  #pathText(node: TreeNode): string {
    if (node < 0) return "";
    const level = this.reader.codes[this.depthOf(node)];
    const above = level?.key === "nested" ? "" : this.#pathText(this.parent(node));
    const code = this.code(node);
    const own = level?.key === "given" ? this.reading(node).given : code ? this.write(node, code) : "";
    return [above, own].filter((text) => text !== "").join(" ");
  }

  /** The code in the sheet's own writing. */
  write(node: TreeNode, code: Code): string {
    return writeCode(code, this.writing(this.depthOf(node)));
  }

  /** The sheet's own writing of a level's codes. */
  writing(depth: number): Writing {
    return this.writings.ofLevel(depth).replace("#", "");
  }

  /** A strategy's heading, an initiative's name or an issue's title. */
  title(node: TreeNode): string {
    if (this.isMissing(node)) return "";
    const { title } = this.reading(node);
    if (title !== "") return title.trim();
    const column = this.reader.textColumn(this.depthOf(node));
    const text = column && this.value(node, column);
    if (typeof text !== "string") return "";
    return (column?.heading ? headingOf(text) : undefined) ?? text.trim();
  }

  /** What a status says; undefined for a blank cell, an error, or a number that is a term. */
  status(column: FormColumn, value: CellValue): StatusReading | undefined {
    if (isBlank(value) || typeof value === "object") return undefined;
    if (typeof value === "number" && this.reader.status(column.id).readNumber(value)) return undefined;
    return this.reader.status(column.id).read(String(value));
  }

  /** The page that a cell names, written as text or as a number; undefined for a date. */
  page(value: CellValue): PageReading | undefined {
    if (typeof value === "string") return isBlank(value) ? undefined : this.reader.pages.read(value);
    return typeof value === "number" && value < 10_000 ? this.reader.pages.read(String(value)) : undefined;
  }

  /** The page in the column's own writing. */
  writePage(column: FormColumn, page: number): string {
    return writePage(page, this.writings.ofColumn(column));
  }

  /** The term in the column's own writing. */
  writeTerm(column: FormColumn, term: Term): string {
    return this.reader.status(column.id).write(term, this.writings.ofColumn(column));
  }

  /** The term that a node's cell means; undefined where it has no meaning for its column. */
  term(node: TreeNode, column: FormColumn): Term | undefined {
    const value = this.value(node, column);
    if (typeof value === "number") return this.reader.status(column.id).readNumber(value);
    if (typeof value !== "string" || isBlank(value)) return undefined;
    const reading = this.reader.status(column.id).read(value);
    return reading.kind === "unknown" || reading.kind === "elsewhere" ? undefined : reading.term;
  }

  /** True where the form wants the cell to be filled. */
  isDue(node: TreeNode, column: FormColumn): boolean {
    if (this.isMissing(node) || column.optional || column.year === "earlier") return false;
    const when = column.requiredWhen;
    if (!when) return true;
    const asked = this.columns(this.depthOf(node)).find(({ id }) => id === when.column);
    const term = asked && this.term(node, asked);
    return term !== undefined && when.is.includes(term.text);
  }

  /**
   * The cells of one kind that are not simply right: each node's own, and those below it that say something else.
   * Found once for all rules, since nearly every cell is right.
   */
  oddCells(holds: "status" | "page" | "text"): readonly NodeCell[] {
    let cells = this.#odd.get(holds);
    if (!cells) this.#odd.set(holds, (cells = this.#findOdd(holds)));
    return cells;
  }

  #findOdd(holds: FormColumn["holds"]): NodeCell[] {
    const odd: NodeCell[] = [];
    for (let depth = 0; depth < this.depth; depth++) {
      const columns = this.columns(depth).filter((column) => column.holds === holds);
      if (columns.length === 0) continue;
      for (const node of this.nodesOf(depth)) if (!this.isMissing(node)) this.#addOdd(node, columns, odd);
    }
    return odd;
  }

  #addOdd(node: TreeNode, columns: readonly FormColumn[], odd: NodeCell[]): void {
    for (const column of columns) {
      const value = this.value(node, column);
      const at = this.#isRight(column, value) ? undefined : this.at(node, column);
      if (at) odd.push({ node, column, at, value });
    }
    for (const at of this.deviating(node)) {
      const column = columns.find(({ id }) => this.table.columns.get(id) === at.column);
      const value = this.grid.value(at.row, at.column);
      if (column && !this.#isRight(column, value)) odd.push({ node, column, at, value });
    }
  }

  #isRight(column: FormColumn, value: CellValue): boolean {
    if (column.holds === "status") return this.writings.isOwnStatus(column, value);
    if (column.holds === "page") return this.writings.isOwnPage(column, value);
    return typeof value === "string" && !isUntidy(value) && !mayHaveOddLetters(value) && (!column.heading || headingOf(value) !== undefined);
  }

  /** The cells of codes and labels that are not simply right. */
  oddCodes(): readonly CodeCell[] {
    return (this.#oddCodes ??= [...this.#findOddCodes()]);
  }

  *#findOddCodes(): Generator<CodeCell> {
    for (let depth = 0; depth < this.depth; depth++) {
      const column = this.columns(depth).find(({ holds }) => holds === "code" || holds === "label");
      if (column) for (const node of this.nodesOf(depth)) if (!this.#isPlain(node, depth)) yield* this.#oddCodesOf(node, column);
    }
  }

  /** True where the node's code is written as it should be, and nothing below its first row says otherwise. */
  #isPlain(node: TreeNode, depth: number): boolean {
    const own = this.isMissing(node) || this.writings.isOwnCode(depth, this.reading(node));
    return own && !this.tree.special.has(node);
  }

  *#oddCodesOf(node: TreeNode, column: FormColumn): Generator<CodeCell> {
    const depth = this.depthOf(node);
    const labels = this.labels(node);
    const at = labels.own?.at ?? this.at(node, column);
    const cell = (place: CellPlace) => ({ node, column, at: place, value: this.grid.value(place.row, place.column) });
    if (at && !this.isMissing(node) && !this.writings.isOwnCode(depth, this.reading(node))) yield { ...cell(at), reading: this.reading(node) };
    for (const label of labels.repeats) if (!this.writings.isOwnCode(depth, label.reading)) yield { ...cell(label.at), reading: label.reading };
    for (const place of this.deviating(node)) {
      if (this.table.columns.get(column.id) !== place.column) continue;
      yield { ...cell(place), reading: readCode(this.reader, column, this.grid, place) };
    }
  }

  /** Code cells below a block's first row that name another code than the block. */
  deviatingCodes(): readonly { readonly at: CellPlace; readonly node: TreeNode; readonly code: Code }[] {
    return this.oddCodes().flatMap(({ node, at, reading }) => {
      const [code] = reading.codes;
      const own = [this.expectedCode(node), this.code(node)];
      const agrees = reading.codes.some((one) => own.some((other) => sameCode(one, other)));
      return code && !agrees && this.deviating(node).includes(at) ? [{ at, node, code }] : [];
    });
  }

  /** Nodes whose code another node above them has, with that node. */
  duplicates(): ReadonlyMap<TreeNode, TreeNode> {
    return (this.#duplicates ??= findDuplicates(this));
  }

  /**
   * The rows of a block below the first that repeat its cell to the letter, as in a block that is filled down. A cell below the
   * first row has none: it is a fault of its own, and looking down the block from each would be quadratic.
   */
  repeatsOf(cell: NodeCell): readonly CellPlace[] {
    if (this.depthOf(cell.node) === this.reader.innermost || cell.at.row !== this.#cellRow(cell.node)) return [];
    const places: CellPlace[] = [];
    const { from, to } = this.rowsOf(cell.node);
    for (let index = from + 1; index < to; index++) {
      const row = this.#sheetRow(index);
      if (this.grid.value(row, cell.at.column) === cell.value) places.push({ row, column: cell.at.column });
    }
    return places;
  }
}

const noCells: readonly CellPlace[] = [];
