import { columnLetters } from "../model/address.ts";
import type { InferredLevel } from "./level-guess.ts";
import { endsInLevelWord, isCodeHeader, isLevelWord, stemOf } from "./level-words.ts";
import type { Profile } from "./profile.ts";

/** The header's name for a level: the word above its code and its name, otherwise the code's own without 番号. */
export function levelNameOf({ holds, profile: { header, place, order } }: InferredLevel["keyColumn"], profiles: readonly Profile[]): string {
  const leaf = header.at(-1) ?? "";
  const bare = leaf.replace(/(?:の)?(?:番号|コード|No\.?|№|NO|名称|名)$/i, "");
  const above = header.at(-2);
  const right = profiles.filter((other) => other.order > order).map((profile) => stemOf(profile.header));
  // 予算コード before 事務事業名: the code is that of a project.
  const named = (holds !== "code" && !isCodeHeader(header)) || isLevelWord(stemOf(header)) ? undefined : right.slice(0, 2).find(isLevelWord);
  return (named ?? (bare !== "" ? bare : (above ?? right.find(isLevelWord) ?? right.find(endsInLevelWord) ?? right[0] ?? leaf))) || `第${place + 1}列`;
}

/** A column's name: the lowest word of its header, with the word above it where another column shares it; its letters where it has none. */
export function columnNameOf({ header, place }: Profile, profiles: readonly Profile[]): { ja: string; en: string } {
  const leaf = header.at(-1) ?? "";
  if (leaf === "") return { ja: `${columnLetters(place)}列`, en: `column ${columnLetters(place)}` };
  const isShared = profiles.some((other) => other.place !== place && other.header.at(-1) === leaf);
  const above = header.at(-2);
  const name = (isShared && above !== undefined && above !== leaf ? `${above}（${leaf}）` : leaf).slice(0, 150);
  return { ja: name, en: name };
}
