import type { MarkLevel, ReviewMark } from "../model/finding.ts";
import type { FormColumn } from "../form/schema.ts";
import type { CellValue } from "../model/grid.ts";
import { rowsInStep } from "../model/pace.ts";
import type { Evaluation, TreeNode } from "../tree/evaluation.ts";

/** The rows to review, in steps and in sheet order, an item before those under it. Levels without a status are never marked. */
export function* reviewMarks(evaluation: Evaluation): Generator<void, ReviewMark[]> {
  const columns = Array.from({ length: evaluation.depth }, (_, depth) => evaluation.columns(depth).filter(({ holds }) => holds === "status"));
  const deciding = columns.map((level) => level.filter(({ decides, year }) => decides ?? year !== "earlier"));
  const marked = [...new Set(deciding.flat().flatMap((column) => [...evaluation.nodesWith(column, ({ mark }) => mark !== undefined)]))].filter((node) => !evaluation.isMissing(node)).sort((one, other) => one - other);
  const marks: ReviewMark[] = [];
  for (const node of marked) {
    if (marks.length % rowsInStep === 0) yield;
    const depth = evaluation.depthOf(node);
    marks.push(markOf(evaluation, node, columns[depth] ?? [], deciding[depth] ?? []));
  }
  return marks;
}

function markOf(evaluation: Evaluation, node: TreeNode, columns: readonly FormColumn[], deciding: readonly FormColumn[]): ReviewMark {
  const reasons = reasonsOf(evaluation, node, deciding);
  const level: MarkLevel = reasons.some(({ mark }) => mark === "required") ? "required" : "attention";
  return {
    level,
    depth: evaluation.depthOf(node),
    code: evaluation.codeText(node),
    title: evaluation.title(node),
    firstRow: evaluation.row(node),
    lastRow: evaluation.lastRow(node),
    at: evaluation.codeAt(node),
    cells: cellsOf(evaluation, node),
    reasons: reasons.filter(({ mark }) => mark === level).map(({ column, at, text }) => ({ column, at, text })),
    statuses: columns.map((column) => ({ column: column.id, text: evaluation.value(node, column) })),
    page: pageOf(evaluation, node),
  };
}

function pageOf(evaluation: Evaluation, node: TreeNode): CellValue {
  const column = evaluation.columns(evaluation.depthOf(node)).find(({ holds }) => holds === "page");
  return column && evaluation.value(node, column);
}

function reasonsOf(evaluation: Evaluation, node: TreeNode, columns: readonly FormColumn[]) {
  return columns.flatMap((column) => {
    const mark = evaluation.term(node, column)?.mark;
    const at = mark && evaluation.at(node, column);
    return mark && at ? [{ mark, column: column.id, at, text: evaluation.value(node, column) }] : [];
  });
}

/** A node's own columns as blocks; columns side by side are one block. Rows in between that hold no evaluation are left out, and cells that are merged with those of the next node: all of them would be coloured. */
function cellsOf(evaluation: Evaluation, node: TreeNode): ReviewMark["cells"] {
  const { grid } = evaluation;
  const own = evaluation.columns(evaluation.depthOf(node)).flatMap((column) => evaluation.at(node, column)?.column ?? []);
  const next = evaluation.lastRow(node) + 1;
  const alone = own.filter((column) => grid.anchorRow(next, column) === next);
  const columns = runs((alone.length > 0 ? alone : own).sort((one, other) => one - other));
  const { from, to } = evaluation.rowsOf(node);
  const rows = runs(evaluation.table.rows.slice(from, to).map(({ row }) => row));
  return rows.flatMap(([firstRow, lastRow]) =>
    columns.map(([first, last]) => ({ first: { row: firstRow, column: first }, last: { row: lastRow, column: last } })),
  );
}

/** Rising numbers as runs without a gap, both ends inclusive. */
function runs(numbers: readonly number[]): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && last[1] === number - 1) found[found.length - 1] = [last[0], number];
    else found.push([number, number]);
  }
  return found;
}
