import type { Counts, FullInspection, Inspection, Outline, TablePlace } from "./model/finding.ts";
import type { FormChoice } from "./form/known.ts";
import { readerOf } from "./form/reader.ts";
import type { Grid } from "./model/grid.ts";
import { Pace, refuseAborted } from "./model/pace.ts";
import type { Watch } from "./model/ports.ts";
import { inputRulesOf } from "./input-rules/plan.ts";
import { outlineInSteps, outlineOf } from "./outline/outline.ts";
import { reviewMarks } from "./review/marks.ts";
import { ruleByRule, type Found } from "./rules/run.ts";
import { sectionsOf } from "./reply/sections.ts";
import { hasOwnTitle } from "./summary/own-title.ts";
import { tallyOf } from "./summary/tally.ts";
import type { Table } from "./table/find.ts";
import { findKnown, type FoundTable } from "./table/known.ts";
import { fullyOnSheet, onSheet } from "./table/on-sheet.ts";
import { sheetTitleOf } from "./table/sheet-title.ts";
import { folded, fullyFolded, unfoldTables, type UnfoldedTables } from "./table/side-by-side.ts";
import { Evaluation } from "./tree/evaluation.ts";
import { treeInSteps } from "./tree/tree.ts";

/*
 * The path of a sheet that a known form fits. What infers forms and reads cards is a third of the core's script, and most
 * sheets need none of it.
 */

/** Milliseconds of a slice at least. Its last step may take as long as three of them. */
const shortTurn = 12;

/**
 * Checks a sheet by the known form that fits it best, with everything that views show. Null where none fits or cards are
 * looked for: `inspectFully` then tells more. In slices, so that a page answers meanwhile. @throws {Refusal} cancelled
 */
export async function inspectKnown(grid: Grid, forms: FormChoice, watch?: Watch): Promise<FullInspection | null> {
  if (("id" in forms ? [forms] : forms.map(({ form }) => form)).some(({ layout }) => layout === "cards")) return null;
  if (hasOwnTitle(grid)) return null;
  const pace = new Pace(shortTurn);
  const rest = async () => {
    if (!pace.isOver) return;
    await pace.next();
    refuseAborted(watch);
  };
  const unfolded = unfoldTables(grid);
  await rest();
  const found = findKnown(unfolded?.grid ?? grid, forms);
  if (!found) return null;
  await rest();
  const table = unfolded ? { ...found, unfolded } : found;
  const reader = readerOf(table.known.form);
  const own = gridOf(grid, table);
  const evaluation = new Evaluation(own, table.table, reader, await inTurns(treeInSteps(own, table.table, reader), rest));
  await rest();
  const inspection = told(evaluation, table, await inTurns(ruleByRule(evaluation), rest));
  await rest();
  const outline = await inTurns(outlineInSteps(evaluation), rest);
  const full = fullyOn(table, evaluation, inspection, outline);
  // Whoever shows it has a turn of its own.
  await rest();
  return full;
}

/** Does work step by step, with a rest after each. */
async function inTurns<Result>(steps: Generator<void, Result>, rest: () => Promise<void>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    await rest();
    if (done === true) return value;
  }
}

/** A sheet's table, perhaps of several that stand side by side. */
export interface SheetTable extends FoundTable {
  readonly unfolded?: UnfoldedTables;
}

/** A sheet's table as an evaluation: of its own cells, or of those of several tables laid below each other. */
export function evaluationOf(grid: Grid, table: SheetTable): Evaluation {
  return new Evaluation(gridOf(grid, table), table.table, readerOf(table.known.form));
}

/** The cells of a table, where they are laid out anew in another grid than the sheet's. */
function gridOf(grid: Grid, { aligned, unfolded }: SheetTable): Grid {
  return aligned?.grid ?? unfolded?.grid ?? grid;
}

/** What is told of an evaluation by a form about which nothing is asked. */
export function told(evaluation: Evaluation, { known }: Pick<FoundTable, "known">, { findings, more }: Found): Inspection {
  return {
    sheet: evaluation.grid.sheet,
    title: sheetTitleOf(evaluation.grid, evaluation.table.first.row),
    form: known,
    questions: [],
    waiting: [],
    answered: [],
    table: placeOf(evaluation.table),
    counts: countsOf(evaluation),
    tally: tallyOf(evaluation),
    findings,
    more,
    marks: reviewMarks(evaluation),
  };
}

/** The result at the cells of the sheet. */
export function onIt(table: SheetTable, inspection: Inspection): Inspection {
  const { aligned, unfolded } = table;
  const led = aligned ? onSheet(inspection, aligned) : inspection;
  return withOthers(unfolded ? folded(led, unfolded) : led, table);
}

/** The same, with everything that views show. */
export function fullyOn(table: SheetTable, evaluation: Evaluation, inspection: Inspection, outline: Outline = outlineOf(evaluation)): FullInspection {
  const { aligned, unfolded } = table;
  const overview = { outline, sections: sectionsOf(evaluation.grid, inspection.table, outline, table.known.form), inputRules: inputRulesOf(evaluation.grid, evaluation.table, table.known.form) };
  const led = aligned ? fullyOnSheet({ ...inspection, overview }, aligned) : { ...inspection, overview };
  return withOthers(unfolded ? fullyFolded(led, unfolded) : led, table);
}

/** The result with the tables of other forms, at the cells of the sheet. */
function withOthers<Some extends Inspection>(inspection: Some, { others = [], unfolded }: SheetTable): Some {
  const placed = unfolded ? others.map(({ first, last }) => ({ first: unfolded.placeOf(first), last: unfolded.placeOf(last) })) : others;
  return placed.length > 0 ? { ...inspection, otherTables: placed } : inspection;
}

function placeOf(table: Table): TablePlace {
  const { first, last, skippedRows } = table;
  return { first, last, columns: Object.fromEntries(table.columns), skippedRows };
}

function countsOf({ tree }: Evaluation): Counts {
  return tree.byDepth.map(({ length }) => length);
}
