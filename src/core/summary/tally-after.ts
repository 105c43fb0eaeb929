import type { FormColumn } from "../form/schema.ts";
import type { Tally } from "../model/tally.ts";
import type { Evaluation } from "../tree/evaluation.ts";
import { ColumnCounter, groupsOf } from "./tally.ts";

/** The numbers of the same items after cells of some columns were edited that tell nothing of codes and titles. */
export function tallyAfter({ columns, groups, total }: Tally, evaluation: Evaluation, edited: ReadonlySet<FormColumn>): Tally {
  const outermost = evaluation.nodesOf(0);
  const groupOf = groupsOf(evaluation, outermost);
  const counters = columns.map(({ column: id }) => {
    const column = [...edited].find((each) => each.id === id);
    return column && new ColumnCounter(evaluation, column, groupOf, outermost.length);
  });
  return {
    columns: columns.map((column, index) => counters[index]?.summary() ?? column),
    groups: groups.map((group, number) => {
      const statuses = group.statuses.map((count, index) => counters[index]?.ofGroup(number, count) ?? count);
      return statuses.every((count, index) => count === group.statuses[index]) ? group : { ...group, statuses };
    }),
    total: total.map((count, index) => counters[index]?.total() ?? count),
  };
}
