import type { TablePlace } from "../finding.ts";
import { foldWidth } from "../form/fold.ts";
import type { CellValue, Grid } from "../grid/grid.ts";
import type { Outline, OutlineNode } from "../outline/outline.ts";
import { foldHeader } from "../table/header.ts";
import { tidy, withoutSpace } from "../wording/hidden.ts";
import { shorten } from "../wording/phrase.ts";

/** Headers of a column that names sections: 担当, 担当課, 主担当課・係, 所管部署, 課名, Section in charge. Not 担当者: a person. */
const sectionHeader = /^(?:(?:主?担当|所管|主管)(?:部署|部局|所属|室|課|係|部)*名?|(?:部署|部局|課|係)名|部署|(?:section|department|division)s?(?:incharge)?)$/;

/** The sections that a column beside the table names. */
export class Sections {
  readonly #byRow: ReadonlyMap<number, string>;
  /** The names by their folded texts: 総務 課 and 総務課 are one section. */
  readonly #names = new Map<string, string>();

  private constructor(grid: Grid, table: TablePlace, outline: Outline, column: number) {
    const skipped = new Set(table.skippedRows);
    const ownText = (row: number) => (skipped.has(row) ? "" : textOf(grid.value(row, column)));
    this.#byRow = new Map(blocksOf(outline, ownText).flatMap((block) => [...carriedDown(block, ownText)]));
    for (const name of this.#byRow.values()) if (!this.#names.has(fold(name))) this.#names.set(fold(name), name);
  }

  /** The sections of a sheet; null where no column beside the table names them. */
  static of(grid: Grid, table: TablePlace, outline: Outline): Sections | null {
    const column = sectionColumn(grid, table, outline.issues[0]?.firstRow ?? table.first.row);
    return column === undefined ? null : new Sections(grid, table, outline, column);
  }

  /** The section in charge of a zero-based row, in the spelling met first; null where none is named. */
  at(row: number): string | null {
    return this.#names.get(fold(this.#byRow.get(row) ?? "")) ?? null;
  }
}

/** The first column that is none of the form's and whose header, above the first row of data, names sections. */
function sectionColumn(grid: Grid, { first, columns }: TablePlace, firstData: number): number | undefined {
  const taken = new Set(Object.values(columns));
  for (let row = first.row; row < firstData; row++) {
    const column = grid.row(row).findIndex((value, place) => typeof value === "string" && !taken.has(place) && sectionHeader.test(foldHeader(value)));
    if (column >= 0) return column;
  }
  return undefined;
}

/**
 * The blocks down which a section's name counts, as in a merged cell: the issues where names stand on their first rows alone,
 * else the strategies, so that the name forgotten for one strategy is not that of the strategy above.
 */
function blocksOf({ issues }: Outline, ownText: (row: number) => string): readonly OutlineNode[] {
  const isByIssue = issues.every((issue) => rowsOf(issue).every((row) => row === issue.firstRow || ownText(row) === ""));
  return isByIssue ? issues : issues.flatMap(({ children }) => children);
}

function* carriedDown(block: OutlineNode, ownText: (row: number) => string): Generator<readonly [row: number, name: string]> {
  let name = "";
  for (const row of rowsOf(block)) {
    name = ownText(row) || name;
    if (name !== "") yield [row, name];
  }
}

function rowsOf({ firstRow, lastRow }: OutlineNode): readonly number[] {
  return Array.from({ length: lastRow - firstRow + 1 }, (_, index) => firstRow + index);
}

/** The name on one line; "" where the cell holds none. */
function textOf(value: CellValue): string {
  return typeof value === "string" ? shorten(tidy(value).replace(/\s+/g, " ")) : "";
}

function fold(name: string): string {
  return withoutSpace(foldWidth(name));
}
