import type { Finding, FullInspection, Inspection } from "../model/finding.ts";
import { sectionAt } from "../model/sections.ts";
import type { CalendarDay } from "../model/serial.ts";
import { verdictLines } from "../fixes/verdict.ts";
import { groupByCell } from "../fixes/fix-groups.ts";
import { describeCards } from "../wording/card-count.ts";
import { inert, showHidden } from "../wording/hidden.ts";
import { cellText, quote, shorten } from "../wording/phrase.ts";
import { entryLines, type EntryContext } from "./entry.ts";
import { replyWords } from "./texts.ts";

/** A checked sheet whose findings are sent back. */
export interface Reply extends EntryContext {
  readonly inspection: Inspection & { readonly overview: Pick<FullInspection["overview"], "sections"> };
  /** In sheet order, without accepted ones. */
  readonly findings: readonly Finding[];
  /** The date of the text. */
  readonly day: CalendarDay;
  /** The file, the workbook or the office; "" where it has no name. */
  readonly source: string;
}

/** A letter to one section, to be sent by mail. */
export interface Letter {
  /** The section as the sheet names it; null for findings in rows without one, and where no column names sections. */
  readonly section: string | null;
  /** On one line. */
  readonly subject: string;
  /** Lines separated by "\n". Cell texts are cut and have no line breaks. */
  readonly text: string;
  /** Those it tells of. */
  readonly findings: readonly Finding[];
}

/** Nobody reads longer mails; further entries are counted. */
const mostListed = 200;

/** The letters to the senders of a sheet, by section in sheet order; findings without a section are last. Empty without findings. */
export function lettersOf(sheet: Reply): readonly Letter[] {
  const { sections } = sheet.inspection.overview;
  const groups = new Map<string | null, Finding[]>();
  for (const finding of sheet.findings) {
    const section = sections && sectionAt(sections, finding.at);
    const group = groups.get(section);
    if (group) group.push(finding);
    else groups.set(section, [finding]);
  }
  const named = [...groups].sort(([one], [other]) => Number(one === null) - Number(other === null));
  return named.map(([section, findings]) => letterTo(section, findings, sheet, sections ? sectionLine(section, sheet) : []));
}

/** One letter with all findings of a sheet, whoever filled its rows in. */
export function letterToOffice(sheet: Reply): Letter {
  return letterTo(null, sheet.findings, sheet, []);
}

function letterTo(section: string | null, findings: readonly Finding[], sheet: Reply, line: readonly string[]): Letter {
  const subject = replyWords[sheet.language].subject(shorten(sheet.source), section);
  return { section, subject, text: linesOf(sheet, findings, line).join("\n").trimEnd(), findings };
}

function sectionLine(section: string | null, { language }: Reply): readonly string[] {
  const words = replyWords[language];
  return [section === null ? words.noSection : words.section(section)];
}

function linesOf(sheet: Reply, findings: readonly Finding[], section: readonly string[]): readonly string[] {
  const { inspection, language, day, source } = sheet;
  const words = replyWords[language];
  const entries = groupByCell(findings, ({ at, fix }) => [at, ...(fix?.edits ?? []).map((edit) => edit.at)]);
  const listed = entries.slice(0, mostListed);
  const { cards } = inspection;
  const checked = cards ? describeCards(cards, language) : words.sheet(quote(inspection.sheet.name, language));
  const more = entries.length > listed.length ? [words.more(entries.length - listed.length), ""] : [];
  return [
    words.day(day),
    ...section,
    "",
    words.title,
    "",
    ...verdictLines([{ ...inspection, findings: sheet.findings }], language).map((line) => (section.length > 0 ? words.ofAll(line) : line)),
    "",
    ...words.opening(shorten(source), checked, entries.length),
    "",
    ...lineOf(words.begin),
    ...listed.flatMap((entry, index) => [...entryLines(entry, index + 1, sheet), ""]),
    ...more,
    ...(listed.flat().some(hasHidden) ? lineOf(words.tags) : []),
    words.end,
  ];
}

/** The line and an empty one; nothing for a language that does not have the line. */
function lineOf(line: string): readonly string[] {
  return line === "" ? [] : [line, ""];
}

function hasHidden({ value, title }: Finding): boolean {
  const text = cellText(value);
  return showHidden(text) !== text || inert(title) !== title;
}
