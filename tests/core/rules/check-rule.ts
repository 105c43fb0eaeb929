import { describe, expect, it } from "vitest";
import { rules, type RuleId } from "../../../src/core/rules/index.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import type { Form } from "../../../src/core/form/schema.ts";
import { cleanRows, inspectRows, note, type Cells, type Notes } from "../sheet.ts";

/** Changes of the clean sheet in ../sheet.ts, and all findings of them. */
export interface Case {
  readonly when: string;
  readonly put?: Cells;
  readonly rows?: readonly (readonly CellValue[])[];
  readonly form?: Form;
  readonly date1904?: boolean;
  readonly notes?: Notes;
  /** "B4 safe 1-1" for a finding of this rule, "status-missing B4" for another rule's. */
  readonly finds: readonly string[];
}

/** Tests the cases of one rule. Each lists all findings, so that a fault never gives a second one. */
export function checkRule(id: RuleId, cases: readonly Case[]): void {
  describe(id, () => {
    it.each(cases.map((one) => [one.when, one] as const))("%s", (_, { put, rows = cleanRows, form, date1904, notes, finds }) => {
      const { findings } = inspectRows(rows, put, form, date1904, notes);
      expect(findings.map(note)).toEqual(finds.map((found) => (isOther(found) ? found : `${id} ${found}`)));
    });
  });
}

function isOther(found: string): boolean {
  return rules.some((rule) => found.startsWith(`${rule.id} `));
}
