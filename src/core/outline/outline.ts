import type { Outline, OutlineColumn } from "../model/outline.ts";
import type { FormColumn } from "../form/schema.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue } from "../model/grid.ts";
import type { TallyTerm } from "../model/tally.ts";
import { termsOf } from "../summary/tally.ts";
import type { Evaluation } from "../tree/evaluation.ts";

/** The status of a node. */
export interface OutlineStatus {
  /** The form's column id. */
  readonly column: string;
  readonly at: CellPlace;
  /** The text found. */
  readonly text: CellValue;
  /** The term, in any spelling; null where the cell is blank, an error, or no word of the column. */
  readonly term: TallyTerm | null;
}

/** One node of an outline, for views. */
export interface OutlineNode {
  /** Its number in the outline. */
  readonly index: number;
  /** Depth of its level, 0 for the outermost. */
  readonly depth: number;
  /** The code as read, the expected one where it is unreadable, null where none is known. */
  readonly code: string | null;
  readonly title: string;
  /** The cell of its code or label, or the cell where it should be. */
  readonly at: CellPlace;
  /** Zero-based, both inclusive. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** True for an item that rows below it name but that is not on the sheet. */
  readonly missing: boolean;
  /** The status columns of its level that the sheet has, in the form's order. */
  readonly statuses: readonly OutlineStatus[];
}

/** The nodes of an evaluation in the order of the sheet, each before those under it; in steps, some columns of numbers or texts each. */
export function* outlineInSteps(evaluation: Evaluation): Generator<void, Outline> {
  const { tree } = evaluation;
  const { size } = tree;
  const nodes = Array.from({ length: size }, (_, node) => node);
  const codes = nodes.map((node) => evaluation.codeText(node));
  yield;
  const titles = itemTitles(evaluation);
  yield;
  const columns: OutlineColumn[] = [];
  for (const column of evaluation.reader.form.columns) {
    const statuses = outlineColumn(evaluation, column);
    if (statuses) columns.push(statuses);
    yield;
  }
  const outline = {
    levels: tree.depths,
    parents: tree.parents,
    positions: new Int32Array(size),
    sisters: new Int32Array(size),
    firstRows: new Int32Array(size),
    lastRows: new Int32Array(size),
    codeRows: new Int32Array(size),
    codeColumns: new Int32Array(size),
    missing: tree.missing,
    codes,
    titles,
    columns,
  };
  /** Number of nodes under each node so far. */
  const counts = new Int32Array(size);
  let outermost = 0;
  for (let node = 0; node < size; node++) {
    const parent = evaluation.parent(node);
    const at = evaluation.codeAt(node);
    outline.positions[node] = parent < 0 ? ++outermost : (counts[parent] = (counts[parent] ?? 0) + 1);
    outline.firstRows[node] = evaluation.row(node);
    outline.lastRows[node] = evaluation.lastRow(node);
    outline.codeRows[node] = at.row;
    outline.codeColumns[node] = at.column;
  }
  for (let index = 0; index < size; index++) {
    const parent = outline.parents[index] ?? -1;
    outline.sisters[index] = parent < 0 ? outermost : (counts[parent] ?? 0);
  }
  return outline;
}

/** By node: a heading, a name or a title; "" where there is none. */
export function itemTitles(evaluation: Evaluation): readonly string[] {
  return Array.from({ length: evaluation.tree.size }, (_, node) => evaluation.title(node));
}

/** The statuses in a column; undefined where the sheet lacks the column, or it holds something else. */
export function outlineColumn(evaluation: Evaluation, column: FormColumn): OutlineColumn | undefined {
  const place = evaluation.table.columns.get(column.id);
  if (column.holds !== "status" || place === undefined) return undefined;
  const terms = termsOf(evaluation, column);
  const numbers = new Map(terms.map(({ text }, index) => [text, index]));
  const numberOf = evaluation.byTerm(column, (term) => (term && numbers.get(term.text)) ?? -1);
  const values = evaluation.values(column);
  const found = new Int32Array(evaluation.tree.size).fill(-1);
  const places = new Int32Array(evaluation.tree.size).fill(-1);
  const texts = new Map<number, CellValue>();
  const depth = evaluation.reader.depthOf(column.level);
  evaluation.nodesOf(depth).forEach((node) => {
    const number = numberOf(node) ?? -1;
    const value = values.of(node);
    found[node] = number;
    places[node] = place + evaluation.shift(node);
    if (value !== terms[number]?.text) texts.set(node, value);
  });
  return { column: column.id, depth, terms, found, places, texts };
}

/** @throws {RangeError} where there is no node of that number */
export function nodeAt(outline: Outline, index: number): OutlineNode {
  const { levels: depths, codes, titles, firstRows, lastRows, codeRows, codeColumns, missing } = outline;
  const depth = depths[index];
  if (depth === undefined) throw new RangeError(`no node ${index}`);
  const row = firstRows[index] ?? 0;
  const sheet = outline.sheets?.[index];
  return {
    index,
    depth,
    code: codes[index] ?? null,
    title: titles[index] ?? "",
    at: { row: codeRows[index] ?? row, column: codeColumns[index] ?? 0, ...(sheet && { sheet }) },
    firstRow: row,
    lastRow: lastRows[index] ?? row,
    missing: missing[index] === 1,
    statuses: outline.columns.filter((column) => column.depth === depth).map((column) => statusOf(column, index, { row, ...(sheet && { sheet }) })),
  };
}

function statusOf({ column, terms, found, places, rows, texts }: OutlineColumn, index: number, { row, ...sheet }: Omit<CellPlace, "column">): OutlineStatus {
  const term = terms[found[index] ?? -1] ?? null;
  return { column, at: { row: rows?.[index] ?? row, column: places[index] ?? 0, ...sheet }, text: texts.has(index) ? texts.get(index) : term?.text, term };
}
