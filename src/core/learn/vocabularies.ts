import type { Meaning } from "../model/finding.ts";
import { foldWith, type Fold } from "../form/fold.ts";
import type { Term } from "../form/schema.ts";
import { Questions } from "./doubt.ts";
import type { ColumnEvidence } from "./evidence.ts";
import { guessMark, guessMeaning } from "./meaning.ts";
import { spellingsOf } from "./spellings.ts";
import { groupWords, sortWords, type RareWord, type TermGroup, type Word, type Words } from "./terms.ts";

/** Vocabularies, and which of them each status column uses. */
export interface Inferred {
  readonly vocabularies: readonly (readonly Term[])[];
  /** By the column's place: a place in `vocabularies`. */
  readonly of: ReadonlyMap<number, number>;
  readonly spellings: string[][];
}

const meanings: readonly Meaning[] = ["good", "bad", "none"];
/** More different words are no vocabulary; the rest counts as unknown. */
const mostTerms = 60;

/** Learns the vocabularies of the status columns; columns that use the same scale share one. */
export function inferVocabularies(columns: readonly ColumnEvidence[], questions: Questions): Inferred {
  const spellings = spellingsOf(columns.flatMap(({ texts }) => texts));
  const fold = foldWith(spellings);
  const expectedCode = settleSpellings(columns, fold, questions);
  const scales = shareScales(columns, fold);
  const groups = scales.map((scale) => groupWords(wordsOf(scale), fold).slice(0, mostTerms));
  const vocabularies = groups.map((own, index) => {
    const elsewhere = new Set(groups.flatMap((others, at) => (at === index ? [] : others.filter(({ count }) => count > 1).map(({ folded }) => folded))));
    return termsOf(sortWords(own, elsewhere, fold), expectedCode, namesOf(columns), questions);
  });
  const of = new Map(scales.flatMap((scale, index) => scale.map(({ place }) => [place, index] as const)));
  return { vocabularies, of, spellings };
}

function wordsOf(columns: readonly ColumnEvidence[]): readonly Word[] {
  const words = new Map<string, Word>();
  for (const { place, texts } of columns) {
    for (const met of texts) {
      const word = words.get(met.text);
      words.set(met.text, word ? { ...word, count: word.count + met.count } : { ...met, place });
    }
  }
  return [...words.values()];
}

type Names = ReadonlyMap<number, string>;

function namesOf(columns: readonly ColumnEvidence[]): Names {
  return new Map(columns.map(({ place, header }) => [place, header.at(-1) ?? ""]));
}

interface Scale {
  readonly columns: ColumnEvidence[];
  readonly words: Set<string>;
  /** Words that stand more than once in a column; signs count at once. */
  readonly often: Set<string>;
  readonly tags: boolean;
}

/** Columns that use the same words share one vocabulary. */
function shareScales(columns: readonly ColumnEvidence[], fold: Fold): readonly (readonly ColumnEvidence[])[] {
  const scales: Scale[] = [];
  for (const column of columns) {
    const groups = groupWords(wordsOf([column]), fold);
    const often = groups.filter(({ count, guess }) => count > 1 || guess.symbol);
    const tags = often.length > 0 && often.every(({ guess }) => guess.symbol);
    const own = { columns: [column], words: foldedOf(groups), often: foldedOf(often), tags };
    const scale = scales.find((one) => isSameScale(one, own));
    if (!scale) scales.push(own);
    else {
      scale.columns.push(column);
      for (const word of own.words) scale.words.add(word);
      for (const word of own.often) scale.often.add(word);
    }
  }
  return scales.map((scale) => scale.columns);
}

function foldedOf(groups: readonly TermGroup[]): Set<string> {
  return new Set(groups.map(({ folded }) => folded));
}

/** Two words in common that stand often in both, or that stand in both where one knows all that is frequent in the other; of signs one. */
function isSameScale(one: Scale, other: Scale): boolean {
  const often = inBoth(one.often, other.often);
  const covered = inBoth(one.often, other.words) === one.often.size || inBoth(other.often, one.words) === other.often.size;
  return often >= 2 || (often === 1 && one.tags && other.tags) || (covered && inBoth(one.words, other.words) >= 2);
}

function inBoth(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((word) => other.has(word)).length;
}

/** The way to write each folded term, where several ways stand often: a person decides. */
function settleSpellings(columns: readonly ColumnEvidence[], fold: Fold, questions: Questions): ReadonlyMap<string, string> {
  const names = namesOf(columns);
  const expectedCode = new Map<string, string>();
  for (const { folded, usual, ways, count } of groupWords(wordsOf(columns), fold)) {
    const often = ways.filter((way) => way.count >= 2 && way.count >= count / 4);
    const sure = often.length < 2;
    const choices = (sure ? [usual] : often).map(({ text }) => text);
    const doubt = { kind: "spelling", column: usual.place, name: names.get(usual.place) ?? "", at: usual.at, choices, chosen: usual.text } as const;
    expectedCode.set(folded, questions.decide<string>(doubt, sure));
  }
  return expectedCode;
}

function termsOf(words: Words, expectedCode: ReadonlyMap<string, string>, names: Names, questions: Questions): readonly Term[] {
  const accepted: TermGroup[] = [...words.terms];
  const variants = new Map<string, string[]>();
  for (const rare of words.rare) {
    const choice = decideRare(rare, names, questions);
    if (choice === "term") accepted.push(rare.group);
    const near = rare.near?.folded;
    if (choice === "variant" && near !== undefined) variants.set(near, [...(variants.get(near) ?? []), rare.group.usual.text]);
  }
  const meant = accepted.map((group) => {
    const text = expectedCode.get(group.folded) ?? group.usual.text;
    return { group, text, meaning: decideMeaning(group, text, names, questions) };
  });
  const bad = meant.filter(({ meaning }) => meaning === "bad").map(({ text }) => text);
  const terms = meant.map(({ group, text, meaning }): Term => {
    const aliases = [...(words.aliases.get(group.folded) ?? []), ...(variants.get(group.folded) ?? [])];
    const mark = meaning === "bad" ? decideMark(group, text, bad, names, questions) : "none";
    return { text, meaning, ...(aliases.length > 0 ? { aliases } : {}), ...(mark === "none" ? {} : { mark }) };
  });
  return meanings.flatMap((meaning) => terms.filter((term) => term.meaning === meaning));
}

function about({ usual }: TermGroup, term: string, names: Names) {
  return { column: usual.place, name: names.get(usual.place) ?? "", at: usual.at, term };
}

function decideRare({ group, near, guess }: RareWord, names: Names, questions: Questions) {
  const choices = near ? (["mistake", "variant", "term"] as const) : (["mistake", "term"] as const);
  return questions.decide({ kind: "rare-term", ...about(group, group.usual.text, names), near: near?.usual.text ?? "", choices, chosen: guess }, false);
}

function decideMeaning(group: TermGroup, text: string, names: Names, questions: Questions): Meaning {
  const { meaning, sure } = guessMeaning(text);
  return questions.decide<Meaning>({ kind: "meaning", ...about(group, text, names), choices: meanings, chosen: meaning }, sure);
}

function decideMark(group: TermGroup, text: string, bad: readonly string[], names: Names, questions: Questions) {
  const { mark, sure } = guessMark(text, bad);
  return questions.decide({ kind: "mark", ...about(group, text, names), choices: ["required", "attention", "none"], chosen: mark }, sure);
}
