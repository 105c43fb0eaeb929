import type { Counts, Inspection, TablePlace } from "./model/finding.ts";
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

export type { Inspection } from "./model/finding.ts";

/** Checks a sheet as read. Null where the sheet holds no evaluation table of the form. */
export function inspect(grid: Grid, form: Form): Inspection | null {
  const reader = readerOf(form);
  const table = findTable(grid, reader);
  if (!table) return null;
  const evaluation = new Evaluation(grid, table, reader);
  const place = placeOf(table, form);
  const outline = outlineOf(evaluation);
  return {
    sheet: grid.sheet,
    table: place,
    counts: countsOf(evaluation),
    tally: tallyOf(evaluation),
    findings: runRules(evaluation),
    marks: reviewMarks(evaluation),
    outline,
    sections: sectionsOf(grid, place, outline),
    inputRules: inputRulesOf(grid, table, form),
  };
}

function placeOf(table: Table, form: Form): TablePlace {
  const { first, last, skippedRows } = table;
  return { first, last, form: form.id, columns: Object.fromEntries(table.columns), skippedRows };
}

function countsOf({ issues, strategies, initiatives }: Evaluation): Counts {
  return { issues: issues.length, strategies: strategies.length, initiatives: initiatives.length };
}
