import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { fixGroupsOf } from "../../../src/core/fixes/fix-groups.ts";
import { describeDoubt } from "../../../src/core/fixes/say.ts";
import { a1 } from "../../../src/core/model/address.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { cleanRows } from "../../core/sheet.ts";
import { openForEdit, partText } from "./write/open.ts";
import { readFirst, sheet, workbook } from "./make.ts";

const part = "xl/worksheets/sheet1.xml";
const plain = (text: string) => `t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

/** The clean sheet with some cells given as markup, from the type on; the others are inline strings. */
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

describe("a fix that keeps the letters keeps their look, and is safe; any other is only suggested", () => {
  it.each([
    ["a plain text", "<t xml:space=\"preserve\">順調 </t>", "safe"],
    ["a hint about furigana alone", '<t xml:space="preserve">順調 </t><phoneticPr fontId="1"/>', "safe"],
    ["runs", bold, "safe"],
    ["one run of all letters", '<r><rPr><sz val="9"/></rPr><t xml:space="preserve">順調 </t></r>', "safe"],
    ["furigana", furigana, "safe"],
    ["runs whose letters the fix takes away", '<r><rPr><b/></rPr><t>順調</t></r><r><t>である。</t></r>', "suggested"],
  ])("%s", async (_, item, safety) => {
    expect(await fixes(bookOf({ D6: `t="inlineStr"><is>${item}</is></c>` }))).toEqual([`D6 ${safety}`]);
    const shared = bookOf({ D6: 't="s"><v>1</v></c>', D7: 't="s"><v>0</v></c>' }, `<sst><si><t xml:space="preserve">順調　</t></si><si>${item}</si></sst>`);
    expect(await fixes(shared)).toEqual([`D6 ${safety}`, "D7 safe"]);
  });

  it("where letters are struck through", async () => {
    const struck = '<r><t xml:space="preserve">順調 </t></r><r><rPr><strike/></rPr><t>済</t></r>';
    expect(await fixes(bookOf({ D6: `t="inlineStr"><is>${struck}</is></c>` }))).toEqual(["D6 suggested", "D6 -"]);
  });

  it("where any of its cells would lose something", async () => {
    const label = { A7: 't="inlineStr"><is><t/></is></c>', A8: 't="inlineStr"><is><r><t>2 学びのまち</t></r></is></c>' };
    expect(await fixes(bookOf(label))).toEqual(["A8 suggested"]);
  });

  it("the reason is said where the fix is listed", async () => {
    const findings = inspect(await readFirst(bookOf({ A7: 't="inlineStr"><is><t/></is></c>', A8: 't="inlineStr"><is><r><t>2 学びのまち</t></r></is></c>', D7: plain("順調 ") })), osakaWard)?.findings ?? [];
    expect(fixGroupsOf(findings).map((fixGroup) => describeDoubt(fixGroup, "ja") ?? "")).toEqual(["", expect.stringContaining("ふりがな")]);
  });
});

describe("a text that is written keeps runs and furigana", () => {
  const strip = (xml: string) => /<is>(.*)<\/is>/.exec(xml)?.[1] ?? xml;
  /** The content of D6 after "from" was replaced with "to". */
  async function written(cell: string, strings: string, from: string, to: string): Promise<string> {
    const file = await openForEdit(bookOf({ D6: cell }, strings));
    await file.apply([{ kind: "edit-cells", sheet: "7", edits: [{ at: { row: 5, column: 3 }, from, to }] }]);
    expect((await file.read("7")).value(5, 3)).toBe(to);
    return strip(/<c r="D6".*?<\/c>/.exec((await partText(await file.save(), part)) ?? "")?.[0] ?? "");
  }
  const t = (text: string) => `<t xml:space="preserve">${text}</t>`;

  it.each([
    ["of a run behind", `<r>${t("順")}</r><r><rPr><b/></rPr>${t("調 ")}</r>`, "順調 ", "順調", `<r>${t("順")}</r><r><rPr><b/></rPr>${t("調")}</r>`],
    ["of a run in front that holds nothing else", `<r><rPr><i/></rPr>${t(" ")}</r><r>${t("順調")}</r>`, " 順調", "順調", `<r>${t("順調")}</r>`],
    ["inside, with letters replaced", `<r><t>⼈</t></r><r><rPr><b/></rPr><t>と　 ⾏</t></r>`, "⼈と　 ⾏", "人と 行", `<r>${t("人")}</r><r><rPr><b/></rPr>${t("と 行")}</r>`],
    ["under furigana, which moves along", `${t(" 順 調")}<rPh sb="1" eb="4"><t>ジュンチョウ</t></rPh><phoneticPr fontId="1"/>`, " 順 調", "順調", `${t("順調")}<rPh sb="0" eb="2"><t>ジュンチョウ</t></rPh><phoneticPr fontId="1"/>`],
    ["under the furigana of other letters, which goes", `${t("鈴木 町")}<rPh sb="0" eb="2"><t>スズキ</t></rPh><rPh sb="3" eb="4"><t>マチ</t></rPh>`, "鈴木 町", "佐藤町", `${t("佐藤町")}<rPh sb="2" eb="3"><t>マチ</t></rPh>`],
    ["under furigana whose text a program put into a run", `${t("順調 ")}<rPh sb="0" eb="2"><r><t>ジュン</t></r><r><t>チョウ</t></r></rPh>`, "順調 ", "順調", `${t("順調")}<rPh sb="0" eb="2"><t>ジュンチョウ</t></rPh>`],
    ["written as they must be", `<r><t>a&amp;b_x005F_x000D_</t></r><r><t xml:space="preserve">&lt; </t></r>`, "a&b_x000D_< ", "a&b_x000D_<", `<r>${t("a&amp;b_x005F_x000D_")}</r><r>${t("&lt;")}</r>`],
    ["none that correspond: plain", `<r><t>順調</t></r><r><t>です</t></r>`, "順調です", "順調", t("順調")],
  ])("spaces %s", async (_, item, from, to, wanted) => {
    expect(await written(`t="inlineStr"><is>${item}</is></c>`, "<sst/>", from, to)).toBe(wanted);
    expect(await written('t="s"><v>1</v></c>', `<sst><si><t>x</t></si><si>${item}</si></sst>`, from, to)).toBe(wanted);
    const prefixed = item.replace(/<(\/?)/g, "<$1x:");
    expect(await written('t="s"><v>0</v></c>', `<x:sst xmlns:x="urn:x"><x:si>${prefixed}</x:si></x:sst>`, from, to)).toBe(wanted);
  });

  it("and one whose sheet was read before", async () => {
    const file = await openForEdit(bookOf({ D6: 't="s"><v>0</v></c>' }, `<sst><si>${furigana}</si></sst>`));
    const isStyled = async () => [(await file.read("7")).has("styled", 5, 3), (await file.look("7")).grid.has("styled", 5, 3)];
    expect(await isStyled()).toEqual([true, true]);
    const edit = (from: string, to: string) => file.apply([{ kind: "edit-cells", sheet: "7", edits: [{ at: { row: 5, column: 3 }, from, to }] }]);
    await edit("順調 ", "順調");
    expect(await isStyled()).toEqual([true, true]);
    await edit("順調", "遅れている");
    expect(await isStyled()).toEqual([false, false]);
  });

  it("whatever the runs, the letters are those that were asked for", async () => {
    const letter = fc.constantFrom("順", "a", " ", "\u200b", "𠮷", "\n", "　");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: letter, minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), fc.nat(), async (texts, seed) => {
        const from = texts.join("");
        const to = [...from].filter((unit, at) => unit.trim() !== "" || (seed >> at % 8) % 2 === 0).join("").replaceAll("a", "b");
        fc.pre(to !== "");
        await written(`t="inlineStr"><is>${texts.map((text) => `<r>${t(text)}</r>`).join("")}</is></c>`, "<sst/>", from, to);
      }),
      { numRuns: 60 },
    );
  });
});
