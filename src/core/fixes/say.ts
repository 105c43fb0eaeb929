import type { CellWrite } from "../model/changes.ts";
import type { Fix } from "../model/finding.ts";
import type { FixGroup } from "./fix-groups.ts";
import { a1 } from "../model/address.ts";
import { cellText, quote, shownValue } from "../wording/phrase.ts";
import type { Language, Wording } from "../wording/language.ts";

const doubts: Readonly<Record<NonNullable<Fix["doubt"]>, Wording>> = {
  formula: {
    ja: "{cells}は数式の結果です。数式は書き換えないので、見送ります。もとのセルか数式を直してください。",
    en: "{cells} is the result of a formula, which is never written over, so it is left out. Correct the formula or the cells it reads.",
  },
  "loses-style": {
    ja: "文字ごとの書式（太字、色など）かふりがなのあるセルです。直すと、それらがなくなります。",
    en: "Letters of the cell have a look of their own or furigana, which the fix removes.",
  },
  "off-list": {
    ja: "このセルの入力規則のリストにない文字になります。直すか、リストのほうを直すかを決めてください。",
    en: "The list of the cell's own data validation lacks this text. Decide whether to change the cell or the list.",
  },
};

/** Why a fix with only one possible reading is not safe; undefined where it may be. */
export function describeDoubt({ findings, edits }: FixGroup, language: Language): string | undefined {
  const doubt = findings.find(({ fix }) => fix?.doubt)?.fix?.doubt;
  return doubt && doubts[doubt][language].replace("{cells}", () => edits.map(({ at }) => a1(at)).join(" "));
}

/** Characters shown on either side of the change in a long text. */
const around = 12;

/** A cell's content before and after, in quotation marks, hidden characters visible; for a long text the part that changes. */
export function describeChange({ from, to, date1904 }: Pick<CellWrite, "from" | "to" | "date1904">, language: Language): readonly [before: string, after: string] {
  const [before, after] = [cellText(shownValue(from, date1904, language)), cellText(to)];
  if (Math.max(before.length, after.length) <= 2 * around || before === "" || after === "") return [quote(before, language), quote(after, language)];
  const start = Math.max(0, commonStart(before, after) - around);
  const end = Math.max(0, commonEnd(before, after) - around);
  return [quote(excerpt(before, start, end), language), quote(excerpt(after, start, end), language)];
}

function excerpt(text: string, start: number, end: number): string {
  return `${start > 0 ? "…" : ""}${text.slice(start, text.length - end)}${end > 0 ? "…" : ""}`;
}

function commonStart(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  for (let index = 0; index < shorter; index++) if (one[index] !== other[index]) return index;
  return shorter;
}

/** Number of equal characters at the end, without those counted at the start. */
function commonEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length) - commonStart(one, other);
  for (let back = 0; back < most; back++) if (one[one.length - 1 - back] !== other[other.length - 1 - back]) return back;
  return most;
}
