import { expect, it } from "vitest";
import { fitLine, fitLines, textWidth } from "../../../src/core/wording/text-width.ts";

it("no line begins with a closing bracket or a comma, and none ends with an opening bracket", () => {
  expect(fitLines("プロセス指標の達成状況（取組）", 14)).toEqual(["プロセス指標の", "達成状況（取", "組）"]);
  expect(fitLines("有効であり、継続して推進", 10)).toEqual(["有効であ", "り、継続し", "て推進"]);
  expect(fitLines("達成状況（目標）", 10)).toEqual(["達成状況", "（目標）"]);
  expect(fitLine("有効であり、継続", 12)).toBe("有効であ…");
});

it.each([
  ["half-width letters, digits and katakana", "a1 ~｡ﾟ", 6],
  ["full-width ones, and others", "あ漢ーＡ、é\t\u00a0", 16],
  ["what is beyond the first 65,536 counts once", "𠮷😀", 4],
  ["marks on letters take no room", "か\u3099e\u0301\u302a", 3],
  ["half of a letter", "\ud842", 2],
])("a text's width: %s", (_, text, width) => {
  expect(textWidth(text)).toBe(width);
});

it("all letters stay, in lines that are not wider, whatever they are", () => {
  const letters = ["あ", "（", "）", "、", "a", "(", " ", "。"];
  for (let seed = 0; seed < 60; seed++) {
    const text = Array.from({ length: 24 }, (_, index) => letters[(seed * 31 + index * index * 7 + ((seed >> 3) % 5) * index) % letters.length] ?? "").join("");
    for (const width of [1, 2, 3, 5, 9]) {
      const lines = fitLines(text, width);
      expect(lines.join("")).toBe(text);
      // A full-width letter is wider than a line of one digit.
      for (const line of lines) expect([...line].reduce((sum, letter) => sum + (/[a( ]/.test(letter) ? 1 : 2), 0), `${text} in ${width}`).toBeLessThanOrEqual(Math.max(2, width));
    }
  }
});

it("a line that only such letters fill is broken all the same", () => {
  expect(fitLines("））））））", 4)).toEqual(["））", "））", "））"]);
});
