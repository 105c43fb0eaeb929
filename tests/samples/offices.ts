import { utils } from "@e965/xlsx";
import { bookOf, lockedFile, pick, sheetOf, type Layout } from "./office-sheet.ts";
import { statusWords, themes, wards } from "./office-words.ts";

/** How often each status column has the good and the bad term: outcome, effectiveness; target, action, effectiveness. */
export type StatusCounts = readonly (readonly [good: number, bad: number])[];

/** The file of an office and its contents. */
export interface OfficeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Null for the file that cannot be read. */
  readonly holds: { readonly issues: number; readonly strategies: number; readonly initiatives: number; readonly statuses: StatusCounts } | null;
}

const csvOffice = 10;
const lockedOffice = 17;
const headers = ["printed", "grouped", "flat"] as const;
const blocks = ["merged", "first row", "filled down"] as const;
const statuses = ["terms", "aliases", "spellings"] as const;
const pages = [(page: number) => `p.${page}`, (page: number) => `${page}ページ`, (page: number) => `P${page}`, (page: number) => `ｐ．${page}`] as const;

/** The files of 24 wards, each with its own layout, the same in every call. One is .csv, one is locked with a password. */
export function makeOffices(): readonly OfficeFile[] {
  return wards.map((ward, index) => {
    const name = `${String(index + 1).padStart(2, "0")}_${ward}区`;
    if (index === lockedOffice) return { name: `${name}.xlsx`, bytes: lockedFile(), holds: null };
    const layout = layoutOf(index);
    const rows = evaluationOf(index, layout);
    const counts = { issues: count(rows, 0), strategies: count(rows, 1), initiatives: rows.length };
    const holds = { ...counts, statuses: [3, 4, 8, 9, 10].map((column, at) => goodAndBad(rows, column, statusWords[layout.statuses][at] ?? [])) };
    const sheet = sheetOf(ward, index, layout, rows);
    if (index === csvOffice) return { name: `${name}.csv`, bytes: new TextEncoder().encode(`\uFEFF${utils.sheet_to_csv(sheet)}`), holds };
    return { name: `${name}.xlsx`, bytes: bookOf(sheet, ward, layout), holds };
  });
}

function layoutOf(index: number): Layout {
  const isText = index === csvOffice;
  return {
    header: pick(headers, index),
    blocks: isText ? "first row" : pick(blocks, Math.floor(index / 3)),
    top: (index * 2) % 7,
    left: index % 4,
    statuses: pick(statuses, Math.floor(index / 2)),
    page: pick(pages, index),
    hasTotalRow: index % 5 === 2,
    hasCover: index % 4 === 1,
  };
}

/** A row for each initiative; the cells of a block are on its first row only. */
function evaluationOf(index: number, layout: Layout): readonly (readonly string[])[] {
  const words = statusWords[layout.statuses];
  const rows: string[][] = [];
  let page = 0;
  const judged = (column: number, salt: number) => words[column]?.[(index * 5 + salt * 3) % 11 === 0 ? 1 : 0] ?? "";
  Array.from({ length: 3 + (index % 3) }, (_, at) => pick(themes, index + at)).forEach(({ title, strategies }, issueAt) => {
    strategies.forEach(({ heading, text, initiatives }, strategyAt) => {
      const code = `${issueAt + 1}-${strategyAt + 1}`;
      const own = initiatives.slice(0, 1 + ((index + strategyAt) % 3));
      own.forEach((name, initiativeAt) => {
        const strategy = [code, `【${heading}】\n・${text}`, judged(0, rows.length), judged(1, rows.length + 1), layout.page(page + own.length + 1)];
        const opens = initiativeAt === 0;
        rows.push([
          opens && strategyAt === 0 ? `${issueAt + 1} ${title}` : "",
          ...(opens ? strategy : ["", "", "", "", ""]),
          `${code}-${initiativeAt + 1}`,
          name,
          judged(2, rows.length + 2),
          judged(3, rows.length + 4),
          judged(4, rows.length + 5),
          layout.page(page + initiativeAt + 1),
        ]);
      });
      page += own.length + 1;
    });
  });
  return rows;
}

function count(rows: readonly (readonly string[])[], column: number): number {
  return rows.filter((row) => row[column] !== "").length;
}

function goodAndBad(rows: readonly (readonly string[])[], column: number, [good, bad]: readonly string[]): readonly [number, number] {
  return [rows.filter((row) => row[column] === good).length, rows.filter((row) => row[column] === bad).length];
}
