import { marksChoice, marksNothing } from "../form/marks.ts";
import { isBlank } from "../form/reader.ts";
import type { Term } from "../form/schema.ts";
import type { Grid } from "../model/grid.ts";
import { rowsInStep } from "../model/pace.ts";
import { markedIn, type ChoiceColumns } from "../table/choices.ts";
import { headerPaths } from "../table/header.ts";
import { withoutSpace } from "../wording/hidden.ts";
import { cellText } from "../wording/phrase.ts";
import { usedScale } from "./content.ts";
import type { Legend } from "./legend.ts";
import type { Profile } from "./profile.ts";
import type { Region } from "./region.ts";
import { foldTerm, isSign, meaningOf, signScaleOf, wordScaleOf } from "./scales.ts";
import { judged } from "./term-meanings.ts";
import { inferVocabularies, type Vocabulary } from "./terms.ts";

/** Share of the rows with a mark that have only one, and the number of such rows that is enough. */
const mostRows = 0.6;
const fewestRows = 3;

/** The columns with a mark below each grade, and the row of the grades, which a note may follow, in steps. None where no row of the header has grades. */
export function* findChoices(grid: Grid, region: Region, profiles: readonly Profile[]): Generator<void, { readonly head: number; readonly found: readonly ChoiceColumns[] }> {
  for (let head = region.bottom; head >= region.top; head--) {
    yield;
    const found: ChoiceColumns[] = [];
    for (const group of scalesOn(grid, region, head, profiles)) if (yield* isChosen(grid, region, group)) found.push(group);
    if (found.length > 0) return { head, found };
  }
  return { head: region.bottom, found: [] };
}

/** Columns next to each other under one header, the grades a known scale. */
function scalesOn(grid: Grid, region: Region, head: number, profiles: readonly Profile[]): readonly ChoiceColumns[] {
  const above = headerPaths(grid, region.top, head - 1, region.width).map(({ words }) => words.join("\n"));
  const groups: { readonly first: number; readonly grades: string[] }[] = [];
  for (const { place, ...profile } of profiles) {
    const grade = withoutSpace(cellText(grid.value(head, place)));
    const group = groups.at(-1);
    // A grade that nobody has is known by its word.
    if (grade === "" || !holdsMarks(profile) || (profile.count === 0 && !isSign(grade) && !meaningOf(grade).known)) continue;
    if (group && group.first + group.grades.length === place && above[group.first] === above[place]) group.grades.push(grade);
    else groups.push({ first: place, grades: [grade] });
  }
  return groups.filter(({ grades }) => isScale(grades));
}

function holdsMarks({ words, numbers, strings }: Pick<Profile, "words" | "numbers" | "strings">): boolean {
  const marks = words.reduce((sum, { text, count }) => sum + (marksChoice(text) || marksNothing(text) ? count : 0), 0);
  return numbers.every(marksChoice) && 2 * marks >= strings;
}

/** True for numbers, for a known scale, and for words of which some are good and others bad. */
function isScale(grades: readonly string[]): boolean {
  const meanings = new Set(grades.map((grade) => (isSign(grade) || !meaningOf(grade).known ? undefined : meaningOf(grade).meaning)));
  const isJudged = meanings.has("good") && meanings.has("bad") && !meanings.has(undefined);
  return grades.length > 1 && (isJudged || areNumbers(grades) || (signScaleOf(grades) ?? wordScaleOf(grades)) !== undefined);
}

/** True if hardly two are marked on one row. */
function* isChosen(grid: Grid, { rows }: Region, { first, grades }: ChoiceColumns): Generator<void, boolean> {
  let filled = 0;
  let chosen = 0;
  for (const [index, row] of rows.entries()) {
    if (index % rowsInStep === 0) yield;
    const values = grades.map((_, step) => grid.value(row, first + step));
    if (values.every(isBlank)) continue;
    filled++;
    const marked = markedIn(values, grades)?.value;
    if (grades.some((grade) => grade === marked)) chosen++;
  }
  return chosen >= Math.max(mostRows * filled, Math.min(fewestRows, rows.length));
}

/** True for whole numbers that count up or down. */
function areNumbers(grades: readonly string[]): boolean {
  const steps = grades.slice(1).map((grade, index) => Number(grade) - Number(grades[index]));
  return /^[0-9]$/.test(grades[0] ?? "") && Math.abs(steps[0] ?? 0) === 1 && steps.every((step) => step === steps[0]);
}

/** The scales of the choices among these columns; those of the same grades share one. */
export function choiceVocabularies(profiles: readonly Profile[], choices: ReadonlyMap<number, ChoiceColumns>, legends: readonly Legend[]): readonly Vocabulary[] {
  const byGrades = new Map<string, Vocabulary>();
  for (const profile of profiles) {
    const { grades } = choices.get(profile.place) ?? {};
    if (!grades) continue;
    const key = grades.join("\n");
    const known = byGrades.get(key) ?? { ...choiceVocabulary(profile, grades, legends), columns: [] };
    byGrades.set(key, { ...known, columns: [...known.columns, profile] });
  }
  return [...byGrades.values()];
}

/** The grades of a choice as its scale: all of them and no others, whether anybody has them or not, explained by a legend or by themselves. */
function choiceVocabulary(profile: Profile, grades: readonly string[], legends: readonly Legend[]): Vocabulary {
  const words = grades.map((text) => ({ text, isUsual: true, count: profile.count, at: { row: 0, column: profile.place }, rows: [] }));
  const whole = { ...profile, words, numbers: [], count: words.length * profile.count };
  const scale = usedScale(whole, legends);
  // Of numbers the highest is the best.
  const best = areNumbers(grades) ? [...grades].sort().reverse() : grades;
  const [explained] = scale ? inferVocabularies([whole], () => scale) : [];
  const terms = explained?.terms ?? judged(best.map((text) => ({ text, meant: isSign(text) ? "" : text })), false, "words");
  const gradeOf = ({ text, aliases = [], words: others = [] }: Term) => grades.find((grade) => [text, ...aliases, ...others].map(foldTerm).includes(foldTerm(grade)));
  const own = terms.filter((term) => gradeOf(term) !== undefined);
  const others = grades.filter((grade) => !own.some((term) => gradeOf(term) === grade));
  return { columns: [profile], terms: [...own, ...others.map((text): Term => ({ text, meaning: "none" }))], doubtful: [], isSure: explained?.isSure ?? grades.some((grade) => !isSign(grade) && meaningOf(grade).known) };
}
