import { distance } from "fastest-levenshtein";
import type { Fold } from "../form/fold.ts";
import type { MetText } from "./evidence.ts";
import { guessMeaning, type Guess } from "./meaning.ts";

/** A text of a status column, with the column's place. */
export interface Word extends MetText {
  readonly place: number;
}

/** One term: all its spellings, the most frequent first. */
export interface TermGroup {
  readonly usual: Word;
  readonly ways: readonly Word[];
  readonly count: number;
  readonly folded: string;
  readonly guess: Guess;
}

/** What a word that stands hardly anywhere is taken for. */
export interface RareWord {
  readonly group: TermGroup;
  /** The term that it may be meant for. */
  readonly near: TermGroup | undefined;
  readonly guess: "mistake" | "term";
}

export interface Words {
  readonly terms: readonly TermGroup[];
  readonly rare: readonly RareWord[];
  /** Words before a term, as in "A 順調", with the term's fold. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

const mark = /^([A-Zア-ンa-z0-9Ａ-Ｚ\u2460-\u24FF]|[(（][ⅰ-ⅻiv]+[)）])[\s.．:：、]*/u;

/** Groups the spellings of each term, the most frequent term first. */
export function groupWords(words: readonly Word[], fold: Fold): readonly TermGroup[] {
  const groups = new Map<string, Word[]>();
  for (const word of words) {
    const folded = fold(word.text);
    const group = groups.get(folded);
    if (group) group.push(word);
    else if (folded !== "") groups.set(folded, [word]);
  }
  return [...groups].map(([folded, group]) => groupOf(folded, group)).sort((one, other) => other.count - one.count);
}

function groupOf(folded: string, words: readonly Word[]): TermGroup {
  const ways = [...words].sort((one, other) => other.count - one.count || one.text.length - other.text.length);
  const [usual = { text: folded, count: 0, at: { row: 0, column: 0 }, place: 0 }] = ways;
  return { usual, ways, folded, count: words.reduce((all, { count }) => all + count, 0), guess: guessMeaning(usual.text) };
}

/** Tells a vocabulary's terms from words that are rare; `elsewhere` are the folded terms of other vocabularies. */
export function sortWords(groups: readonly TermGroup[], elsewhere: ReadonlySet<string>, fold: Fold): Words {
  const all = groups.reduce((sum, { count }) => sum + count, 0);
  const symbols = groups.reduce((sum, { guess, count }) => sum + (guess.symbol ? count : 0), 0) > all / 2;
  const aliases = new Map<string, string[]>();
  const terms: TermGroup[] = [];
  const rare: RareWord[] = [];
  for (const group of groups) {
    const [, alias, of] = aliasOf(group, groups, fold) ?? [];
    if (alias !== undefined && of !== undefined) aliases.set(of, [...(aliases.get(of) ?? []), alias]);
    else {
      const found = rareWord(group, groups, { all, symbols, elsewhere });
      if (found) rare.push(found);
      else terms.push(group);
    }
  }
  return { terms, rare, aliases };
}

/** The mark before another group's term. */
function aliasOf({ usual, count }: TermGroup, groups: readonly TermGroup[], fold: Fold): readonly [string, string, string] | undefined {
  const [whole, alias] = mark.exec(usual.text) ?? [];
  if (whole === undefined || alias === undefined) return undefined;
  const folded = fold(usual.text.slice(whole.length));
  return groups.some((group) => group.folded === folded && group.count > count) ? [whole, alias, folded] : undefined;
}

/** Of fewer words none stands out. */
const fewest = 4;

interface Around {
  readonly all: number;
  /** True where signs make up most of the column. */
  readonly symbols: boolean;
  readonly elsewhere: ReadonlySet<string>;
}

function rareWord(group: TermGroup, groups: readonly TermGroup[], { all, symbols, elsewhere }: Around): RareWord | undefined {
  const frequent = groups.filter(({ count }) => count >= Math.max(2, 3 * group.count));
  const near = frequent.find((term) => term.guess.meaning === group.guess.meaning && !group.guess.symbol && isNear(group.folded, term.folded));
  if (near) return { group, near, guess: "mistake" };
  if (group.count > 1 + all / 50 || all < fewest) return undefined;
  if (group.guess.symbol ? symbols : isPartner(group, frequent)) return undefined;
  const same = groups.some((other) => other !== group && other.guess.meaning === group.guess.meaning);
  const fits = group.guess.known && !group.guess.symbol && !same && !elsewhere.has(group.folded);
  return { group, near: undefined, guess: fits ? "term" : "mistake" };
}

/** Within two edits and under half its length, as a form reads unknown words. */
function isNear(word: string, term: string): boolean {
  const edits = distance(word, term);
  return edits <= 2 && edits < term.length / 2;
}

/** True where the word says something else of the same matter: 順調でない beside 順調, 未達成 beside 達成. */
function isPartner({ folded, guess }: TermGroup, frequent: readonly TermGroup[]): boolean {
  if (!guess.known) return false;
  return frequent.some((term) => {
    const related = folded.includes(term.folded) || term.folded.includes(folded) || folded.slice(0, 2) === term.folded.slice(0, 2);
    return related && term.guess.meaning !== guess.meaning;
  });
}
