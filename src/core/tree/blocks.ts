import { withoutContinued } from "../form/fold.ts";
import { sameCode } from "../form/code.ts";
import { addAll } from "../model/many.ts";
import type { CellPlace } from "../model/address.ts";
import type { CellValue } from "../model/grid.ts";
import { absentCode, type CodeReading } from "./code-reading.ts";
import type { CodeKey, CodeKeys } from "./keys.ts";
import type { LevelCells } from "./level-cells.ts";
import { blockOf, gainOf, type ItemBlock, type Unit } from "./unit.ts";

/** Which levels have filled cells on each row of the table. */
export interface RowMarks {
  /** 1 where a cell of the level itself is filled. */
  readonly own: Uint8Array;
  /** 1 where a cell of a lower level is filled. */
  readonly below: Uint8Array;
  /** 1 where a cell of a higher level is filled. */
  readonly above: Uint8Array;
}

/** Table rows from the first row of a block's own cells to the last row before the next block. */
export interface RowSpan {
  readonly from: number;
  to: number;
  readonly own: boolean;
  readonly reading: CodeReading;
  readonly deviating: CellPlace[];
}

interface Open {
  readonly span: RowSpan;
  readonly row: number;
  /** The code of the unit on its first row; 0 where it has none. */
  readonly unit: CodeKey;
  /** The highest number of a unit in it so far. */
  highest: number;
}

/** The blocks of a level whose codes name the level below, merged or filled down, and the missing ones between them. */
export function blocksByCells(cells: LevelCells, units: readonly Unit[], keyOf: (unit: number) => CodeKey, marks: RowMarks, codes: CodeKeys, sections: readonly number[] = []): readonly ItemBlock[] {
  const spans = new SpanFinder(cells, units, keyOf, marks, codes).find(new Set(sections));
  return withMissing(spans, units, codes);
}

class SpanFinder {
  readonly #spans: RowSpan[] = [];
  #open: Open | undefined;

  constructor(
    readonly cells: LevelCells,
    readonly units: readonly Unit[],
    /** The first key of a unit, by its place; 0 where it has none. */
    readonly keyOf: (unit: number) => CodeKey,
    readonly marks: RowMarks,
    readonly codes: CodeKeys,
  ) {}

  /** @param sections rows at which codes begin again, and a block with them */
  find(sections: ReadonlySet<number>): readonly RowSpan[] {
    const { rows } = this.cells.table;
    let at = 0;
    rows.forEach(({ row }, index) => {
      while (at < this.units.length && (this.units[at]?.to ?? 0) <= index) at++;
      const unit = this.units[at];
      const begins = unit?.from === index;
      const inside = unit !== undefined && unit.from < index;
      const key = begins ? this.keyOf(at) : 0;
      if (sections.has(index)) this.#close(index);
      if (this.marks.own[index] === 1) this.#take(index, row, key, inside);
      else if (this.marks.below[index] === 0 && this.marks.above[index] === 1) this.#close(index);
      else if (!this.#open && (begins || this.marks.below[index] === 1)) this.#begin(index, row, absentCode, key, false);
      const open = this.#open;
      if (open && key !== 0) open.highest = Math.max(open.highest, this.codes.number(key));
    });
    this.#close(rows.length);
    return this.#spans;
  }

  #take(index: number, row: number, key: CodeKey, inside: boolean): void {
    const reading = this.cells.readCode(row);
    const open = this.#open;
    if (open?.span.own && (inside || this.#repeats(open, row, reading, this.#continues(open, key)))) {
      for (const place of this.cells.deviating(open.row, row)) open.span.deviating.push(place);
      return;
    }
    this.#close(index);
    this.#begin(index, row, reading, key, true);
  }

  #begin(index: number, row: number, reading: CodeReading, unit: CodeKey, own: boolean): void {
    this.#open = { span: { from: index, to: index, own, reading, deviating: [] }, row, unit, highest: 0 };
  }

  #close(to: number): void {
    const span = this.#open?.span;
    if (span) {
      span.to = to;
      this.#spans.push(span);
    }
    this.#open = undefined;
  }

  /**
   * True where the row repeats its block. An equal code decides, unless other cells differ;
   * otherwise the unit on the row tells whether the block continues.
   */
  #repeats(open: Open, row: number, reading: CodeReading, goesOn: boolean | undefined): boolean {
    const verdict = compareCodes(this.cells, open, row, reading);
    if (verdict === "other" && goesOn !== true) return false;
    const others = this.cells.deviating(open.row, row).filter((place) => place.column !== this.cells.code?.place && !this.#readsAlike(open.row, place));
    if (verdict === "other" || (verdict === "same" && others.length === 0)) return others.length === 0;
    return goesOn ?? !others.some(({ column }) => column === this.cells.text?.place);
  }

  /** Spelling variants are one content. */
  #readsAlike(firstRow: number, { row, column }: CellPlace): boolean {
    const { grid, reader } = this.cells;
    return alike(grid.value(firstRow, column), grid.value(row, column), reader.fold);
  }

  /**
   * True where the row's unit continues the block: its code has the same parent, and its number is above all those before it. Undefined where its code does not tell.
   * Below a row that no code is read on, a first one still begins a block.
   */
  #continues({ span, unit, highest }: Open, own: CodeKey): boolean | undefined {
    if (own === 0) return undefined;
    const parents = span.reading.codes.length > 0 ? this.codes.ofAll(span.reading.codes) : unit === 0 ? [] : [this.codes.parent(unit)];
    if (parents.length === 0) return this.codes.number(own) === 1 ? false : undefined;
    return parents.includes(this.codes.parent(own)) && this.codes.number(own) > highest;
  }
}

/** True where both cells have the same content in any spelling, also where the later one says that it is continued from the page before. */
export function alike(one: CellValue, later: CellValue, fold: (text: string) => string): boolean {
  return one === later || (typeof one === "string" && typeof later === "string" && fold(one) === fold(withoutContinued(later)));
}

function compareCodes(cells: LevelCells, open: Open, row: number, { kind, codes, given }: CodeReading): "same" | "other" | "unknown" {
  const place = cells.code?.place;
  if (place !== undefined && kind !== "blank" && cells.grid.value(row, place) === cells.grid.value(open.row, place)) return "same";
  const first = open.span.reading;
  if (given !== "" && first.given !== "") return given === first.given ? "same" : "other";
  if (codes.length === 0 || first.codes.length === 0) return "unknown";
  return codes.some((code) => first.codes.some((other) => sameCode(code, other))) ? "same" : "other";
}

interface Run {
  readonly key: CodeKey;
  readonly from: number;
  weight: number;
}

/** Splits a span where a run of its units agrees on a parent that is nowhere on the sheet, if that makes fewer codes wrong. */
function withMissing(spans: readonly RowSpan[], units: readonly Unit[], codes: CodeKeys): readonly ItemBlock[] {
  const blocks: ItemBlock[] = [];
  let standing: ReadonlySet<CodeKey> | undefined;
  let at = 0;
  for (const span of spans) {
    while (at < units.length && (units[at]?.from ?? 0) < span.from) at++;
    const first = at;
    while (at < units.length && (units[at]?.from ?? 0) < span.to) at++;
    const inside = units.slice(first, at);
    const keys = codes.ofAll(span.reading.codes);
    const { own, reading, deviating } = span;
    const whole = blockOf(span.from, span.to, inside, { own, reading, deviating, keys });
    if (own && whole.evidence.agree) {
      blocks.push(whole);
      continue;
    }
    standing ??= new Set(spans.flatMap((other) => codes.ofAll(other.reading.codes)));
    const runs = runsOf(inside, span.from);
    const starts = own ? splitAt(runs, keys, standing) : runs.slice(1);
    addAll(blocks, starts.length === 0 ? [whole] : piecesOf(span, starts, inside, keys));
  }
  return blocks;
}

function runsOf(units: readonly Unit[], from: number): readonly Run[] {
  const runs: Run[] = [];
  for (const unit of units) {
    const weight = gainOf(unit, unit.named);
    const last = runs.at(-1);
    if (unit.named === 0) {
      if (!last) runs.push({ key: 0, from, weight: 0 });
    } else if (last && (last.key === 0 || last.key === unit.named)) {
      runs[runs.length - 1] = { key: unit.named, from: last.from, weight: last.weight + weight };
    } else runs.push({ key: unit.named, from: unit.from, weight });
  }
  return runs;
}

/** The runs that begin a missing block, in the cheapest reading of the span. */
function splitAt(runs: readonly Run[], own: readonly CodeKey[], standing: ReadonlySet<CodeKey>): readonly Run[] {
  const first = runs[0]?.key ?? 0;
  const bases = [...own, ...(first === 0 ? [] : [first])];
  const readings = bases.map((base) => readRuns(runs, base, own, standing));
  const cheapest = readings.reduce((least, { cost }) => Math.min(least, cost), Infinity);
  return readings.find(({ cost }) => cost === cheapest)?.starts ?? [];
}

function readRuns(runs: readonly Run[], base: CodeKey, own: readonly CodeKey[], standing: ReadonlySet<CodeKey>): { cost: number; starts: readonly Run[] } {
  let cost = own.length > 0 && !own.includes(base) ? 1 : 0;
  let baseLater = runs.reduce((sum, { key, weight }) => sum + (key === base ? weight : 0), 0);
  const starts: Run[] = [];
  runs.forEach((run, index) => {
    if (run.key === base) {
      baseLater -= run.weight;
      if (starts.length > 0) cost += run.weight;
      return;
    }
    const canBeMissing = index > 0 && run.key !== 0 && !standing.has(run.key);
    if (canBeMissing && 1 + baseLater <= run.weight) {
      starts.push(run);
      cost += 1;
    } else cost += run.weight;
  });
  return { cost, starts };
}

function piecesOf(span: RowSpan, starts: readonly Run[], units: readonly Unit[], keys: readonly CodeKey[]): readonly ItemBlock[] {
  const borders = [span.from, ...starts.map(({ from }) => from), span.to];
  let at = 0;
  return borders.slice(0, -1).flatMap((from, index) => {
    const to = borders[index + 1] ?? span.to;
    const inside: Unit[] = [];
    for (; at < units.length && (units[at]?.from ?? 0) < to; at++) {
      const unit = units[at];
      if (unit) inside.push(unit);
    }
    const { reading, deviating } = span;
    const isOwn = index === 0 && span.own;
    if (!isOwn && inside.length === 0) return [];
    return [blockOf(from, to, inside, isOwn ? { own: true, reading, deviating, keys } : {})];
  });
}
