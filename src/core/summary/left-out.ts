import type { LeftOut, StatusCount, TallyColumn } from "../model/tally.ts";
import { inert } from "../wording/hidden.ts";
import { a1 } from "../model/address.ts";
import { columnName, levelName } from "../wording/phrase.ts";
import { total } from "./cells.ts";
import { listLines } from "./list-lines.ts";
import type { Named, ReadOffice } from "./offices.ts";
import type { SummaryOptions } from "./options.ts";
import { countLeftOut } from "./tally.ts";
import { summaryTexts, type SummaryTexts } from "./texts.ts";

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
  const details = offices.length > 1 ? ofMany(found, words) : found.flatMap((one) => ofOne(one, words));
  return [opening, ...details.map((line) => `　${line}`)];
}

function sizeOf({ inspection }: ReadOffice, index: number): number {
  const count = inspection.tally.total[index];
  return count ? total(count.terms) + count.unknown : 0;
}

/** A status column of an office with cells that no share counts. */
interface Found {
  readonly office: Named<ReadOffice>;
  readonly column: TallyColumn;
  readonly count: StatusCount;
}

function ofOne(found: Found, words: SummaryTexts): readonly string[] {
  if (lacksColumn(found)) return [words.noColumn(countLeftOut(found.column, found.count))];
  return byTerm(found).flatMap(([term, left]) => {
    const all = countOf(found, term);
    return listLines(words.because(term ?? words.unknown, all), codesOf(left, all, words), words.comma);
  });
}

/** A list for each term, the office before its codes. */
function ofMany(all: readonly Found[], words: SummaryTexts): readonly string[] {
  const lists = new Map<string | null, { count: number; readonly parts: string[] }>();
  for (const found of all.filter((one) => !lacksColumn(one))) {
    for (const [term, left] of byTerm(found)) {
      const list = lists.get(term) ?? { count: 0, parts: [] };
      const count = countOf(found, term);
      list.count += count;
      list.parts.push(`${found.office.name} ${codesOf(left, count, words).join(words.comma)}`);
      lists.set(term, list);
    }
  }
  const lacking = all.filter(lacksColumn).map((found) => `${found.office.name}　${words.noColumn(countLeftOut(found.column, found.count))}`);
  return [...lacking, ...[...lists].flatMap(([term, { count, parts }]) => listLines(words.because(term ?? words.unknown, count), parts, words.separator))];
}

function lacksColumn({ office: { inspection }, column }: Found): boolean {
  return !inspection.table.columns.has(column.column);
}

function byTerm({ column }: Found): readonly (readonly [term: string | null, left: readonly LeftOut[]])[] {
  const found = new Map<string | null, LeftOut[]>();
  for (const left of column.leftOut) {
    const same = found.get(left.term);
    if (same) same.push(left);
    else found.set(left.term, [left]);
  }
  return [...found];
}

/** How many there are; the codes of the first ones are at hand. */
function countOf({ column, count }: Found, term: string | null): number {
  return term === null ? count.unknown : (count.terms[column.terms.findIndex(({ text }) => text === term)] ?? 0);
}

function codesOf(left: readonly LeftOut[], all: number, words: SummaryTexts): readonly string[] {
  const codes = left.map(({ code, at }) => inert(code ?? a1(at)));
  return all > left.length ? [...codes, words.more(all - left.length)] : codes;
}
