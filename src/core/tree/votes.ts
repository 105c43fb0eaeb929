import type { Code } from "../form/code.ts";
import { absentCode, type CodeReading } from "./code-reading.ts";
import type { Block, InitiativeCodes } from "./blocks.ts";
import type { CellPlace } from "../model/address.ts";

/** A strategy's code as one number, so that codes can be counted: 1-2 is 100002. */
export type StrategyKey = number;

const step = 100_000;
export const strategyKey = (code: Code): StrategyKey => (code[0] ?? 0) * step + (code[1] ?? 0);
export const issueOf = (key: StrategyKey): number => Math.floor(key / step);
export const strategyCode = (key: StrategyKey): Code => [issueOf(key), key % step];

/** A strategy with its rows, and what speaks for its code: its own cell, and the initiatives under it. */
export interface CodeEvidence {
  readonly from: number;
  readonly to: number;
  /** True where initiatives name a strategy that has no cells on the sheet. */
  readonly missing: boolean;
  readonly code: CodeReading;
  readonly own: readonly StrategyKey[];
  readonly initiatives: ReadonlyMap<StrategyKey, number>;
  /** How many initiatives have a readable code. */
  readonly readable: number;
  readonly deviating: readonly CellPlace[];
}

/** How many codes must be replaced if the strategy has this key. */
export function costOf(evidence: CodeEvidence, key: StrategyKey | undefined): number {
  const own = evidence.own.length > 0 && (key === undefined || !evidence.own.includes(key)) ? 1 : 0;
  return own + evidence.readable - (key === undefined ? 0 : (evidence.initiatives.get(key) ?? 0));
}

interface Run {
  readonly key: StrategyKey | undefined;
  readonly from: number;
  count: number;
}

/**
 * The strategies of the blocks. A block is split where a run of its initiatives agrees on a strategy that stands
 * nowhere, unless fewer codes are wrong when the run is.
 */
export function collectEvidence(blocks: readonly Block[], initiatives: InitiativeCodes): readonly CodeEvidence[] {
  const standing = new Set(blocks.flatMap(({ code }) => code.codes.map(strategyKey)));
  return blocks.flatMap((block) => {
    const whole = evidenceOf(block, block.from, block.to, false, initiatives);
    if (block.own && whole.initiatives.size < 2) return [whole];
    const runs = runsOf(block, initiatives);
    const starts = block.own ? splitAt(runs, block.code.codes.map(strategyKey), standing) : runs.slice(1);
    const pieces = piecesOf(block, starts.map(({ from }) => from), initiatives);
    return pieces.filter(({ missing, from, to }) => !missing || initiatives.slice(from, to).some(Boolean));
  });
}

function runsOf(block: Block, initiatives: InitiativeCodes): readonly Run[] {
  const runs: Run[] = [];
  for (let index = block.from; index < block.to; index++) {
    const code = initiatives[index]?.codes[0];
    const last = runs.at(-1);
    if (!code) {
      if (!last) runs.push({ key: undefined, from: index, count: 0 });
    } else if (last && (last.key === undefined || last.key === strategyKey(code))) {
      runs[runs.length - 1] = { key: strategyKey(code), from: last.from, count: last.count + 1 };
    } else runs.push({ key: strategyKey(code), from: index, count: 1 });
  }
  return runs;
}

/** The runs that begin a missing strategy, in the cheapest reading of the block. */
function splitAt(runs: readonly Run[], own: readonly StrategyKey[], standing: ReadonlySet<StrategyKey>): readonly Run[] {
  const first = runs[0]?.key;
  const bases = [...own, ...(first === undefined ? [] : [first])];
  const readings = bases.map((base) => readRuns(runs, base, own, standing));
  const cheapest = Math.min(...readings.map(({ cost }) => cost));
  return readings.find(({ cost }) => cost === cheapest)?.starts ?? [];
}

function readRuns(runs: readonly Run[], base: StrategyKey, own: readonly StrategyKey[], standing: ReadonlySet<StrategyKey>): { cost: number; starts: readonly Run[] } {
  let cost = own.length > 0 && !own.includes(base) ? 1 : 0;
  let baseLater = runs.reduce((sum, { key, count }) => sum + (key === base ? count : 0), 0);
  const starts: Run[] = [];
  runs.forEach((run, index) => {
    if (run.key === base) {
      baseLater -= run.count;
      if (starts.length > 0) cost += run.count;
      return;
    }
    const canBeMissing = index > 0 && run.key !== undefined && !standing.has(run.key);
    if (canBeMissing && 1 + baseLater <= run.count) {
      starts.push(run);
      cost += 1;
    } else cost += run.count;
  });
  return { cost, starts };
}

function piecesOf(block: Block, starts: readonly number[], initiatives: InitiativeCodes): readonly CodeEvidence[] {
  const borders = [block.from, ...starts, block.to];
  return borders.slice(0, -1).map((from, index) => evidenceOf(block, from, borders[index + 1] ?? block.to, index > 0 || !block.own, initiatives));
}

function evidenceOf(block: Block, from: number, to: number, missing: boolean, initiatives: InitiativeCodes): CodeEvidence {
  const code = missing ? absentCode : block.code;
  const evidence = count(initiatives, from, to);
  const deviating = missing ? [] : block.deviating;
  return { from, to, missing, code, own: code.codes.map(strategyKey), deviating, initiatives: evidence.counts, readable: evidence.readable };
}

function count(initiatives: InitiativeCodes, from: number, to: number): { counts: ReadonlyMap<StrategyKey, number>; readable: number } {
  const counts = new Map<StrategyKey, number>();
  let readable = 0;
  for (let index = from; index < to; index++) {
    const code = initiatives[index]?.codes[0];
    if (!code) continue;
    readable++;
    const key = strategyKey(code);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { counts, readable };
}
