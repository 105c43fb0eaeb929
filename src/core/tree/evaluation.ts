import { sameCode, type Code } from "../form/code.ts";
import type { PageReading } from "../form/page.ts";
import type { StatusReading } from "../form/vocabulary.ts";
import { isBlank, type FormReader } from "../form/reader.ts";
import { levels, type Level } from "../form/levels.ts";
import type { FormColumn, Term } from "../form/schema.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { shownNumber } from "../model/number-shown.ts";
import type { Table } from "../table/find.ts";
import { isUntidy } from "../wording/hidden.ts";
import { mayHaveOddLetters } from "../wording/letters.ts";
import { readCode, type CodeReading } from "./code-reading.ts";
import { Dittos, type DittoReading } from "./dittos.ts";
import { findDuplicates } from "./duplicates.ts";
import type { Issue, Initiative, Node, Strategy, TreeNode } from "./node.ts";
import { buildTree } from "./tree.ts";

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

/** A table as the rules see it: the tree, and every node's cells by column. */
export class Evaluation {
  readonly issues: readonly Issue[];
  readonly strategies: readonly Strategy[];
  readonly initiatives: readonly Initiative[];
  readonly #columns: ReadonlyMap<Level, readonly FormColumn[]>;
  readonly #odd = new Map<string, readonly NodeCell[]>();
  readonly #dittos: Dittos;
  #oddCodes: readonly CodeCell[] | undefined;
  #duplicates: ReadonlyMap<TreeNode, TreeNode> | undefined;

  constructor(
    readonly grid: Grid,
    readonly table: Table,
    readonly reader: FormReader,
  ) {
    const tree = buildTree(grid, table, reader);
    this.issues = tree.issues;
    this.strategies = tree.strategies;
    this.initiatives = tree.initiatives;
    this.#dittos = new Dittos(grid, table);
    const found = (level: Level) => reader.columnsOf(level).filter(({ id }) => table.columns.has(id));
    this.#columns = new Map(levels.map((level) => [level, found(level)]));
  }

  /** The nodes of one level, in sheet order. */
  nodesOf(level: Level): readonly TreeNode[] {
    return level === "issue" ? this.issues : level === "strategy" ? this.strategies : this.initiatives;
  }

  /** The level's columns that are on the sheet. */
  columns(level: Level): readonly FormColumn[] {
    return this.#columns.get(level) ?? [];
  }

  /** The level's column on the sheet that has this role for the contradiction rules. */
  columnFor(level: Level, role: Role): FormColumn | undefined {
    return this.columns(level).find((column) => column.role === role);
  }

  /** Where a node's cell stands, in its own row; undefined where the sheet lacks the column. */
  at(node: Node, column: FormColumn): CellPlace | undefined {
    const place = this.table.columns.get(column.id);
    return place === undefined ? undefined : { row: node.row, column: place + node.shift };
  }

  value(node: Node, column: FormColumn): CellValue {
    const place = this.table.columns.get(column.id);
    if (place === undefined) return undefined;
    // Cells of an initiative that are merged down hold for each of its rows; what is above it is carried down anyway.
    return this.grid.value(node.level === "initiative" ? this.grid.anchorRow(node.row, place + node.shift) : node.row, place + node.shift);
  }

  /** Where the node's code stands, or should. */
  codeAt(node: TreeNode): CellPlace {
    if (node.level === "issue" && node.label) return node.label.at;
    const column = this.reader.codeColumn(node.level);
    const place = column && this.at(node, column);
    return place ?? { row: node.row, column: this.table.first.column };
  }

  /** The code as text; null where none is known. */
  codeText(node: Node): string | null {
    return node.code ? this.reader.codes.write(node.code) : null;
  }

  /** A strategy's heading, an initiative's name or an issue's title. */
  title(node: Node): string {
    if (node.missing) return "";
    if (node.reading.title !== "") return node.reading.title.trim();
    const column = this.reader.textColumn(node.level);
    const text = column && this.value(node, column);
    if (typeof text !== "string") return "";
    return (column?.heading ? headingOf(text) : undefined) ?? text.trim();
  }

  /** What a status says; undefined for a blank cell or an error. A number is read as its digits, which are no term. */
  status(column: FormColumn, value: CellValue, at: CellPlace): StatusReading | DittoReading | undefined {
    return isBlank(value) || typeof value === "object" ? undefined : this.#dittos.read(this.reader.status(column.id), String(value), at);
  }

  /** The page that a cell names, written as text or as a number, which is exact where its format shows all of it; undefined for a date. */
  page(value: CellValue, at: CellPlace): PageReading | undefined {
    if (typeof value === "string") return isBlank(value) ? undefined : this.reader.pages.read(value);
    if (typeof value !== "number" || value >= 10_000) return undefined;
    const shown = shownNumber(value, this.grid.numberFormat(at.row, at.column)) ?? String(value);
    const reading = this.reader.pages.read(shown);
    return reading && { ...reading, exact: reading.exact && shown !== String(reading.page) };
  }

  /** The term that a node's cell means; undefined where it has no meaning for its column. */
  term(node: Node, column: FormColumn): Term | undefined {
    const [value, at] = [this.value(node, column), this.at(node, column)];
    const reading = typeof value === "string" && at ? this.status(column, value, at) : undefined;
    return reading && "term" in reading && reading.kind !== "elsewhere" ? reading.term : undefined;
  }

  /** True where the form wants the cell to be filled. */
  isDue(node: Node, column: FormColumn): boolean {
    if (node.missing || column.optional) return false;
    const when = column.requiredWhen;
    if (!when) return true;
    const asked = this.columns(node.level).find(({ id }) => id === when.column);
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
    const visit = (node: TreeNode, column: FormColumn, at: CellPlace) => {
      const value = this.grid.value(at.row, at.column);
      if (!this.#isRight(column, value)) odd.push({ node, column, at, value });
    };
    for (const level of levels) {
      const columns = this.columns(level).filter((column) => column.holds === holds);
      if (columns.length > 0) for (const node of this.nodesOf(level)) if (!node.missing) this.#visitCells(node, columns, visit);
    }
    return odd;
  }

  #visitCells(node: TreeNode, columns: readonly FormColumn[], visit: (node: TreeNode, column: FormColumn, at: CellPlace) => void): void {
    for (const column of columns) {
      if (this.#isRight(column, this.value(node, column))) continue;
      const at = this.at(node, column);
      if (at && this.grid.anchorRow(at.row, at.column) === at.row) visit(node, column, at);
    }
    for (const at of node.deviating) {
      const column = columns.find(({ id }) => this.table.columns.get(id) === at.column);
      if (column) visit(node, column, at);
    }
  }

  #isRight(column: FormColumn, value: CellValue): boolean {
    if (typeof value !== "string") return false;
    if (column.holds === "status") return this.reader.status(column.id).read(value).kind === "term";
    if (column.holds === "page") return this.reader.pages.read(value)?.exact === true;
    return !isUntidy(value) && !mayHaveOddLetters(value) && (!column.heading || headingOf(value) !== undefined);
  }

  /** The cells of codes and labels that are not simply right. */
  oddCodes(): readonly CodeCell[] {
    return (this.#oddCodes ??= [...this.#findOddCodes()]);
  }

  *#findOddCodes(): Generator<CodeCell> {
    for (const level of levels) {
      const column = this.columns(level).find(({ holds }) => holds === "code" || holds === "label");
      if (column) for (const node of this.nodesOf(level)) if (!isPlain(node)) yield* this.#oddCodesOf(node, column);
    }
  }

  *#oddCodesOf(node: TreeNode, column: FormColumn): Generator<CodeCell> {
    const at = node.level === "issue" ? node.label?.at : this.at(node, column);
    const cell = (place: CellPlace) => ({ node, column, at: place, value: this.grid.value(place.row, place.column) });
    if (at && node.reading.kind !== "exact" && !node.missing) yield { ...cell(at), reading: node.reading };
    if (node.level === "issue") for (const label of node.repeats) yield { ...cell(label.at), reading: label.code };
    for (const place of node.deviating) {
      if (this.table.columns.get(column.id) !== place.column) continue;
      yield { ...cell(place), reading: readCode(this.reader, column, this.grid, place) };
    }
  }

  /** Code cells below a block's first row that name another code than the block. */
  deviatingCodes(): readonly { readonly at: CellPlace; readonly node: TreeNode; readonly code: Code }[] {
    return this.oddCodes().flatMap(({ node, at, reading }) => {
      const [code] = reading.codes;
      const agrees = reading.codes.some((one) => sameCode(one, node.expectedCode) || (node.code && sameCode(one, node.code)));
      return code && !agrees && at.row !== node.row && node.level !== "issue" ? [{ at, node, code }] : [];
    });
  }

  /** Nodes whose code another node above them has, with that node. */
  duplicates(): ReadonlyMap<TreeNode, TreeNode> {
    return (this.#duplicates ??= findDuplicates(levels.map((level) => this.nodesOf(level))));
  }

  /**
   * The rows of a block below the first that repeat its cell to the letter, as in a block that is filled down. A cell below the
   * first row has none: it is a fault of its own, and looking down the block from each would be quadratic.
   */
  repeatsOf(cell: NodeCell): readonly CellPlace[] {
    if (cell.at.row !== cell.node.row) return [];
    const places: CellPlace[] = [];
    for (let index = cell.node.from + 1; index < cell.node.to; index++) {
      const row = this.table.rows[index]?.row ?? cell.at.row;
      if (this.grid.value(row, cell.at.column) === cell.value) places.push({ row, column: cell.at.column });
    }
    return places;
  }
}

/** True where the node's code is written as it should be, and nothing below its first row says otherwise. */
function isPlain(node: TreeNode): boolean {
  const own = node.reading.kind === "exact" || node.missing;
  return own && node.deviating.length === 0 && (node.level !== "issue" || node.repeats.length === 0);
}
