import type { LabelCell } from "./blocks.ts";
import { costOf, issueOf, type StrategyKey, type Votes } from "./votes.ts";

/** The issue number that a strategy stands under when the fewest codes are wrong. */
export type IssueNumber = number;

/** What a block without its label on the first row costs, and a label that its block contradicts. */
const cost = { labelMissing: 1, labelWrong: 1, labelInside: 0.5, begunBefore: 1.5 } as const;

interface State {
  readonly issue: IssueNumber;
  readonly total: number;
  readonly before: State | undefined;
}

/**
 * The issue number of every strategy, such that the fewest codes and labels must be replaced (a shortest path over
 * the strategies in sheet order). Where several readings cost the same, the one that keeps the earlier codes wins.
 */
export function settleIssues(strategies: readonly Votes[], labels: readonly LabelCell[]): readonly IssueNumber[] {
  const labelOn = new Map(labels.map((label) => [label.index, label]));
  const lastLabel = new Map(labels.flatMap((label) => label.code.codes.map(([number = 0]) => [number, label.index] as const)));
  let states: readonly State[] = [];
  let above: IssueNumber | undefined;
  for (const votes of strategies) {
    const label = labelOn.get(votes.from);
    above = label?.code.codes[0]?.[0] ?? above;
    const settled = stepWithoutDoubt(votes, label, states);
    if (settled) {
      states = [settled];
      continue;
    }
    const candidates = candidatesOf(votes, above, states);
    const begin = (issue: IssueNumber) => costOfBeginning(issue, votes, label, lastLabel);
    const stay = (issue: IssueNumber) => (label?.code.codes[0] && label.code.codes[0][0] !== issue ? cost.labelInside : 0);
    states = candidates.map((issue) => {
      const own = costUnder(votes, issue);
      const steps = states.map((state) => ({ state, total: state.total + own + (state.issue === issue ? stay(issue) : begin(issue)) }));
      const [best] = steps.sort((one, other) => one.total - other.total);
      return best ? { issue, total: best.total, before: best.state } : { issue, total: own + begin(issue), before: undefined };
    });
  }
  return pathTo(cheapest(states), strategies.length);
}

/**
 * The next state where all codes agree and the label does too, so that the step costs nothing. Any other reading
 * costs two codes at least, more than it costs to change over to it later.
 */
function stepWithoutDoubt(votes: Votes, label: LabelCell | undefined, states: readonly State[]): State | undefined {
  const [before] = states;
  const [key] = votes.own;
  if (!before || states.length > 1 || key === undefined || votes.own.length > 1 || votes.readable === 0 || costOf(votes, key) > 0) return undefined;
  const issue = issueOf(key);
  const number = label?.code.codes[0]?.[0];
  return (label ? number === issue : before.issue === issue) ? { issue, total: before.total, before } : undefined;
}

function candidatesOf(votes: Votes, above: IssueNumber | undefined, states: readonly State[]): readonly IssueNumber[] {
  const named = [...votes.own, ...votes.initiatives.keys()].map(issueOf);
  const best = cheapest(states)?.issue;
  return [...new Set([...named, ...(above === undefined ? [] : [above]), ...(best === undefined ? [] : [best]), ...(named.length + states.length === 0 ? [1] : [])])].slice(0, 6);
}

function costOfBeginning(issue: IssueNumber, votes: Votes, label: LabelCell | undefined, lastLabel: ReadonlyMap<number, number>): number {
  if (label) return label.code.codes.length === 0 || label.code.codes.some(([number]) => number === issue) ? 0 : cost.labelWrong;
  const elsewhere = lastLabel.get(issue);
  return elsewhere !== undefined && elsewhere < votes.from - 1 ? cost.begunBefore : cost.labelMissing;
}

function costUnder(votes: Votes, issue: IssueNumber): number {
  return Math.min(costOf(votes, undefined), leastCost(votes, keysUnder(votes, issue)));
}

/** A block may name more codes than a call takes arguments. */
function leastCost(votes: Votes, keys: readonly StrategyKey[]): number {
  return keys.reduce((least, key) => Math.min(least, costOf(votes, key)), Infinity);
}

/** The codes under this issue that the strategy's cell or its initiatives name. */
function keysUnder(votes: Votes, issue: IssueNumber): readonly StrategyKey[] {
  return [...new Set([...votes.own, ...votes.initiatives.keys()])].filter((key) => issueOf(key) === issue);
}

function cheapest(states: readonly State[]): State | undefined {
  return states.reduce<State | undefined>((best, state) => (best && best.total <= state.total ? best : state), undefined);
}

function pathTo(last: State | undefined, length: number): readonly IssueNumber[] {
  const path = new Array<IssueNumber>(length);
  for (let state = last, index = length - 1; state; state = state.before) path[index--] = state.issue;
  return path;
}

/**
 * The code of a strategy under its issue; undefined where nothing names one there. Of codes that cost the same, the
 * one that follows the strategy before it (`expected`), else the strategy's own.
 */
export function settleStrategy(votes: Votes, issue: IssueNumber, expected: StrategyKey): StrategyKey | undefined {
  const keys = keysUnder(votes, issue);
  const least = leastCost(votes, keys);
  const best = keys.filter((key) => costOf(votes, key) === least);
  return best.find((key) => key === expected) ?? best[0];
}
