import type { CalendarDay } from "../../core/model/serial.ts";

/** The current calendar day in the user's time zone. */
export function today(): CalendarDay {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
