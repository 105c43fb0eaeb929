import type { Code } from "../form/code.ts";
import { isBlank } from "../form/reader.ts";
import { levels, type Level } from "./levels.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { CodeCells, findInitiatives, findParents, patternsOf, type CodeColumn, type PlacedCode } from "./codes.ts";

/** A row of the evaluation, with its initiative's code. Cells from the initiative's code on stand `shift` columns right of their place. */
export interface DataRow {
  readonly row: number;
  readonly code: Code;
  readonly shift: number;
}

/** What a sheet shows of its table without a form. */
export interface Frame {
  readonly rows: readonly DataRow[];
  /** The header's rows, zero-based, both inclusive; `bottom` is above `top` where there is none. */
  readonly header: { readonly top: number; readonly bottom: number };
  /** Sheet columns that the table reaches over. */
  readonly width: number;
  readonly codes: ReadonlyMap<Level, CodeColumn>;
  /** True where the strategies' codes, or the issues', stand on every row of their blocks. */
  readonly filledDown: boolean;
}

/** A title may stand that far above the first row of data. */
const headerReach = 12;
const widestTable = 200;
/** Only such shifts are met: text copied from a page loses the cells that a merged block covers. */
const shifts: ReadonlySet<number> = new Set([-1, 0, 1, 2]);

/** Finds the rows, the header and the code columns of an evaluation; undefined where no initiatives are counted. */
export function findFrame(grid: Grid): Frame | undefined {
  const cells = new CodeCells(grid);
  const initiatives = findInitiatives(cells);
  const [first] = initiatives ?? [];
  if (!initiatives || !first) return undefined;
  const rows = initiatives.map(({ at, code }) => ({ row: at.row, code }));
  const strategy = findParents(cells, rows, 2, initiatives.reduce((most, { at }) => Math.max(most, at.column), 0));
  const place = placeOf(initiatives, strategy, grid);
  const issue = findParents(cells, withLabelRows(grid, rows), 1, strategy?.place ?? place);
  const initiative: CodeColumn = { place, holds: first.whole ? "code" : "label", patterns: patternsOf(initiatives) };
  const columns = { issue, strategy, initiative };
  const codes = new Map(levels.flatMap((level) => (columns[level] ? [[level, columns[level]] as const] : [])));
  const data = initiatives
    .map(({ at, code }) => ({ row: at.row, code, shift: at.column - place }))
    .filter(({ shift }) => shifts.has(shift));
  const header = findHeader(grid, firstDataRow(cells, first.at.row, columns), Math.min(...[...codes.values()].map((column) => column.place)), place);
  return { rows: data, header, width: widthOf(grid, data, header), codes, filledDown: isFilledDown(grid, data, strategy ?? issue) };
}

/** Asked of the rows below a first one that has the parent's cell: a block without it says nothing. */
function isFilledDown(grid: Grid, rows: readonly DataRow[], parent: CodeColumn | undefined): boolean {
  if (!parent) return false;
  let below = 0;
  let filledBelow = 0;
  let isOpen = false;
  rows.forEach(({ row, code }, index) => {
    const stands = !isBlank(grid.value(row, parent.place));
    const before = rows[index - 1]?.code;
    if (code[0] !== before?.[0] || code[1] !== before?.[1]) isOpen = stands;
    else if (isOpen) {
      below++;
      if (stands) filledBelow++;
    }
  });
  return filledBelow > below / 2;
}

/** Where most initiatives' codes stand on rows that begin a strategy; on all rows where no column holds strategies' codes. */
function placeOf(initiatives: readonly PlacedCode[], strategy: CodeColumn | undefined, grid: Grid): number {
  const opening = strategy ? initiatives.filter(({ at }) => !isBlank(grid.value(at.row, strategy.place))) : [];
  const counts = new Map<number, number>();
  for (const { at } of opening.length > 0 ? opening : initiatives) counts.set(at.column, (counts.get(at.column) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
}

/** The rows, and the one above each: a label may stand on a row of its own. */
function withLabelRows(grid: Grid, rows: readonly { readonly row: number; readonly code: Code }[]): readonly { readonly row: number; readonly code: Code }[] {
  const own = new Set(rows.map(({ row }) => row));
  return rows.flatMap(({ row, code }) => (row > 0 && !own.has(row - 1) && filled(grid.row(row - 1)) === 1 ? [{ row: row - 1, code }] : []).concat({ row, code }));
}

/** The first row that holds a code of any level: the first initiative's own may be damaged, and a label may stand above it. */
function firstDataRow(cells: CodeCells, first: number, { issue, strategy }: { readonly issue: CodeColumn | undefined; readonly strategy: CodeColumn | undefined }): number {
  const stands = (row: number, numbers: number, column: CodeColumn | undefined) =>
    cells.inRow(row, numbers).some(({ at, whole }) => at.column === column?.place && whole === (column.holds === "code"));
  let row = first;
  while (row > 0 && (stands(row - 1, 1, issue) || stands(row - 1, 2, strategy))) row--;
  return row;
}

/** The filled rows just above the data, without titles: a header's top row names something where the codes begin. */
function findHeader(grid: Grid, firstData: number, firstCode: number, lastCode: number): { top: number; bottom: number } {
  const bottom = firstData - 1;
  let top = firstData;
  while (top > 0 && firstData - top < headerReach && filled(grid.row(top - 1)) > 0) top--;
  while (top <= bottom && (!isTop(grid.row(top), firstCode, lastCode) || isTitle(grid, top, bottom, firstCode))) top++;
  return { top, bottom };
}

/** What stands over a sheet and is no header: 令和6年度, 様式1, 担当：総務課. */
const titleWords = /年度|期間|令和|平成|様式|区役所|市役所|作成|[:：]/;

/** True for a row of a title's words, with a header's word below it at the first code. */
function isTitle(grid: Grid, row: number, bottom: number, firstCode: number): boolean {
  if (!grid.row(row).some((value) => typeof value === "string" && titleWords.test(value))) return false;
  for (let below = row + 1; below <= bottom; below++) if (!isBlank(grid.value(below, firstCode))) return true;
  return false;
}

function isTop(cells: readonly CellValue[], firstCode: number, lastCode: number): boolean {
  const words = cells.slice(Math.min(firstCode + 1, lastCode), lastCode + 1).some((value) => !isBlank(value));
  return words && filled(cells) >= 2;
}

function filled(cells: readonly CellValue[]): number {
  return cells.reduce<number>((count, value) => count + (isBlank(value) ? 0 : 1), 0);
}

function widthOf(grid: Grid, rows: readonly DataRow[], header: Frame["header"]): number {
  let width = 0;
  for (const { row, shift } of rows) width = Math.max(width, grid.row(row).length - Math.max(0, shift));
  for (let row = header.top; row <= header.bottom; row++) width = Math.max(width, grid.row(row).length);
  return Math.min(widestTable, width);
}
