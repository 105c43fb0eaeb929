import type { Term } from "../form/schema.ts";
import { usedScale } from "./content.ts";
import type { Legend } from "./legend.ts";
import type { Profile, Word } from "./profile.ts";
import { foldTerm, marksChoice, signScaleOf, wordScaleOf } from "./scales.ts";
import { inferVocabularies, type Vocabulary } from "./terms.ts";

/** A column of one grade among those of a scale, A B C D, of which each item has one marked. */
export interface ChoiceColumn {
  readonly profile: Profile;
  /** All of them as one column, which says their headers. */
  readonly whole: Profile;
  readonly mark: string;
}

/** Share of the rows in which one of the columns is marked. */
const mostRows = 0.6;

/** The columns with a mark below each grade: next to each other, their headers a known scale, hardly two on one row. */
export function findChoices(profiles: readonly Profile[], rows: number): readonly ChoiceColumn[] {
  const groups: Profile[][] = [[]];
  for (const profile of profiles) {
    if (!profile.path.own || profile.numbers.length > 0 || profile.longest > 1) groups.push([]);
    else groups.at(-1)?.push(profile);
  }
  return groups.flatMap((group) => choicesOf(group, rows));
}

function choicesOf(group: readonly Profile[], rows: number): readonly ChoiceColumn[] {
  const [first] = group;
  const leaves = group.map(leafOf);
  const mark = group.find(({ count }) => count > 1)?.words[0]?.text ?? "";
  const filled = Uint8Array.from({ length: rows }, (_, row) => group.reduce((sum, profile) => sum + (profile.filled[row] ?? 0), 0));
  const count = filled.filter((marks) => marks === 1).length;
  if (!first || !marksChoice(mark) || !(signScaleOf(leaves) ?? wordScaleOf(leaves)) || count < mostRows * rows) return [];
  const words = group.map((profile): Word => ({ text: leafOf(profile), isUsual: true, count: profile.count + 2, at: { row: 0, column: profile.place }, rows: [] }));
  const whole = { ...first, header: first.header.slice(0, -1), filled, starts: filled, count, words };
  return group.map((profile) => ({ profile, whole, mark }));
}

function leafOf({ header }: Profile): string {
  return header.at(-1) ?? "";
}

/** The mark of each column as a scale of one term, as good or bad as its header is. */
export function choiceVocabularies(choices: readonly ChoiceColumn[], legends: readonly Legend[]): readonly Vocabulary[] {
  const terms = new Map([...new Set(choices.map(({ whole }) => whole))].map((whole) => [whole, inferVocabularies([whole], () => usedScale(whole, legends)).flatMap((scale) => scale.terms)]));
  return choices.map(({ profile, whole, mark }) => {
    const leaf = foldTerm(leafOf(profile));
    const own = terms.get(whole)?.find(({ text, aliases = [] }) => [text, ...aliases].map(foldTerm).includes(leaf));
    const term: Term = { text: mark, meaning: own?.meaning ?? "none", ...(own?.mark && { mark: own.mark }) };
    return { columns: [profile], terms: [term], doubtful: [], isSure: true };
  });
}
