import type { TallyTerm } from "../finding.ts";
import { levels, type Level } from "../form/levels.ts";
import { readerOf } from "../form/reader.ts";
import type { Form, FormColumn } from "../form/schema.ts";
import type { CellPlace } from "../grid/address.ts";
import type { CellValue, Grid } from "../grid/grid.ts";
import { termsOf } from "../summary/tally.ts";
import { findTable } from "../table/find.ts";
import { Evaluation } from "../tree/evaluation.ts";
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

/** An issue, a strategy or an initiative, with what stands under it. */
export interface OutlineNode {
  readonly level: Level;
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
  /** In sheet order; empty for an initiative. */
  readonly children: readonly OutlineNode[];
}

/** The evaluation of a sheet as plain data: it can be sent between threads. */
export interface Outline {
  readonly issues: readonly OutlineNode[];
}

/** Issues, strategies and initiatives of a sheet as read. Null where the sheet holds no evaluation table of the form. */
export function outlineOf(grid: Grid, form: Form): Outline | null {
  const reader = readerOf(form);
  const table = findTable(grid, reader);
  return table ? outlineOfEvaluation(new Evaluation(grid, table, reader)) : null;
}

interface StatusColumn {
  readonly column: FormColumn;
  readonly terms: ReadonlyMap<string, TallyTerm>;
}

function outlineOfEvaluation(evaluation: Evaluation): Outline {
  const columns = new Map(levels.map((level) => [level, statusColumns(evaluation, level)]));
  const nodeOf = (node: TreeNode, children: readonly OutlineNode[]): OutlineNode => ({
    level: node.level,
    code: evaluation.codeText(node),
    title: evaluation.title(node),
    at: evaluation.codeAt(node),
    firstRow: node.row,
    lastRow: node.lastRow,
    missing: node.missing,
    statuses: (columns.get(node.level) ?? []).flatMap((column) => statusOf(evaluation, node, column)),
    children,
  });
  const issues = evaluation.issues.map((issue) =>
    nodeOf(
      issue,
      issue.strategies.map((strategy) =>
        nodeOf(
          strategy,
          strategy.initiatives.map((initiative) => nodeOf(initiative, [])),
        ),
      ),
    ),
  );
  return { issues };
}

function statusColumns(evaluation: Evaluation, level: Level): readonly StatusColumn[] {
  const columns = evaluation.columns(level).filter(({ holds }) => holds === "status");
  return columns.map((column) => ({ column, terms: new Map(termsOf(evaluation, column).map((term) => [term.text, term])) }));
}

function statusOf(evaluation: Evaluation, node: TreeNode, { column, terms }: StatusColumn): readonly OutlineStatus[] {
  const at = evaluation.at(node, column);
  if (!at) return [];
  const term = evaluation.term(node, column);
  return [{ column: column.id, at, text: evaluation.value(node, column), term: (term && terms.get(term.text)) ?? null }];
}
