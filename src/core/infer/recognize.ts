import type { FormAnswers, FormChoice, KnownForm } from "../form/known.ts";
import { FormReader } from "../form/reader.ts";
import type { Block } from "../model/address.ts";
import type { Grid } from "../model/grid.ts";
import { findBands } from "../table/bands.ts";
import { alignTables, type AlignedTables } from "../table/aligned.ts";
import { findBestTable, tableAt, type Table } from "../table/find.ts";
import { findStacks, type TableStack } from "../table/stack.ts";
import { inferForm } from "./infer.ts";
import { mayGrade } from "./may-grade.ts";
import { nothingAsked, type Asked } from "./questions.ts";

/** The evaluation table of a sheet, its form, and the questions about an inferred form. */
export interface Recognized extends Asked {
  readonly table: Table;
  readonly known: KnownForm;
  /** Set for several tables of one form, which are read as one. */
  readonly aligned?: AlignedTables;
  /** Tables of other forms on the sheet, which are not read. */
  readonly others?: readonly Block[];
}

/**
 * Finds the table of a sheet by the known form that fits best. If none fits and answers are given, the form is inferred.
 * Undefined if there is no evaluation. @param answers undefined to infer nothing, as on sheets of ours
 */
export function recognize(grid: Grid, forms: FormChoice, answers: FormAnswers | undefined): Recognized | undefined {
  if ("id" in forms && forms.layout === "cards") return undefined;
  const stacks = findStacks(grid);
  const bands = stacks.length === 0 ? findBands(grid) : undefined;
  const best = known(grid, bands ? [bands] : stacks, "id" in forms ? forms : forms.filter(({ form }) => form.layout !== "cards"));
  return best ?? (answers === undefined || "id" in forms || !mayGrade(grid) ? undefined : inferred(grid, bands ? [bands] : stacks, answers));
}

/**
 * The table under the known form that fits best. Several tables are laid out as one if that moves anything or finds more
 * rows, and if at least as many columns of the form are found as without.
 */
function known(grid: Grid, stacks: readonly TableStack[], forms: FormChoice): Recognized | undefined {
  const plain = findBestTable(grid, forms);
  for (const stack of stacks) {
    const aligned = alignTables(grid, stack, "before");
    const laidOut = findBestTable(aligned.grid, forms);
    // A header that comes again may hide the rows above it from the form.
    const isNeeded = aligned.isMoved || stack.others.length > 0 || (laidOut?.table.rows.length ?? 0) > (plain?.table.rows.length ?? 0);
    const best = isNeeded ? laidOut : undefined;
    // Bands are parts of one table: without a column for them the form reads the sheet as it is.
    const least = (plain?.table.columns.size ?? 0) + (plain && stack.tables[0]?.isHeadless === true ? 1 : 0);
    if (best && best.table.columns.size >= least) return { ...best, table: withBreaks(best.table, stack), ...nothingAsked, aligned, others: stack.others };
  }
  const [stack] = stacks;
  return plain && { ...plain, table: stack ? withBreaks(plain.table, stack) : plain.table, ...nothingAsked };
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

/** Tables count their items anew; parts of one table need not. */
function withBreaks(table: Table, { tables }: TableStack): Table {
  if (tables[0]?.isHeadless === true) return table;
  const breaks: number[] = [];
  let at = 0;
  for (const { from } of tables) {
    while (at < table.rows.length && (table.rows[at]?.row ?? from) < from) at++;
    if (at > 0) breaks.push(at);
  }
  return { ...table, breaks };
}
