import type { Counts, FullInspection, Inspection, TablePlace } from "./model/finding.ts";
import { readerOf } from "./form/reader.ts";
import type { Form } from "./form/schema.ts";
import type { Grid } from "./model/grid.ts";
import { inputRulesOf } from "./input-rules/plan.ts";
import { outlineOf } from "./outline/outline.ts";
import { reviewMarks } from "./review/marks.ts";
import { runRules } from "./rules/run.ts";
import { sectionsOf } from "./reply/sections.ts";
import { tallyOf } from "./summary/tally.ts";
import { findTable, type Table } from "./table/find.ts";
import { Evaluation } from "./tree/evaluation.ts";

export type { FullInspection, Inspection } from "./model/finding.ts";

/** Checks a sheet as read. Null where the sheet holds no evaluation table of the form. */
export function inspect(grid: Grid, form: Form): Inspection | null {
  const evaluation = evaluate(grid, form);
  return evaluation && told(evaluation);
}

/** The same, with what is shown besides: no view evaluates a sheet again. */
export function inspectFully(grid: Grid, form: Form): FullInspection | null {
  const evaluation = evaluate(grid, form);
  if (!evaluation) return null;
  const inspection = told(evaluation);
  const outline = outlineOf(evaluation);
  const overview = { outline, sections: sectionsOf(grid, inspection.table, outline), inputRules: inputRulesOf(grid, evaluation.table, form) };
  return { ...inspection, overview };
}

function evaluate(grid: Grid, form: Form): Evaluation | null {
  const reader = readerOf(form);
  const table = findTable(grid, reader);
  return table ? new Evaluation(grid, table, reader) : null;
}

function told(evaluation: Evaluation): Inspection {
  return {
    sheet: evaluation.grid.sheet,
    table: placeOf(evaluation.table, evaluation.reader.form),
    counts: countsOf(evaluation),
    tally: tallyOf(evaluation),
    findings: runRules(evaluation),
    marks: reviewMarks(evaluation),
  };
}

function placeOf(table: Table, form: Form): TablePlace {
  const { first, last, skippedRows } = table;
  return { first, last, form: form.id, columns: Object.fromEntries(table.columns), skippedRows };
}

function countsOf({ issues, strategies, initiatives }: Evaluation): Counts {
  return { issues: issues.length, strategies: strategies.length, initiatives: initiatives.length };
}
