import { textWidth } from "../wording/text-width.ts";
import type { LeftOut, StatusCount, TallyColumn } from "../model/finding.ts";
import { inert } from "../wording/hidden.ts";
import { a1 } from "../model/address.ts";
import { columnName, levelName } from "../wording/phrase.ts";
import { total } from "./cells.ts";
import type { Named, ReadOffice } from "./offices.ts";
import type { SummaryOptions } from "./options.ts";
import { countLeftOut } from "./tally.ts";
import { summaryTexts } from "./texts.ts";

/** Length of a printed line, in the width of a digit. */
const lineWidth = 124;

/** Lines that tell, for each status column, how many are judged and which ones are not. */
export function leftOutLines(offices: readonly Named<ReadOffice>[], options: SummaryOptions): readonly string[] {
  const columns = offices[0]?.inspection.tally.columns ?? [];
  const lines = columns.flatMap((_, index) => columnLines(offices, index, options));
  return lines.length > 0 ? lines : [summaryTexts[options.language].nothingLeftOut];
}

function columnLines(offices: readonly Named<ReadOffice>[], index: number, options: SummaryOptions): readonly string[] {
  const found = offices.flatMap((office) => {
    const column = office.inspection.tally.columns[index];
    const count = office.inspection.tally.total[index];
    return column && count && column.leftOut.length > 0 ? [{ office, column, count }] : [];
  });
  const [first] = found;
  if (!first) return [];
  const { form, language } = options;
  const words = summaryTexts[language];
  const size = total(offices.map((office) => sizeOf(office, index)));
  const judged = size - total(found.map(({ column, count }) => countLeftOut(column, count)));
  const { column, depth } = first.column;
  const opening = words.leftOut(columnName(column, form, language), levelName(depth, form, language), size, judged);
  const details = found.flatMap((one) => officeLines(one.office, one.column, one.count, offices.length > 1, options));
  return [opening, ...details.map((line) => `　${line}`)];
}

function sizeOf({ inspection }: ReadOffice, index: number): number {
  const count = inspection.tally.total[index];
  return count ? total(count.terms) + count.unknown : 0;
}

function officeLines({ name, inspection }: Named<ReadOffice>, column: TallyColumn, count: StatusCount, isOneOfMany: boolean, { language }: SummaryOptions): readonly string[] {
  const words = summaryTexts[language];
  const opening = isOneOfMany ? `${name}　` : "";
  if (!Object.hasOwn(inspection.table.columns, column.column)) return [opening + words.noColumn(countLeftOut(column, count))];
  const byTerm = new Map<string | null, LeftOut[]>();
  for (const left of column.leftOut) {
    const same = byTerm.get(left.term);
    if (same) same.push(left);
    else byTerm.set(left.term, [left]);
  }
  return [...byTerm].flatMap(([term, left]) => {
    const all = term === null ? count.unknown : (count.terms[column.terms.findIndex(({ text }) => text === term)] ?? 0);
    return codeLines(opening + words.because(term ?? words.unknown, all), left, all, words);
  });
}

/** @param all how many there are; the codes of the first ones are at hand */
function codeLines(opening: string, left: readonly LeftOut[], all: number, words: { readonly comma: string; readonly more: (count: number) => string }): readonly string[] {
  const codes = left.map(({ code, at }) => inert(code ?? a1(at)));
  const parts = all > left.length ? [...codes, words.more(all - left.length)] : codes;
  const lines: string[] = [];
  let line = opening;
  let isFirst = true;
  for (const part of parts) {
    const more = isFirst ? part : words.comma + part;
    if (isFirst || textWidth(line) + textWidth(more) <= lineWidth) line += more;
    else {
      lines.push(line + words.comma.trimEnd());
      line = `　${part}`;
    }
    isFirst = false;
  }
  return [...lines, line];
}
