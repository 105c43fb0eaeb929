import type { CellValue } from "../model/grid.ts";
import { languages } from "../wording/language.ts";
import { summaryTexts, type SummaryTexts } from "./texts.ts";

type Cells = readonly (CellValue | null)[];

/** The evaluator's two columns, by their header words in any language; undefined where the row is no such header. */
export function noteColumns(cells: Cells): readonly [number, number] | undefined {
  const direction = columnWith(cells, directions);
  const inCharge = direction < 0 ? -1 : columnWith(cells, inCharges);
  return inCharge < 0 ? undefined : [direction, inCharge];
}

/** The column with this header word in any language; -1 where there is none. */
export function columnOf(cells: Cells, word: (words: SummaryTexts) => string): number {
  return columnWith(cells, inEach(word));
}

const inEach = (word: (words: SummaryTexts) => string) => languages.map((language) => word(summaryTexts[language]));
const directions = inEach((words) => words.direction);
const inCharges = inEach((words) => words.inCharge);

function columnWith(cells: Cells, words: readonly string[]): number {
  return cells.findIndex((cell) => typeof cell === "string" && words.includes(cell));
}
