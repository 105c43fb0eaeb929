import fc from "fast-check";
import { expect, it } from "vitest";
import { sayCount } from "../../../src/core/wording/counts.ts";

it("a count is said as the system says it", () => {
  for (const count of [0, 7, 999, 1000, 1001, 12_050, 999_999, 1_000_000, 240_000, Number.MAX_SAFE_INTEGER, Number.NaN]) expect(sayCount(count)).toBe(count.toLocaleString("en-US"));
  fc.assert(fc.property(fc.nat(), (count) => sayCount(count) === count.toLocaleString("en-US")));
});
