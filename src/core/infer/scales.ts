import { foldDashes, foldMarks, foldWidth } from "../form/fold.ts";
import { isBlank } from "../form/reader.ts";
import type { Term } from "../form/schema.ts";
import type { CellValue } from "../model/grid.ts";
import { largest, smallest } from "../model/many.ts";
import { areSpacedSigns } from "../table/lone-rows.ts";
import { withoutSpace } from "../wording/hidden.ts";

/**
 * Scales of public bodies, each from the best to the worst. If a sheet's words are among them, the others count as known
 * too. Facts from the sheets of about 55 cities, prefectures, ministries and agencies.
 */
const wordScales: readonly (readonly string[])[] = [
  ["順調", "概ね順調", "やや遅れている", "遅れている"],
  ["順調", "おおむね順調", "やや遅れている", "遅れている"],
  ["順調", "遅れ"],
  ["順調", "概ね順調", "やや遅れ", "遅れ"],
  ["達成", "おおむね達成", "未達成"],
  ["達成", "概ね達成", "一部達成", "未達成"],
  ["達成", "ほぼ達成", "一部達成", "未達成"],
  ["達成", "一部達成", "未達成"],
  ["達成できた", "一部達成できた", "達成できなかった"],
  ["全て達成", "一部未達成", "全て未達成"],
  ["拡充", "維持", "縮小", "廃止"],
  ["拡充", "継続", "見直し", "縮小", "休止", "廃止", "完了"],
  ["拡充", "継続", "改善", "縮小", "休止", "廃止", "完了"],
  ["拡大", "継続", "縮小", "廃止・休止", "完了"],
  ["拡充", "維持", "縮小", "改善", "統合", "廃止", "休止", "完了"],
  ["目標超過達成", "目標達成", "相当程度進展あり", "進展が大きくない", "目標に向かっていない"],
  ["完了", "取組中", "未着手"],
  ["完了", "実施中", "検討中", "未着手", "中止"],
  ["実施済み", "実施中", "未実施"],
  ["高い", "普通", "低い"],
  ["高", "中", "低"],
  ["優", "良", "可", "不可"],
  ["可", "否"],
  ["適", "不適"],
  ["適", "否"],
  ["適合", "不適合"],
  ["◎", "○", "△", "×"],
];
/** Signs that only have an order. A column that uses some may use all from the best to its worst. */
const signScales: readonly (readonly string[])[] = [
  ["S", "A", "B", "C", "D", "E"],
  ["A", "B", "C", "D", "E"],
  ["Ⅴ", "Ⅳ", "Ⅲ", "Ⅱ", "Ⅰ"],
  ["ア", "イ", "ウ", "エ", "オ"],
  ["①", "②", "③", "④", "⑤"],
  ["a", "b", "c", "d", "e"],
  ["◎", "○", "△", "×"],
  ["◎", "○", "△", "▲", "×"],
];
/** Share of the cells of a column that hold signs of its scale, if others among them are no part of it. */
export const mostly = 0.7;

/** The scale to which most of these words belong, with all its terms from the best; undefined if there is none. */
export function wordScaleOf(words: readonly string[]): readonly string[] | undefined {
  const folded = new Set(words.map(foldTerm));
  const counted = wordScales.map((scale) => ({ scale, met: scale.filter((term) => folded.has(foldTerm(term))).length }));
  const best = counted.reduce<(typeof counted)[number] | undefined>((most, one) => (most && most.met >= one.met ? most : one), undefined);
  return best && best.met >= 2 && best.met >= 0.6 * folded.size ? best.scale : undefined;
}

/** The scale of signs to which these belong; undefined if there is none. */
export function signScaleOf(signs: readonly string[]): readonly string[] | undefined {
  const own = signs.map(foldTerm);
  return signScales.find((scale) => {
    const folded = scale.map(foldTerm);
    return own.length >= 2 && own.every((sign) => folded.includes(sign)) && (folded[0] !== "S" || own.includes("S"));
  });
}

/** The scale of most cells, if there are other signs among them; undefined if there is none, or if they are writings of its signs: A+, A'. */
export function mostSignsScaleOf(words: readonly { readonly text: string; readonly count: number }[]): readonly string[] | undefined {
  const all = words.reduce((sum, { count }) => sum + count, 0);
  return signScales.find((scale) => {
    const folded = new Set(scale.map(foldTerm));
    const met = words.filter(({ text }) => folded.has(foldTerm(text)));
    const others = words.filter((word) => !met.includes(word));
    return signScaleOf(met.map(({ text }) => text)) === scale && met.reduce((sum, { count }) => sum + count, 0) >= mostly * all && others.every(({ text }) => !folded.has(foldTerm(text.slice(0, 1))));
  });
}

/** Three characters in brackets. */
const longestSign = 5;

/** True for a sign that can be a grade: a letter, a kana, a Roman, circled or plain number, a mark. */
export function isSign(text: string): boolean {
  const seen = withoutSpace(text);
  if (seen.length > longestSign) return false;
  const bare = foldDashes(seen).replace(/^[(（［[〔]|[)）］\]〕]$/g, "");
  return /^(?:[A-Za-zＡ-Ｚａ-ｚ]['’′]?[○◯〇+＋-]?|[ア-オイロハニａ-ｚ]|[Ⅰ-Ⅻⅰ-ⅻ]|[①-⑳]|[◎○〇◯△▲×✕☓●]|-|[0-9０-９]{1,2})$/.test(bare);
}

/** True for a sign with a colon and its words, as legends explain them: A：順調. */
function isExplained(text: string): boolean {
  const [sign, words] = text.split(/[：:＝=…]/, 2);
  return sign !== undefined && sign.length <= 5 && isSign(sign) && withoutSpace(words ?? "") !== "";
}

/** The signs of a span, A～D or 5～1, from the best; empty where a text names none. */
export function signsBetween(text: string): readonly string[] {
  const [, ...ends] = /(?<!\w)(\w)[~〜](\w)(?![\w月日年時])/.exec(text.normalize("NFKC")) ?? [];
  const spans = [...signScales, ["5", "4", "3", "2", "1"]].map((scale) => {
    const places = ends.map((end) => scale.map(foldTerm).indexOf(end));
    return places.includes(-1) ? [] : scale.slice(smallest(places), largest(places, -1) + 1);
  });
  return spans.find(({ length }) => length > 1) ?? [];
}

/** True for at least so many cells that are all signs with their words. */
export function areExplained(cells: readonly CellValue[], least: number): boolean {
  const own = cells.filter((value) => !isBlank(value));
  return own.length >= least && (own.every((value) => typeof value === "string" && isExplained(value)) || areSpacedSigns(own));
}

/** A term for comparisons, without differences in width, dashes, space and punctuation. */
export function foldTerm(text: string): string {
  const folded = foldMarks(plainText(text)).replace(/[、。，．,.・･:：;；]/g, "");
  return folded.replaceAll("概ね", "おおむね").replaceAll("取り組み", "取組").replaceAll("通り", "どおり").replaceAll("無い", "ない");
}

/** True for texts that only differ in width, dashes and spaces. */
export function isSameLetters(one: string, other: string): boolean {
  return plainText(one) === plainText(other);
}

function plainText(text: string): string {
  return foldDashes(withoutSpace(foldWidth(text)));
}

const nothing = /対象外|該当|(?:評価|判定|判断|測定)(?:でき(?:ない|ず)|不能|不可|しない|困難|せず|なし|保留)|未(?:評価|判定|定|公表|確定|測定)|集計中|^(?:なし|無し|無)$|完了|終了|^-$|その他|改善しながら/;
const fine = /(?:問題|課題|支障|遅れ)(?:は|が|も)?(?:なし|ない|無し|無い)|遅れなく|(?:見直[しす]|改善)の?(?:必要|要)(?:は|が)?(?:な|無)/;
const bad =
  /遅れ|遅延|遅い|未達|達成できな|達成(?:して|され)(?:い)?ない|達成しな|届かな|下回|不十分|不足|低い|低下|悪|下落|減少|困難|停滞|後退|失敗|効果がな|効果が(?:な|低)|有効(?:とは|では|で)(?:言え)?ない|的でない|努力(?:が|を)?(?:必要|要)|要努力|見直|縮小|廃止|休止|中止|統合|凍結|撤退|未着手|未実施|実施し(?:てい)?な|実施でき(?:な|ず)|でき(?:てい)?な[いか]|みられな|見られな|進展(?:が)?(?:大きく)?(?:な|無)|向かってい?ない|順調でない|順調では|要改善|改善を要|改善.{0,8}必要|危ぶま|抜本|一部(?:しか|未)|ほとんど|やや(?:遅|低|不)|不要|^低$|^否$|^不可$|不適|必要性(?:が|は)?(?:低|な)|^課題が?(?:あ[りる]|残る)$|^未/;

export interface TermGuess {
  readonly meaning: Term["meaning"];
  /** False if nothing in the words tells it. */
  readonly known: boolean;
}

/** The meaning of a term by its words. */
export function meaningOf(words: string): TermGuess {
  const bare = foldTerm(words);
  if (fine.test(bare)) return { meaning: "good", known: true };
  if (nothing.test(bare)) return { meaning: "none", known: true };
  if (bad.test(bare)) return { meaning: "bad", known: true };
  const good = /達成|順調|有効|効果|実施|継続|推進|拡充|拡大|良|適切|十分|上回|超|前倒し|維持|どおり|向上|充実|高い|普通|同水準|取組中|済|進(?:捗|展)|発展|質・?量|^[優可適高中]$/;
  return { meaning: "good", known: good.test(bare) };
}

/** The meanings of signs without words by their place in the scale, from the best: the worse half is bad. */
export function meaningsBySize(size: number): readonly Term["meaning"][] {
  const bad = Math.floor(size / 2);
  return Array.from({ length: size }, (_, place) => (place >= size - bad ? "bad" : "good"));
}
