import { isOfRates, raisedByRate } from "./thresholds.ts";
import { foldWidth } from "../form/fold.ts";
import type { Term } from "../form/schema.ts";
import type { CellPlace } from "../model/address.ts";
import { pointsIn, sharePoints, signOf, type UsedScale } from "./content.ts";
import { isNoJudgement } from "./grade-header.ts";
import type { Profile, Word } from "./profile.ts";
import { withRings, withoutRing } from "./rings.ts";
import { foldTerm, isSameLetters, isSign, meaningOf, mostly, mostSignsScaleOf, signScaleOf, wordScaleOf } from "./scales.ts";
import { judged, type TermDraft } from "./term-meanings.ts";

/** A rare word that is on no scale: a term or a mistake. */
export interface DoubtfulWord {
  readonly text: string;
  /** Every cell that holds it, at least one. */
  readonly cells: readonly CellPlace[];
}

/** A repeated word outside a known scale is rare up to this share of the filled rows; where the words are the office's own, up to the lower one. */
const rareOutside = 0.1;
const rareOwn = 0.05;

/** The vocabulary of status columns that share a scale. */
export interface Vocabulary {
  readonly columns: readonly Profile[];
  readonly terms: readonly Term[];
  readonly doubtful: readonly DoubtfulWord[];
  /** False if only the order of signs tells which are bad. */
  readonly isSure: boolean;
}

/** Infers the scales of the status columns. Columns with one legend, or with mostly the same words, share a scale. */
export function inferVocabularies(columns: readonly Profile[], scaleOf: (profile: Profile) => UsedScale | undefined): readonly Vocabulary[] {
  const groups: { readonly scale: UsedScale | undefined; readonly columns: Profile[] }[] = [];
  for (const column of columns) {
    const scale = scaleOf(column);
    const group = groups.find((other) => isNoJudgement(column) === other.columns.every(isNoJudgement) && (scale || other.scale ? scale?.items === other.scale?.items || isSameScale(scale, other.scale) : other.columns.some((one) => shares(one, column) || sharePoints(one, column))));
    if (group) group.columns.push(column);
    else groups.push({ scale, columns: [column] });
  }
  return groups.map((group) => inferTerms(group.columns, group.scale));
}

function isSameScale(one: UsedScale | undefined, other: UsedScale | undefined): boolean {
  return one !== undefined && other !== undefined && one.legend.at.row === other.legend.at.row && one.items.length === other.items.length && one.items.every(({ sign }, index) => sign === other.items[index]?.sign);
}

/** True if the most frequent words of each column occur in the other too, or most of the repeated ones, or all words of a column that says little. */
function shares(one: Profile, other: Profile): boolean {
  const [first, second] = [gradesIn(one), gradesIn(other)];
  const holds = (words: readonly Word[], [most]: readonly Word[]) => most !== undefined && words.some(({ text }) => foldTerm(text) === foldTerm(most.text));
  if (first.length > 1 && second.length > 1 && holds(first, second) && holds(second, first)) return true;
  if (saysLittleOf(first, second) || saysLittleOf(second, first)) return true;
  const frequent = (words: readonly Word[]) => words.filter(({ count }) => count > 1).map(({ text }) => foldTerm(text));
  const [own, its] = [frequent(first), new Set(frequent(second))];
  const both = own.filter((word) => its.has(word)).length;
  // A column with only one sign tells nothing about its scale.
  if (both === 1 && Math.min(own.length, its.size) === 1) return own.filter((word) => its.has(word)).every(isSign);
  return both >= 2 && both >= 0.5 * Math.min(own.length, its.size);
}

/** The words of a column without the dash, which every column may hold. */
function gradesIn({ words }: Profile): readonly Word[] {
  return words.filter(({ text }) => !isDash(text));
}

function isDash(text: string): boolean {
  return /^[－−‐―ー-]$/.test(text);
}

/** True if no word is repeated, and all occur among the others. */
function saysLittleOf(words: readonly Word[], others: readonly Word[]): boolean {
  const known = new Set(others.map(({ text }) => foldTerm(text)));
  return words.length > 0 && words.every(({ text, count }) => count === 1 && known.has(foldTerm(text)));
}

function inferTerms(columns: readonly Profile[], scale: UsedScale | undefined): Vocabulary {
  const words = wordsOf(columns);
  const numbers = columns.flatMap(pointsIn);
  const drafts = scale ? fromLegend(scale, words, numbers) : numbers.length > 0.5 * columns.reduce((sum, { count }) => sum + count, 0) ? fromNumbers(numbers) : fromWords(words);
  const areNone = columns.every(isNoJudgement);
  const isSure = areNone || (scale ? tells(scale, drafts) : drafts.some(({ meant }) => meaningOf(meant).known && !isSign(meant)));
  const judgedTerms = areNone ? judged(drafts, isSure, "nothing") : raisedByRate(judged(drafts, isSure, scale && !isSure ? "place" : "words"), scale?.items ?? []);
  // A blank form without explained grades gets one word that is right in every form.
  const terms: readonly Term[] = judgedTerms.length > 0 ? judgedTerms : [{ text: "－", meaning: "none" }];
  const known = new Set(terms.flatMap(({ text, aliases = [], words: others = [] }) => [text, ...aliases, ...others].map(foldTerm)));
  // A legend is the whole scale, but for words such as 完了, which judge nothing. A frequent word may have been left out of it.
  const mayBeTerm = (word: Word) => !scale || isFrequent(word, words) || (judgesNothing(word) && meaningOf(word.text).known && !isSign(word.text));
  const doubtful = words.filter((word) => !isDash(word.text) && !known.has(foldTerm(word.text)) && mayBeTerm(word)).map(({ text }) => ({ text, cells: cellsOf(columns, text) }));
  return { columns, terms, doubtful, isSure };
}

function cellsOf(columns: readonly Profile[], text: string): readonly CellPlace[] {
  const same = columns.flatMap(({ words }) => words.filter((word) => foldTerm(word.text) === foldTerm(text)));
  return same.flatMap(({ rows, at: { column } }) => rows.map((row) => ({ row, column })));
}

/** True if a legend tells which grades are bad, by words or rates; of three or more signs one must be. */
function tells({ items }: UsedScale, drafts: readonly TermDraft[]): boolean {
  if (!items.some(({ words, sign }) => words !== "" || !isSign(sign))) return false;
  return items.length < 3 || items.some(({ sign }) => !isSign(sign)) || isOfRates(items) || drafts.some(({ meant }) => meaningOf(meant).meaning === "bad");
}

function wordsOf(columns: readonly Profile[]): readonly Word[] {
  const merged = new Map<string, Word>();
  for (const word of columns.flatMap((column) => column.words)) {
    const known = merged.get(foldTerm(word.text));
    merged.set(foldTerm(word.text), known ? { ...(known.count >= word.count ? known : word), at: known.at, count: known.count + word.count } : word);
  }
  return [...merged.values()].sort((one, other) => other.count - one.count);
}

/** Every entry of the legend in the writing of the cells: a sign, words, or both. */
function fromLegend({ items }: UsedScale, words: readonly Word[], numbers: readonly number[]): readonly TermDraft[] {
  const byFold = new Map(words.map((word) => [foldTerm(word.text), word]));
  const met = (text: string) => byFold.get(foldTerm(text));
  const both = words.find(({ text }) => items.some(({ sign, words: meant }) => meant !== "" && foldTerm(text) === foldTerm(`${sign}${meant}`)));
  const between = both ? separatorIn(both.text) : "";
  const usesWords = !both && items.filter(({ words: meant }) => meant !== "" && met(meant)).length > items.filter(({ sign }) => met(sign)).length;
  const drafts = items.map(({ sign, words: meant }): TermDraft => {
    // A word with a meaning needs no explanation: 完了：目的を達成した.
    const meaning = meant === "" || (!isSign(sign) && meaningOf(sign).known) ? sign : meant;
    if (both && meant !== "") return { text: written(`${sign}${between}${meant}`, met(`${sign}${meant}`)), meant: meaning, sign };
    if (usesWords && meant !== "") return { text: written(meant, met(meant)), meant: meaning, sign };
    const number = /^[0-9]+$/.test(sign.normalize("NFKC")) && numbers.length > 0 ? { number: Number(sign.normalize("NFKC")) } : {};
    return { text: written(sign, met(sign)), meant: meaning, ...number };
  });
  const usual = inUsualWidth(drafts, met);
  return [...withRings(usual, words), ...unjudged(usual, words)];
}

/** The terms in the width of most cells: a legend of Ａ, Ｂ, Ｃ over cells of A, B, C accuses none of them. */
function inUsualWidth(drafts: readonly TermDraft[], met: (text: string) => Word | undefined): readonly TermDraft[] {
  const otherWidth = (text: string) => {
    const word = met(text);
    return word && word.text !== text && foldWidth(word.text) === foldWidth(text) ? word : undefined;
  };
  const cells = (texts: readonly TermDraft[]) => texts.reduce((sum, { text }) => sum + (met(text)?.count ?? 0), 0);
  const others = drafts.filter(({ text }) => otherWidth(text));
  if (2 * cells(others) <= cells(drafts)) return drafts;
  return drafts.map((draft) => ({ ...draft, text: otherWidth(draft.text)?.text ?? draft.text }));
}

/** A term of the legend, in the sheet's letters if most cells use those. */
function written(own: string, met: Word | undefined): string {
  return met?.isUsual === true ? lettersOf(own, met) : own;
}

/** A term in the letters of the sheet. Spaces and width do not count. */
function lettersOf(own: string, met: Word | undefined): string {
  return met && !isSameLetters(own, met.text) ? met.text : own;
}

function separatorIn(text: string): string {
  return /[:：]/.exec(text)?.[0] ?? "：";
}

/** Repeated words outside the legend that mean that there is nothing to judge. */
function unjudged(drafts: readonly TermDraft[], words: readonly Word[]): readonly TermDraft[] {
  const known = new Set(drafts.flatMap(({ text, meant, sign = "" }) => [text, meant, sign, `${sign}${meant}`].map(foldTerm)));
  return words.filter((word) => word.count >= 2 && judgesNothing(word) && !known.has(foldTerm(word.text)) && !known.has(foldTerm(withoutRing(word.text)))).map(({ text }) => ({ text, meant: text }));
}

function judgesNothing({ text }: Word): boolean {
  return meaningOf(text).meaning === "none";
}

/** True for a word that is too frequent for a mere mistake. */
function isFrequent({ count }: Word, words: readonly Word[]): boolean {
  return count >= 3 && count >= rareOutside * words.reduce((sum, word) => sum + word.count, 0);
}

function fromNumbers(numbers: readonly number[]): readonly TermDraft[] {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const usual = [...counts].filter(([, count]) => count > 1).map(([number]) => number);
  const most = usual.reduce((one, other) => Math.max(one, other), 0);
  const top = most <= 3 ? most : most <= 5 ? 5 : most;
  return Array.from({ length: Math.min(10, top) }, (_, index) => top - index).map((number) => ({ text: String(number), meant: "", number }));
}

function fromWords(words: readonly Word[]): readonly TermDraft[] {
  const frequent = words.filter(({ count }) => count > 1);
  const usual = frequent.some(({ text }) => !isDash(text)) ? frequent : words;
  const common = commonOf(usual, rareOwn);
  const signs = common.filter(isSignWord);
  // A frequent word among signs that says nothing may be a mistake as well.
  if (common.every((word) => isSignWord(word) || !(isTerm(word) || meaningOf(word.text).known)) && areMost(signs, common)) return fromSigns(words, usual.filter(isSignWord), signs);
  const scale = wordScaleOf(words.map(({ text }) => text)) ?? wordScaleOf(usual.map(({ text }) => text)) ?? wordScaleOf(common.map(({ text }) => text)) ?? [];
  const byFold = new Map(words.map((word) => [foldTerm(word.text), word]));
  const inScale = scale.map((text) => ({ text: lettersOf(text, byFold.get(foldTerm(text))), meant: text }));
  const known = new Set(scale.map(foldTerm));
  // Beside a known scale, a word that says nothing about the items may be a mistake, however frequent it is.
  const mayJudge = (word: Word) => scale.length === 0 || isTerm(word) || meaningOf(word.text).known;
  const others = (scale.length > 0 ? commonOf(usual, rareOutside) : common).filter((word) => !known.has(foldTerm(word.text)) && mayJudge(word)).map(({ text }): TermDraft => {
    const sign = signOf(text);
    return { text, meant: sign === text ? text : text.slice(sign.length), ...(sign !== text && isSign(sign) ? { sign } : {}) };
  });
  return [...inScale, ...(scale.length === 0 ? ordered(others) : others)];
}

/** The words that are not rare, as mistakes are. A dash, a word that judges nothing and a sign with its words count too. */
function commonOf(words: readonly Word[], rare: number): readonly Word[] {
  const all = words.reduce((sum, { text, count }) => sum + (isDash(text) ? 0 : count), 0);
  const common = words.filter((word) => word.count > rare * all || isTerm(word));
  return common.some(({ text }) => !isDash(text)) ? common : words;
}

/** True for a term by its look: a dash, a sign with its words, or a word that judges nothing. */
function isTerm({ text }: Word): boolean {
  return isDash(text) || (signOf(text) !== text && isSign(signOf(text))) || (!isSign(text) && meaningOf(text).known && meaningOf(text).meaning === "none");
}

function isSignWord({ text }: Word): boolean {
  return isSign(withoutRing(text));
}

function areMost(some: readonly Word[], all: readonly Word[]): boolean {
  const sum = (words: readonly Word[]) => words.reduce((total, { count }) => total + count, 0);
  return sum(some) >= mostly * sum(all);
}

/** Signs with their words in the order of the signs: A, B, C. */
function ordered(drafts: readonly TermDraft[]): readonly TermDraft[] {
  return drafts.every(({ sign }) => sign !== undefined) ? [...drafts].sort((one, other) => foldTerm(one.sign ?? "").localeCompare(foldTerm(other.sign ?? ""))) : drafts;
}

/** Signs without words: the repeated ones, those between them, and those next on their scale. */
function fromSigns(words: readonly Word[], usual: readonly Word[], common: readonly Word[]): readonly TermDraft[] {
  const signsOf = (some: readonly Word[]) => [...new Set(some.map(({ text }) => withoutRing(text)).filter((text) => !isDash(text)))];
  const own = signsOf(usual);
  const scale = signScaleOf(own) ?? signScaleOf(signsOf(common)) ?? mostSignsScaleOf(common.filter(({ text }) => !isDash(text)).map(({ text, count }) => ({ text: withoutRing(text), count }))) ?? [];
  const places = own.map((text) => scale.findIndex((sign) => foldTerm(sign) === foldTerm(text)));
  const last = places.reduce((one, other) => Math.max(one, other), -1);
  const next = words.some(({ text }) => scale[last + 1] !== undefined && foldTerm(text) === foldTerm(scale[last + 1] ?? "")) ? last + 1 : last;
  const byFold = new Map(words.map((word) => [foldTerm(word.text), word]));
  // Marks tell their meaning, even if nobody used them. Letters may end with the worst in use.
  const signs = scale.length === 0 ? signsOf(common) : scale.includes("×") ? scale : scale.slice(0, next + 1);
  const drafts = signs.map((sign): TermDraft => ({ text: lettersOf(sign, byFold.get(foldTerm(sign))), meant: "" }));
  return withRings(drafts, words);
}
