import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { a1 } from "../../../src/core/model/address.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { faultsOf, withFault } from "../form/random-faults.ts";
import { formOf, layOut, plainPlans } from "../form/random-form.ts";
import { gridOf } from "../sheet.ts";

const check = (rows: readonly (readonly CellValue[])[]) => inspect(gridOf(rows), builtInForms, new Map());

/** Six rows or more show what the columns hold, and a hundred rows show no more than that. */
const sheets = plainPlans.map((plan) => ({ plan, sheet: layOut(plan, formOf(plan)) })).filter(({ sheet: { items } }) => items.length >= 6 && items.length <= 60);
/** The rules that can find something without a form. */
const planted = ["status-missing", "status-unknown", "cell-error", "page-missing", "page-format", "text-missing", "code-format", "code-spelling", "code-duplicate", "code-sequence"] as const;
/** The same sheets in every run, since chance, such as three rows with one grade, is not tested here. */
const runs = { seed: 7, numRuns: 50 };

describe("a random sheet of one to six levels, of which no form is given", () => {
  it("is counted as it was laid out, asks three questions at most, and where it is clean nothing is wrong or fixed", () => {
    fc.assert(
      fc.property(sheets, ({ sheet: { rows, counts } }) => {
        const read = check(rows);
        const wrong = read?.findings.filter(({ severity, fix }) => severity !== "info" || fix?.safety === "safe").map(({ rule, at }) => `${rule} ${a1(at)}`);
        expect({ counts: read?.counts, wrong }).toEqual({ counts, wrong: [] });
        expect(read?.questions.length).toBeLessThanOrEqual(3);
      }),
      runs,
    );
  });

  it("with a planted fault has it, or is asked about it, and has nothing else", () => {
    const faulty = sheets.chain(({ plan, sheet }) => {
      const possible = planted.filter((rule) => faultsOf(rule, plan, sheet).length > 0);
      return fc.constantFrom(...possible).chain((rule) => fc.constantFrom(...faultsOf(rule, plan, sheet)).map((fault) => ({ sheet, rule, fault })));
    });
    const met = new Set<string>();
    fc.assert(
      fc.property(faulty, ({ sheet, rule, fault: { at, puts } }) => {
        const rows = withFault(sheet.rows, puts);
        const told = (check(rows)?.findings ?? []).filter(({ severity, question, at: { row, column } }) => severity !== "info" || (question !== undefined && row === at.row && column === at.column));
        expect(told.map((finding) => `${finding.rule} ${a1(finding.at)}`)).toEqual([`${rule} ${a1(at)}`]);
        met.add(rule);
      }),
      runs,
    );
    expect([...met]).toEqual(expect.arrayContaining(["code-duplicate", "code-format", "code-sequence", "code-spelling", "status-missing", "status-unknown", "text-missing"]));
  });
});
