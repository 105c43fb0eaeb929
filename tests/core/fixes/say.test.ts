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
