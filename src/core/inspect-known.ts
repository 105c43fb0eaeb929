import type { FullInspection, Inspection, TablePlace } from "./model/finding.ts";
import type { Counts } from "./model/tally.ts";
import type { FormChoice } from "./form/known.ts";
import { readerOf } from "./form/reader.ts";
import type { Grid } from "./model/grid.ts";
import { inTurns } from "./model/pace.ts";
import type { Watch } from "./model/ports.ts";
import { inputRulesOf } from "./input-rules/plan.ts";
import { outlineInSteps } from "./outline/outline.ts";
import { reviewMarks } from "./review/marks.ts";
import { ruleByRule, type Found, type RulesFound } from "./rules/run.ts";
import { sectionsOf } from "./reply/sections.ts";
import { hasOwnTitle } from "./summary/own-title.ts";
import { tallyOf } from "./summary/tally.ts";
import { fullyScattered, scattered } from "./table/choices.ts";
import type { Table } from "./table/find.ts";
import { knownInSteps, stacksOn, type FoundTable } from "./table/known.ts";
import { fullyOnSheet, onSheet } from "./table/on-sheet.ts";
import { sheetTitleOf } from "./table/sheet-title.ts";
import { folded, fullyFolded, unfoldTables, type UnfoldedTables } from "./table/side-by-side.ts";
import { withoutGradeCounts } from "./table/grade-counts.ts";
import { Evaluation } from "./tree/evaluation.ts";
import { treeInSteps } from "./tree/tree.ts";

/*
 * The path of a sheet that a known form fits. What infers forms and reads cards is a third of the core's script, and most
 * sheets need none of it.
 */

/**
 * Checks a sheet by the known form that fits it best, with everything that views show. Null where none fits or cards are
 * looked for: `inspectFully` then tells more. In slices, so that a page answers meanwhile. @throws {Refusal} cancelled
 */
export function inspectKnown(grid: Grid, forms: FormChoice, watch?: Watch): Promise<KnownCheck | null> {
  return inTurns(knownFully(grid, forms), watch);
}

/** A check by a known form. */
export interface KnownCheck {
  readonly inspection: FullInspection;
  /** What a check after a few edits begins with; left out where the sheet is not simply one table. */
  readonly evaluated?: { readonly evaluation: Evaluation } & Pick<RulesFound, "silent">;
}

function* knownFully(grid: Grid, forms: FormChoice): Generator<void, KnownCheck | null> {
  if (("id" in forms ? [forms] : forms.map(({ form }) => form)).some(({ layout }) => layout === "cards")) return null;
  if (hasOwnTitle(grid)) return null;
  const plain = withoutGradeCounts(grid);
  const unfolded = unfoldTables(plain);
  const whole = unfolded?.grid ?? plain;
  yield;
  const stacks = stacksOn(whole);
  yield;
  const found = yield* knownInSteps(whole, stacks, forms);
  if (!found) return null;
  const table = unfolded ? { ...found, unfolded } : found;
  const evaluation = yield* evaluationOf(grid, table);
  const rulesFound = yield* ruleByRule(evaluation);
  const inspection = yield* fullyOn(table, evaluation, yield* told(evaluation, table, rulesFound));
  return { inspection, ...(stacks.length === 0 && whole === grid && !found.choices && { evaluated: { evaluation, silent: rulesFound.silent } }) };
}

/** A sheet's table, perhaps of several that stand side by side. */
export interface SheetTable extends FoundTable {
  readonly unfolded?: UnfoldedTables;
}

/** A sheet's table as an evaluation, in steps: of its own cells, or of those of several tables laid below each other. */
export function* evaluationOf(grid: Grid, { table, known: { form }, choices, aligned, unfolded }: SheetTable): Generator<void, Evaluation> {
  const own = choices?.grid ?? aligned?.grid ?? unfolded?.grid ?? grid;
  const reader = readerOf(form);
  yield;
  const evaluation = new Evaluation(own, table, reader, yield* treeInSteps(own, table, reader));
  yield;
  return evaluation;
}

/** What is told of an evaluation by a form about which nothing is asked, in steps. */
export function* told(evaluation: Evaluation, { known }: Pick<FoundTable, "known">, { findings, more }: Found): Generator<void, Inspection> {
  yield;
  const tally = tallyOf(evaluation);
  yield;
  const marks = yield* reviewMarks(evaluation);
  yield;
  return {
    sheet: evaluation.grid.sheet,
    title: sheetTitleOf(evaluation.grid, evaluation.table.first.row),
    form: known,
    questions: [],
    waiting: [],
    answered: [],
    table: placeOf(evaluation.table),
    counts: countsOf(evaluation),
    tally,
    findings,
    more,
    marks,
  };
}

/** The result at the cells of the sheet. */
export function onIt(table: SheetTable, inspection: Inspection): Inspection {
  const { choices, aligned, unfolded } = table;
  const own = choices ? scattered(inspection, choices) : inspection;
  const led = aligned ? onSheet(own, aligned) : own;
  return withOthers(unfolded ? folded(led, unfolded) : led, table);
}

/** The same, with everything that views show, in steps. */
export function* fullyOn(table: SheetTable, evaluation: Evaluation, inspection: Inspection): Generator<void, FullInspection> {
  const { choices, aligned, unfolded } = table;
  yield;
  const outline = yield* outlineInSteps(evaluation);
  yield;
  const overview = { outline, sections: sectionsOf(evaluation.grid, inspection.table, outline, table.known.form), inputRules: inputRulesOf(evaluation.grid, evaluation.table, table.known.form) };
  yield;
  const own = choices ? fullyScattered({ ...inspection, overview }, choices) : { ...inspection, overview };
  yield;
  const led = aligned ? fullyOnSheet(own, aligned) : own;
  yield;
  return withOthers(unfolded ? fullyFolded(led, unfolded) : led, table);
}

/** The result with the tables of other forms, at the cells of the sheet. */
function withOthers<Some extends Inspection>(inspection: Some, { others = [], unfolded }: SheetTable): Some {
  const placed = unfolded ? others.map(({ first, last }) => ({ first: unfolded.placeOf(first), last: unfolded.placeOf(last) })) : others;
  return placed.length > 0 ? { ...inspection, otherTables: placed } : inspection;
}

function placeOf(table: Table): TablePlace {
  const { first, last, skippedRows } = table;
  return { first, last, columns: table.columns, skippedRows };
}

function countsOf({ tree }: Evaluation): Counts {
  return tree.byDepth.map(({ length }) => length);
}
