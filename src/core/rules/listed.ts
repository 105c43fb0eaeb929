import type { Finding, Inspection, MoreFindings } from "../model/finding.ts";

/** Findings of one rule that a report lists. */
const mostListed = 1_000;

/** What a report lists of a check: the first findings of each rule, and how many more there are. */
export function listed<Some extends Pick<Inspection, "findings" | "more">>(inspection: Some): Some {
  const counts = new Map<string, number>();
  const more = new Map<string, MoreFindings>(inspection.more.map((one) => [one.rule, one]));
  const findings = inspection.findings.filter(({ rule, severity }: Finding) => {
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    if (count <= mostListed) return true;
    more.set(rule, { rule, severity, count: (more.get(rule)?.count ?? 0) + 1 });
    return false;
  });
  return findings.length === inspection.findings.length ? inspection : { ...inspection, findings, more: [...more.values()] };
}

/** How many findings of a severity there are, listed or not. */
export function countOf({ findings, more }: Pick<Inspection, "findings" | "more">, severity: Finding["severity"]): number {
  return findings.filter((finding) => finding.severity === severity).length + more.reduce((sum, one) => sum + (one.severity === severity ? one.count : 0), 0);
}
