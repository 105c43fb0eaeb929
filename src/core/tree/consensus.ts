import type { LabelCell } from "./blocks.ts";
import { costOf, issueOf, type StrategyKey, type CodeEvidence } from "./votes.ts";

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
export function settleIssues(strategies: readonly CodeEvidence[], labels: readonly LabelCell[]): readonly IssueNumber[] {
  const labelOn = new Map(labels.map((label) => [label.index, label]));
  const lastLabel = new Map(labels.flatMap((label) => label.code.codes.map(([number = 0]) => [number, label.index] as const)));
  let states: readonly State[] = [];
  let above: IssueNumber | undefined;
  for (const evidence of strategies) {
    const label = labelOn.get(evidence.from);
    above = label?.code.codes[0]?.[0] ?? above;
    const expectedCode = stepWithoutDoubt(evidence, label, states);
    if (expectedCode) {
      states = [expectedCode];
      continue;
    }
    const candidates = candidatesOf(evidence, above, states);
    const begin = (issue: IssueNumber) => costOfBeginning(issue, evidence, label, lastLabel);
    const stay = (issue: IssueNumber) => (label?.code.codes[0] && label.code.codes[0][0] !== issue ? cost.labelInside : 0);
    states = candidates.map((issue) => {
      const own = costUnder(evidence, issue);
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
function stepWithoutDoubt(evidence: CodeEvidence, label: LabelCell | undefined, states: readonly State[]): State | undefined {
  const [before] = states;
  const [key] = evidence.own;
  if (!before || states.length > 1 || key === undefined || evidence.own.length > 1 || evidence.readable === 0 || costOf(evidence, key) > 0) return undefined;
  const issue = issueOf(key);
  const number = label?.code.codes[0]?.[0];
  return (label ? number === issue : before.issue === issue) ? { issue, total: before.total, before } : undefined;
}

function candidatesOf(evidence: CodeEvidence, above: IssueNumber | undefined, states: readonly State[]): readonly IssueNumber[] {
  const named = [...evidence.own, ...evidence.initiatives.keys()].map(issueOf);
  const best = cheapest(states)?.issue;
  return [...new Set([...named, ...(above === undefined ? [] : [above]), ...(best === undefined ? [] : [best]), ...(named.length + states.length === 0 ? [1] : [])])].slice(0, 6);
}

function costOfBeginning(issue: IssueNumber, evidence: CodeEvidence, label: LabelCell | undefined, lastLabel: ReadonlyMap<number, number>): number {
  if (label) return label.code.codes.length === 0 || label.code.codes.some(([number]) => number === issue) ? 0 : cost.labelWrong;
  const elsewhere = lastLabel.get(issue);
  return elsewhere !== undefined && elsewhere < evidence.from - 1 ? cost.begunBefore : cost.labelMissing;
}

function costUnder(evidence: CodeEvidence, issue: IssueNumber): number {
  return Math.min(costOf(evidence, undefined), leastCost(evidence, keysUnder(evidence, issue)));
}

/** A block may name more codes than a call takes arguments. */
function leastCost(evidence: CodeEvidence, keys: readonly StrategyKey[]): number {
  return keys.reduce((least, key) => Math.min(least, costOf(evidence, key)), Infinity);
}

/** The codes under this issue that the strategy's cell or its initiatives name. */
function keysUnder(evidence: CodeEvidence, issue: IssueNumber): readonly StrategyKey[] {
  return [...new Set([...evidence.own, ...evidence.initiatives.keys()])].filter((key) => issueOf(key) === issue);
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
export function settleStrategy(evidence: CodeEvidence, issue: IssueNumber, expected: StrategyKey): StrategyKey | undefined {
  const keys = keysUnder(evidence, issue);
  const least = leastCost(evidence, keys);
  const best = keys.filter((key) => costOf(evidence, key) === least);
  return best.find((key) => key === expected) ?? best[0];
}
