import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CodeKeys } from "../../../src/core/tree/keys.ts";

describe("the keys of codes", () => {
  it("are one for each code, however large its numbers are", () => {
    const codes = new CodeKeys();
    const one = codes.of([1]);
    expect([codes.child(one, 5) === codes.of([1, 5]), codes.child(one, 5) === codes.of([100_005])]).toEqual([true, false]);
  });

  it("give back the code, its parent and its last number, for thousands of codes in any order", () => {
    const code = fc.array(fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 9999 })), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(code, { minLength: 500, maxLength: 1500 }), (all) => {
        const codes = new CodeKeys();
        const keys = all.map((one) => codes.of(one));
        expect(keys.map((key) => codes.code(key))).toEqual(all);
        expect(all.map((one) => codes.of(one))).toEqual(keys);
        expect(keys.map((key) => [codes.parent(key), codes.number(key)])).toEqual(all.map((one) => [codes.of(one.slice(0, -1)), one.at(-1)]));
        expect(new Set(keys).size).toBe(new Set(all.map((one) => one.join("-"))).size);
      }),
      { numRuns: 30 },
    );
  });
});
