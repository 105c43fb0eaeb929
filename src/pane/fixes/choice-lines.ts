import type { FixGroup } from "../../core/fixes/fix-groups.ts";
import { addAll } from "../../core/model/many.ts";
import { byRule } from "../state/order.ts";

/** Fixes of a rule that are shown before the rest is unfolded. */
const examples = 3;

/** A line of the choice of fixes: a rule, one of its fixes, or how many more there are. */
export type ChoiceLine =
  | { readonly kind: "rule"; readonly rule: string; readonly fixGroups: readonly FixGroup[] }
  | { readonly kind: "fix"; readonly fixGroup: FixGroup }
  | { readonly kind: "rest"; readonly rule: string; readonly count: number; readonly isUnfolded: boolean };

/** Fixes rule by rule, of each the first ones, and the rest where it is unfolded. */
export function choiceLines(fixGroups: readonly FixGroup[], unfolded: ReadonlySet<string>): readonly ChoiceLine[] {
  const lines: ChoiceLine[] = [];
  const asLine = (fixGroup: FixGroup) => ({ kind: "fix", fixGroup }) as const;
  for (const [rule, own] of byRule(fixGroups, ruleOfFix)) {
    const rest = own.slice(examples);
    addAll(lines, [{ kind: "rule", rule, fixGroups: own }, ...own.slice(0, examples).map(asLine)]);
    if (rest.length === 0) continue;
    const isUnfolded = unfolded.has(rule);
    addAll(lines, [{ kind: "rest", rule, count: rest.length, isUnfolded }, ...(isUnfolded ? rest.map(asLine) : [])]);
  }
  return lines;
}

/** The rule by which a fix is counted: that of the first finding it settles. */
export function ruleOfFix({ findings }: FixGroup): string {
  return findings[0]?.rule ?? "";
}
