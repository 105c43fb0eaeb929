import type { CalendarDay } from "../model/serial.ts";
import type { Language } from "./language.ts";

/**
 * The eras by their first day, the latest first; a test compares them with the platform's calendar. A table of our own,
 * since Intl counts the years before 1873 by another calendar and may lack its data.
 */
const eras: readonly Era[] = [
  { name: "令和", letter: "R", first: { year: 2019, month: 5, day: 1 } },
  { name: "平成", letter: "H", first: { year: 1989, month: 1, day: 8 } },
  { name: "昭和", letter: "S", first: { year: 1926, month: 12, day: 25 } },
  { name: "大正", letter: "T", first: { year: 1912, month: 7, day: 30 } },
  { name: "明治", letter: "M", first: { year: 1868, month: 10, day: 23 } },
];

interface Era {
  readonly name: string;
  readonly letter: string;
  readonly first: CalendarDay;
}

/** The era of a day; undefined before 明治. */
export function eraOf(day: CalendarDay): Era | undefined {
  return eras.find(({ first }) => rankOf(day) >= rankOf(first));
}

/** The Gregorian year of a year in an era, given by name or letter; NaN for an unknown name. */
export function yearOfEra(era: string, number: number): number {
  const found = eras.find(({ name, letter }) => name === era || letter === era.toUpperCase());
  return found ? found.first.year + number - 1 : Number.NaN;
}

/** The day in Japanese era form and by the calendar: 令和8年（2026年）11月24日, 令和元年（2019年）5月1日; without an era before 明治. */
export function eraDate(day: CalendarDay): string {
  const era = eraOf(day);
  const number = era ? day.year - era.first.year + 1 : day.year;
  const year = era ? `${era.name}${number === 1 ? "元" : number}年（${day.year}年）` : `${day.year}年`;
  return `${year}${day.month}月${day.day}日`;
}

/** The day in the reader's language. */
export function describeDay(day: CalendarDay, language: Language): string {
  return language === "ja" ? eraDate(day) : isoDate(day);
}

/** Reads a day such as 2026-11-24. */
export function dayOfIso(date: string): CalendarDay {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { year, month, day };
}

/** Writes a day as 2026-11-24. */
export function isoDate({ year, month, day }: CalendarDay): string {
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}

/** A number that rises with the days. */
function rankOf({ year, month, day }: CalendarDay): number {
  return (year * 100 + month) * 100 + day;
}
