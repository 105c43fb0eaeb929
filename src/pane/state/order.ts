import type { CellPlace } from "../../core/model/address.ts";
import type { Finding } from "../../core/model/finding.ts";
import { severities } from "../../core/wording/severities.ts";
import type { Grouping } from "./state.ts";

/** Findings of a sheet in the order of the list. */
export function ordered(findings: readonly Finding[], grouping: Grouping): readonly Finding[] {
  if (grouping === "row") return findings;
  if (grouping === "rule") return [...byRule(findings, ({ rule }) => rule).values()].flat();
  return severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** Findings or fixes by their rule, in the order in which the rules are met. */
export function byRule<Some>(all: readonly Some[], ruleOf: (one: Some) => string): ReadonlyMap<string, readonly Some[]> {
  const groups = new Map<string, Some[]>();
  for (const one of all) {
    const rule = ruleOf(one);
    const group = groups.get(rule);
    if (group) group.push(one);
    else groups.set(rule, [one]);
  }
  return groups;
}

/** Where the user was: at a place of the sheet, or at a finding that stands there. */
export type Spot = { readonly at: CellPlace } & Partial<Pick<Finding, "severity" | "rule">>;

/** The finding to be at where the one of a spot is gone: of its group the next one, else the first of the next group. `findings` stand in the order of the sheet. */
export function nextAt(findings: readonly Finding[], grouping: Grouping, spot: Spot, compare: (one: CellPlace, other: CellPlace) => number): Finding | undefined {
  const following = findings.filter(({ at }) => compare(at, spot.at) >= 0);
  if (grouping === "row" || spot.severity === undefined) return following[0];
  if (grouping === "rule") return following.find(({ rule }) => rule === spot.rule) ?? following[0];
  const rank = severities.indexOf(spot.severity);
  return following.find(({ severity }) => severity === spot.severity) ?? ordered(findings, grouping).find(({ severity }) => severities.indexOf(severity) > rank);
}
