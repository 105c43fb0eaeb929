import type { Term } from "../form/schema.ts";
import type { Grid } from "../model/grid.ts";
import { cellText } from "../wording/phrase.ts";
import { usedScale, type UsedScale } from "./content.ts";
import type { Legend } from "./legend.ts";
import type { Profile, Word } from "./profile.ts";
import type { Region } from "./region.ts";
import { foldTerm, isSign, marksChoice, signScaleOf, wordScaleOf } from "./scales.ts";
import { judged } from "./term-meanings.ts";
import { inferVocabularies, type Vocabulary } from "./terms.ts";

/** A column of one grade among those of a scale, A B C D, of which each item has one marked. */
export interface ChoiceColumn {
  readonly profile: Profile;
  readonly grade: string;
  /** All of them as one column, whose words are their grades. */
  readonly whole: Profile;
  readonly mark: string;
}

/** Share of the rows in which one of the columns is marked. */
const mostRows = 0.6;
/** What stands where nothing is marked. */
const unmarked = "□";

/** The columns with a mark below each grade: next to each other, their headers a known scale, hardly two on one row. */
export function findChoices(grid: Grid, region: Region, profiles: readonly Profile[]): readonly ChoiceColumn[] {
  const groups: Profile[][] = [[]];
  for (const profile of profiles) {
    if (gradeOver(grid, region, profile) === "" || profile.numbers.length > 0 || profile.longest > 1) groups.push([]);
    else groups.at(-1)?.push(profile);
  }
  return groups.flatMap((group) => choicesOf(grid, region, group));
}

function gradeOver(grid: Grid, { bottom }: Region, { place }: Profile): string {
  return cellText(grid.value(bottom, place));
}

function choicesOf(grid: Grid, region: Region, group: readonly Profile[]): readonly ChoiceColumn[] {
  const [first] = group;
  const grades = group.map((profile) => gradeOver(grid, region, profile));
  const marks = group.flatMap(({ words }) => words).filter(({ text }) => marksChoice(text)).sort((one, other) => other.count - one.count);
  const perRow = new Map<number, number>();
  for (const row of marks.flatMap(({ rows }) => rows)) perRow.set(row, (perRow.get(row) ?? 0) + 1);
  const filled = Uint8Array.from(region.rows, (row) => perRow.get(row) ?? 0);
  const count = filled.filter((own) => own === 1).length;
  const isScale = grades.length > 1 && (areNumbers(grades) || (signScaleOf(grades) ?? wordScaleOf(grades)) !== undefined);
  const [mark] = marks;
  if (!first || !mark || !isScale || count < mostRows * region.rows.length) return [];
  const words = grades.map((text, index): Word => ({ text, isUsual: true, count: region.rows.length, at: { row: region.bottom, column: group[index]?.place ?? 0 }, rows: [] }));
  const whole = { ...first, header: first.header.filter((word) => word !== grades[0]), filled, starts: filled, count: words.length * region.rows.length, words };
  return group.map((profile, index) => ({ profile, grade: grades[index] ?? "", whole, mark: mark.text }));
}

/** True for whole numbers that count up or down. */
function areNumbers(grades: readonly string[]): boolean {
  const steps = grades.slice(1).map((grade, index) => Number(grade) - Number(grades[index]));
  return /^[0-9]$/.test(grades[0] ?? "") && Math.abs(steps[0] ?? 0) === 1 && steps.every((step) => step === steps[0]);
}

/** The headers are the whole scale, unless a legend explains more. Of numbers the highest is the best. */
function termsOf({ words }: Profile, scale: readonly Vocabulary[] | undefined): readonly Term[] {
  const grades = words.map(({ text }) => text);
  const best = areNumbers(grades) ? [...grades].sort().reverse() : grades;
  return scale?.flatMap(({ terms }) => terms) ?? judged(best.map((text) => ({ text, meant: isSign(text) ? "" : text })), false, false);
}

/** The mark of each column as a scale of one term, as good or bad as its header is. */
export function choiceVocabularies(choices: readonly ChoiceColumn[], legends: readonly Legend[]): readonly Vocabulary[] {
  const scaled = (whole: Profile, scale: UsedScale | undefined) => scale && inferVocabularies([whole], () => scale);
  const terms = new Map([...new Set(choices.map(({ whole }) => whole))].map((whole) => [whole, termsOf(whole, scaled(whole, usedScale(whole, legends)))]));
  return choices.map(({ profile, grade, whole, mark }) => {
    const own = terms.get(whole)?.find(({ text, aliases = [] }) => [text, ...aliases].map(foldTerm).includes(foldTerm(grade)));
    const term: Term = { text: mark, meaning: own?.meaning ?? "none", ...(own?.mark && { mark: own.mark }) };
    const blank: readonly Term[] = profile.words.some(({ text }) => text === unmarked) ? [{ text: unmarked, meaning: "none" }] : [];
    return { columns: [profile], terms: [term, ...blank], doubtful: [], isSure: true };
  });
}
