import { expect, it } from "vitest";
import { Heights } from "../../src/pane/ui/heights.ts";

const estimate = (index: number) => (index === 0 ? 30 : 60);

function heights(count: number): Heights {
  const list = new Heights();
  list.describe(count, estimate);
  return list;
}

it("a line begins where those above end, as measured or else as estimated", () => {
  const list = heights(4);
  expect([0, 1, 2, 3, 4].map((index) => list.start(index))).toEqual([0, 30, 90, 150, 210]);
  expect(list.measure(1, 75)).toBe(15);
  expect(list.measure(1, 75)).toBe(0);
  expect([1, 2, 4].map((index) => list.start(index))).toEqual([30, 105, 225]);
});

it("finds the line at each distance, and the last one below all", () => {
  const list = heights(4);
  expect([0, 29, 30, 89, 90, 209, 210, 5000].map((distance) => list.at(distance))).toEqual([0, 0, 1, 1, 2, 3, 3, 3]);
  expect(heights(0).at(10)).toBe(0);
});

it("a shorter list keeps what was measured of its lines", () => {
  const list = heights(10);
  list.measure(2, 100);
  list.describe(3, estimate);
  expect([list.start(3), list.areMeasured(2, 2), list.areMeasured(1, 2)]).toEqual([190, true, false]);
});

it("asks for the estimates of a long list once, not for each line that is measured", () => {
  let asked = 0;
  const list = new Heights();
  list.describe(20_000, () => {
    asked += 1;
    return 60;
  });
  for (let index = 0; index < 20_000; index += 1) list.measure(index, 61);
  expect([list.start(20_000), list.at(610_000)]).toEqual([1_220_000, 10_000]);
  expect(asked).toBeLessThanOrEqual(40_000);
});
