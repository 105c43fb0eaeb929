import type { CellValue } from "../model/grid.ts";
import { languages } from "../wording/language.ts";
import { summaryTexts, type SummaryTexts } from "./texts.ts";

type Cells = readonly (CellValue | null)[];

/** The evaluator's two columns, by their header words in any language; undefined where the row is no such header. */
export function noteColumns(cells: Cells): readonly [number, number] | undefined {
  const direction = columnOf(cells, (words) => words.direction);
  const inCharge = columnOf(cells, (words) => words.inCharge);
  return direction < 0 || inCharge < 0 ? undefined : [direction, inCharge];
}

/** The column with this header word in any language; -1 where there is none. */
export function columnOf(cells: Cells, word: (words: SummaryTexts) => string): number {
  return cells.findIndex((cell) => languages.some((language) => cell === word(summaryTexts[language])));
}
