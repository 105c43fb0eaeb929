import type { FormChoice } from "../form/known.ts";
import type { Block } from "../model/address.ts";
import type { Grid } from "../model/grid.ts";
import { alignTables, type AlignedTables } from "./aligned.ts";
import { findBands, hasNestedBands } from "./bands.ts";
import { bestTableInSteps, type KnownTable } from "./best-table.ts";
import { tableWith, type Table } from "./find.ts";
import { withReworded } from "./reworded.ts";
import { findStacks, type TableStack } from "./stack.ts";

/** The evaluation table of a sheet and its form. */
export interface FoundTable extends KnownTable {
  /** Set for several tables of one form, which are read as one. */
  readonly aligned?: AlignedTables;
  /** Tables of other forms on the sheet, which are not read. */
  readonly others?: readonly Block[];
}

/** The tables, or parts of one, that stand below each other on a sheet. */
export function stacksOn(grid: Grid): readonly TableStack[] {
  if (hasNestedBands(grid)) return [];
  const stacks = withReworded(grid, findStacks(grid));
  const bands = stacks.length === 0 ? findBands(grid) : undefined;
  return bands ? [bands] : stacks;
}

/**
 * The table under the known form that fits best, in steps. Several tables are laid out as one if that moves anything or finds more
 * rows, and if at least as many columns of the form are found as without.
 */
export function* knownInSteps(grid: Grid, stacks: readonly TableStack[], choice: FormChoice): Generator<void, FoundTable | undefined> {
  const forms = "id" in choice ? choice : choice.filter(({ form }) => form.layout !== "cards");
  const plain = yield* bestTableInSteps(grid, forms);
  for (const stack of stacks) {
    yield;
    const aligned = alignTables(grid, stack, "before");
    const laidOut = yield* bestTableInSteps(aligned.grid, forms);
    // A header that comes again may hide the rows above it from the form.
    const isNeeded = aligned.isMoved || stack.others.length > 0 || (laidOut?.table.rows.length ?? 0) > (plain?.table.rows.length ?? 0);
    const best = isNeeded ? laidOut : undefined;
    // Bands are parts of one table: without a column for them the form reads the sheet as it is.
    const least = (plain?.table.columns.size ?? 0) + (plain && stack.tables[0]?.isHeadless === true ? 1 : 0);
    if (best && best.table.columns.size >= least) return { ...best, table: withBreaks(best.table, stack), aligned, others: stack.others };
  }
  const [stack] = stacks;
  return plain && { ...plain, table: stack ? withBreaks(plain.table, stack) : plain.table };
}

/** Tables count their items anew; parts of one table need not. */
export function withBreaks(table: Table, { tables }: TableStack): Table {
  if (tables[0]?.isHeadless === true) return table;
  const breaks: number[] = [];
  let at = 0;
  for (const { from } of tables) {
    while (at < table.rows.length && (table.rows[at]?.row ?? from) < from) at++;
    if (at > 0) breaks.push(at);
  }
  return tableWith({ ...table, breaks });
}
