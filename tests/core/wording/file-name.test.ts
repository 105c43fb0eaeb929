import { describe, expect, it } from "vitest";
import { fileName, withEnding } from "../../../src/core/wording/file-name.ts";

const names = (...wishes: readonly string[]) => {
  const taken = new Set<string>();
  return wishes.map((wish) => fileName(wish, "評価シート", taken));
};

it.each([
  ["評価.pdf", "xlsx", "評価.xlsx"],
  ["東/評価.CSV", "xlsm", "東/評価.xlsm"],
  ["評価.xlsx", "xlsm", "評価.xlsm"],
  ["評価.XLSX", "xlsx", "評価.XLSX"],
  ["第1.2版", "xlsx", "第1.2版.xlsx"],
  ["評価", "xlsx", "評価.xlsx"],
  ["評価.pdf", undefined, "評価.pdf"],
])("%s of the kind %s is saved as %s", (name, ending, saved) => {
  expect(withEnding(name, ending)).toBe(saved);
});

describe("fileName", () => {
  it.each([
    ["旭区", "旭区"],
    ["../../etc/passwd", "_.._etc_passwd"],
    ["C:\\Windows\\x", "C__Windows_x"],
    ["a<b>c|d?e*f\"g", "a_b_c_d_e_f_g"],
    ["旭\u202e区\u200b", "旭区"],
    ["一行目\r\n二行目", "一行目  二行目"],
    [" . 旭区 . . ", "旭区"],
    ["", "評価シート"],
    ["...", "評価シート"],
    ["\u0000\u200b", "評価シート"],
    ["NUL", "_NUL"],
    ["com1.区役所", "_com1.区役所"],
    ["LPT²", "_LPT²"],
    ["console", "console"],
  ])("%j becomes %j", (wish, name) => {
    expect(names(wish)).toEqual([name]);
  });

  it("tells equal names apart, also in another case or width", () => {
    expect(names("旭区", "旭区", "ASAHI", "ａｓａｈｉ", "旭区 (2)")).toEqual(["旭区", "旭区 (2)", "ASAHI", "ａｓａｈｉ (2)", "旭区 (2) (2)"]);
  });

  it("cuts long names without splitting a letter, and still tells them apart", () => {
    const [one, other] = names("𠮷".repeat(200), "𠮷".repeat(200));
    expect([one, other]).toEqual(["𠮷".repeat(25), `${"𠮷".repeat(23)} (2)`]);
  });
});
