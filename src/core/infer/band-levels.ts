import { foldDashes, foldWidth } from "../form/fold.ts";
import type { ScannedCode } from "../form/scan.ts";
import type { Grid } from "../model/grid.ts";
import { bandAt } from "../table/bands.ts";
import { withoutSpace } from "../wording/hidden.ts";
import { cellText } from "../wording/phrase.ts";
import { stemOf } from "./level-words.ts";
import type { CodeScanner, Region } from "./region.ts";
import { countedLevel, outlineNames, type OuterLevel, type StackedLevels } from "./stacked-levels.ts";

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

/** The levels of bands of several kinds, 政策 then 施策 then rows of data. Undefined if the sheet has none. Linear in the cells. */
export function findBandLevels(grid: Grid, region: Region, scanner: CodeScanner): StackedLevels | undefined {
  const [start = 0] = region.rows;
  let first = start;
  while (first - 1 > region.top && bandAt(grid, first - 1)) first--;
  const last = region.rows.findLast((row) => !bandAt(grid, row)) ?? start;
  const bands: BandRow[] = [];
  for (let row = first; row <= last; row++) {
    const band = bandRow(grid, row, scanner);
    if (band) bands.push(band);
  }
  const kinds = kindsOf(bands);
  const data = region.rows.filter((row) => row <= last && !bandAt(grid, row));
  if (kinds.length < fewestKinds || kinds.length > mostKinds || first <= region.top || bands[0]?.row !== first || data.length <= kinds.length) return undefined;
  // The kind of a band that is written as no other tells what follows it.
  const depthOf = ({ row, kind }: BandRow) => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length - (bandAt(grid, row + 1) ? 2 : 1));
  const known = bands.map((band) => ({ ...band, depth: depthOf(band), number: band.code?.code.at(-1) ?? 0 }));
  const rows = new Map([...known.map(({ row, depth }) => [row, depth] as const), ...data.map((row) => [row, kinds.length] as const)]);
  if (!areNested([...rows].sort(([one], [other]) => one - other).map(([, depth]) => depth), kinds.length)) return undefined;
  const outer = kinds.map((_, depth) => outerLevel(known, depth));
  return { firstData: first, outer: named(outer, (place) => stemOf([cellText(grid.value(first - 1, place))])), depths: rows };
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

/** The levels by their headers, if each has a column of its own, otherwise by the word before their codes. */
function named(levels: readonly OuterLevel[], headerOf: (place: number) => string): readonly OuterLevel[] {
  const headers = levels.map(({ columns: [column] }) => (column ? headerOf(column.place) : ""));
  const areOwn = new Set(levels.map(({ columns: [column] }) => column?.place)).size === levels.length && headers.every((header) => header !== "");
  return areOwn ? levels.map((level, depth) => ({ ...level, name: headers[depth] ?? level.name })) : levels;
}

/** A level of bands: its codes and titles, or its titles alone. */
function outerLevel(bands: readonly (BandRow & { readonly depth: number; readonly number: number })[], depth: number): OuterLevel {
  const own = bands.filter((band) => band.depth === depth);
  const place = own[0]?.column ?? 0;
  const code = own[0]?.code;
  const name = /^[^\s\u3000(（【〔［[{第]+/.exec(code?.writing ?? "")?.[0] ?? outlineNames[depth] ?? "";
  if (!code) return { name, counted: { key: "none" }, columns: [{ place, holds: "text" }] };
  const holds = code.rest === "" ? "code" : "label";
  const writing = code.writing.trimEnd();
  const below = bands.find((band) => band.depth === depth + 1)?.code;
  const isNested = code.code.length > 1 || below?.code.length === 2;
  return { name, counted: isNested ? { key: "nested", code: writing } : { ...countedLevel(bands, depth), code: writing.replace("{1", "{n") }, columns: [{ place, holds }] };
}
