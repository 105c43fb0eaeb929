import { useMemo } from "react";
import type { Finding } from "../../core/model/finding.ts";
import type { Mend } from "../../core/fixes/mends.ts";
import type { MendOffer } from "./finding-actions.tsx";
import type { MendedSheet, Mender } from "../state/fixer.ts";

export type OfferOf = (finding: Finding) => MendOffer | undefined;

const none: readonly Mend[] = [];

/** How each of these findings of a sheet can be mended. */
export function useMendOffers(mender: Mender, sheet: MendedSheet, findings: readonly Finding[]): OfferOf {
  return useMemo(() => {
    const mendOf = new Map<Finding, Mend>();
    const alike = new Map<string, Mend[]>();
    for (const mend of mender.mends(findings)) {
      for (const finding of mend.findings) mendOf.set(finding, mend);
      if (mend.safety !== "safe") continue;
      for (const rule of new Set(mend.findings.map((finding) => finding.rule))) {
        const group = alike.get(rule);
        if (group) group.push(mend);
        else alike.set(rule, [mend]);
      }
    }
    return (finding) => {
      const mend = mendOf.get(finding);
      return mend && { mender, sheet, mend, alike: alike.get(finding.rule) ?? none };
    };
  }, [mender, sheet, findings]);
}
