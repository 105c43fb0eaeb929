import type { KnownCheck } from "./inspect-known.ts";
import { differingCells } from "./model/differing-cells.ts";
import type { Grid } from "./model/grid.ts";
import { outlineAfter } from "./outline/outline-after.ts";
import { reviewMarks } from "./review/marks.ts";
import { ruleByRule } from "./rules/run.ts";
import { tallyAfter } from "./summary/tally-after.ts";
import { tallyOf } from "./summary/tally.ts";
import { editedColumns } from "./tree/edited-columns.ts";

/** More edits at once are checked as a whole sheet is. */
const mostEdits = 20;

/**
 * Checks a sheet of which a few cells were edited since its last check, in steps: only what hangs on these cells. Undefined where more may hang on
 * them, such as codes, headers and what tells where the table is: then the whole sheet must be checked.
 */
export function* editedInSteps({ inspection, evaluated }: KnownCheck, grid: Grid): Generator<void, KnownCheck | undefined> {
  const edited = evaluated && differingCells(evaluated.evaluation.grid, grid, mostEdits);
  const columns = evaluated && edited && editedColumns(evaluated.evaluation, grid, edited);
  if (!columns) return undefined;
  const evaluation = evaluated.evaluation.afterEdits(grid, columns);
  const hasTitles = [...columns].some(({ holds }) => holds === "text");
  yield;
  const { findings, more, silent } = yield* ruleByRule(evaluation, { silent: evaluated.silent, edited: columns });
  const tally = hasTitles ? tallyOf(evaluation) : tallyAfter(inspection.tally, evaluation, columns);
  yield;
  const marks = yield* reviewMarks(evaluation);
  yield;
  const overview = { ...inspection.overview, outline: outlineAfter(inspection.overview.outline, evaluation, columns) };
  return { inspection: { ...inspection, sheet: grid.sheet, findings, more, tally, marks, overview }, evaluated: { evaluation, silent } };
}
