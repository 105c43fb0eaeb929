import type { MarkLevel, ReviewMark } from "../model/finding.ts";
import type { FormColumn } from "../form/schema.ts";
import { rowsInStep } from "../model/pace.ts";
import type { Evaluation, TreeNode } from "../tree/evaluation.ts";

/** What the items of one level have in common. */
interface Level {
  readonly statuses: readonly FormColumn[];
  readonly deciding: readonly FormColumn[];
  readonly page: FormColumn | undefined;
  /** Its columns on the sheet, from left to right. */
  readonly places: readonly number[];
  /** The same, those side by side as one. */
  readonly blocks: readonly Run[];
}

type Run = readonly [first: number, last: number];

/** The rows to review, in steps and in sheet order, an item before those under it. Levels without a status are never marked. */
export function* reviewMarks(evaluation: Evaluation): Generator<void, ReviewMark[]> {
  const levels = Array.from({ length: evaluation.depth }, (_, depth) => levelOf(evaluation, evaluation.columns(depth)));
  const nodes = levels.flatMap(({ deciding }) => deciding.flatMap((column) => [...evaluation.nodesWith(column, ({ mark }) => mark !== undefined)]));
  const marked = [...new Set(nodes)].filter((node) => !evaluation.isMissing(node)).sort((one, other) => one - other);
  const marks: ReviewMark[] = [];
  for (const node of marked) {
    if (marks.length % rowsInStep === 0) yield;
    const level = levels[evaluation.depthOf(node)];
    if (level) marks.push(markOf(evaluation, node, level));
  }
  return marks;
}

function levelOf({ table }: Evaluation, columns: readonly FormColumn[]): Level {
  const statuses = columns.filter(({ holds }) => holds === "status");
  const places = columns.flatMap(({ id }) => table.columns.get(id) ?? []).sort((one, other) => one - other);
  return { statuses, deciding: statuses.filter(({ decides, year }) => decides ?? year !== "earlier"), page: columns.find(({ holds }) => holds === "page"), places, blocks: runs(places) };
}

function markOf(evaluation: Evaluation, node: TreeNode, level: Level): ReviewMark {
  const reasons = reasonsOf(evaluation, node, level.deciding);
  const mark: MarkLevel = reasons.required.length > 0 ? "required" : "attention";
  return {
    level: mark,
    depth: evaluation.depthOf(node),
    code: evaluation.codeText(node),
    title: evaluation.title(node),
    firstRow: evaluation.row(node),
    lastRow: evaluation.lastRow(node),
    at: evaluation.codeAt(node),
    cells: cellsOf(evaluation, node, level),
    reasons: reasons[mark],
    statuses: level.statuses.map((column) => ({ column: column.id, text: evaluation.value(node, column) })),
    page: level.page && evaluation.value(node, level.page),
  };
}

function reasonsOf(evaluation: Evaluation, node: TreeNode, columns: readonly FormColumn[]) {
  const reasons: Record<MarkLevel, ReviewMark["reasons"][number][]> = { required: [], attention: [] };
  for (const column of columns) {
    const mark = evaluation.term(node, column)?.mark;
    const at = mark && evaluation.at(node, column);
    if (mark && at) reasons[mark].push({ column: column.id, at, text: evaluation.value(node, column) });
  }
  return reasons;
}

/** A node's own columns as blocks; columns side by side are one block. Rows in between that hold no evaluation are left out, and cells that are merged with those of the next node: all of them would be coloured. */
function cellsOf(evaluation: Evaluation, node: TreeNode, { places, blocks }: Level): ReviewMark["cells"] {
  const { grid, table } = evaluation;
  const shift = evaluation.shift(node);
  const next = evaluation.lastRow(node) + 1;
  const isAlone = (place: number) => grid.anchorRow(next, place + shift) === next;
  const columns = places.every(isAlone) || !places.some(isAlone) ? blocks : runs(places.filter(isAlone));
  const blocksIn = ([firstRow, lastRow]: Run) => columns.map(([first, last]) => ({ first: { row: firstRow, column: first + shift }, last: { row: lastRow, column: last + shift } }));
  const { from, to } = evaluation.rowsOf(node);
  const row = evaluation.row(node);
  return to - from === 1 ? blocksIn([row, row]) : runs(table.rows.slice(from, to).map((each) => each.row)).flatMap(blocksIn);
}

/** Rising numbers as runs without a gap, both ends inclusive. */
function runs(numbers: readonly number[]): readonly Run[] {
  const found: Run[] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && last[1] === number - 1) found[found.length - 1] = [last[0], number];
    else found.push([number, number]);
  }
  return found;
}
