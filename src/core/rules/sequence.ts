/** A sibling in the order of the sheet. */
export interface Place {
  /** Undefined where the sibling has a place, but an unknown number. */
  readonly number: number | undefined;
  /** Its number belongs to another sibling, so that a number is left out elsewhere. */
  readonly duplicate: boolean;
}

/** A sibling out of order, or the sibling after a gap, with the number left out before it. */
export interface SequenceFault {
  readonly index: number;
  readonly leftOut?: number;
}

interface Known {
  readonly number: number;
  readonly index: number;
  /** How many different numbers of the siblings are smaller. */
  readonly rank: number;
}

/** Longest run of siblings out of order that is considered; the bound keeps the search linear. */
const reach = 64;

/**
 * The fewest faults that explain why the numbers are not 1, 2, 3 …: siblings out of order, and gaps. A number out of
 * order, or unknown, fills a gap at its own place; a duplicate fills any. Of explanations of equal length, the one
 * with the latest faults.
 */
export function sequenceFaults(places: readonly Place[]): readonly SequenceFault[] {
  if (places.every(({ number }, index) => number === index + 1)) return [];
  const known = knownOf(places);
  const kept = keep(known);
  return [...removedOf(known, kept), ...gapsOf(kept, places)].sort((one, other) => one.index - other.index);
}

function knownOf(places: readonly Place[]): readonly Known[] {
  const sorted = [...new Set(places.flatMap(({ number }) => number ?? []))].sort((one, other) => one - other);
  const ranks = new Map(sorted.map((number, rank) => [number, rank]));
  return places.flatMap(({ number }, index) => (number === undefined ? [] : [{ number, index, rank: ranks.get(number) ?? 0 }]));
}

const start: Known = { number: 0, index: -1, rank: -1 };

/** Number of the numbers between two kept siblings that neither a place between them nor a sibling elsewhere accounts for. */
function openBetween(before: Known, after: Known): number {
  const leftOut = after.number - before.number - 1 - (after.rank - before.rank - 1);
  return leftOut - (after.index - before.index - 1);
}

/** The siblings to keep: a shortest path from the end, so that the earliest are kept where several paths are equal. */
function keep(known: readonly Known[]): readonly Known[] {
  const costs = new Array<number>(known.length).fill(0);
  const next = (at: number, from: Known): { cost: number; step: number } => {
    let best = { cost: known.length - at - 1, step: known.length };
    for (let step = at + 1; step < known.length && step <= at + reach; step++) {
      const after = known[step];
      if (!after || after.number <= from.number) continue;
      const cost = step - at - 1 + (openBetween(from, after) > 0 ? 1 : 0) + (costs[step] ?? 0);
      if (cost < best.cost || (cost === best.cost && best.step === known.length)) best = { cost, step };
    }
    return best;
  };
  for (let at = known.length - 1; at >= 0; at--) costs[at] = next(at, known[at] ?? start).cost;
  const kept: Known[] = [];
  for (let step = next(-1, start).step; step < known.length; ) {
    const sibling = known[step] ?? start;
    kept.push(sibling);
    step = next(step, sibling).step;
  }
  return kept;
}

function removedOf(known: readonly Known[], kept: readonly Known[]): readonly SequenceFault[] {
  const stays = new Set(kept);
  return known.filter((sibling) => !stays.has(sibling)).map(({ index }) => ({ index }));
}

function gapsOf(kept: readonly Known[], places: readonly Place[]): readonly SequenceFault[] {
  const present = new Set(places.map(({ number }) => number));
  let spare = places.filter(({ duplicate }) => duplicate).length;
  return kept.flatMap((after, at) => {
    const before = kept[at - 1] ?? start;
    const open = openBetween(before, after);
    if (open <= 0) return [];
    const explained = Math.min(open, spare);
    spare -= explained;
    return open > explained ? [{ index: after.index, leftOut: firstAbsent(before.number, present) }] : [];
  });
}

function firstAbsent(before: number, present: ReadonlySet<number | undefined>): number {
  let number = before + 1;
  while (present.has(number)) number++;
  return number;
}
