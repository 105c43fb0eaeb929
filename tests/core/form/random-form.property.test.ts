import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseForm } from "../../../src/core/form/parse.ts";
import type { Form } from "../../../src/core/form/schema.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { a1 } from "../../../src/core/model/address.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { rules } from "../../../src/core/rules/index.ts";
import { gridOf, type Notes } from "../sheet.ts";
import { faultsOf, withFault } from "./random-faults.ts";
import { formOf, layOut, plans } from "./random-form.ts";

/** The same forms in every run. To look for more, change it. */
const seed = 20261129;

function found(rows: readonly (readonly CellValue[])[], form: Form, notes: Notes = {}) {
  const inspection = inspect(gridOf(rows, {}, false, notes), [{ form, from: "file" }]);
  return { counts: inspection?.counts, findings: inspection?.findings.map(({ rule, at }) => `${rule} ${a1(at)}`) };
}

describe("a random form of one to six levels, given as data", () => {
  it("holds against the schema, and its clean sheet has nothing wrong", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const form = parseForm(JSON.stringify(formOf(plan)));
        const { rows, counts } = layOut(plan, form);
        expect(found(rows, form)).toEqual({ counts, findings: [] });
      }),
      { numRuns: 60, seed },
    );
  });

  it.each(rules.map(({ id }) => id))("has a planted fault of %s, and nothing else", (rule) => {
    const faulty = plans
      .map((plan) => {
        const form = formOf(plan);
        const sheet = layOut(plan, form);
        return { form, sheet, faults: faultsOf(rule, plan, sheet) };
      })
      .filter(({ faults }) => faults.length > 0)
      .chain(({ form, sheet, faults }) => fc.constantFrom(...faults).map((fault) => ({ form, sheet, fault })));
    fc.assert(
      fc.property(faulty, ({ form, sheet, fault: { at, puts, note } }) => {
        const rows = withFault(sheet.rows, puts);
        expect(found(rows, form, note ? { [a1(at)]: note } : {}).findings).toEqual([`${rule} ${a1(at)}`]);
      }),
      { numRuns: 10, seed },
    );
  });
});
