import type { Code } from "../form/code.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue, Grid } from "../model/grid.ts";
import { meetCode, type MetCode } from "./met-code.ts";

/** How a level's codes are written: each pattern met, the most frequent first, with how often it stands, and a code of it. */
export type Patterns = readonly { readonly pattern: string; readonly count: number; readonly example: PlacedCode }[];

/** Where a level's codes stand. */
export interface CodeColumn {
  /** Zero-based, on a block's first row. */
  readonly place: number;
  readonly holds: "code" | "label";
  readonly patterns: Patterns;
}

/** A code at its cell. */
export interface PlacedCode extends MetCode {
  readonly at: CellPlace;
}

const widestTable = 200;
const mostRemembered = 100_000;

/** Reads the codes of a sheet, each different text once. */
export class CodeCells {
  readonly #known = new Map<string, MetCode | undefined>();

  constructor(readonly grid: Grid) {}

  /** The codes of one row that have so many numbers, from the left. */
  inRow(row: number, numbers: number): readonly PlacedCode[] {
    const found: PlacedCode[] = [];
    this.grid.row(row).forEach((value, column) => {
      const met = column < widestTable ? this.#read(value) : undefined;
      if (met?.code.length === numbers) found.push({ ...met, at: { row, column } });
    });
    return found;
  }

  #read(value: CellValue): MetCode | undefined {
    const text = typeof value === "number" && Number.isInteger(value) && value > 0 && value < 1000 ? String(value) : value;
    if (typeof text !== "string") return undefined;
    if (this.#known.has(text)) return this.#known.get(text);
    const met = meetCode(text);
    if (this.#known.size < mostRemembered) this.#known.set(text, met);
    return met;
  }
}

/** The initiatives' codes, one a row, in the pattern that counts best; undefined where nothing counts like one. */
export function findInitiatives(cells: CodeCells): readonly PlacedCode[] | undefined {
  const families = new Map<string, PlacedCode[]>();
  for (let row = 0; row < cells.grid.rowCount; row++) {
    for (const code of cells.inRow(row, 3)) {
      const key = `${code.whole ? "code" : "label"} ${code.pattern}`;
      const family = families.get(key);
      if (!family) families.set(key, [code]);
      else if (family.at(-1)?.at.row !== row) family.push(code);
    }
  }
  const counted = [...families.values()].map((family) => ({ family, steps: stepsIn(family) })).sort((one, other) => other.steps - one.steps);
  const best = counted.find(({ family, steps }) => family.length >= 2 && steps >= family.length / 2);
  if (!best) return undefined;
  return withOthers(best.family, families);
}

/** Codes in other patterns join on rows of their own, at the places where the family stands. */
function withOthers(family: readonly PlacedCode[], families: ReadonlyMap<string, readonly PlacedCode[]>): readonly PlacedCode[] {
  const rows = new Map(family.map((code) => [code.at.row, code]));
  const places = new Set(family.map(({ at }) => at.column));
  const [sample] = family;
  for (const others of families.values()) {
    for (const code of others) if (!rows.has(code.at.row) && places.has(code.at.column) && code.whole === sample?.whole) rows.set(code.at.row, code);
  }
  return [...rows.values()].sort((one, other) => one.at.row - other.at.row);
}

/** How many codes come next after the one before: 1-1-2 after 1-1-1, 1-2-1 and 2-1-1 after it too. */
function stepsIn(family: readonly PlacedCode[]): number {
  return family.filter(({ code }, index) => follows(code, family[index - 1]?.code)).length;
}

function follows(code: Code, before: Code | undefined): boolean {
  const depth = before ? code.findIndex((number, place) => number !== before[place]) : 0;
  if (depth < 0) return false;
  const opens = code.slice(depth + 1).every((number) => number === 1);
  return opens && code[depth] === (before?.[depth] ?? 0) + 1;
}

/** The patterns of some codes, the most frequent first. */
export function patternsOf(codes: readonly PlacedCode[]): Patterns {
  const met = new Map<string, { count: number; readonly example: PlacedCode }>();
  for (const code of codes) {
    const known = met.get(code.pattern);
    if (known) known.count++;
    else met.set(code.pattern, { count: 1, example: code });
  }
  return [...met].map(([pattern, { count, example }]) => ({ pattern, count, example })).sort((one, other) => other.count - one.count);
}

/** The column of a parent level: where most codes of so many numbers begin the code of their row's initiative. */
export function findParents(cells: CodeCells, rows: readonly { readonly row: number; readonly code: Code }[], numbers: number, before: number): CodeColumn | undefined {
  const columns = new Map<string, { codes: PlacedCode[]; agreeing: number }>();
  for (const { row, code } of rows) {
    for (const met of cells.inRow(row, numbers)) {
      if (met.at.column >= before) continue;
      const key = `${met.at.column} ${met.whole ? "code" : "label"}`;
      const column = columns.get(key) ?? { codes: [], agreeing: 0 };
      columns.set(key, column);
      column.codes.push(met);
      if (met.code.every((number, place) => number === code[place])) column.agreeing++;
    }
  }
  const trusted = [...columns.values()].filter(({ codes, agreeing }) => agreeing >= 0.6 * codes.length);
  const [best] = trusted.sort((one, other) => other.agreeing - one.agreeing);
  const [sample] = best?.codes ?? [];
  return best && sample && { place: sample.at.column, holds: sample.whole ? "code" : "label", patterns: patternsOf(best.codes) };
}
