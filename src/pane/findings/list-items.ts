import { addAll } from "../../core/model/many.ts";
import type { Acceptance } from "../../core/acceptance/acceptance.ts";
import type { Finding, ReviewMark } from "../../core/model/finding.ts";
import type { Language } from "../../core/wording/language.ts";
import { ruleTitle } from "../../core/rules/say.ts";
import { byRule, ordered } from "../state/order.ts";
import type { Grouping } from "../state/state.ts";

/** A line of the list: the heading of what was left as it is, that of a rule, or something to go to. */
export type ListItem =
  | { readonly kind: "left"; readonly count: number }
  | { readonly kind: "rule"; readonly rule: string; readonly title: string; readonly count: number; readonly isFolded: boolean }
  | { readonly kind: "entry"; readonly entry: Finding | ReviewMark; readonly acceptance?: Acceptance };

/** The list from the top down: findings, without those of folded rules, then those that somebody left as they are. */
export function findingItems(findings: readonly Finding[], accepted: readonly (readonly [Finding, Acceptance])[], grouping: Grouping, folded: ReadonlySet<string>, language: Language): ListItem[] {
  const items: ListItem[] = [];
  if (grouping === "rule") {
    for (const [rule, group] of byRule(findings, (finding) => finding.rule)) {
      const isFolded = folded.has(rule);
      addAll(items, [{ kind: "rule", rule, title: ruleTitle(rule, language), count: group.length, isFolded }, ...(isFolded ? [] : group.map(asItem))]);
    }
  } else {
    addAll(items, ordered(findings, grouping).map(asItem));
  }
  if (accepted.length > 0) addAll(items, [{ kind: "left", count: accepted.length }, ...accepted.map(([entry, acceptance]) => ({ kind: "entry", entry, acceptance }) as const)]);
  return items;
}

/** A line to go to. */
export function asItem(entry: Finding | ReviewMark): ListItem {
  return { kind: "entry", entry };
}
