import { textCell, type PlannedRow } from "./cells.ts";
import { isRead, type Named, type Office, type ReadOffice } from "./offices.ts";
import type { SummaryOptions } from "./options.ts";
import { summaryTexts, type SummarySheet } from "./texts.ts";

/** The offices of one set of sheets. */
export interface Scope {
  readonly all: readonly Named<Office>[];
  readonly read: readonly Named<ReadOffice>[];
  /** True where the first column names the office. With only one office every row would say the same. */
  readonly isMany: boolean;
}

/** The offices, sorted out. */
export function scopeOf(all: readonly Named<Office>[]): Scope {
  const read = all.filter(isRead);
  return { all, read, isMany: all.length !== 1 || read.length !== 1 };
}

/** The office's name, or the number of offices. */
function describeScope({ all, isMany }: Scope, { language }: SummaryOptions): string {
  const [first] = all;
  return isMany || !first ? summaryTexts[language].offices(all.length) : first.name;
}

/** Title, office, day and further notes, then an empty row. */
export function headRows(own: SummarySheet, scope: Scope, options: SummaryOptions, notes: readonly string[]): readonly PlannedRow[] {
  const words = summaryTexts[options.language];
  const lines = [words.officeLine + describeScope(scope, options), words.made(options.day), ...notes];
  return [[textCell("title", words.titles[own])], ...lines.map((line) => [textCell("note", line)]), []];
}

/** A list's line about offices that are not in it; nothing where all are. */
export function unreadNotes({ all, read }: Scope, { language }: SummaryOptions): readonly string[] {
  return all.length > read.length ? [summaryTexts[language].unreadElsewhere(all.length - read.length)] : [];
}

const longestFooter = 100;

/** The footer's text, which Excel wants short. */
export function footerOf(scope: Scope, options: SummaryOptions): string {
  return [...describeScope(scope, options)].slice(0, longestFooter).join("");
}
