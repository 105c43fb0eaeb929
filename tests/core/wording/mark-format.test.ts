import { describe, expect, it } from "vitest";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { comparableFormat, markFormat } from "../../../src/core/wording/mark-format.ts";
import { shownText } from "../../../src/hosts/file/looks/shown-text.ts";

const wide = { digits: 99, lines: 1 };
const room = (value: CellValue, format = "General", size: { readonly digits: number; readonly lines: number } = wide) => ({ value, shown: shownText(value, format, false), format, ...size });

/** What a cell shows with a mark. */
function marked(value: CellValue, format = "General", size = wide): string {
  return shownText(value, markFormat("required", "要見直し", room(value, format, size)) ?? format, false);
}

describe("the number format of a mark", () => {
  const formats = [
    "General", "@", "0", "0.0", "00", "#,##0", "0-0-0", '"第"0"号"', 'm"月"d"日"', "m-d", "yyyy/m/d", '[$-411]ggge"年"m"月"d"日"', "[h]:mm", "h:mm",
    "0;-0", '0;"▲"0', '0;-0;"零"', '0;-0;"零";"［"@"］"', '@"号"', "[Red]0", '[<10]0"点";0', '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "0\\;0", '"a;b"0', "General\"号\"",
  ];

  it.each(formats)("shows the word before what %s shows anyway, for numbers, dates and texts", (format) => {
    for (const value of [3, 1.1, 46_024, 0, "3-2", '1"-;2', "@", "=1+1", "1-1 ; [Red]0"]) expect(`${String(value)}: ${marked(value, format)}`).toBe(`${String(value)}: ⚑要見直し ${shownText(value, format, false)}`);
  });

  it("keeps a minus behind the word", () => {
    expect(["General", "0", '0;"▲"0', "@"].map((format) => marked(-3, format))).toEqual(["⚑要見直し -3", "⚑要見直し -3", "⚑要見直し ▲3", "⚑要見直し -3"]);
  });

  it("shows nothing where the cell shows nothing, no text, or where its format would be too long", () => {
    for (const value of [undefined, "", true, { error: "#REF!" }]) expect(markFormat("required", "要見直し", room(value))).toBeUndefined();
    expect(markFormat("required", "要見直し", room(3, ";;;"))).toBeUndefined();
    expect(markFormat("required", "要見直し", { value: 3, shown: "3", format: `0"${"x".repeat(80)}"`, ...wide })).toBeUndefined();
    for (const broken of ['"', "[", "\\", '0;"', "0;;;;;"]) expect(markFormat("required", "要見直し", { value: 3, shown: "3", format: broken, ...wide })).toContain("⚑要見直し");
  });

  it("is only the sign where the word would push the code out of the cell, and nothing where Excel would show ###", () => {
    const says = (value: CellValue, digits: number, lines = 1) => markFormat("attention", "要注意", room(value, "General", { digits, lines }));
    expect([says("2-2-1", 14), says("2-2-1", 13), says("2-2-1", 1), says("2-2-1", 9, 2), says("2-2-1", 8, 1), says("2-2-1", 4, 9)]).toEqual(['"◉要注意 "@', '"◉"@', '"◉"@', '"◉要注意 "@', '"◉"@', '"◉"@']);
    expect([says(7, 10), says(7, 9), says(7, 3), says(7, 2), says(7, 2, 5)].map((code) => code?.split(";")[0])).toEqual(['"◉要注意 "General', '"◉"General', '"◉"General', undefined, undefined]);
  });

  it("is the same when a host tells the text with the mark's word", () => {
    const tight = { digits: 14, lines: 1 };
    for (const shown of ["2-2-1", "◉要注意 2-2-1", "◉2-2-1"]) expect(markFormat("attention", "要注意", { value: "2-2-1", shown, format: "General", ...tight })).toBe('"◉要注意 "@');
  });

  it("keeps the words of its host, and is compared without them", () => {
    expect(markFormat("required", "要見直し", { value: 3, shown: "3", format: "G/標準", ...wide })).toBe('"⚑要見直し "G/標準;"⚑要見直し "-G/標準;"⚑要見直し "G/標準;"⚑要見直し "@');
    expect(comparableFormat("⚑要見直し\\ G/標準")).toBe(comparableFormat('"⚑要見直し "General'));
  });
});
