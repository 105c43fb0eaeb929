import fc from "fast-check";
import { expect, it } from "vitest";
import { eraDate, isoDate } from "../../../src/core/wording/era.ts";

it.each([
  [2026, 11, 24, "令和8年（2026年）11月24日"],
  [2019, 5, 1, "令和元年（2019年）5月1日"],
  [2019, 4, 30, "平成31年（2019年）4月30日"],
  [1989, 1, 8, "平成元年（1989年）1月8日"],
  [1989, 1, 7, "昭和64年（1989年）1月7日"],
  [1926, 12, 25, "昭和元年（1926年）12月25日"],
  [1926, 12, 24, "大正15年（1926年）12月24日"],
  [1912, 7, 29, "明治45年（1912年）7月29日"],
  [1868, 10, 22, "1868年10月22日"],
])("%i-%i-%i is %s", (year, month, day, text) => {
  expect(eraDate({ year, month, day })).toBe(text);
});

const intl = new Intl.DateTimeFormat("ja-JP-u-ca-japanese-nu-latn", { era: "long", year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });

it.skipIf(!intl.format(Date.UTC(2026, 10, 24)).startsWith("令和"))("says the same as the platform's calendar", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("1873-01-01"), max: new Date("2100-12-31"), noInvalidDate: true }), (date) => {
      const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      expect(eraDate(day).replace(`（${day.year}年）`, "")).toBe(intl.format(date));
    }),
  );
});

it("gives the year of the calendar in English", () => {
  expect(isoDate({ year: 2026, month: 3, day: 4 })).toBe("2026-03-04");
});
