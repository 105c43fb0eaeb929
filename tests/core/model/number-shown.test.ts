import { expect, it } from "vitest";
import { shownNumber } from "../../../src/core/model/number-shown.ts";

it.each([
  [5, "General", "5"],
  [3.0000000000000004, "General", "3"],
  [3.5, "General", "3.5"],
  [1234, "#,##0", "1234"],
  [5, '"p."0', "p.5"],
  [12, '0"頁"', "12頁"],
  [5, "p\\.00;-0", undefined],
  [5, "\\p\\.00;-0", "p.05"],
  [111, "0\\-0\\-0", "1-1-1"],
  [1234, '0"-"0', "123-4"],
  [7, "0-#-#", "0--7"],
  [1, '[Red]0"-1"', "1-1"],
  [1, '[$-411]0" 子育て"', "1 子育て"],
  [1, "[h]:mm", undefined],
  [46023, 'm"月"d"日"', undefined],
  [0.5, '0%"減"', undefined],
  [-5, '"p."0', undefined],
  [5, '"p.', undefined],
  [5, '"空"', undefined],
  [5, '"'.repeat(60_000), undefined],
])("%s by %s shows %s", (value, format, shown) => {
  expect(shownNumber(value, format)).toBe(shown);
});
