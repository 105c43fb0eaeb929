import type { FormAnswers, FormChoice } from "../form/known.ts";
import { FormReader } from "../form/reader.ts";
import type { Grid } from "../model/grid.ts";
import { alignTables, type AlignedTables } from "../table/aligned.ts";
import { tableAt } from "../table/find.ts";
import { findKnown, stacksOn, withBreaks, type FoundTable } from "../table/known.ts";
import type { TableStack } from "../table/stack.ts";
import { inferForm } from "./infer.ts";
import { mayGrade } from "./may-grade.ts";
import { nothingAsked, type Asked } from "./questions.ts";

/** The evaluation table of a sheet, its form, and the questions about an inferred form. */
export interface Recognized extends Asked, FoundTable {}

/**
 * Finds the table of a sheet by the known form that fits best. If none fits and answers are given, the form is inferred.
 * Undefined if there is no evaluation. @param answers undefined to infer nothing, as on sheets of ours
 */
export function recognize(grid: Grid, forms: FormChoice, answers: FormAnswers | undefined): Recognized | undefined {
  if ("id" in forms && forms.layout === "cards") return undefined;
  const stacks = stacksOn(grid);
  const best = findKnown(grid, forms, stacks);
  if (best) return { ...best, ...nothingAsked };
  return answers === undefined || "id" in forms || !mayGrade(grid) ? undefined : inferred(grid, stacks, answers);
}

function inferred(grid: Grid, stacks: readonly TableStack[], answers: FormAnswers): Recognized | undefined {
  for (const stack of stacks) {
    const aligned = alignTables(grid, stack, "behind");
    const found = inferTable(aligned.grid, answers, aligned);
    if (found) return { ...found, table: withBreaks(found.table, stack), aligned, others: stack.others };
  }
  return inferTable(grid, answers);
}

function inferTable(grid: Grid, answers: FormAnswers, aligned?: AlignedTables): Recognized | undefined {
  const found = inferForm(grid, answers, aligned);
  if (!found) return undefined;
  const { form, places, top, firstData, depths, questions, answered } = found;
  const table = tableAt(grid, new FormReader(form), places, { top, firstData, depths });
  return table.rows.length === 0 ? undefined : { table, known: { form, from: "inferred" }, questions, answered };
}
