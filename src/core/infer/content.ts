import type { FormColumn } from "../form/schema.ts";
import { PageScheme } from "../form/page.ts";
import { withoutSpace } from "../wording/hidden.ts";
import { foldWidth } from "../form/fold.ts";
import { isLevelWord } from "./level-words.ts";
import { isNamedAfter, scalesIn, type Legend, type LegendItem } from "./legend.ts";
import type { Profile, Word } from "./profile.ts";
import { withoutRing } from "./rings.ts";
import { foldTerm, isSign, meaningOf, signScaleOf, wordScaleOf } from "./scales.ts";

/** The content of a column that is no key column; "empty" if nothing is in it. */
export type Content = Exclude<FormColumn["holds"], "code" | "label"> | "empty";

/** The scale of a legend that a column's cells use. */
export interface UsedScale {
  readonly legend: Legend;
  readonly items: readonly LegendItem[];
}

const pageHeader = /頁|ページ|page|掲載|^p\.?$|資料[#0-9０-９]*$/i;
const sectionHeader = /^(?:部|課|局|室|係|班)$|担当|所管|主管|所属|部署|部局|(?:部|課|局|係)名|section|department/i;
const sectionText = /(?:課|係|部|室|局|所|センター|グループ|班|委員会|事務局|署)$/;
const noteHeader = /備考|理由|コメント|摘要|説明|目的|概要|内訳|意見|改善策|成果と課題|今後の課題|特記|内容$|対象$|手段|根拠|単位/;
/** A header of what words say without grading, however often they come: 利用の減少 below 理由, 課題あり below 課題の有無. */
const proseHeader = /(?:理由|コメント|備考|摘要|根拠|特記(?:事項)?|課題の?有無)$/;
const statusHeader = /評価|評定|判定|達成|進捗|進み|状況|有効|効果|必要性|効率性|妥当性|公平性|成果$|方向|方針|見直し|ランク|水準|区分|分類|点$|ポイント|スコア|結果/;
/** A header for the criteria of a grade, not for grades. */
const criteriaHeader = /(?:基準|目安|観点|視点)$/;
/** A header that only says that its cells are grades. */
const plainGrade = /(?:評価|評定|判定)(?:結果)?$/;
/** A number with its unit. With a zero before it, it counts nothing: 010101 訓練. */
const numberText = /^[-+−▲△約]?(?!0[0-9])[0-9][0-9,.]*(?:%|‰)?[^0-9]{0,8}$/;
const pages = new PageScheme({ write: "p.{n}", also: ["p{n}", "{n}", "{n}ページ", "{n}頁", "p{n}ページ", "p{n}頁", "ページ{n}", "頁{n}", "pp{n}"] });

/** The content of a column by its header words and its cells. */
export function guessContent(profile: Profile, legends: readonly Legend[]): Content {
  const { count, header } = profile;
  if (count === 0) return "empty";
  const named = (pattern: RegExp) => header.slice(-2).some((word) => pattern.test(word));
  // 評価項目 heads what is judged, 課題 what is said of it.
  const isOfItems = /項目$|^課題$/.test(header.at(-1) ?? "");
  if (named(pageHeader) && pageShare(profile) >= 0.6) return "page";
  if (isSection(profile, named(sectionHeader))) return "section";
  if (usedScale(profile, legends)) return "status";
  if (profile.numbers.length + numberTexts(profile) >= 0.7 * count) return !isOfItems && isPoints(profile, named) ? "status" : "number";
  if (criteriaHeader.test(header.at(-1) ?? "") && !profile.words.some(({ text }) => isSign(text))) return "note";
  if (proseHeader.test(header.at(-1) ?? "")) return "note";
  if (isNote(header)) return repeats(profile) >= 0.9 && profile.words.length <= 6 && isGraded(profile) ? "status" : "note";
  if (!isOfItems && isStatus(profile, named(statusHeader), named(plainGrade))) return "status";
  return "text";
}

/** True for a header of remarks, also under that of a grade; 取組内容 names items. */
function isNote(header: readonly string[]): boolean {
  const leaf = header.at(-1) ?? "";
  const isSaidBy = (words: readonly string[]) => words.some((word) => noteHeader.test(word)) && !words.some((word) => /評価|評定|判定|達成|進捗/.test(word));
  return !isLevelWord(leaf.replace(/の?内容$/, "")) && (isSaidBy([leaf]) || isSaidBy(header.slice(-2)));
}

function pageShare({ words, numbers, count }: Profile): number {
  const read = words.reduce((sum, { text, count: times }) => sum + (pages.read(text) ? times : 0), 0);
  return (read + numbers.filter((number) => Number.isInteger(number) && number > 0).length) / count;
}

function isSection({ words, count }: Profile, named: boolean): boolean {
  const offices = words.reduce((sum, { text, count: times }) => sum + (sectionText.test(text) && text.length <= 20 ? times : 0), 0);
  return named ? offices >= 0.3 * count || words.length >= 0.5 * count : offices >= 0.8 * count && words.every(({ text }) => text.length <= 20);
}

function numberTexts({ words }: Profile): number {
  return words.reduce((sum, { text, count }) => sum + (numberText.test(withoutSpace(foldWidth(text))) ? count : 0), 0);
}

/** True for points: few different numbers of one digit or so, under a header for grades. */
function isPoints(profile: Profile, named: (pattern: RegExp) => boolean): boolean {
  const { count } = profile;
  const numbers = pointsIn(profile);
  const whole = numbers.filter((number) => Number.isInteger(number) && number >= 0 && number <= 10).length;
  const few = new Set(numbers).size <= Math.max(3, Math.min(10, numbers.length / 2));
  return numbers.length >= 0.7 * count && whole >= 0.85 * numbers.length && few && named(statusHeader) && !named(/率|値|数$|額|人$|件$|配点|満点/);
}

/** The numbers of a column, including those written as text, as in a text file. */
export function pointsIn({ numbers, words }: Profile): readonly number[] {
  return [...numbers, ...words.flatMap(({ text, count }) => (/^[0-9０-９]{1,2}$/.test(text) ? new Array<number>(count).fill(Number(text.normalize("NFKC"))) : []))];
}

/** True for points in two columns below one header, which are given alike: those of several judges, or for several criteria. */
export function sharePoints(one: Profile, other: Profile): boolean {
  const [above, its] = [one, other].map(({ header }) => header.slice(0, -1).join("\u0000"));
  return above !== "" && above === its && [one, other].every((profile) => 2 * pointsIn(profile).length > profile.count);
}

/** True if nearly all words of a column also occur in another. A judgement of a level above has few cells, which need not repeat. */
export function saysWordsOf({ words, count }: Profile, other: Profile): boolean {
  const known = new Set(other.words.map(({ text }) => foldTerm(text)));
  return count > 0 && sum(words.filter(({ text }) => known.has(foldTerm(text)))) >= 0.85 * count;
}

/** The share of filled cells whose content occurs more than once. */
function repeats({ words, count }: Profile): number {
  return words.reduce((sum, word) => sum + (word.count > 1 ? word.count : 0), 0) / count;
}

function isGraded({ words }: Profile): boolean {
  return words.some(({ text }) => meaningOf(text).meaning === "bad") || wordScaleOf(words.map(({ text }) => text)) !== undefined;
}

/** True for a few short repeated words that are grades: by their header, as signs, or as words of a known scale. */
function isStatus(profile: Profile, named: boolean, plain: boolean): boolean {
  const { words, count } = profile;
  const short = words.filter(({ text }) => text.length <= 40);
  const covered = sum(short) / count;
  const frequent = short.filter((word) => word.count > 1);
  if (covered < 0.85) return false;
  if (named && wordScaleOf(short.map(({ text }) => text)) !== undefined) return true;
  if (sum(frequent) < 0.5 * count) return false;
  const signs = sum(short.filter(({ text }) => isSign(text) || isSign(signOf(text))));
  if (signs >= 0.7 * count) return named || signScaleOf(frequent.map(({ text }) => withoutRing(signOf(text)))) !== undefined;
  const few = frequent.length <= Math.max(6, count / 4) && repeats(profile) >= 0.6;
  const known = wordScaleOf(frequent.map(({ text }) => text)) !== undefined;
  const graded = frequent.filter(({ text }) => meaningOf(text).known || meaningOf(text).meaning !== "good").length;
  return few && (known || plain || (named && graded >= frequent.length / 2) || (graded >= 2 && graded >= 0.6 * frequent.length && isGraded(profile)));
}

function sum(words: readonly Word[]): number {
  return words.reduce((all, { count }) => all + count, 0);
}

/** The sign before a colon, a bracket or a space: A in A：達成できた, b in b 継続. */
export function signOf(text: string): string {
  const found = /^([^:：【（(0-9０-９]{1,4}|[0-9０-９](?=[:：][^0-9０-９])|[(（][^)）]{1,3}[)）])[:：【（(]|^([A-Za-zＡ-Ｚａ-ｚ]|[①-⑳◎○〇◯△▲×]|[0-9０-９](?=[.．\s\u3000]+[^0-9０-９]))[.．\s\u3000]+/.exec(text);
  return found?.[1] ?? found?.[2] ?? text;
}

/** The scale of the legend whose signs or words most cells use. A legend with the column's name as head comes first. */
export function usedScale(profile: Profile, legends: readonly Legend[]): UsedScale | undefined {
  let best: { readonly scale: UsedScale; readonly score: number } | undefined;
  for (const legend of legends) {
    for (const items of scalesIn(legend)) {
      const share = coverage(profile, items);
      const named = legend.column === undefined ? isNamedAfter(legend.head, profile.header) : legend.column === profile.place;
      if (items.length < 2 || share < (named ? 0.4 : 0.6)) continue;
      const other = legend.head !== "" && !named ? 0.3 : 0;
      // A～D in a header says less than a legend that explains them.
      const bare = items.every(({ sign, words }) => words === "" && isSign(sign)) ? 2 : 0;
      const score = share + (named ? 1 : 0) - other - bare;
      if (score > (best?.score ?? -Infinity)) best = { scale: { legend, items }, score };
    }
  }
  return best?.scale;
}

/** The scale for a blank column: that of the legend with its name, or of the only legend. */
export function soleScale({ header }: Profile, legends: readonly Legend[]): UsedScale | undefined {
  const scales = legends.flatMap((legend) => scalesIn(legend).map((items) => ({ legend, items }))).filter(({ items }) => items.length >= 2);
  return scales.find(({ legend }) => isNamedAfter(legend.head, header)) ?? (scales.length === 1 ? scales[0] : undefined);
}

/** The share of filled cells that the items explain, as a sign, as words, or as both. */
function coverage({ words, numbers, count }: Profile, items: readonly LegendItem[]): number {
  const known = new Set(items.flatMap(({ sign, words: meant }) => [foldTerm(sign), ...(meant === "" ? [] : [foldTerm(meant), foldTerm(`${sign}${meant}`)])]));
  const meantBy = new Map(items.map(({ sign, words: meant }) => [foldTerm(sign), foldTerm(meant)]));
  const read = words.reduce((all, { text, count: times }) => all + (known.has(foldTerm(text)) || isSigned(text, meantBy) || known.has(foldTerm(withoutRing(text))) ? times : 0), 0);
  const met = numbers.filter((number) => known.has(String(number))).length;
  return count === 0 ? 0 : (read + met) / count;
}

/** True for a sign of the legend with its words, or some of them: another column may use the same signs for other words. */
function isSigned(text: string, meantBy: ReadonlyMap<string, string>): boolean {
  const sign = signOf(text);
  const meant = sign === text ? undefined : meantBy.get(foldTerm(sign));
  if (meant === undefined) return false;
  const own = foldTerm(text.slice(sign.length).replace(/[（()）【】]/g, ""));
  return meant.includes(own) || own.includes(meant);
}
