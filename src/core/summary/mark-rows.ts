import { markLevels } from "../model/mark-look.ts";
import { sectionAt } from "../model/sections.ts";
import { describeMarkLevel } from "../review/say.ts";
import { inert, showHidden } from "../wording/hidden.ts";
import { cellText, columnName } from "../wording/phrase.ts";
import { fitLine } from "../wording/text-width.ts";
import { textCell, textRow, total, type PlannedRow } from "./cells.ts";
import type { Named, ReadOffice } from "./offices.ts";
import type { SummaryOptions } from "./options.ts";
import { summaryTexts } from "./texts.ts";

/** The page's room: how many rows, and the widths of its columns in digits. */
interface Room {
  readonly rows: number;
  readonly widths: readonly number[];
}

/**
 * The items of an office that must be looked at again, required ones first, each on one line: name, who is in charge where
 * the sheet says so, level and reasons, which run on over the columns to their right. As many as there is room for.
 */
export function markRows({ inspection, sections }: Named<ReadOffice>, { rows: room, widths }: Room, { form, language }: SummaryOptions): readonly PlannedRow[] {
  const words = summaryTexts[language];
  const marks = markLevels.flatMap((level) => inspection.marks.filter((mark) => mark.level === level));
  const caption = [textCell("caption", words.captions.marks)];
  if (marks.length === 0) return [caption, [textCell("note", words.noMarks)]];
  const shown = marks.slice(0, room);
  const owners = shown.map(({ at }) => (sections ? (sectionAt(sections, at) ?? "") : ""));
  const hasOwners = owners.some((owner) => owner !== "");
  const rows = shown.map((mark, index) => {
    const name = [inert(mark.code ?? ""), inert(mark.title)].filter((part) => part !== "").join(" ");
    const reasons = mark.reasons.map(({ column, text }) => words.status(columnName(column, form, language), showHidden(cellText(text)))).join(words.comma);
    const before = [fitLine(name, widths[0] ?? 0), ...(hasOwners ? [fitLine(inert(owners[index] ?? ""), widths[1] ?? 0)] : [])].map((text) => textCell("text", text));
    const place = before.length + 1;
    const level = textCell(mark.level, describeMarkLevel(mark.level, language));
    return [...before, level, textCell("note", fitLine(reasons, total(widths.slice(place)) - 2))];
  });
  const more = marks.length - shown.length;
  return [
    caption,
    textRow("header", [words.name, ...(hasOwners ? [words.section] : []), words.markLevel, words.reasons]),
    ...rows,
    ...(more > 0 ? [[textCell("note", words.moreMarks(more))]] : []),
  ];
}
