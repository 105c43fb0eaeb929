import { expect, it } from "vitest";
import { isUntidy } from "../../../src/core/wording/hidden.ts";
import { brokenLetter, isClean, plainLetters, usualIdeographs } from "../../../src/core/wording/letters.ts";

/** Every UTF-16 unit within a text and at both of its ends. */
function* texts(): Generator<string> {
  for (let unit = 0; unit <= 0xffff; unit++) {
    const letter = String.fromCharCode(unit);
    yield* [`あ${letter}い`, `${letter}い`, `あ${letter}`, `あ\ud87e${letter}い`];
  }
}

const isOdd = (text: string) => isUntidy(text) || text.includes(brokenLetter) || plainLetters(text) !== text || usualIdeographs(text) !== text;

it("no text is taken for clean that has something to mend", () => {
  expect([...texts()].filter((text) => isClean(text) && isOdd(text))).toEqual([]);
});

it("texts of kana, kanji, full-width letters, spaces and lines inside are clean", () => {
  const usual = ["取組1-1-1の計画と実施", "【めざす姿】\n・区民と　地域団体が力を合わせる。", "アイウ（ＡＢＣ）", "a b"];
  expect(usual.filter((text) => !isClean(text))).toEqual([]);
});
