import type { Grid } from "../model/grid.ts";
import type { OwnSheet } from "../model/sheet-plan.ts";
import type { Language } from "../wording/language.ts";

/** The sheets of ours that sum up. */
export type SummarySheet = Exclude<OwnSheet, "choices">;

/** The lines at the top of our sheets, by which they are known wherever they are. */
export const ownLines: Readonly<Record<Language, { readonly titles: Readonly<Record<SummarySheet, string>>; readonly office: string; readonly made: string; readonly leftOut: string }>> = {
  ja: { titles: { digest: "評価の総括", totals: "評価の集計", review: "見直しが要る項目", findings: "評価シートの指摘" }, office: "所属：", made: "作成日：", leftOut: "割合から除いたもの" },
  en: { titles: { digest: "Summary of the evaluation", totals: "Totals of the evaluation", review: "Items to review", findings: "Findings in the evaluation sheet" }, office: "Office: ", made: "Made on ", leftOut: "Left out of the shares" },
};

/** Our lines, and rows that an evaluator may have put above them. */
const reach = 40;
/** Titles of the previous version. */
const former = ["見直しが要る戦略・取組", "Strategies and initiatives to review"];
const titles = [...former, ...Object.values(ownLines).flatMap((lines) => Object.values(lines.titles))];

/**
 * True for a sheet that begins like our summary sheets, with the title, whose it is and the day: it is no evaluation, whatever
 * else is on it. The title alone proves nothing, an evaluation may have such a one; and one that somebody changed stays ours by
 * the heading of what no share counts.
 */
export function hasOwnTitle(grid: Grid): boolean {
  const texts: string[] = [];
  for (let row = 0; row < Math.min(reach, grid.rowCount); row++) {
    const value = grid.value(row, 0);
    if (typeof value === "string") texts.push(value);
  }
  const headings = [...titles, ...Object.values(ownLines).map(({ leftOut }) => leftOut)];
  const isHeaded = texts.some((text) => headings.some((heading) => text === heading || text.endsWith(`　${heading}`)));
  return isHeaded && Object.values(ownLines).some(({ office, made }) => [office, made].every((opening) => texts.some((text) => text.startsWith(opening))));
}
