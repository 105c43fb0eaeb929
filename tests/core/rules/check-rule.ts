import { describe, expect, it } from "vitest";
import { rules, type RuleId } from "../../../src/core/rules/index.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import type { Form } from "../../../src/core/form/schema.ts";
import { cleanRows, inspectRows, note, type Cells, type Notes } from "../sheet.ts";

/** What is put into the clean sheet of ../sheet.ts, and everything that is found then. */
export interface Case {
  readonly when: string;
  readonly put?: Cells;
  readonly rows?: readonly (readonly CellValue[])[];
  readonly form?: Form;
  readonly date1904?: boolean;
  readonly notes?: Notes;
  /** "B4 safe 1-1" for this rule's own, "status-missing B4" for another one's. */
  readonly finds: readonly string[];
}

/** Tries the cases of one rule: each lists all findings, so that a fault never gives a second one. */
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
