import type { Block, CellPlace } from "../../core/model/address.ts";
import type { Grid } from "../../core/model/grid.ts";
import type { ChartPlan } from "../../core/model/sheet-plan.ts";
import { cellText } from "../../core/wording/phrase.ts";

/** A chart with the present content of its cells. */
export interface ChartView {
  readonly title: string;
  readonly alternative: string;
  readonly place: Block;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly color: string; readonly values: readonly number[] }[];
}

/** Reads a planned chart's words and numbers from its sheet. Anything but a number counts as 0. */
export function chartView({ title, alternative, place, categories, series }: ChartPlan, grid: Grid): ChartView {
  const value = ({ row, column }: CellPlace) => grid.value(row, column);
  return {
    title,
    alternative,
    place,
    categories: cellsOf(categories).map((at) => cellText(value(at))),
    series: series.map(({ name, values, color }) => ({
      name: cellText(value(name)),
      color,
      values: cellsOf(values).map((at) => Number(value(at)) || 0),
    })),
  };
}

function cellsOf({ first, last }: Block): readonly CellPlace[] {
  return Array.from({ length: last.row - first.row + 1 }, (_, down) => ({ row: first.row + down, column: first.column }));
}
