import type { Grid } from "../model/grid.ts";
import { languages } from "../wording/language.ts";
import { summaryTexts } from "./texts.ts";

/** Rows that an evaluator may have put above ours. */
const reach = 10;
/** Titles of the previous version. */
const former = ["見直しが要る戦略・取組", "Strategies and initiatives to review"];
const titles: ReadonlySet<unknown> = new Set([...former, ...languages.flatMap((language) => Object.values(summaryTexts[language].titles))]);

/** True for a sheet that begins like our summary sheets: it is no evaluation, whatever else is on it. */
export function hasOwnTitle(grid: Grid): boolean {
  for (let row = 0; row < Math.min(reach, grid.rowCount); row++) if (titles.has(grid.value(row, 0))) return true;
  return false;
}
