import { daysOfText, type TextDay } from "./date-text.ts";

/**
 * The codes with this many numbers that a person may have typed to get this day, without duplicates: for two, m-d of any year, and y-m where
 * the day is the first; for three, yy-m-d. Two-digit years are 1930 to 2029, as in Excel.
 */
export function codesTypedOn({ year, month, day }: TextDay, numbers: 2 | 3): readonly (readonly number[])[] {
  const years = year !== undefined && year >= 1930 && year <= 2029 ? [year % 100] : [];
  if (numbers === 3) return typable(years.map((short) => [short, month, day]));
  return typable([[month, day], ...(day === 1 ? years.map((short) => [short, month]) : [])]);
}

/** The serial of a midnight, also of one that lost seconds on its way through JavaScript; NaN for any other time. */
export function midnightOf(serial: number): number {
  const whole = Math.round(serial);
  return Math.abs(serial - whole) < 1 / 1440 ? whole : Number.NaN;
}

/** True where the text is a day without its year, and the code, of three numbers or more, ends in its month and day. */
export function mayHaveLostYear(code: readonly number[], text: string): boolean {
  const [month, day] = code.slice(-2);
  return code.length > 2 && daysOfText(text).some((found) => found.year === undefined && found.month === month && found.day === day);
}

/** Each code once. */
export function distinctCodes(codes: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return [...new Map(codes.map((code) => [code.join("-"), code])).values()];
}

function typable(codes: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return distinctCodes(codes).filter((code) => !code.includes(0));
}
