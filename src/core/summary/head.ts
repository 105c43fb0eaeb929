import { fitLines } from "../wording/text-width.ts";
import { describeAlike } from "./alike.ts";
import { textCell, type PlannedRow } from "./cells.ts";
import { lineWidth } from "./list-lines.ts";
import { alikeOffices, isRead, type Named, type Office, type ReadOffice } from "./offices.ts";
import type { SummaryOptions } from "./options.ts";
import type { SummarySheet } from "./own-title.ts";
import { summaryTexts } from "./texts.ts";

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

/** The year that all sheets name in their titles, and whose they are; a part that is not known is left out. */
function titleParts(scope: Scope, options: SummaryOptions): readonly string[] {
  const [year = null, ...others] = new Set(scope.read.map(({ inspection }) => inspection.title.year));
  return [...(year === null || others.length > 0 ? [] : [summaryTexts[options.language].fiscalYear(year)]), describeScope(scope, options)];
}

/** Title, office, day and further notes, then an empty row. */
export function headRows(own: SummarySheet, scope: Scope, options: SummaryOptions, notes: readonly string[]): readonly PlannedRow[] {
  const words = summaryTexts[options.language];
  const lines = [words.officeLine + describeScope(scope, options), words.made(options.day), ...notes];
  const title = own === "digest" ? [...titleParts(scope, options), words.titles[own]].join("　") : words.titles[own];
  return [[textCell("title", title)], ...lines.map((line) => [textCell("note", line)]), []];
}

/** How many offices are counted, and which sheets among them look like copies. */
export function countNotes({ all, read }: Scope, { language }: SummaryOptions): readonly string[] {
  const alike = describeAlike(alikeOffices(read), language).flatMap((sentence) => fitLines(sentence, lineWidth));
  return [summaryTexts[language].readMany(all.length, read.length), ...alike];
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
