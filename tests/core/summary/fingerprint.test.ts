import fc from "fast-check";
import { expect, it } from "vitest";
import type { PlannedCell } from "../../../src/core/model/sheet-plan.ts";
import { GridBuilder } from "../../../src/core/model/grid.ts";
import { fingerprintOfGrid, fingerprintOfPlan } from "../../../src/core/summary/fingerprint.ts";
import { cleanRows, inspectRows } from "../sheet.ts";
import { plansOf, written } from "./plan.ts";

const marked = { file: "緑区.xlsx", inspection: inspectRows(cleanRows, { D4: "順調でない", I5: "未達成" }) };
const sets = [plansOf([marked]), plansOf([marked, marked]), plansOf([marked], "en"), plansOf([])];
const plans = sets.flatMap((set) => Object.values(set));

it("of a sheet read back is the plan's", () => {
  for (const plan of plans) expect(fingerprintOfGrid(written(plan))).toBe(plan.fingerprint);
});

it("stays when the evaluator writes into the two columns, and only then", () => {
  const { review } = plansOf([marked]);
  const edited = (row: number, column: number, value: string | undefined) => fingerprintOfGrid(written(review, (put) => put(row, column, value)));
  const [direction = 0, inCharge = 0] = review.inputColumns;
  const header = review.frozenRows - 1;
  expect([edited(header + 1, direction, "続ける"), edited(header + 2, inCharge, "企画課"), edited(header + 9, direction, "追記")]).toEqual([review.fingerprint, review.fingerprint, review.fingerprint]);
  const changed = [edited(header, direction, "方向"), edited(header + 1, direction - 1, "A1"), edited(header + 1, 2, undefined), edited(0, 0, "表題"), edited(header + 9, 0, "x"), edited(0, direction, "x")];
  expect(changed.filter((fingerprint) => fingerprint === review.fingerprint)).toEqual([]);
});

it("counts empty texts and trailing cells for nothing, and twelve digits of a number", () => {
  const fingerprint = (values: readonly (string | number)[]) => fingerprintOfPlan([values.map((value): PlannedCell => ({ role: "text", value }))]);
  expect(fingerprint(["a", "", ""])).toBe(fingerprint(["a"]));
  expect(fingerprint([0.1 + 0.2])).toBe(fingerprint([0.3]));
  expect(fingerprint(["a\r\nb"])).toBe(fingerprint(["a\nb"]));
  const fingerprints = [fingerprint(["a"]), fingerprint(["b"]), fingerprint(["", "a"]), fingerprint([1]), fingerprint(["1"]), fingerprint([1.000001]), fingerprint(["a", "b"]), fingerprint(["ab"]), fingerprint([])];
  expect(new Set(fingerprints).size).toBe(fingerprints.length);
});

it("tells any two sheets apart that differ in one cell", () => {
  const cell = fc.oneof(fc.string({ unit: "binary", minLength: 1, maxLength: 5 }), fc.integer());
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), cell, fc.nat(3), fc.nat(3), (rows, value, row, column) => {
      const build = (put?: string | number) => {
        const builder = new GridBuilder();
        rows.forEach((cells, at) => cells.forEach((one, place) => builder.set(at, place, one)));
        if (put !== undefined) builder.set(row, column, put);
        return builder.build({ id: "1", name: "a", hidden: false }, false);
      };
      const before = build().value(row, column);
      const isSame = typeof before === "string" && typeof value === "string" ? before.replace(/\r\n?/g, "\n") === value.replace(/\r\n?/g, "\n") : Object.is(before, value);
      expect(fingerprintOfGrid(build(value)) === fingerprintOfGrid(build())).toBe(isSame);
    }),
    { numRuns: 300 },
  );
});
