import type { Counts, FullInspection, Inspection, TablePlace } from "./model/finding.ts";
import { readerOf } from "./form/reader.ts";
import type { FormChoice, KnownForm } from "./form/known.ts";
import type { Grid } from "./model/grid.ts";
import { inputRulesOf } from "./input-rules/plan.ts";
import { outlineOf } from "./outline/outline.ts";
import { reviewMarks } from "./review/marks.ts";
import { runRules } from "./rules/run.ts";
import { sectionsOf } from "./reply/sections.ts";
import { tallyOf } from "./summary/tally.ts";
import { findBestTable, type Table } from "./table/find.ts";
import { Evaluation } from "./tree/evaluation.ts";

export type { FullInspection, Inspection } from "./model/finding.ts";

/** Checks a sheet as read, by the form that fits it best. Null where the sheet holds no evaluation table of any. */
export function inspect(grid: Grid, forms: FormChoice): Inspection | null {
  const evaluated = evaluate(grid, forms);
  return evaluated && told(...evaluated);
}

/** The same, with what is shown besides: no view evaluates a sheet again. */
export function inspectFully(grid: Grid, forms: FormChoice): FullInspection | null {
  const evaluated = evaluate(grid, forms);
  if (!evaluated) return null;
  const inspection = told(...evaluated);
  const [evaluation, { form }] = evaluated;
  const outline = outlineOf(evaluation);
  const overview = { outline, sections: sectionsOf(grid, inspection.table, outline), inputRules: inputRulesOf(grid, evaluation.table, form) };
  return { ...inspection, overview };
}

type Evaluated = readonly [evaluation: Evaluation, known: KnownForm];

function evaluate(grid: Grid, forms: FormChoice): Evaluated | null {
  const found = findBestTable(grid, forms);
  return found ? [new Evaluation(grid, found.table, readerOf(found.known.form)), found.known] : null;
}

function told(evaluation: Evaluation, form: KnownForm): Inspection {
  return {
    sheet: evaluation.grid.sheet,
    form,
    table: placeOf(evaluation.table),
    counts: countsOf(evaluation),
    tally: tallyOf(evaluation),
    findings: runRules(evaluation),
    marks: reviewMarks(evaluation),
  };
}

function placeOf(table: Table): TablePlace {
  const { first, last, skippedRows } = table;
  return { first, last, columns: Object.fromEntries(table.columns), skippedRows };
}

function countsOf({ tree }: Evaluation): Counts {
  return tree.byDepth.map(({ length }) => length);
}
