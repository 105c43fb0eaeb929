import type { FormAnswers, FormChoice, KnownForm } from "../form/known.ts";
import { FormReader } from "../form/reader.ts";
import type { Grid } from "../model/grid.ts";
import { findBestTable, tableAt, type Table } from "../table/find.ts";
import { cardForm } from "./card-form.ts";
import { cardSheet, findCard, type CardSheet } from "./card.ts";
import { inferForm } from "./infer.ts";
import { mayGrade } from "./may-grade.ts";
import type { Asked } from "./questions.ts";

/** A sheet's evaluation table, the form that reads it, and what is asked of an inferred one. */
export interface Recognized extends Asked {
  readonly table: Table;
  readonly known: KnownForm;
  /** Set for a card: it is read as the table that it is laid out as. */
  readonly card?: CardSheet;
}

/**
 * The table of a sheet by the known form that fits best; where none does, and answers are given, by the form that the sheet itself shows.
 * Undefined where there is no evaluation. @param answers undefined where nothing shall be inferred, as on sheets of ours
 */
export function recognize(grid: Grid, forms: FormChoice, answers: FormAnswers | undefined): Recognized | undefined {
  const best = findBestTable(grid, forms);
  if (best) return { ...best, questions: [], answered: [] };
  if (answers === undefined || "id" in forms) return undefined;
  const inferred = mayGrade(grid) ? inferForm(grid, answers) : undefined;
  if (!inferred) return recognizeCard(grid);
  const { form, places, top, firstData, depths, questions, answered } = inferred;
  const table = tableAt(grid, new FormReader(form), places, { top, firstData, depths });
  return table.rows.length === 0 ? undefined : { table, known: { form, from: "inferred" }, questions, answered };
}

/** A sheet that is one item; undefined where it is none. */
function recognizeCard(grid: Grid): Recognized | undefined {
  const card = findCard(grid);
  if (!card) return undefined;
  const sheet = cardSheet(grid, card);
  const form = cardForm(grid, card, sheet);
  if (!form) return undefined;
  const places = new Map(form.columns.map(({ id }, index) => [id, index]));
  const rows = Array.from({ length: Math.max(1, sheet.grid.rowCount - 1) }, (_, index) => ({ row: index + 1, shift: 0 }));
  const last = { row: rows.length, column: form.columns.length - 1 };
  const table: Table = { first: { row: 0, column: 0 }, last, columns: places, rows, skippedRows: [], doubtful: [] };
  return { table, known: { form, from: "inferred" }, questions: [], answered: [], card: sheet };
}
