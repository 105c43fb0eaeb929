import { isBlank } from "../form/reader.ts";
import type { CellValue } from "../model/grid.ts";
import { countFilled, fewestWords, isAlike, isListHead, type Head, type Rows } from "./heads.ts";

/** Longest word of a head that is told by its place alone, and number of rows below it. */
const longestWord = 15;
const fewestRows = 2;

/**
 * The heads of lists of other forms: made of usual words, or of words that stand nowhere else, above rows of other columns than those of the
 * evaluation. @param own the heads of the evaluation; none where it is one of the lists itself
 */
export function listHeads(grid: Rows, heads: readonly Head[], own: readonly Head[]): readonly Head[] {
  const [first] = own;
  const usual = new Set(heads.filter((head) => isListHead(grid, head) && !(first && isAlike(head, first))));
  const [reference] = first ? own : usual;
  if (!reference) return [];
  const ownRows = new Set(own.map(({ row }) => row));
  let counts: ReadonlyMap<CellValue, number> | undefined;
  return heads.filter((head) => {
    if (usual.has(head)) return true;
    if (ownRows.has(head.row) || head.row <= reference.row || !standsApart(grid, head.row, spanOf(grid.row(reference.row)))) return false;
    const known = (counts ??= countTexts(grid));
    return grid.row(head.row).every((value) => isBlank(value) || known.get(value) === 1);
  });
}

interface Span {
  readonly left: number;
  readonly right: number;
}

function spanOf(cells: readonly CellValue[]): Span {
  return { left: cells.findIndex((value) => !isBlank(value)), right: cells.findLastIndex((value) => !isBlank(value)) };
}

/** True for a row below a blank one, perhaps with a title between, and above rows that fill the same columns, which are not the evaluation's. */
function standsApart(grid: Rows, row: number, own: Span): boolean {
  const isBlankRow = (at: number) => countFilled(grid.row(at), 1) === 0;
  if (!isBlankRow(row - 1) && !(isBlankRow(row - 2) && countFilled(grid.row(row - 1), fewestWords) < fewestWords)) return false;
  const { left, right } = spanOf(grid.row(row));
  if (left === own.left && right === own.right) return false;
  const below = Array.from({ length: fewestRows }, (_, step) => grid.row(row + 1 + step));
  return below.every((cells) => countFilled(cells, 2) === 2 && spanOf(cells).left >= left && spanOf(cells).right <= right);
}

/** How often each text stands on the sheet. */
function countTexts(grid: Rows): ReadonlyMap<CellValue, number> {
  const counts = new Map<CellValue, number>();
  for (let row = 0; row < grid.rowCount; row++) for (const value of grid.row(row)) if (typeof value === "string" && value.length <= longestWord) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
