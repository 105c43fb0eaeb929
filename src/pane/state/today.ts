import type { CalendarDay } from "../../core/model/serial.ts";

/** The calendar day where the user is. */
export function today(): CalendarDay {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
