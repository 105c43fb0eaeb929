import type { Outline, OutlineColumn } from "../model/finding.ts";
import { levels, type Level } from "../form/levels.ts";
import type { FormColumn } from "../form/schema.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue } from "../model/grid.ts";
import type { TallyTerm } from "../model/finding.ts";
import { termsOf } from "../summary/tally.ts";
import type { Evaluation } from "../tree/evaluation.ts";
import type { TreeNode } from "../tree/node.ts";

/** What a node's status cell says. */
export interface OutlineStatus {
  /** The form's column id. */
  readonly column: string;
  readonly at: CellPlace;
  /** The text found. */
  readonly text: CellValue;
  /** The term that it means, in whatever spelling; null where the cell is blank, an error, or no word of the column. */
  readonly term: TallyTerm | null;
}

/** One node of an outline, for those who look at it. */
export interface OutlineNode {
  /** Its number in the outline. */
  readonly index: number;
  readonly level: Level;
  /** 1 for the outermost level. */
  readonly depth: number;
  /** The code as read, the expected one where it is unreadable, null where none is known. */
  readonly code: string | null;
  readonly title: string;
  /** Where its code or its label stands, or should. */
  readonly at: CellPlace;
  /** Zero-based, both inclusive. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** True where rows below it name it, but nothing of it stands on the sheet. */
  readonly missing: boolean;
  /** Those of its level's status columns that the sheet has, in the form's order. */
  readonly statuses: readonly OutlineStatus[];
}

/** The nodes of an evaluation in the order of the sheet, each before those under it. */
export function outlineOf(evaluation: Evaluation): Outline {
  const nodes = evaluation.issues.flatMap((issue) => [issue, ...issue.strategies.flatMap((strategy) => [strategy, ...strategy.initiatives])]);
  const size = nodes.length;
  const outline = {
    levels: new Uint8Array(size),
    parents: new Int32Array(size),
    positions: new Int32Array(size),
    sisters: new Int32Array(size),
    firstRows: new Int32Array(size),
    lastRows: new Int32Array(size),
    codeRows: new Int32Array(size),
    codeColumns: new Int32Array(size),
    missing: new Uint8Array(size),
    codes: nodes.map((node) => evaluation.codeText(node)),
    titles: nodes.map((node) => evaluation.title(node)),
    columns: evaluation.reader.form.columns.flatMap((column) => statusColumn(evaluation, nodes, column)),
  };
  /** The node last begun on each level, and how many stand under it so far. */
  const begun = levels.map(() => -1);
  const counts = new Int32Array(size);
  let outermost = 0;
  nodes.forEach((node, index) => {
    const depth = levels.indexOf(node.level);
    const parent = begun[depth - 1] ?? -1;
    const at = evaluation.codeAt(node);
    outline.levels[index] = depth;
    outline.parents[index] = parent;
    outline.positions[index] = parent < 0 ? ++outermost : (counts[parent] = (counts[parent] ?? 0) + 1);
    outline.firstRows[index] = node.row;
    outline.lastRows[index] = node.lastRow;
    outline.codeRows[index] = at.row;
    outline.codeColumns[index] = at.column;
    outline.missing[index] = Number(node.missing);
    begun[depth] = index;
  });
  for (let index = 0; index < size; index++) {
    const parent = outline.parents[index] ?? -1;
    outline.sisters[index] = parent < 0 ? outermost : (counts[parent] ?? 0);
  }
  return outline;
}

/** What the nodes of a column's level say in it; none where the sheet lacks the column. */
function statusColumn(evaluation: Evaluation, nodes: readonly TreeNode[], column: FormColumn): readonly OutlineColumn[] {
  const place = evaluation.table.columns.get(column.id);
  if (column.holds !== "status" || place === undefined) return [];
  const terms = termsOf(evaluation, column);
  const numbers = new Map<string, number>(terms.map(({ text }, index) => [text, index]));
  const found = new Int32Array(nodes.length).fill(-1);
  const places = new Int32Array(nodes.length).fill(-1);
  const texts = new Map<number, CellValue>();
  nodes.forEach((node, index) => {
    if (node.level !== column.level) return;
    const value = evaluation.value(node, column);
    const term = evaluation.term(node, column)?.text;
    places[index] = place + node.shift;
    found[index] = (term === undefined ? undefined : numbers.get(term)) ?? -1;
    if (value !== term) texts.set(index, value);
  });
  return [{ column: column.id, level: column.level, terms, found, places, texts }];
}

/** A node by its number. @throws {RangeError} where there is none of that number */
export function nodeAt(outline: Outline, index: number): OutlineNode {
  const { levels: depths, codes, titles, firstRows, lastRows, codeRows, codeColumns, missing } = outline;
  const depth = depths[index];
  const level = levels[depth ?? levels.length];
  if (depth === undefined || level === undefined) throw new RangeError(`no node ${index}`);
  const row = firstRows[index] ?? 0;
  return {
    index,
    level,
    depth: depth + 1,
    code: codes[index] ?? null,
    title: titles[index] ?? "",
    at: { row: codeRows[index] ?? row, column: codeColumns[index] ?? 0 },
    firstRow: row,
    lastRow: lastRows[index] ?? row,
    missing: missing[index] === 1,
    statuses: outline.columns.filter((column) => column.level === level).map((column) => statusOf(column, index, row)),
  };
}

function statusOf({ column, terms, found, places, texts }: OutlineColumn, index: number, row: number): OutlineStatus {
  const term = terms[found[index] ?? -1] ?? null;
  return { column, at: { row, column: places[index] ?? 0 }, text: texts.has(index) ? texts.get(index) : term?.text, term };
}
