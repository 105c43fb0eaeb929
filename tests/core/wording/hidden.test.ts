import { describe, expect, it } from "vitest";
import { isDateFormat } from "../../../src/core/model/serial.ts";
import { sheetName } from "../../../src/core/model/sheet-name.ts";
import { headingOf } from "../../../src/core/tree/heading.ts";
import { isBlankText, showHidden, tidy, withoutSpace } from "../../../src/core/wording/hidden.ts";

describe("texts with long runs of one character", () => {
  const run = " ".repeat(32_000);

  it("are tidied at their ends alone", () => {
    expect([tidy(`${run}a${run}b${run}`), tidy(run), tidy(" \u200b a \u200b b\u200b ")]).toEqual([`a${run}b`, "", "a  b"]);
  });

  it("keep the line breaks of other programs as line breaks", () => {
    expect(["【公園】\u000B・増やす。", "a\u0085b\u000C\nc", "\u000Ba\u000B"].map(tidy)).toEqual(["【公園】\n・増やす。", "a\nb\nc", "a"]);
  });

  it("show spaces at the ends and in a row", () => {
    expect([" a b ", "  a  b  ", " ", "a\r\n b"].map(showHidden)).toEqual(["␣a b␣", "␣␣a␣␣b␣␣", "␣", "a↵ b"]);
  });

  it("show a full-width space, but between boxes to tick, where the sign would be one more box", () => {
    expect(["順調\u3000", "□拡充\u3000■維持", "□拡充 \n□維持"].map(showHidden)).toEqual(["順調□", "□拡充\u3000■維持", "□拡充 ↵□維持"]);
  });

  it("show letters that nobody sees, but for those of an emoji or a kanji", () => {
    expect(["a\u3164", "\u2800", "1\u200d1", "葛\u{e0100}", "👨\u200d👩", "あ\ufe0f"].map(showHidden)).toEqual(["a[U+3164]", "[U+2800]", "1[U+200D]1", "葛\u{e0100}", "👨\u200d👩", "あ[U+FE0F]"]);
  });

  it("make a sheet's name without apostrophes and spaces at its ends", () => {
    expect([sheetName(` '集計${run}' `, []), sheetName(`'${run}'`, [])]).toEqual(["集計", "Sheet"]);
  });
});

it("letters that nobody sees are missed nowhere: at an end, in the middle, and beyond the first 65,536", () => {
  const unseen = Array.from({ length: 0xe1000 }, (_, code) => String.fromCodePoint(code)).filter((letter) => /[\s\u00AD\u034F\u200B\u2800\u3164\uFEFF\uFFA0\u180B-\u180D\uFE00-\uFE0F\u{E0000}-\u{E0FFF}]/u.test(letter));
  expect(unseen.length).toBeGreaterThan(4096);
  expect(unseen.filter((letter) => !isBlankText(letter) || withoutSpace(`順${letter}調`) !== "順調")).toEqual([]);
});

it.each([
  ["【公園】 ・増やす。", "公園"],
  ["・増やす。【】【公園】", "公園"],
  ["【公園【池】", "公園【池"],
  ["【】", undefined],
  ["】【公園", undefined],
  ["【".repeat(32_000), undefined],
])("the heading of %s is %s", (text, expected) => {
  expect(headingOf(text)).toBe(expected);
});

it.each([
  ["[$-411]ggge", true],
  ["[Red]0", false],
  ["[[Red]0", false],
  ["[".repeat(100_000), false],
  ["[h]:mm", true],
])("the format %s shows a date: %s", (format, expected) => {
  expect(isDateFormat(format)).toBe(expected);
});
