import { marksChoice, marksNothing } from "../form/marks.ts";
import type { Term } from "../form/schema.ts";
import type { Grid } from "../model/grid.ts";
import { markedIn, type ChoiceColumns } from "../table/choices.ts";
import { headerPaths } from "../table/header.ts";
import { cellText } from "../wording/phrase.ts";
import { usedScale } from "./content.ts";
import type { Legend } from "./legend.ts";
import type { Profile } from "./profile.ts";
import type { Region } from "./region.ts";
import { foldTerm, isSign, meaningOf, signScaleOf, wordScaleOf } from "./scales.ts";
import { judged } from "./term-meanings.ts";
import { inferVocabularies, type Vocabulary } from "./terms.ts";

/** Share of the rows in which one of the columns is marked. */
const mostRows = 0.6;

/** The columns with a mark below each grade: next to each other under one header, the grades a known scale, hardly two marked on one row. */
export function findChoices(grid: Grid, region: Region, profiles: readonly Profile[]): readonly ChoiceColumns[] {
  const above = headerPaths(grid, region.top, region.bottom - 1, region.width).map(({ words }) => words.join("\n"));
  const groups: { readonly first: number; readonly grades: string[] }[] = [];
  for (const { place, ...profile } of profiles) {
    const grade = cellText(grid.value(region.bottom, place));
    const group = groups.at(-1);
    // A grade that nobody has is known by its word.
    if (grade === "" || !holdsMarks(profile) || (profile.count === 0 && !isSign(grade) && !meaningOf(grade).known)) continue;
    if (group && group.first + group.grades.length === place && above[group.first] === above[place]) group.grades.push(grade);
    else groups.push({ first: place, grades: [grade] });
  }
  return groups.filter((group) => isScale(group.grades) && isChosen(grid, region, group));
}

function holdsMarks({ words, numbers, strings }: Pick<Profile, "words" | "numbers" | "strings">): boolean {
  const marks = words.reduce((sum, { text, count }) => sum + (marksChoice(text) || marksNothing(text) ? count : 0), 0);
  return numbers.length === 0 && 2 * marks >= strings;
}

function isScale(grades: readonly string[]): boolean {
  return grades.length > 1 && (areNumbers(grades) || (signScaleOf(grades) ?? wordScaleOf(grades)) !== undefined);
}

function isChosen(grid: Grid, { rows }: Region, { first, grades }: ChoiceColumns): boolean {
  const chosen = rows.filter((row) => grades.some((grade) => grade === markedIn(grades.map((_, step) => grid.value(row, first + step)), grades)?.value));
  return chosen.length >= mostRows * rows.length;
}

/** True for whole numbers that count up or down. */
function areNumbers(grades: readonly string[]): boolean {
  const steps = grades.slice(1).map((grade, index) => Number(grade) - Number(grades[index]));
  return /^[0-9]$/.test(grades[0] ?? "") && Math.abs(steps[0] ?? 0) === 1 && steps.every((step) => step === steps[0]);
}

/** The grades of a choice as its scale: all of them and no others, whether anybody has them or not, explained by a legend or by themselves. */
export function choiceVocabulary(profile: Profile, { grades }: ChoiceColumns, legends: readonly Legend[]): Vocabulary {
  const words = grades.map((text) => ({ text, isUsual: true, count: profile.count, at: { row: 0, column: profile.place }, rows: [] }));
  const whole = { ...profile, words, numbers: [], count: words.length * profile.count };
  const scale = usedScale(whole, legends);
  // Of numbers the highest is the best.
  const best = areNumbers(grades) ? [...grades].sort().reverse() : grades;
  const [explained] = scale ? inferVocabularies([whole], () => scale) : [];
  const terms = explained?.terms ?? judged(best.map((text) => ({ text, meant: isSign(text) ? "" : text })), false, false);
  const gradeOf = ({ text, aliases = [], words: others = [] }: Term) => grades.find((grade) => [text, ...aliases, ...others].map(foldTerm).includes(foldTerm(grade)));
  const own = terms.filter((term) => gradeOf(term) !== undefined);
  const others = grades.filter((grade) => !own.some((term) => gradeOf(term) === grade));
  return { columns: [profile], terms: [...own, ...others.map((text): Term => ({ text, meaning: "none" }))], doubtful: [], isSure: explained?.isSure ?? grades.some((grade) => !isSign(grade) && meaningOf(grade).known) };
}
