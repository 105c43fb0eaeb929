import { describe, expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { fixGroupsOf } from "../../../src/core/fixes/fix-groups.ts";
import { describeLoss } from "../../../src/core/fixes/say.ts";
import { a1 } from "../../../src/core/model/address.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { cleanRows } from "../../core/sheet.ts";
import { openForEdit } from "./write/open.ts";
import { readFirst, sheet, workbook } from "./make.ts";

const part = "xl/worksheets/sheet1.xml";
const plain = (text: string) => `t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

/** The clean sheet with some cells as they are given, from the type on; the others are inline strings. */
function bookOf(cells: Readonly<Record<string, string>>, strings = "<sst/>"): Uint8Array {
  const rows = cleanRows.map((row, at) => {
    const filled = Array.from({ length: 12 }, (_, column) => {
      const place = a1({ row: at, column });
      const text = row[column] ?? "";
      return cells[place] === undefined && text === "" ? "" : `<c r="${place}" ${cells[place] ?? plain(text)}`;
    });
    return `<row r="${at + 1}">${filled.join("")}</row>`;
  });
  return workbook({ [part]: sheet(rows.join("")), "xl/sharedStrings.xml": strings });
}

/** Findings with a fix, as "cell safety". */
async function fixes(bytes: Uint8Array): Promise<readonly string[]> {
  const findings = inspect(await readFirst(bytes), osakaWard)?.findings ?? [];
  return findings.map(({ at, fix }) => `${a1(at)} ${fix?.safety ?? "-"}`);
}

const bold = '<r><t>順調</t></r><r><rPr><b/></rPr><t xml:space="preserve"> </t></r>';
const furigana = '<t xml:space="preserve">順調 </t><rPh sb="0" eb="2"><t>ジュンチョウ</t></rPh><phoneticPr fontId="1"/>';

describe("a fix that would flatten a cell's text is only suggested", () => {
  it.each([
    ["a plain text", "<t xml:space=\"preserve\">順調 </t>", "safe"],
    ["a hint about furigana alone", '<t xml:space="preserve">順調 </t><phoneticPr fontId="1"/>', "safe"],
    ["runs", bold, "suggested"],
    ["one run of all letters", '<r><rPr><sz val="9"/></rPr><t xml:space="preserve">順調 </t></r>', "suggested"],
    ["furigana", furigana, "suggested"],
  ])("%s", async (_, item, safety) => {
    expect(await fixes(bookOf({ D6: `t="inlineStr"><is>${item}</is></c>` }))).toEqual([`D6 ${safety}`]);
    const shared = bookOf({ D6: 't="s"><v>1</v></c>', D7: 't="s"><v>0</v></c>' }, `<sst><si><t xml:space="preserve">順調　</t></si><si>${item}</si></sst>`);
    expect(await fixes(shared)).toEqual([`D6 ${safety}`, "D7 safe"]);
  });

  it("where any of its cells would lose something", async () => {
    const label = { A7: 't="inlineStr"><is><t/></is></c>', A8: 't="inlineStr"><is><r><t>2 学びのまち</t></r></is></c>' };
    expect(await fixes(bookOf(label))).toEqual(["A8 suggested"]);
  });

  it("the reason is said where the fix is listed", async () => {
    const findings = inspect(await readFirst(bookOf({ D6: `t="inlineStr"><is>${bold}</is></c>`, D7: plain("順調 ") })), osakaWard)?.findings ?? [];
    expect(fixGroupsOf(findings).map((fixGroup) => describeLoss(fixGroup, "ja") ?? "")).toEqual([expect.stringContaining("ふりがな"), ""]);
  });

  it("a cell is plain once it was fixed, and the same in the workbench's reading", async () => {
    const file = await openForEdit(bookOf({ D6: 't="s"><v>0</v></c>' }, `<sst><si>${furigana}</si></sst>`));
    expect([(await file.read("7")).has("styled", 5, 3), (await file.look("7")).grid.has("styled", 5, 3)]).toEqual([true, true]);
    await file.apply([{ kind: "edit-cells", sheet: "7", edits: [{ at: { row: 5, column: 3 }, from: "順調 ", to: "順調" }] }]);
    expect((await file.read("7")).has("styled", 5, 3)).toBe(false);
  });
});
