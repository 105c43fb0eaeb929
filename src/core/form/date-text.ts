import type { CalendarDay } from "../model/serial.ts";
import { yearOfEra } from "../wording/era.ts";
import { foldDashes, foldWidth } from "./fold.ts";

const time = String.raw`(?:[T ]\d{1,2}:\d{1,2}(?::\d{1,2}(?:\.\d{1,9})?)?Z?)?`;
const year = String.raw`(?:((?:19|20)\d\d)|(令和|平成|昭和|大正|明治|[RHSTM])\.?(元|\d{1,2}))`;
const dateText = new RegExp(String.raw`^${year}[-/.年](\d{1,2})[-/.月](\d{1,2})日?${time}$`, "i");
/** How such a text begins: every code passes here, and hardly any goes on. */
const opening = /^\s*(?:[1１][9９]|[2２][0０]|[RHSTMＲＨＳＴＭ令平昭大明㋿㍻㍼㍽㍾])/i;
/** Longer texts are no dates. */
const longest = 40;

/**
 * The day that a whole text names, with or without a time: 2001-01-01, 2001/1/1, 2001年1月1日, 令和8年1月1日, H13.1.2, in any width.
 * Undefined for a text that is no date, or lacks the year or the day.
 */
export function dayOfText(text: string): CalendarDay | undefined {
  if (text.length > longest || !opening.test(text)) return undefined;
  const [, western, era = "", eraYear, month, day] = dateText.exec(foldDashes(foldWidth(text)).trim()) ?? [];
  const found = { year: western === undefined ? yearOfEra(era, eraYear === "元" ? 1 : Number(eraYear)) : Number(western), month: Number(month), day: Number(day) };
  return found.month >= 1 && found.month <= 12 && found.day >= 1 && found.day <= 31 ? found : undefined;
}
