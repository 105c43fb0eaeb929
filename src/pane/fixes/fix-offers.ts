import { useMemo } from "react";
import type { Finding } from "../../core/model/finding.ts";
import type { FixGroup } from "../../core/fixes/fix-groups.ts";
import type { FixOffer } from "./finding-actions.tsx";
import type { FixedSheet, Fixer } from "../state/fixer.ts";

export type OfferOf = (finding: Finding) => FixOffer | undefined;

const none: readonly FixGroup[] = [];

/** How each of these findings of a sheet can be fixed. */
export function useFixOffers(fixer: Fixer, sheet: FixedSheet, findings: readonly Finding[]): OfferOf {
  return useMemo(() => {
    const fixGroupOf = new Map<Finding, FixGroup>();
    const alike = new Map<string, FixGroup[]>();
    for (const fixGroup of fixer.fixGroups(findings)) {
      for (const finding of fixGroup.findings) fixGroupOf.set(finding, fixGroup);
      if (fixGroup.safety !== "safe") continue;
      for (const rule of new Set(fixGroup.findings.map((finding) => finding.rule))) {
        const group = alike.get(rule);
        if (group) group.push(fixGroup);
        else alike.set(rule, [fixGroup]);
      }
    }
    return (finding) => {
      const fixGroup = fixGroupOf.get(finding);
      return fixGroup && { fixer, sheet, fixGroup, alike: alike.get(finding.rule) ?? none };
    };
  }, [fixer, sheet, findings]);
}
