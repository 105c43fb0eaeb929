import { sayCount } from "./counts.ts";
import type { CardNote, CardSheets, LeftOutSheet } from "../model/card-sheets.ts";
import { a1 } from "../model/address.ts";
import type { Language, Wording } from "./language.ts";
import { inert } from "./hidden.ts";
import { shorten } from "./phrase.ts";

/** Further ones are only counted. */
const mostNamed = 20;

const reasons = {
  list: { ja: "個票の一覧です", en: "it lists the cards" },
  example: { ja: "記入例です", en: "it shows how a card is filled in" },
  blank: { ja: "何も記入されていない個票です", en: "it is a card with nothing filled in" },
  other: { ja: "個票ではありません", en: "it is no card" },
} as const satisfies Record<LeftOutSheet["why"], Wording>;

/** Cards of other kinds beside these: each kind is an evaluation of its own. */
export function describeOtherKinds({ otherKinds }: CardSheets, language: Language): readonly string[] {
  return otherKinds.map(({ first: { name }, count }) =>
    language === "ja" ? `ほかの種類の個票${sayCount(count)}枚（「${name}」から）は、別の評価として点検します。` : `${count === 1 ? "1 card" : `${sayCount(count)} cards`} of another kind (from “${name}” on) ${count === 1 ? "is" : "are"} checked as another evaluation.`,
  );
}

/** Why a sheet is not part of the cards' evaluation; for a list also its items without a card, and cards it does not name. */
export function describeLeftOut({ sheet, why, notOnCards, notOnList }: LeftOutSheet, language: Language): string {
  const isJapanese = language === "ja";
  const reason = isJapanese ? `「${inert(sheet.name)}」は点検に含めません：${reasons[why].ja}。` : `“${inert(sheet.name)}” is not in the check: ${reasons[why].en}.`;
  const without = notOnCards.length === 0 ? "" : isJapanese ? `個票のないもの：${named(notOnCards, language)}。` : ` Without a card: ${named(notOnCards, language)}.`;
  const unlisted = notOnList.length === 0 ? "" : isJapanese ? `一覧にない個票：${named(notOnList, language)}。` : ` Cards that it does not name: ${named(notOnList, language)}.`;
  return `${reason}${without}${unlisted}`;
}

function named(notes: readonly CardNote[], language: Language): string {
  const shown = notes.slice(0, mostNamed).map(({ at, text }) => (language === "ja" ? `${inert(a1(at))}「${shorten(text)}」` : `${inert(a1(at))} “${shorten(text)}”`));
  const more = notes.length - shown.length;
  const rest = more > 0 ? [language === "ja" ? `ほか${sayCount(more)}件` : `${sayCount(more)} more`] : [];
  return [...shown, ...rest].join(language === "ja" ? "、" : ", ");
}
