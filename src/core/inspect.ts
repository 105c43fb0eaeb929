import type { Counts, FullInspection, Inspection, TablePlace } from "./model/finding.ts";
import { readerOf } from "./form/reader.ts";
import type { FormAnswers, FormChoice } from "./form/known.ts";
import { fullyOnCard, onCard } from "./infer/card-places.ts";
import { cautious, questioned } from "./infer/questioned.ts";
import { recognize, type Recognized } from "./infer/recognize.ts";
import type { Grid } from "./model/grid.ts";
import { inputRulesOf } from "./input-rules/plan.ts";
import { outlineOf } from "./outline/outline.ts";
import { reviewMarks } from "./review/marks.ts";
import { runRules } from "./rules/run.ts";
import { sectionsOf } from "./reply/sections.ts";
import { hasOwnTitle } from "./summary/own-title.ts";
import { tallyOf } from "./summary/tally.ts";
import type { Table } from "./table/find.ts";
import { fullyOnSheet, onSheet } from "./table/on-sheet.ts";
import { Evaluation } from "./tree/evaluation.ts";

export type { FullInspection, Inspection } from "./model/finding.ts";

/**
 * Checks a sheet as read, by the form that fits it best. Null where the sheet holds no evaluation table.
 * @param answers given where a form may be inferred from the sheet, with what was answered so far
 */
export function inspect(grid: Grid, forms: FormChoice, answers?: FormAnswers): Inspection | null {
  const evaluated = evaluate(grid, forms, answers);
  if (!evaluated) return null;
  const [, { card, aligned }] = evaluated;
  const inspection = told(...evaluated);
  return card ? onCard(inspection, { sheet: grid, realOf: card.realOf }) : aligned ? onSheet(inspection, aligned) : inspection;
}

/** The same, with what is shown besides: no view evaluates a sheet again. */
export function inspectFully(grid: Grid, forms: FormChoice, answers?: FormAnswers): FullInspection | null {
  const evaluated = evaluate(grid, forms, answers);
  if (!evaluated) return null;
  const inspection = told(...evaluated);
  const [evaluation, { known, card, aligned }] = evaluated;
  const outline = outlineOf(evaluation);
  const overview = { outline, sections: sectionsOf(evaluation.grid, inspection.table, outline), inputRules: inputRulesOf(evaluation.grid, evaluation.table, known.form) };
  const full = { ...inspection, overview };
  return card ? fullyOnCard(full, { sheet: grid, realOf: card.realOf }) : aligned ? fullyOnSheet(full, aligned) : full;
}

type Evaluated = readonly [evaluation: Evaluation, recognized: Recognized];

function evaluate(grid: Grid, forms: FormChoice, answers: FormAnswers | undefined): Evaluated | null {
  const recognized = recognize(grid, forms, hasOwnTitle(grid) ? undefined : answers);
  return recognized ? [new Evaluation((recognized.card ?? recognized.aligned)?.grid ?? grid, recognized.table, readerOf(recognized.known.form)), recognized] : null;
}

function told(evaluation: Evaluation, { known: form, questions, answered }: Recognized): Inspection {
  const found = runRules(evaluation);
  return {
    sheet: evaluation.grid.sheet,
    form,
    questions,
    answered,
    table: placeOf(evaluation.table),
    counts: countsOf(evaluation),
    tally: tallyOf(evaluation),
    findings: questioned(form.from === "inferred" ? cautious(found) : found, questions),
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
