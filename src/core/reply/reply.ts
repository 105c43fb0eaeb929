import type { Finding, FullInspection } from "../model/finding.ts";
import { sectionAt } from "../model/sections.ts";
import type { CalendarDay } from "../model/serial.ts";
import { verdictLines } from "../fixes/verdict.ts";
import { groupByCell } from "../fixes/fix-groups.ts";
import { showHidden } from "../wording/hidden.ts";
import { cellText, quote, shorten } from "../wording/phrase.ts";
import { entryLines, type EntryContext } from "./entry.ts";
import { replyWords } from "./texts.ts";

/** A checked sheet whose findings are sent back. */
export interface Reply extends EntryContext {
  readonly inspection: FullInspection;
  /** In sheet order, without accepted ones. */
  readonly findings: readonly Finding[];
  /** The date of the text. */
  readonly day: CalendarDay;
  /** The file, the workbook or the office; "" where it has no name. */
  readonly source: string;
}

/** A text for one section, to be sent by mail. */
export interface ReplyText {
  /** The section as the sheet names it; null for findings in rows without one, and where no column names sections. */
  readonly section: string | null;
  /** Lines separated by "\n". Cell texts are cut and have no line breaks. */
  readonly text: string;
  /** How many findings it tells of. */
  readonly findings: number;
}

/** Nobody reads longer mails; further entries are counted. */
const mostListed = 200;

/** The texts for the senders of a sheet, by section in sheet order; findings without a section are last. Empty without findings. */
export function replyTexts(sheet: Reply): readonly ReplyText[] {
  const { sections } = sheet.inspection.overview;
  const groups = new Map<string | null, Finding[]>();
  for (const finding of sheet.findings) {
    const section = sections && sectionAt(sections, finding.at);
    const group = groups.get(section);
    if (group) group.push(finding);
    else groups.set(section, [finding]);
  }
  const named = [...groups].sort(([one], [other]) => Number(one === null) - Number(other === null));
  return named.map(([section, findings]) => ({
    section,
    text: letter(sheet, findings, sections ? sectionLine(section, sheet) : []).join("\n").trimEnd(),
    findings: findings.length,
  }));
}

function sectionLine(section: string | null, { language }: Reply): readonly string[] {
  const words = replyWords[language];
  return [section === null ? words.noSection : words.section(section)];
}

function letter(sheet: Reply, findings: readonly Finding[], section: readonly string[]): readonly string[] {
  const { inspection, language, day, source } = sheet;
  const words = replyWords[language];
  const entries = groupByCell(findings, ({ at, fix }) => [at, ...(fix?.edits ?? []).map((edit) => edit.at)]);
  const listed = entries.slice(0, mostListed);
  const sheetName = quote(inspection.sheet.name, language);
  const more = entries.length > listed.length ? [words.more(entries.length - listed.length), ""] : [];
  return [
    words.day(day),
    ...section,
    "",
    words.title,
    "",
    ...verdictLines([{ ...inspection, findings: sheet.findings }], language).map((line) => (section.length > 0 ? words.ofAll(line) : line)),
    "",
    ...words.opening(shorten(source), sheetName, entries.length),
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
  return [cellText(value), title].some((text) => showHidden(text) !== text);
}
