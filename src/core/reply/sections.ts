import type { TablePlace } from "../model/finding.ts";
import type { Outline } from "../model/outline.ts";
import { foldWidth } from "../form/fold.ts";
import type { Form } from "../form/schema.ts";
import type { InCharge, Sections } from "../model/sections.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { foldHeader } from "../table/header.ts";
import { tidy, withoutSpace } from "../wording/hidden.ts";
import { shorten } from "../wording/phrase.ts";

/** Headers of a column that names sections: 担当, 担当課, 主担当課・係, 所管部署, 課名, Section in charge. Not 担当者: a person. */
const sectionHeader = /^(?:(?:主?担当|所管|主管)(?:部署|部局|所属|室|課|係|部)*名?|(?:部署|部局|課|係)名|部署|(?:section|department|division)s?(?:incharge)?)$/;

/** The same where sections are a level of their own, whose items are numbered: 部, 局名. */
const levelHeader = /^(?:主?担当|所管|主管|所属)?(?:部署|部局|[部課局室係班])名?$/;

/**
 * The section in charge of each zero-based row, in its first spelling, from the form's column of sections or one beside the table; null where there is
 * no such column. 総務 課 and 総務課 are one section. @param form by which the table is read
 */
export function sectionsOf(grid: Grid, table: TablePlace, outline: Outline, form: Form): Sections | null {
  const isLevel = (id: string) => form.levels.some((level) => level.id === id && level.key === "none");
  const own = form.columns.find(({ holds }) => holds === "section") ?? form.columns.find(({ holds, level, header }) => holds === "text" && isLevel(level) && levelHeader.test(foldHeader(header.at(-1) ?? "")));
  const column = table.columns.get(own?.id ?? "") ?? sectionColumn(grid, table, outline.firstRows[0] ?? table.first.row);
  if (column === undefined) return null;
  const skipped = new Set(table.skippedRows);
  const ownText = (row: number) => (skipped.has(row) ? "" : textOf(grid.value(row, column)));
  const names = new Map<string, string>();
  const sections = new Map<number, readonly InCharge[]>();
  for (const { first, last } of blocksOf(outline, ownText)) {
    let name = "";
    for (let row = first; row <= last; row++) {
      const own = ownText(row);
      if (own !== "") name = names.get(fold(own)) ?? own;
      if (name === "") continue;
      names.set(fold(name), name);
      sections.set(row, [{ from: 0, name }]);
    }
  }
  return sections;
}

/** The first column outside the form whose header, above the first row of data, names sections. */
function sectionColumn(grid: Grid, { first, columns }: TablePlace, firstData: number): number | undefined {
  const taken = new Set(columns.values());
  for (let row = first.row; row < firstData; row++) {
    const column = grid.row(row).findIndex((value, place) => typeof value === "string" && !taken.has(place) && sectionHeader.test(foldHeader(value)));
    if (column >= 0) return column;
  }
  return undefined;
}

interface RowSpan {
  readonly first: number;
  readonly last: number;
}

/**
 * The blocks for which a section's name counts, as in a merged cell: issues if names are only on their first rows, otherwise
 * strategies, so that a strategy without a name does not get the one above it.
 */
function blocksOf(outline: Outline, ownText: (row: number) => string): readonly RowSpan[] {
  const issues = blocksAt(outline, 0);
  const isByIssue = issues.every(({ first, last }) => {
    for (let row = first + 1; row <= last; row++) if (ownText(row) !== "") return false;
    return true;
  });
  return isByIssue ? issues : blocksAt(outline, 1);
}

function blocksAt({ levels, firstRows, lastRows }: Outline, level: number): readonly RowSpan[] {
  const blocks: RowSpan[] = [];
  levels.forEach((own, index) => {
    if (own === level) blocks.push({ first: firstRows[index] ?? 0, last: lastRows[index] ?? -1 });
  });
  return blocks;
}

/** The name on one line; "" for a blank cell. */
function textOf(value: CellValue): string {
  return typeof value === "string" ? shorten(tidy(value).replace(/\s+/g, " ")) : "";
}

function fold(name: string): string {
  return withoutSpace(foldWidth(name));
}
