/** What the lines above a table say of the whole sheet. */
export interface SheetTitle {
  /** Whose evaluation it is; null where no line names an office. */
  readonly office: string | null;
  /** The Gregorian year that is evaluated; null where no line names one. */
  readonly year: number | null;
}
