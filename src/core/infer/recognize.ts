import type { FormAnswers, FormChoice } from "../form/known.ts";
import { FormReader } from "../form/reader.ts";
import type { Grid } from "../model/grid.ts";
import { alignTables, type AlignedTables } from "../table/aligned.ts";
import { choicesOn } from "../table/choices.ts";
import { tableAt } from "../table/find.ts";
import { knownInSteps, stacksOn, withBreaks, type FoundTable } from "../table/known.ts";
import { withoutPageTitles } from "../table/reworded.ts";
import { inferForm } from "./infer.ts";
import { mayGrade } from "./may-grade.ts";
import { nothingAsked, type Asked } from "./questions.ts";

/** The evaluation table of a sheet, its form, and the questions about an inferred form. */
export interface Recognized extends Asked, FoundTable {}

/**
 * Finds the table of a sheet by the known form that fits best, in steps. If none fits and answers are given, the form is inferred.
 * Undefined if there is no evaluation. @param answers undefined to infer nothing, as on sheets of ours
 */
export function* recognize(grid: Grid, forms: FormChoice, answers: FormAnswers | undefined): Generator<void, Recognized | undefined> {
  if ("id" in forms && forms.layout === "cards") return undefined;
  const stacks = stacksOn(grid);
  yield;
  const best = yield* knownInSteps(grid, stacks, forms);
  if (best) return { ...best, ...nothingAsked };
  if (answers === undefined || "id" in forms || !mayGrade(grid)) return undefined;
  for (const stack of stacks) {
    yield;
    const aligned = alignTables(grid, withoutPageTitles(stack), "behind");
    const found = yield* inferTable(aligned.grid, answers, aligned);
    if (found) return { ...found, table: withBreaks(found.table, stack), aligned, others: stack.others };
  }
  return yield* inferTable(grid, answers);
}

function* inferTable(grid: Grid, answers: FormAnswers, aligned?: AlignedTables): Generator<void, Recognized | undefined> {
  yield;
  const found = yield* inferForm(grid, answers, aligned);
  if (!found) return undefined;
  const { form, places, top, firstData, depths, questions, answered } = found;
  const reader = new FormReader(form);
  const choices = yield* choicesOn(grid, reader);
  const table = yield* tableAt(choices?.grid ?? grid, reader, places, { top, firstData, depths });
  return table.rows.length === 0 ? undefined : { table, known: { form, from: "inferred" }, choices, questions, answered };
}
