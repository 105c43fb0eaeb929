import type { FormAnswers, FormChoice, KnownForm } from "../form/known.ts";
import { FormReader } from "../form/reader.ts";
import type { Grid } from "../model/grid.ts";
import { findBestTable, tableAt, type Table } from "../table/find.ts";
import { inferForm } from "./infer.ts";
import { mayGrade } from "./may-grade.ts";
import type { Asked } from "./questions.ts";

/** A sheet's evaluation table, the form that reads it, and what is asked of an inferred one. */
export interface Recognized extends Asked {
  readonly table: Table;
  readonly known: KnownForm;
}

/**
 * The table of a sheet by the known form that fits best; where none does, and answers are given, by the form that the sheet itself shows.
 * Undefined where there is no evaluation. @param answers undefined where nothing shall be inferred, as on sheets of ours
 */
export function recognize(grid: Grid, forms: FormChoice, answers: FormAnswers | undefined): Recognized | undefined {
  if ("id" in forms && forms.layout === "cards") return undefined;
  const best = findBestTable(grid, "id" in forms ? forms : forms.filter(({ form }) => form.layout !== "cards"));
  if (best) return { ...best, questions: [], answered: [] };
  if (answers === undefined || "id" in forms) return undefined;
  const inferred = mayGrade(grid) ? inferForm(grid, answers) : undefined;
  if (!inferred) return undefined;
  const { form, places, top, firstData, depths, questions, answered } = inferred;
  const table = tableAt(grid, new FormReader(form), places, { top, firstData, depths });
  return table.rows.length === 0 ? undefined : { table, known: { form, from: "inferred" }, questions, answered };
}
