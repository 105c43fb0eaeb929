import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseForm } from "../../../src/core/form/parse.ts";
import type { Form } from "../../../src/core/form/schema.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { a1 } from "../../../src/core/model/address.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { gridOf } from "../sheet.ts";
import { faultsOf } from "./random-faults.ts";
import { formOf, layOut, plans } from "./random-form.ts";

function found(rows: readonly (readonly CellValue[])[], form: Form) {
  const inspection = inspect(gridOf(rows), [{ form, from: "file" }]);
  return { counts: inspection?.counts, serious: inspection?.findings.filter(({ severity }) => severity !== "info").map(({ rule, at }) => `${rule} ${a1(at)}`) };
}

describe("a random form of one to six levels, given as data", () => {
  it("holds against the schema, and its clean sheet has nothing of severity error or warning", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const form = parseForm(JSON.stringify(formOf(plan)));
        const { rows, counts } = layOut(plan, form);
        expect(found(rows, form)).toEqual({ counts, serious: [] });
      }),
      { numRuns: 100 },
    );
  });

  it("has a planted fault, and nothing else", () => {
    const faulty = plans.chain((plan) => {
      const form = formOf(plan);
      const sheet = layOut(plan, form);
      const faults = faultsOf(plan, sheet);
      return fc.constantFrom(...faults).map((fault) => ({ form, sheet, fault }));
    });
    fc.assert(
      fc.property(faulty, ({ form, sheet, fault: { rule, at, value } }) => {
        const rows = sheet.rows.map((cells) => [...cells]);
        rows[at.row]?.splice(at.column, 1, value);
        expect(found(rows, form).serious).toEqual([`${rule} ${a1(at)}`]);
      }),
      { numRuns: 150 },
    );
  });
});
