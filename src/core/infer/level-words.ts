import { foldWidth } from "../form/fold.ts";
import { withoutSpace } from "../wording/hidden.ts";

/** A header's suffix after the name of a level: code or name. */
const suffix = /(?:の)?(?:番号|コード|no\.?|№|id|名称|名)$/i;
/** Words of public bodies for a level of a plan. An indicator is not one, since it occurs beside its item as often as below it. */
const levelWord = /^(?:基本(?:構想|目標|方針|方向|政策|施策|事業|計画|理念)|(?:重点|主要|個別|計画|事務|実施|具体的?|細)?(?:政策|施策|事業|分野|取組|取り組み|戦略|プロジェクト)|(?:[大中小]|重点|主要)?(?:項目|分類|区分)|[章節項柱]|(?:主要|重点)?課題|経営課題|政策の?柱)$/;

const codeHeader = /^(?:.*(?:番号|コード|No\.?|№|ID))$/i;

/** True if a header's last word means that the column holds codes. */
export function isCodeHeader(header: readonly string[]): boolean {
  return codeHeader.test(header.at(-1) ?? "");
}

/** The level named by a column's header, for its code and its name alike: 施策 for 施策番号 and 施策名; "" if there is none. */
export function stemOf(header: readonly string[]): string {
  const bare = withoutSpace(foldWidth(header.at(-1) ?? "")).replace(suffix, "");
  return bare !== "" ? bare : withoutSpace(foldWidth(header.at(-2) ?? ""));
}

/** True for a word for a level of a plan. */
export function isLevelWord(stem: string): boolean {
  return levelWord.test(stem);
}

/** True for a longer name of such a level: 実施計画掲載事業. */
export function endsInLevelWord(stem: string): boolean {
  return /(?:政策|施策|事業|取組|取り組み|戦略|プロジェクト|項目)$/.test(stem);
}

/** True if two columns that begin on the same rows are two levels by their names. */
export function areTwoLevels(one: string, other: string): boolean {
  return one !== other && isLevelWord(one) && isLevelWord(other);
}
