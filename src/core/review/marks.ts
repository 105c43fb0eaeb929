import type { MarkLevel, ReviewMark } from "../model/finding.ts";
import type { FormColumn } from "../form/schema.ts";
import type { CellValue } from "../model/grid.ts";
import type { Evaluation } from "../tree/evaluation.ts";
import type { Initiative, Strategy, TreeNode } from "../tree/node.ts";

/** The rows that must be looked at again, in sheet order; a strategy before its initiatives. */
export function reviewMarks(evaluation: Evaluation): ReviewMark[] {
  const columns = {
    strategy: evaluation.columns("strategy").filter(({ holds }) => holds === "status"),
    initiative: evaluation.columns("initiative").filter(({ holds }) => holds === "status"),
  };
  const marks: ReviewMark[] = [];
  const add = (node: Strategy | Initiative) => {
    if (node.missing || !columns[node.level].some((column) => evaluation.term(node, column)?.mark)) return;
    marks.push(markOf(evaluation, node, columns[node.level]));
  };
  for (const strategy of evaluation.strategies) {
    add(strategy);
    strategy.initiatives.forEach(add);
  }
  return marks;
}

function markOf(evaluation: Evaluation, node: Strategy | Initiative, columns: readonly FormColumn[]): ReviewMark {
  const reasons = reasonsOf(evaluation, node, columns);
  const level: MarkLevel = reasons.some(({ mark }) => mark === "required") ? "required" : "attention";
  return {
    level,
    of: node.level,
    code: evaluation.codeText(node),
    title: evaluation.title(node),
    firstRow: node.row,
    lastRow: node.lastRow,
    at: evaluation.codeAt(node),
    cells: cellsOf(evaluation, node),
    reasons: reasons.filter(({ mark }) => mark === level).map(({ column, at, text }) => ({ column, at, text })),
    statuses: columns.map((column) => ({ column: column.id, text: evaluation.value(node, column) })),
    page: pageOf(evaluation, node),
  };
}

function pageOf(evaluation: Evaluation, node: TreeNode): CellValue {
  const column = evaluation.columns(node.level).find(({ holds }) => holds === "page");
  return column && evaluation.value(node, column);
}

function reasonsOf(evaluation: Evaluation, node: TreeNode, columns: readonly FormColumn[]) {
  return columns.flatMap((column) => {
    const mark = evaluation.term(node, column)?.mark;
    const at = mark && evaluation.at(node, column);
    return mark && at ? [{ mark, column: column.id, at, text: evaluation.value(node, column) }] : [];
  });
}

/** A node's own columns as blocks; columns side by side are one block. Rows between that are no evaluation stay out. */
function cellsOf(evaluation: Evaluation, node: TreeNode): ReviewMark["cells"] {
  const places = evaluation.columns(node.level).map(({ id }) => (evaluation.table.columns.get(id) ?? 0) + node.shift);
  const columns = runs(places.sort((one, other) => one - other));
  const rows = runs(evaluation.table.rows.slice(node.from, node.to).map(({ row }) => row));
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
