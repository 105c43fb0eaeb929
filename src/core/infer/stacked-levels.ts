import { isBlank } from "../form/reader.ts";
import type { Form, FormColumn, FormLevel } from "../form/schema.ts";
import { columnLetters } from "../model/address.ts";
import type { Grid } from "../model/grid.ts";
import type { Region, CodeScanner } from "./region.ts";

/** Levels below each other in one column, each on its own rows: 第2, then 1, then (1). */
export interface StackedLevels {
  /** The column of their codes, zero-based; their titles are right of it. */
  readonly code: number;
  readonly firstData: number;
  /** How each level writes its codes, outermost first. */
  readonly writings: readonly string[];
  /** The first number of each level, and whether it restarts under each parent. */
  readonly counted: readonly { readonly first: number; readonly restarts: boolean }[];
  /** The level of each row of the sheet, 0 for the outermost. */
  readonly depths: ReadonlyMap<number, number>;
}

/** Number of columns searched for such codes. */
const reach = 3;
const mostLevels = 4;
/** The usual names of levels that only differ by their codes. */
const names = ["大項目", "中項目", "小項目", "細項目"];

/** The levels that share a column of these rows; undefined if all rows hold items of one kind. */
export function findStackedLevels(grid: Grid, rows: readonly number[], scanner: CodeScanner): StackedLevels | undefined {
  for (let code = 0; code < reach; code++) {
    if (rows.some((row) => isBlank(grid.value(row, code)))) continue;
    const met = rows.map((row) => {
      const scanned = scanner.codeOf(grid.value(row, code));
      return scanned?.code.length === 1 && scanned.rest === "" ? { row, number: scanned.code[0] ?? 0, writing: scanned.writing.trimEnd() } : undefined;
    });
    const known = met.filter((one) => one !== undefined);
    if (known.length < rows.length || rows.length < 4) continue;
    const writings = [...new Set(known.map(({ writing }) => writing))];
    if (writings.length < 2 || writings.length > mostLevels) continue;
    const levels = known.map((one) => ({ ...one, depth: writings.indexOf(one.writing) }));
    if (!areStacked(grid, levels, writings.length - 1)) continue;
    const counted = writings.map((_, depth) => ({ first: levels.find((one) => one.depth === depth)?.number ?? 1, restarts: depth > 0 && restartsAt(levels, depth) }));
    return { code, firstData: rows[0] ?? 0, writings, counted, depths: new Map(levels.map(({ row, depth }) => [row, depth])) };
  }
  return undefined;
}

interface StackedRow {
  readonly row: number;
  readonly number: number;
  readonly depth: number;
}

/** True if rows of the levels above only hold a code and a title, and are followed by rows of the next level. */
function areStacked(grid: Grid, levels: readonly StackedRow[], innermost: number): boolean {
  const filled = (row: number) => grid.row(row).reduce<number>((count, value) => count + (isBlank(value) ? 0 : 1), 0);
  const inner = levels.filter(({ depth }) => depth === innermost);
  const outer = levels.filter(({ depth }) => depth < innermost);
  const steps = levels.filter(({ depth }, index) => depth < innermost && levels[index + 1]?.depth === depth + 1).length;
  return outer.every(({ row }) => filled(row) <= 2) && inner.length >= outer.length / 2 && inner.filter(({ row }) => filled(row) > 2).length > 0.7 * inner.length && steps >= 0.8 * outer.length;
}

/** True if the first number of a level under a new parent is mostly 1 again. */
function restartsAt(levels: readonly StackedRow[], depth: number): boolean {
  const firsts = levels.filter((one, index) => one.depth === depth && (levels[index - 1]?.depth ?? depth) < depth);
  return firsts.length > 1 && firsts.filter(({ number }) => number === 1).length > firsts.length / 2;
}

/** The rows of the innermost level, which are graded. */
export function innermostRows({ rows }: Region, { depths, writings }: StackedLevels): readonly number[] {
  return rows.filter((row) => depths.get(row) === writings.length - 1);
}

/** The form of the innermost level with the levels above it, and the places of their columns. */
export function withStackedLevels(form: Form, places: ReadonlyMap<string, number>, { code, writings, counted }: StackedLevels): { readonly form: Form; readonly places: ReadonlyMap<string, number> } {
  const outer = writings.slice(0, -1);
  const nameOf = (depth: number) => ({ ja: names[depth] ?? "", en: names[depth] ?? "" });
  const levels = [...outer.keys()].map((depth): FormLevel => {
    const { first = 1, restarts = false } = counted[depth] ?? {};
    return { id: `outline${depth + 1}`, name: nameOf(depth), key: restarts ? "restarting" : "running", code: writings[depth]?.replace("{1", "{n") ?? "{n}", ...(restarts || first === 1 ? {} : { first }) };
  });
  const added = new Map<string, number>();
  const columns = levels.flatMap(({ id: level, name }, depth): FormColumn[] => {
    const column = (place: number, holds: FormColumn["holds"]): FormColumn => {
      const id = `${columnLetters(place)}${depth + 1}`;
      added.set(id, place);
      const header = form.columns.find((one) => one.id === columnLetters(place))?.header ?? [name.ja];
      return { id, level, holds, name, header: [...header] };
    };
    return [column(code, "code"), column(code + 1, "text")];
  });
  const inner = form.levels.map((level, depth) => (depth === 0 ? { ...level, name: nameOf(outer.length) } : level));
  return { form: { ...form, levels: [...levels, ...inner], columns: [...columns, ...form.columns] }, places: new Map([...added, ...places]) };
}
