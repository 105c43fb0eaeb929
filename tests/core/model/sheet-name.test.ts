import { describe, expect, it } from "vitest";
import { sheetName } from "../../../src/core/model/sheet-name.ts";

describe("sheetName", () => {
  it.each([
    ["集計", [], "集計"],
    ["集計", ["評価表"], "集計"],
    ["集計", ["集計"], "集計 (2)"],
    ["集計", ["集計", "集計 (2)", "集計 (4)"], "集計 (3)"],
    ["Review", ["REVIEW"], "Review (2)"],
    ["ﾚﾋﾞｭｰ", ["レビュー"], "ﾚﾋﾞｭｰ (2)"],
    ["a/b:c\\d?e*f[g]", [], "a b c d e f g"],
    ["'集計'", [], "集計"],
    ["Mayor's", [], "Mayor's"],
    ["", [], "Sheet"],
    ["''", ["sheet"], "Sheet (2)"],
    ["一\u0000二\n三", [], "一 二 三"],
  ])("W10 %j beside %j is %j", (wish, taken, name) => {
    expect(sheetName(wish, taken)).toBe(name);
  });

  it("W10 has 31 units at most, also with a number, and never half a letter", () => {
    const long = "あ".repeat(40);
    expect(sheetName(long, [])).toBe("あ".repeat(31));
    expect(sheetName(long, ["あ".repeat(31)])).toBe(`${"あ".repeat(27)} (2)`);
    expect(sheetName(`${"あ".repeat(30)}𠮷`, [])).toBe("あ".repeat(30));
    expect(sheetName(`${"あ".repeat(30)}'い`, [])).toBe("あ".repeat(30));
    const taken = Array.from({ length: 12 }, (_, index) => (index === 0 ? "あ".repeat(31) : `${"あ".repeat(index < 9 ? 27 : 26)} (${index + 1})`));
    expect(sheetName(long, taken)).toBe(`${"あ".repeat(26)} (13)`);
  });
});
