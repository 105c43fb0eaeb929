import { withoutSpace } from "../wording/hidden.ts";
import type { CellValue } from "../model/grid.ts";
import { foldWidth } from "./fold.ts";
import type { Threshold } from "./schema.ts";

/**
 * The number of a cell, or of a text such as 1,200人 or 80％; undefined where it is none.
 * @param isRate true where 80 stands for 80 %
 */
function amountOf(value: CellValue, isRate: boolean): number | undefined {
  if (typeof value === "number") return isRate && value > 5 ? value / 100 : value;
  if (typeof value !== "string" || value.length > 40) return undefined;
  const [, digits, percent] = /^([-+]?[0-9][0-9,]*(?:\.[0-9]+)?)(%)?[^0-9]{0,8}$/.exec(withoutSpace(foldWidth(value)).replace(/[−▲△]/g, "-")) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits.replaceAll(",", ""));
  return percent === undefined && !(isRate && number > 5) ? number : number / 100;
}

/** The rate that grades go by, 1 for 100 %; undefined where numbers are missing. @param valueOf the cell of a column, by its id */
export function rateBy({ rate, reached, target }: Threshold, valueOf: (column: string) => CellValue): number | undefined {
  const amount = (column: string | undefined, isRate: boolean) => (column === undefined ? undefined : amountOf(valueOf(column), isRate));
  if (rate !== undefined) return amount(rate, true);
  const have = amount(reached, false);
  const want = amount(target, false);
  return have === undefined || want === undefined || want === 0 ? undefined : have / want;
}

/** The grade of a rate. Compares rates as they are printed, to a tenth of a percent, since 0.1 + 0.2 is not exactly 0.3. */
export function gradeBy({ steps, lowerIsBetter, else: rest }: Threshold, rate: number): string | undefined {
  const rounded = Math.round(rate * 1e6) / 1e6;
  return steps.find(({ from }) => (lowerIsBetter ? rounded <= from : rounded >= from))?.term ?? rest;
}

/** The grades that are right for a rate: where of some numbers less is better, that of the target by the number reached too. */
export function gradesBy(threshold: Threshold, rate: number): readonly (string | undefined)[] {
  return [gradeBy(threshold, rate), ...(threshold.eitherWay ? [gradeBy(threshold, 1 / rate)] : [])];
}
