import { isBlank } from "../form/reader.ts";
import type { Form, FormColumn, FormLevel } from "../form/schema.ts";
import { columnLetters } from "../model/address.ts";
import type { Grid } from "../model/grid.ts";
import type { CodeScanner } from "../form/code-scanner.ts";
import { rowsInStep } from "../model/pace.ts";
import type { Region } from "./region.ts";

/** Levels whose items stand on rows of their own above the rows of the innermost level. */
export interface StackedLevels {
  readonly firstData: number;
  /** The levels above the innermost one, outermost first. */
  readonly outer: readonly OuterLevel[];
  /** The usual name of the innermost level; undefined if its columns name it. */
  readonly innermost?: string;
  /** The level of each row of the sheet, 0 for the outermost. */
  readonly depths: ReadonlyMap<number, number>;
}

/** A level with rows of its own, and the places of its columns, zero-based. */
export interface OuterLevel {
  readonly name: string;
  readonly counted: Pick<FormLevel, "key" | "code" | "first">;
  readonly columns: readonly { readonly place: number; readonly holds: FormColumn["holds"] }[];
}

/** Number of columns searched for such codes. */
export const reach = 3;
export const mostStacked = 4;
/** The share of rows whose code cannot be read, or is that of a level above though they have grades. */
const mostOdd = 0.1;
/** The usual names of levels that only differ by their codes. */
export const outlineNames = ["大項目", "中項目", "小項目", "細項目"];

/** Levels under one header have the usual names of their depths. */
export function withOutlineNames(levels: readonly FormLevel[]): FormLevel[] {
  const isShared = ({ id, name }: FormLevel) => levels.some((other) => other.id !== id && other.name.ja === name.ja);
  return levels.map((level, depth) => {
    const usual = isShared(level) ? outlineNames[depth] : undefined;
    return usual === undefined ? level : { ...level, name: { ja: usual, en: usual } };
  });
}

/** The levels that share a column of these rows, below each other: 第2, then 1, then (1), in steps. Undefined if all rows hold items of one kind. */
export function* findStackedLevels(grid: Grid, rows: readonly number[], scanner: CodeScanner): Generator<void, StackedLevels | undefined> {
  for (let code = 0; rows.length >= 4 && code < reach; code++) {
    const met = yield* codesIn(grid, rows, code, scanner);
    const writings = [...new Set(met?.flatMap(({ writing }) => (writing === "" ? [] : [writing])))];
    if (!met || writings.length < 2 || writings.length > mostStacked) continue;
    const innermost = writings.length - 1;
    const graded = met.filter(({ row, writing }) => writings.indexOf(writing) < innermost && filledIn(grid, row) > 2);
    if (graded.length > mostOdd * rows.length) continue;
    yield;
    // A row with grades is of the innermost level, whatever its code says; one without, above the next.
    let below = innermost;
    const depths = new Map<number, number>();
    for (const { row, writing } of [...met].reverse()) {
      below = filledIn(grid, row) > 2 ? innermost : writing === "" ? Math.max(0, below - 1) : writings.indexOf(writing);
      depths.set(row, below);
    }
    const levels = met.map((one) => ({ ...one, depth: depths.get(one.row) ?? innermost }));
    if (!areStacked(grid, levels, innermost)) continue;
    const outer = writings.slice(0, -1).map((writing, depth): OuterLevel => ({
      name: outlineNames[depth] ?? "",
      counted: { ...countedLevel(levels, depth), code: writing.replace("{1", "{n") },
      columns: [{ place: code, holds: "code" }, { place: code + 1, holds: "text" }],
    }));
    return { firstData: rows[0] ?? 0, outer, innermost: outlineNames[outer.length] ?? "", depths: depths };
  }
  return undefined;
}

interface WrittenRow extends Omit<StackedRow, "depth"> {
  readonly writing: string;
}

/** The number of each row and its writing, "" where none can be read; undefined where too many cannot. */
function* codesIn(grid: Grid, rows: readonly number[], place: number, scanner: CodeScanner): Generator<void, readonly WrittenRow[] | undefined> {
  const met: WrittenRow[] = [];
  let unread = 0;
  for (const [index, row] of rows.entries()) {
    if (index % rowsInStep === 0) yield;
    const scanned = scanner.codeOf(grid.value(row, place));
    const isRead = scanned?.code.length === 1 && scanned.rest === "";
    if (!isRead && ++unread > mostOdd * rows.length) return undefined;
    met.push({ row, number: isRead ? (scanned.code[0] ?? 0) : 0, writing: isRead ? scanned.writing.trimEnd() : "" });
  }
  return met;
}

export interface StackedRow {
  readonly row: number;
  readonly number: number;
  readonly depth: number;
}

function filledIn(grid: Grid, row: number): number {
  return grid.row(row).reduce<number>((count, value) => count + (isBlank(value) ? 0 : 1), 0);
}

/** True if rows of the levels above only hold a code and a title, and are followed by rows of the next level. */
function areStacked(grid: Grid, levels: readonly StackedRow[], innermost: number): boolean {
  const inner = levels.filter(({ depth }) => depth === innermost);
  const outer = levels.filter(({ depth }) => depth < innermost);
  const steps = levels.filter(({ depth }, index) => depth < innermost && levels[index + 1]?.depth === depth + 1).length;
  return inner.length >= outer.length / 2 && inner.filter(({ row }) => filledIn(grid, row) > 2).length > 0.7 * inner.length && steps >= 0.8 * outer.length;
}

/** How the numbers of a level count: again under each parent, or on from the first one. */
export function countedLevel(levels: readonly StackedRow[], depth: number): Pick<FormLevel, "key" | "first"> {
  if (depth > 0 && restartsAt(levels, depth)) return { key: "restarting" };
  const first = levels.find((one) => one.depth === depth)?.number ?? 1;
  return { key: "running", ...(first === 1 ? {} : { first }) };
}

/** True if the first number of a level under a new parent is mostly 1 again. */
function restartsAt(levels: readonly StackedRow[], depth: number): boolean {
  const firsts = levels.filter((one, index) => one.depth === depth && (levels[index - 1]?.depth ?? depth) < depth);
  return firsts.length > 1 && firsts.filter(({ number }) => number === 1).length > firsts.length / 2;
}

/** The region of the innermost level, whose rows are graded. The header ends above the first row of all levels. */
export function innermostRegion(region: Region, { depths, outer, firstData }: StackedLevels): Region {
  return { ...region, bottom: Math.min(region.bottom, firstData - 1), rows: region.rows.filter((row) => depths.get(row) === outer.length) };
}

/** The rows whose code may be that of the row before by mistake, since their text is another one. */
export function namedAnew(grid: Grid, rows: readonly number[], { outer: [level] }: StackedLevels): readonly number[] {
  const place = level?.columns.find(({ holds }) => holds === "text")?.place;
  return place === undefined ? [] : rows.filter((row, index) => !isBlank(grid.value(row, place)) && grid.value(row, place) !== grid.value(rows[index - 1] ?? -1, place));
}

/** The form of the innermost level with the levels above it, and the places of their columns. @param grades of the levels above */
export function withStackedLevels(form: Form, places: ReadonlyMap<string, number>, { outer, innermost }: StackedLevels, grades: readonly FormColumn[]): { readonly form: Form; readonly places: ReadonlyMap<string, number> } {
  const added = new Map<string, number>();
  const levels = outer.map(({ name, counted }, depth): FormLevel => ({ id: outerLevelId(depth), name: { ja: name, en: name }, ...counted }));
  const columns = outer.flatMap(({ name: ja, columns: own }, depth) => own.map(({ place, holds }): FormColumn => {
    const id = outerId(place, depth);
    added.set(id, place);
    const header = form.columns.find((one) => one.id === columnLetters(place))?.header ?? [ja];
    return { id, level: outerLevelId(depth), holds, name: { ja, en: ja }, header: [...header] };
  }));
  const inner = form.levels.map((level, depth) => (depth === 0 && innermost !== undefined ? { ...level, name: { ja: innermost, en: innermost } } : level));
  return { form: { ...form, levels: [...levels, ...inner], columns: [...columns, ...grades, ...form.columns] }, places: new Map([...added, ...places]) };
}

/** The id of a column of a level above, which may share its place with others. */
export function outerId(place: number, depth: number): string {
  return `${columnLetters(place)}${depth + 1}`;
}

/** The id of a level above the innermost, by its depth from 0. */
export function outerLevelId(depth: number): string {
  return `outline${depth + 1}`;
}
