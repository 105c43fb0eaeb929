import { textWidth } from "../wording/text-width.ts";
import type { LeftOut, TallyColumn } from "../model/finding.ts";
import { inert } from "../wording/hidden.ts";
import { a1 } from "../model/address.ts";
import { columnName, levelName } from "../wording/phrase.ts";
import { total } from "./cells.ts";
import type { Named, ReadOffice } from "./offices.ts";
import type { SummaryOptions } from "./options.ts";
import { summaryTexts } from "./texts.ts";

/** Further codes of one kind in one office are only counted, since nobody reads long lists on a page of totals. */
const mostCodes = 200;
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
    return column && column.leftOut.length > 0 ? [{ office, column }] : [];
  });
  const [first] = found;
  if (!first) return [];
  const { form, language } = options;
  const words = summaryTexts[language];
  const size = total(offices.map((office) => sizeOf(office, index)));
  const judged = size - total(found.map(({ column }) => column.leftOut.length));
  const { column, depth } = first.column;
  const opening = words.leftOut(columnName(column, form, language), levelName(depth, form, language), size, judged);
  const details = found.flatMap((one) => officeLines(one.office, one.column, offices.length > 1, options));
  return [opening, ...details.map((line) => `　${line}`)];
}

function sizeOf({ inspection }: ReadOffice, index: number): number {
  const count = inspection.tally.total[index];
  return count ? total(count.terms) + count.unknown : 0;
}

function officeLines({ name, inspection }: Named<ReadOffice>, column: TallyColumn, isOneOfMany: boolean, { language }: SummaryOptions): readonly string[] {
  const words = summaryTexts[language];
  const opening = isOneOfMany ? `${name}　` : "";
  if (!Object.hasOwn(inspection.table.columns, column.column)) return [opening + words.noColumn(column.leftOut.length)];
  const byReason = new Map<string, LeftOut[]>();
  for (const left of column.leftOut) {
    const reason = left.term ?? words.unknown;
    const same = byReason.get(reason);
    if (same) same.push(left);
    else byReason.set(reason, [left]);
  }
  return [...byReason].flatMap(([reason, left]) => codeLines(opening + words.because(reason, left.length), left, words));
}

function codeLines(opening: string, left: readonly LeftOut[], words: { readonly comma: string; readonly more: (count: number) => string }): readonly string[] {
  const codes = left.slice(0, mostCodes).map(({ code, at }) => inert(code ?? a1(at)));
  const parts = left.length > mostCodes ? [...codes, words.more(left.length - mostCodes)] : codes;
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
