import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Anchors } from "../../../src/core/model/anchors.ts";

describe("anchors", () => {
  it("are what was set last, and the row itself elsewhere, wherever rows and columns are", () => {
    const number = (most: number) => fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: most }));
    const set = fc.array(fc.tuple(number(1_048_575), number(16_383), fc.integer({ min: 0, max: 1_048_575 })), { maxLength: 60 });
    fc.assert(
      fc.property(set, (cells) => {
        const anchors = new Anchors();
        const known = new Map<string, number>();
        for (const [row, column, anchor] of cells) {
          anchors.set(row, column, anchor);
          known.set(`${row} ${column}`, anchor);
        }
        for (const [row, column] of cells) {
          for (const [y, x] of [[row, column], [row + 1, column], [row, column + 1], [row + 128, column]] as const) expect(anchors.of(y, x)).toBe(known.get(`${y} ${x}`) ?? y);
        }
      }),
    );
  });
});
