import type { CodeScanner } from "../form/code-scanner.ts";
import type { Grid } from "../model/grid.ts";
import { findNestedBands, type NestedBand } from "../table/nested-bands.ts";
import { cellText } from "../wording/phrase.ts";
import { stemOf } from "./level-words.ts";
import type { Region } from "./region.ts";
import { countedLevel, outlineNames, type OuterLevel, type StackedLevels } from "./stacked-levels.ts";

/** The levels of bands of several kinds, 政策 then 施策 then rows of data. Undefined if the sheet has none. Linear in the cells. */
export function findBandLevels(grid: Grid, region: Region, scanner: CodeScanner): StackedLevels | undefined {
  const nested = findNestedBands(grid, region, scanner);
  if (!nested) return undefined;
  const { firstData, bands, innermost, depths } = nested;
  const outer = Array.from({ length: innermost }, (_, depth) => outerLevel(bands, depth));
  return { firstData, outer: named(outer, (place) => stemOf([cellText(grid.value(firstData - 1, place))])), depths };
}

/** The levels by their headers, if each has a column of its own, otherwise by the word before their codes. */
function named(levels: readonly OuterLevel[], headerOf: (place: number) => string): readonly OuterLevel[] {
  const headers = levels.map(({ columns: [column] }) => (column ? headerOf(column.place) : ""));
  const areOwn = new Set(levels.map(({ columns: [column] }) => column?.place)).size === levels.length && headers.every((header) => header !== "");
  return areOwn ? levels.map((level, depth) => ({ ...level, name: headers[depth] ?? level.name })) : levels;
}

/** A level of bands: its codes and titles, or its titles alone. */
function outerLevel(bands: readonly NestedBand[], depth: number): OuterLevel {
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
