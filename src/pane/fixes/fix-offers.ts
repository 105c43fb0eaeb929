import { useCallback } from "react";
import type { Finding } from "../../core/model/finding.ts";
import type { FixOffer } from "./finding-actions.tsx";
import type { FixedSheet, Fixer } from "../state/fixer.ts";

export type OfferOf = (finding: Finding) => FixOffer | undefined;

/** The possible fixes of these findings of a sheet, only made for findings that are drawn. */
export function useFixOffers(fixer: Fixer, sheet: FixedSheet, findings: readonly Finding[]): OfferOf {
  return useCallback(
    (finding) => {
      const fixGroup = fixer.fixGroupOf(finding, findings);
      const alike = () => fixer.safeFixesOf(finding.rule, findings);
      return fixGroup && { fixer, sheet, fixGroup, alike };
    },
    [fixer, sheet, findings],
  );
}
