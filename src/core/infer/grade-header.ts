import type { InferredLevel } from "./level-guess.ts";
import type { Profile } from "./profile.ts";

/** True if the header says that the column holds grades. Its repeated values, such as ①：達成, count no items. */
export function isGradeHeader({ header }: Profile): boolean {
  return /(?:評価|評定|判定|達成(?:度|状況)|進捗)(?!項目)/.test(header.at(-1) ?? "");
}

const costs = /(?:コスト|経費|費用|予算|事業費|人員|人工|資源)(?:投入)?(?:の)?(?:方向性?|増減|見込み?|配分|規模)?$/;

const ranks = /(?:優先(?:度|順位)|難易度|困難度)$/;

/** True for a header of what an item takes or where it ranks: less is no bad grade, コストの方向性：縮小, 優先度：低. */
export function isNoJudgement({ header }: Profile): boolean {
  return header.slice(-2).some((word) => costs.test(word) || ranks.test(word));
}

/** The columns for grades in a form that is hardly filled in: their headers name grades, and its items have codes. */
export function blankGrades(profiles: readonly Profile[], levels: readonly InferredLevel[]): readonly Profile[] {
  if (levels.every(({ keyColumn }) => keyColumn.holds === "text")) return [];
  return profiles.filter((profile) => profile.count < 0.3 * profile.filled.length && profile.longest <= 20 && profile.numbers.length === 0 && profile.path.own && isGradeHeader(profile));
}

/** Lists of persons, goods and firms are graded too, but are no evaluations. */
const otherList = /^(?:氏名?|お?名前|フリガナ|ふりがな|(?:社員|職員|会員|学籍|出席)(?:番号|名)|(?:生徒|児童|学生)(?:名|番号)?|品[番名]|型番|商品(?:名|コード|番号)|単価|在庫数?|(?:業者|取引先|仕入先|顧客|会社)(?:名|番号)?|WBS(?:番号)?)$/i;

const judging = /^(?:生徒|児童|学生)$/;

/** A list of inspected places, 点検箇所, has results. It only counts as an evaluation if a column says so. */
const inspectionList = /^(?:点検(?:箇所|場所|部位|項目|内容|者|日)|(?:設備|機器|備品|車両|器具)(?:名称?|番号)?)$/;

/** True for a list of something else, by its headers. */
export function isOtherList(profiles: readonly Profile[]): boolean {
  // 生徒 over points or grades are those who judge.
  const isHeaded = (pattern: RegExp) => profiles.some(({ header, longest }) => pattern.test(header.at(-1) ?? "") && !(longest < 3 && judging.test(header.at(-1) ?? "")));
  return isHeaded(otherList) || (isHeaded(inspectionList) && !profiles.some(isGradeHeader));
}
