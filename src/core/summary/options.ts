import type { Form } from "../form/schema.ts";
import type { CalendarDay } from "../model/serial.ts";
import type { Language } from "../wording/language.ts";

/** How the sheets are worded. */
export interface SummaryOptions {
  /** The form by which all offices were checked. */
  readonly form: Form;
  readonly language: Language;
  /** The date on the sheets. */
  readonly day: CalendarDay;
}
