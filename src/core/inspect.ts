import type { Counts, Inspection, TablePlace } from "./finding.ts";
import { readerOf } from "./form/reader.ts";
import type { Form } from "./form/schema.ts";
import type { Grid } from "./grid/grid.ts";
import { reviewMarks } from "./review/marks.ts";
import { runRules } from "./rules/run.ts";
import { tallyOf } from "./summary/tally.ts";
import { findTable, type Table } from "./table/find.ts";
import { Evaluation } from "./tree/evaluation.ts";

export type { Inspection } from "./finding.ts";

/** Checks a sheet as read. Null where the sheet holds no evaluation table of the form. */
export function inspect(grid: Grid, form: Form): Inspection | null {
  const reader = readerOf(form);
  const table = findTable(grid, reader);
  if (!table) return null;
  const evaluation = new Evaluation(grid, table, reader);
  return {
    sheet: grid.sheet,
    table: placeOf(table, form),
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
