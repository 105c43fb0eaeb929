import { expect, it } from "vitest";
import { describeChange } from "../../../src/core/fixes/say.ts";

const text = "地域の子育てを支えるため、集いの場を増やし、相談の窓口を広げる。";

it.each([
  ["順調 ", "順調", "「順調␣」→「順調」"],
  [46_024, "1-2", "「46024」→「1-2」"],
  ["3 水辺", "", "「3 水辺」→（空欄）"],
  [undefined, "3 水辺", "（空欄）→「3 水辺」"],
  [`${text}${text} `, `${text}${text}`, "「…し、相談の窓口を広げる。␣」→「…し、相談の窓口を広げる。」"],
  [`\u3000${text}${text}`, `${text}${text}`, "「□地域の子育てを支えるため…」→「地域の子育てを支えるため…」"],
  [`${text}\u200B${text}`, `${text}${text}`, "「…し、相談の窓口を広げる。[U+200B]地域の子育てを支えるため…」→「…し、相談の窓口を広げる。地域の子育てを支えるため…」"],
])("%j → %j", (from, to, said) => {
  expect(describeChange({ from, to }, "ja").join("→")).toBe(said);
});

it.each([
  [37_258, false, "ja", "「2002/1/2」→「1-1-2」"],
  [37_258, false, "en", "“2002-01-02”→“1-1-2”"],
  [35_796, true, "ja", "「2002/1/2」→「1-1-2」"],
  [-1, false, "ja", "「-1」→「1-1-2」"],
] as const)("the date %j (1904: %j) is told as its day in %s", (from, date1904, language, said) => {
  expect(describeChange({ from, to: "1-1-2", date1904 }, language).join("→")).toBe(said);
});
