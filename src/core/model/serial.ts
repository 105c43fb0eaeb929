/** A calendar day; month and day from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayMs = 86_400_000;
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);

/**
 * The day of a date serial; undefined outside 1900 to 9999.
 * In the 1900 system, serials below 60 are a day later than the calendar's (Excel's 29 February 1900,
 * https://learn.microsoft.com/office/troubleshoot/excel/wrongly-assumes-1900-is-leap-year).
 */
export function dayOfSerial(serial: number, date1904: boolean): CalendarDay | undefined {
  if (!Number.isFinite(serial) || serial < (date1904 ? 0 : 1) || serial >= 2_958_466) return undefined;
  const days = Math.floor(serial) + (!date1904 && serial < 60 ? 1 : 0);
  const date = new Date((date1904 ? epoch1904 : epoch1900) + days * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const literals = /"[^"]*"|\\.|\[[^[\]]*\]|_.|\*.|E[+-]/gi;

/** A number format with General as files write it; some hosts tell it in their language (OfficeDev/office-js#2824). */
export function withGeneral(format: string): string {
  return format.replaceAll("G/標準", "General");
}

/** True for a number format that shows a date: https://support.microsoft.com/office/5026bbd6-04bc-48cd-bf33-80f18b4eae68 */
export function isDateFormat(format: string): boolean {
  return format !== "General" && format !== "@" && /[ymdeg]/i.test(format.replace(literals, "").replace(/general/gi, ""));
}
