import { dayOfSerial, type CalendarDay } from "../model/serial.ts";
import { yearOfEra } from "../wording/era.ts";
import { foldDashes, foldWidth } from "./fold.ts";

/** A day whose year may be lost. */
export interface TextDay extends Omit<CalendarDay, "year"> {
  readonly year: number | undefined;
}

const time = "(?:(?:T| {1,2})\\d{1,2}:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?(?: ?[ap]m)?)?(?: ?(?:Z|UTC|GMT)?(?:[-+]\\d\\d:?\\d\\d)?(?: ?\\([^()]{1,30}\\))?)?";
const weekday = "(?: ?\\(?[日月火水木金土](?:曜日?)?\\)?)?";
const dayName = "(?:(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}[,.]? )?";
const monthName = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[.]?";
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const pattern = (text: string) => new RegExp(`^${text}$`, "i");

/** Every writing of a day, and the possible days: several where the order, or a missing part, leaves them open. */
const writings: readonly (readonly [pattern: RegExp, days: (...parts: readonly (string | undefined)[]) => readonly TextDay[]])[] = [
  // 2001-01-02, 2001/1/2, 2001年1月2日(火)
  [pattern(`((?:19|20)\\d\\d)[-/.年] ?(\\d{1,2})[-/.月] ?(\\d{1,2})日?${weekday}${time}`), (y, m, d) => [day(Number(y), m, d)]],
  // 令和8年1月2日, H13.1.2
  [pattern(`(令和|平成|昭和|大正|明治|[RHSTM])\\.?(元|\\d{1,2})[-/.年] ?(\\d{1,2})[-/.月] ?(\\d{1,2})日?${weekday}${time}`), (era = "", y, m, d) => [day(yearOfEra(era, y === "元" ? 1 : Number(y)), m, d)]],
  // 1月2日(火), 1/2: a whole number before a slash is no code
  [pattern(`(\\d{1,2})(?:月(\\d{1,2})日|/(\\d{1,2}))${weekday}${time}`), (m, d, other) => [day(undefined, m, d ?? other)]],
  // 1/2/2001: the month first in America, the day elsewhere
  [pattern(`(\\d{1,2})[/.](\\d{1,2})[/.]((?:19|20)\\d\\d)${time}`), (one, other, y) => [day(Number(y), one, other), day(Number(y), other, one)]],
  // 01/02/03
  [pattern(`(\\d\\d?)/(\\d\\d?)/(\\d\\d?)${time}`), (one, two, three) => [day(fullYear(one), two, three), day(fullYear(three), one, two), day(fullYear(three), two, one)]],
  // 2-Jan, 2-Jan-01, Thu, 2 January 2001
  [pattern(`${dayName}(\\d{1,2})[- /.]${monthName}(?:[- /.,] ?(\\d\\d|(?:19|20)\\d\\d))?${time}`), (d, m, y) => [day(y === undefined ? undefined : fullYear(y), monthOf(m), d)]],
  // Jan 2, 2001, Thu Jan 02 2001
  [pattern(`${dayName}${monthName} ?(\\d{1,2})(?:, ?| )((?:19|20)\\d\\d)${time}`), (m, d, y) => [day(Number(y), monthOf(m), d)]],
  // Jan-02: 2 January, or January 2002
  [pattern(`${monthName}[- /.]?(\\d{1,2}|(?:19|20)\\d\\d)`), (m, n) => [...(Number(n) > 31 ? [] : [day(undefined, monthOf(m), n)]), day(fullYear(n), monthOf(m), "1")]],
  // The serial number itself, of about 1927 to 2119: the remainder of a date in a text file
  [/^([1-7]\d{4})(?:\.0{1,9})?$/, (serial) => [dayOfSerial(Number(serial), false)].filter((found) => found !== undefined)],
];

/** Beginning of such a text. Every code is tested, and few go on. Longer texts are no dates. */
const opening = /^\s*(?:[0-9０-９]|[RHSTMＲＨＳＴＭ令平昭大明㋿㍻㍼㍽㍾]|[JFMASONDTWＪＦＭＡＳＯＮＤ])/i;
/** Short numbers with hyphens, as most codes are: no writing of a day fits them. */
const plainCode = /^[0-9]{1,3}(?:-[0-9]{1,3}){0,5}$/;
const anyDigit = /[0-9０-９]/;
/** All letters in writings of a day, folded. A label that begins with a number has other ones, so that no writing is tried on it. */
const onlyDateLetters = /^[0-9A-Za-z \-/.,:()+年月日元令和平成昭大正明治火水木金土曜本標準時]*$/;
/** A midnight that lost seconds on its way through JavaScript, or in Greenwich time. */
const ofTheDayBefore = /[T ]23:59:[0-5]\d|T15:00:00(?:\.0{1,9})?Z$/;
const longest = 80;

/**
 * The days that a whole text can name, with or without a time, in any width: 2001-01-01, 2001年1月1日（月）, 令和8年1月1日, H13.1.2,
 * 1月1日, 1-Jan, Jan-01, 1/2/2001, 36892. None for a text that is no date.
 */
export function daysOfText(text: string): readonly TextDay[] {
  if (text.length > longest || !opening.test(text) || !anyDigit.test(text) || plainCode.test(text)) return [];
  const folded = foldDashes(foldWidth(text)).trim();
  if (!onlyDateLetters.test(folded)) return [];
  for (const [writing, days] of writings) {
    const parts = writing.exec(folded);
    const found = parts ? days(...parts.slice(1)).filter(isDay) : [];
    if (parts) return ofTheDayBefore.test(folded) ? found.map(dayAfter) : found;
  }
  return [];
}

function day(year: number | undefined, month: string | undefined, date: string | undefined): TextDay {
  return { year, month: Number(month), day: Number(date) };
}

function dayAfter(day: TextDay): TextDay {
  if (day.year === undefined) return day;
  const date = new Date(Date.UTC(day.year, day.month - 1, day.day + 1));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function isDay({ month, day: date }: TextDay): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= 31;
}

function monthOf(name = ""): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

/** Two-digit years are 1930 to 2029, as in Excel. */
function fullYear(year = ""): number {
  return year.length > 2 ? Number(year) : Number(year) + (Number(year) < 30 ? 2000 : 1900);
}
