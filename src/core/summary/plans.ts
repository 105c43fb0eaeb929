import type { SheetPlan } from "../model/sheet-plan.ts";
import { digestSheet } from "./digest-sheet.ts";
import { findingsSheet } from "./findings-sheet.ts";
import { scopeOf } from "./head.ts";
import { nameOffices, type Office } from "./offices.ts";
import type { SummaryOptions } from "./options.ts";
import { reviewSheet } from "./review-sheet.ts";
import { fingerprinted } from "./fingerprint.ts";
import { totalsSheet } from "./totals-sheet.ts";

/**
 * The summary sheets of one or many offices: 「総括」, 「課題別」 by the form's outermost level, 「要見直し一覧」, 「指摘一覧」. With several offices, and where one could
 * not be read, the first column names the office. All were checked by the same form. In steps: a large sheet's take as long as its check.
 */
export function* summaryPlans(offices: readonly Office[], options: SummaryOptions): Generator<void, readonly SheetPlan[]> {
  const scope = scopeOf(nameOffices(offices));
  const plans: SheetPlan[] = [];
  for (const make of [digestSheet, totalsSheet, reviewSheet, findingsSheet]) {
    yield;
    const made = make(scope, options);
    // The lists have a row for each mark or finding.
    const plan = "rows" in made ? made : yield* made;
    yield;
    plans.push(fingerprinted(plan));
  }
  return plans;
}
