import { writeCode, type Code, type Writing } from "../form/code.ts";
import { writePage } from "../form/page.ts";
import type { FormReader } from "../form/reader.ts";
import type { FormColumn, Term } from "../form/schema.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import type { Table } from "../table/find.ts";
import { isClean } from "../wording/letters.ts";
import { dittoReading, readCode, type CodeReading } from "./code-reading.ts";
import { findDuplicates } from "./duplicates.ts";
import { headingOf } from "./heading.ts";
import { Items } from "./items.ts";
import { noNodes } from "./nodes.ts";
import { OddCells, type NodeCell } from "./odd-cells.ts";
import type { EvaluationTree, TreeNode } from "./tree.ts";
import type { BlockLabels, LabelCell } from "./unit.ts";
import { Writings } from "./writings.ts";

export type { NodeCell } from "./odd-cells.ts";
export type { TreeNode } from "./tree.ts";

/** The cell of a code or a label, with its reading. */
export interface CodeCell extends NodeCell {
  readonly reading: CodeReading;
}

const kinds = ["status", "page", "text"] as const;

/** The items of a table for the rules: the sheet's own writings of codes and terms, and the cells that are not simply right. */
export class Evaluation extends Items {
  readonly writings: Writings;
  readonly #odd = new Map<string, OddCells>();
  /** By depth, the nodes with odd labels. */
  #unclean: readonly Int32Array[] | undefined;
  /** By depth, the nodes with cells among the odd codes. */
  #unplain: readonly Int32Array[] | undefined;
  #duplicates: ReadonlyMap<TreeNode, TreeNode> | undefined;

  constructor(grid: Grid, table: Table, reader: FormReader, tree?: EvaluationTree, former?: Writings) {
    super(grid, table, reader, tree);
    this.writings = new Writings(this, former);
  }

  /** The same items after cells of some columns were edited that tell nothing of their codes. Only what hangs on these columns is looked at anew. */
  afterEdits(grid: Grid, columns: ReadonlySet<FormColumn>): Evaluation {
    const after = new Evaluation(grid, this.table, this.reader, this.tree, this.writings);
    after.takeValues(this, columns);
    const kindsEdited = new Set([...columns].map(({ holds }) => holds));
    for (const [holds, cells] of this.#odd) if (!kindsEdited.has(cells.holds)) after.#odd.set(holds, cells.in(after));
    after.#unclean = this.#unclean;
    after.#unplain = this.#unplain;
    after.#duplicates = this.#duplicates;
    return after;
  }

  /** The code as text, without words; for a restarting number the path of numbers as written. Null where none is known. */
  codeText(node: TreeNode): string | null {
    const depth = this.depthOf(node);
    const level = this.reader.codes[depth];
    if (!level) return null;
    if (level.key === "given") return this.reading(node).given || null;
    const code = this.code(node);
    if (!code) return null;
    if (level.key !== "restarting") return level.write(code);
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
    const title = this.isPlain(node) ? "" : this.reading(node).title;
    if (title !== "") return title.trim();
    const column = this.reader.textColumn(this.depthOf(node));
    const text = column && this.value(node, column);
    if (typeof text !== "string") return "";
    return (column?.heading ? headingOf(text) : undefined) ?? text.trim();
  }

  /** The page in the column's own writing. */
  writePage(column: FormColumn, page: number): string {
    return writePage(page, this.writings.ofColumn(column));
  }

  /** The term in the column's own writing. */
  writeTerm(column: FormColumn, term: Term): string {
    return this.reader.status(column.id).write(term, this.writings.ofColumn(column));
  }

  /**
   * The cells of one kind that are not simply right: each node's own, and cells below them that differ.
   * Found once for all rules, since nearly every cell is right.
   */
  oddCells(holds: "status" | "page" | "text"): Iterable<NodeCell> {
    let cells = this.#odd.get(holds);
    if (!cells) this.#odd.set(holds, (cells = OddCells.find(this, holds, (column, value) => this.#isRight(column, value))));
    return cells;
  }

  /** Those of all kinds, codes last. */
  *allOddCells(): Generator<NodeCell> {
    for (const holds of kinds) yield* this.oddCells(holds);
    yield* this.oddCodes();
  }

  /** Finds them for the rules, a kind in a step. */
  *findOddCells(): Generator<void> {
    for (const holds of kinds) {
      this.oddCells(holds);
      yield;
    }
    this.oddCodes().next();
    yield;
  }

  #isRight(column: FormColumn, value: CellValue): boolean {
    if (column.holds === "status") return this.writings.isOwnStatus(column, value);
    if (column.holds === "page") return this.writings.isOwnPage(column, value);
    return typeof value === "string" && isClean(value) && (!column.heading || headingOf(value) !== undefined);
  }

  /** The labels that are not simply right, apart from their codes. */
  *oddLabels(): Generator<NodeCell> {
    this.#unclean ??= Array.from({ length: this.depth }, (_, depth) => this.#findUnclean(depth));
    for (const [depth, nodes] of this.#unclean.entries()) {
      const column = this.#labelColumn(depth);
      for (const node of nodes) {
        const at = column && this.cellOf(node, column);
        if (at) yield { node, column, at, value: this.grid.value(at.row, at.column) };
      }
    }
  }

  #labelColumn(depth: number): FormColumn | undefined {
    return this.columns(depth).find(({ holds }) => holds === "label");
  }

  /** The nodes with odd labels, so that of each pass only these are looked at. */
  #findUnclean(depth: number): Int32Array {
    const column = this.#labelColumn(depth);
    if (!column) return noNodes;
    return this.nodesOf(depth).filter((node) => {
      const at = this.isMissing(node) ? undefined : this.cellOf(node, column);
      const value = at && this.grid.value(at.row, at.column);
      return typeof value === "string" && !isClean(value);
    });
  }

  /** The cells of codes and labels that are not simply right. */
  *oddCodes(): Generator<CodeCell> {
    this.#unplain ??= Array.from({ length: this.depth }, (_, depth) => this.#findUnplain(depth));
    for (const [depth, nodes] of this.#unplain.entries()) {
      const column = this.#codeColumn(depth);
      if (!column) continue;
      for (const node of nodes) {
        const reading = this.reading(node);
        const at = this.isMissing(node) || this.writings.isOwnCode(depth, reading) ? undefined : (this.labels(node).own?.at ?? this.at(node, column));
        if (at) yield { node, column, at, value: this.grid.value(at.row, at.column), reading };
        if (this.deviating(node).length > 0 || this.labels(node).repeats.length > 0) yield* this.#oddBelow(node, column);
      }
    }
  }

  /** The nodes with odd codes, so that of each pass only these are looked at. */
  #findUnplain(depth: number): Int32Array {
    const isUsual = this.writings.ofLevel(depth) === this.reader.codes[depth]?.template;
    return this.#codeColumn(depth) ? this.nodesOf(depth).filter((node) => !this.#isOwn(node, depth, isUsual)) : noNodes;
  }

  #codeColumn(depth: number): FormColumn | undefined {
    return this.columns(depth).find(({ holds }) => holds === "code" || holds === "label");
  }

  /** True where the node's code has the expected writing, and no cell below its first row differs. @param isUsual true where that is the form's own writing */
  #isOwn(node: TreeNode, depth: number, isUsual: boolean): boolean {
    if (this.tree.special[node]) return false;
    return (isUsual && this.isPlain(node)) || this.isMissing(node) || this.writings.isOwnCode(depth, this.reading(node));
  }

  *#oddBelow(node: TreeNode, column: FormColumn): Generator<CodeCell> {
    const cell = (place: CellPlace) => ({ node, column, at: place, value: this.grid.value(place.row, place.column) });
    for (const label of this.labels(node).repeats) {
      const reading = dittoReading(label.value, this.reading(node)) ?? label.reading;
      if (!this.writings.isOwnCode(this.depthOf(node), reading)) for (const place of this.#sameBelow(node, { ...label, reading })) yield { ...cell(place), reading };
    }
    for (const place of this.deviating(node)) {
      if (this.table.columns.get(column.id) !== place.column) continue;
      const other = cell(place);
      yield { ...other, reading: dittoReading(other.value, this.reading(node)) ?? readCode(this.reader, column, this.grid, place) };
    }
  }

  /** The label's cell, and equal cells directly below it in its block. An unreadable label is reported once. */
  *#sameBelow(node: TreeNode, { index, at, value, reading }: LabelCell): Generator<CellPlace> {
    yield at;
    if (reading.codes.length === 0) return;
    for (let next = index + 1; next < this.rowsOf(node).to; next++) {
      const place = { row: this.sheetRow(next), column: at.column };
      if (this.grid.value(place.row, place.column) !== value) return;
      yield place;
    }
  }

  /** The nodes that have labels beside their own cells, with these. */
  *labelled(): Generator<readonly [TreeNode, BlockLabels]> {
    for (let node = 0; node < this.tree.size; node++) {
      const special = this.tree.special[node];
      if (special) yield [node, special.labels];
    }
  }

  /** Nodes with the code of another node above them, and that node. */
  duplicates(): ReadonlyMap<TreeNode, TreeNode> {
    return (this.#duplicates ??= findDuplicates(this));
  }

  /**
   * Rows of a block below its first that repeat the cell, as where it is filled down. A cell below the first row has none: it is
   * a fault of its own, and looking down the block from each cell would be quadratic.
   */
  repeatsOf(cell: NodeCell): readonly CellPlace[] {
    if (this.depthOf(cell.node) === this.reader.innermost || cell.at.row !== this.cellRow(cell.node)) return [];
    const places: CellPlace[] = [];
    const { from, to } = this.rowsOf(cell.node);
    for (let index = from + 1; index < to; index++) {
      const row = this.sheetRow(index);
      if (this.grid.value(row, cell.at.column) === cell.value) places.push({ row, column: cell.at.column });
    }
    return places;
  }
}
