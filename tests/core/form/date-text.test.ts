import { expect, it } from "vitest";
import { dayOfText } from "../../../src/core/form/date-text.ts";

it.each([
  "2001-01-02", "2001/1/2", "2001.1.2", "2001年1月2日", "平成13年1月2日", "H13.1.2", "h13/1/2", "２００１－０１－０２", " 2001-01-02 ", "2001-01-02T00:00:00Z", "2001/1/2 0:00",
])("%s is a day", (text) => {
  expect(dayOfText(text)).toEqual({ year: 2001, month: 1, day: 2 });
});

it("knows the first year of an era", () => {
  expect(dayOfText("令和元年5月1日")).toEqual({ year: 2019, month: 5, day: 1 });
});

it.each(["1-1-1", "20-1-1", "2001-13-01", "2001-01-32", "2001-01", "3001-01-01", "2001-01-01 子育て", "R8", "", "2".repeat(100_000)])("%s is none", (text) => {
  expect(dayOfText(text)).toBeUndefined();
});
