import type { CodeScanner } from "../form/code-scanner.ts";
import { foldDashes, foldWidth } from "../form/fold.ts";
import type { ScannedCode } from "../form/scan.ts";
import type { Grid } from "../model/grid.ts";
import { withoutSpace } from "../wording/hidden.ts";
import { bandAt } from "./bands.ts";

/** Kinds of bands below each other; one kind alone is found as parts of a table. */
const fewestKinds = 2;
const mostKinds = 3;
/** Share of the bands that are followed by what their kind is followed by. */
const mostly = 0.8;

/** A row of one cell that names an item. */
interface BandRow {
  readonly row: number;
  readonly column: number;
  /** How it is written: its column, its indent, its mark and its code. */
  readonly kind: string;
  readonly code: ScannedCode | undefined;
}

/** A band, its level, 0 for the outermost, and the last number of its code. */
export interface NestedBand extends BandRow {
  readonly depth: number;
  readonly number: number;
}

/** Bands of several levels above rows of data. */
export interface NestedBands {
  /** The first band's row, zero-based. */
  readonly firstData: number;
  readonly bands: readonly NestedBand[];
  /** The depth of the rows of data, which is the number of levels of bands. */
  readonly innermost: number;
  /** The level of each row. */
  readonly depths: ReadonlyMap<number, number>;
}

/** The last row of a table's header, or its first, and the rows of data below, perhaps with bands among them. */
interface HeadedRows {
  readonly top: number;
  readonly rows: readonly number[];
}

/** The bands of several kinds above rows of data, 政策 then 施策; kinds are told apart by how they are written. Undefined if there are none. Linear in the cells. */
export function findNestedBands(grid: Grid, { top, rows }: HeadedRows, scanner: CodeScanner): NestedBands | undefined {
  const [start = 0] = rows;
  let first = start;
  while (first - 1 > top && bandAt(grid, first - 1)) first--;
  const last = rows.findLast((row) => !bandAt(grid, row)) ?? start;
  const bands: BandRow[] = [];
  for (let row = first; row <= last; row++) {
    const band = bandRow(grid, row, scanner);
    if (band) bands.push(band);
  }
  const kinds = kindsOf(bands);
  const data = rows.filter((row) => row <= last && !bandAt(grid, row));
  if (kinds.length < fewestKinds || kinds.length > mostKinds || first <= top || bands[0]?.row !== first || data.length <= kinds.length) return undefined;
  // The kind of a band that is written as no other tells what follows it.
  const depthOf = ({ row, kind }: BandRow) => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length - (bandAt(grid, row + 1) ? 2 : 1));
  const known = bands.map((band) => ({ ...band, depth: depthOf(band), number: band.code?.code.at(-1) ?? 0 }));
  const depths = new Map([...known.map(({ row, depth }) => [row, depth] as const), ...data.map((row) => [row, kinds.length] as const)]);
  if (!areNested([...depths].sort(([one], [other]) => one - other).map(([, depth]) => depth), kinds.length)) return undefined;
  return { firstData: first, bands: known, innermost: kinds.length, depths };
}

function bandRow(grid: Grid, row: number, scanner: CodeScanner): BandRow | undefined {
  const band = bandAt(grid, row);
  const value = band && grid.value(row, band.column);
  if (!band || typeof value !== "string") return undefined;
  const code = scanner.code(band.text.trim());
  const indent = /^[\s\u3000]*/.exec(value)?.[0].length ?? 0;
  const mark = band.isWhole ? "" : value.trim().slice(0, 1);
  return { row, column: band.column, kind: [band.column, indent, mark, code ? foldDashes(foldWidth(withoutSpace(code.writing))) : ""].join(" "), code };
}

/** The kinds in the order of their first bands, without one of a single band, unless it is the first. */
function kindsOf(bands: readonly BandRow[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { kind } of bands) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].flatMap(([kind, count], index) => (count > 1 || index === 0 ? [kind] : []));
}

/** True if each kind of band is mostly followed by the next kind, and the last one by rows of data. */
function areNested(depths: readonly number[], innermost: number): boolean {
  const counts = Array.from({ length: innermost + 1 }, (_, depth) => depths.filter((one) => one === depth).length);
  const isFollowed = (depth: number) => depths.filter((one, index) => one === depth && depths[index + 1] === depth + 1).length >= mostly * (counts[depth] ?? 0);
  return counts.every((count, depth) => depth === innermost || (isFollowed(depth) && count < (counts[depth + 1] ?? 0)));
}
