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
 * not be read, the first column names the office. All were checked by the same form.
 */
export function summaryPlans(offices: readonly Office[], options: SummaryOptions): readonly SheetPlan[] {
  const scope = scopeOf(nameOffices(offices));
  return [digestSheet(scope, options), totalsSheet(scope, options), reviewSheet(scope, options), findingsSheet(scope, options)].map(fingerprinted);
}
