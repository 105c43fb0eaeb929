import { describe, expect, it } from "vitest";
import { nameCode, nameCodes } from "../../../src/hosts/file/xml/names.ts";
import { cells, readFirst, readRows, refusal, sheet, workbook } from "./make.ts";

const strings = (items: string) => ({ "xl/sharedStrings.xml": `<sst>${items}</sst>` });

describe("cell types", () => {
  it.each([
    ["a shared string", '<c t="s"><v>0</v></c>', "順調"],
    ["a formula's text", '<c t="str"><f>A1</f><v>順調 </v></c>', "順調"],
    ["a formula's text that keeps its space", '<c t="str"><v xml:space="preserve">順調 </v></c>', "順調 "],
    ["an inline string", '<c t="inlineStr"><is><t>順</t></is></c>', "順"],
    ["an inline string with a stray value", '<c t="inlineStr"><v>9</v><is><t>順</t></is></c>', "順"],
    ["true", '<c t="b"><v>1</v></c>', true],
    ["false", '<c t="b"><v>0</v></c>', false],
    ["an error", '<c t="e"><v>#REF!</v></c>', { error: "#REF!" }],
    ["the text of an error", '<c t="str"><v>#REF!</v></c>', "#REF!"],
    ["a date", '<c t="d"><v>2026-04-01T12:00:00</v></c>', 46113.5],
    ["the first day", '<c t="d"><v>1900-01-01</v></c>', 1],
    ["the day after the leap day that never was", '<c t="d"><v>1900-03-01</v></c>', 61],
    ["a time", '<c t="d"><v>T06:00:00</v></c>', 0.25],
    ["a whole number", "<c><v>120</v></c>", 120],
    ["a number of an empty type", '<c t=""><v>12</v></c>', 12],
    ["a negative number", '<c t="n"><v>-1.5</v></c>', -1.5],
    ["a number in digits enough", "<c><v>0.30000000000000004</v></c>", 0.30000000000000004],
    ["a number with exponent", "<c><v>1.5E-10</v></c>", 1.5e-10],
    ["a number with white space", "<c><v> 12\n</v></c>", 12],
    ["a number in CDATA", "<c><v><![CDATA[12]]></v></c>", 12],
    ["a number with a comment inside", "<c><v>1<!-- 5 -->2</v></c>", 12],
    ["a shared string with a comment", '<c t="s"><v><!-- x -->0</v></c>', "順調"],
  ])("%s", async (_, cell, value) => {
    expect(await readRows(`<row>${cell}</row>`)).toEqual([[value]]);
  });

  it.each(["<c/>", "<c s='1'></c>", "<c><v/></c>", "<c><f>A1</f></c>", '<c t="str"><v></v></c>', '<c t="s"><v> </v></c>'])("%s is empty", async (cell) => {
    expect(await readRows(`<row>${cell}</row>`)).toEqual([]);
  });

  it.each(['<c t="s"><v>1</v></c>', '<c t="s"><v>-1</v></c>', "<c><v>x</v></c>", "<c><v>1e999</v></c>", "<c><v>0x10</v></c>", '<c t="d"><v>昨日</v></c>'])("%s is damaged, and named", async (cell) => {
    expect(await refusal(workbook({ "xl/worksheets/sheet1.xml": sheet(`<row r="3"><c/>${cell}</row>`) }))).toBe("damaged: xl/worksheets/sheet1.xml (B3)");
  });

  it.each(['<c r="1"/>', '<c r="A0"/>', '<c t="q"/>'])("%s is damaged", async (cell) => {
    expect(await refusal(workbook({ "xl/worksheets/sheet1.xml": sheet(`<row>${cell}</row>`) }))).toBe("damaged: xl/worksheets/sheet1.xml");
  });

  it("dates count from 1904 where the workbook says so", async () => {
    const book = '<workbook><workbookPr date1904="1"/><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>';
    const grid = await readFirst(workbook({ "xl/workbook.xml": book, "xl/worksheets/sheet1.xml": sheet('<row><c t="d"><v>1904-01-02</v></c></row>') }));
    expect([grid.date1904, grid.value(0, 0)]).toEqual([true, 1]);
  });
});

describe("text", () => {
  it.each([
    ["runs are joined", "<si><r><t>順</t></r><r><rPr><b/></rPr><t>調</t></r></si>", "順調"],
    ["a plain text before runs is kept", "<si><t>一</t><r><t>二</t></r></si>", "一二"],
    ["furigana are left out", '<si><t>漢字</t><rPh sb="0" eb="2"><t>カンジ</t></rPh><phoneticPr fontId="1"/></si>', "漢字"],
    ["references are resolved", "<si><t>A&amp;B &lt;&#x9806;&#35519;&gt; &quot;&apos;</t></si>", "A&B <順調> \"'"],
    ["a reference is resolved once", "<si><t>&amp;lt;</t></si>", "&lt;"],
    ["unknown references stay", "<si><t>&nbsp;&#x110000;x</t></si>", "&nbsp;&#x110000;x"],
    ["escapes are resolved", "<si><t>1_x000D_2_x005F_x000D_</t></si>", "1\r2_x000D_"],
    ["CDATA has no references", "<si><t><![CDATA[<&amp;>]]></t></si>", "<&amp;>"],
    ["edge space goes", "<si><t>\n  順 調\t</t></si>", "順 調"],
    ["full-width space stays", "<si><t>\u3000順調\u3000</t></si>", "\u3000順調\u3000"],
    ["edge space stays where it is marked", '<si><t xml:space="preserve"> 順調 </t></si>', " 順調 "],
    ["line ends are one character", '<si><t xml:space="preserve">1\r\n2\r3</t></si>', "1\n2\n3"],
    ["characters beyond the basic plane", "<si><t>𠮷野家😀\uE000</t></si>", "𠮷野家😀\uE000"],
    ["comments inside", "<si><t>順<!-- > </t> -->調</t></si>", "順調"],
  ])("%s", async (_, item, text) => {
    expect(await readRows('<row><c t="s"><v>0</v></c></row>', strings(item))).toEqual([[text]]);
  });

  it("D12 nothing of 32,767 characters is lost", async () => {
    const long = "評".repeat(32_767);
    expect(await readRows('<row><c t="s"><v>0</v></c></row>', strings(`<si><t>${long}</t></si>`))).toEqual([[long]]);
  });

  it("an empty item keeps the numbers of the others", async () => {
    const rows = '<row><c t="s"><v>0</v></c><c t="s"><v>2</v></c></row>';
    expect(await readRows(rows, strings("<si><t>一</t></si><si/><si><t>三</t></si>"))).toEqual([["一", "三"]]);
  });
});

describe("many shared strings", () => {
  it("keep their numbers, plain ones and others mixed, over many batches", async () => {
    const texts = Array.from({ length: 20_000 }, (_, index) => `${index} 順調${"調".repeat(index % 50)}`);
    const item = (text: string, index: number) => (index % 7 === 3 ? `<si><r><t>${text.slice(0, 3)}</t></r><r><t>${text.slice(3)}</t></r></si>` : `<si><t>${text}</t></si>`);
    const rows = texts.map((_, index) => `<row><c t="s"><v>${index}</v></c></row>`).join("");
    expect((await readRows(rows, strings(texts.map(item).join("")))).flat()).toEqual(texts.map((text, index) => (index % 7 === 3 ? text.slice(0, 3).trim() + text.slice(3).trim() : text)));
  });

  it("one larger than a batch", async () => {
    const long = "順".repeat(30_000);
    expect(await readRows('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', strings(`<si><t>${long}</t></si><si><t>調</t></si>`))).toEqual([[long, "調"]]);
  });
});

describe("places", () => {
  it("rows and cells without r follow the one before", async () => {
    const rows = '<row><c><v>1</v></c></row><row r="4"><c><v>2</v></c><c r="D4"><v>3</v></c><c><v>4</v></c></row><row><c r="b5"><v>5</v></c></row>';
    const grid = await readFirst(workbook({ "xl/worksheets/sheet1.xml": sheet(rows) }));
    expect([grid.value(0, 0), grid.value(3, 0), grid.value(3, 3), grid.value(3, 4), grid.value(4, 1)]).toEqual([1, 2, 3, 4, 5]);
    expect(grid.rowCount).toBe(5);
  });

  it("a row without r stands where its first cell says, and the next one follows it", async () => {
    const rows = '<row><c r="A3"><v>1</v></c><c r="B3" t="b"><v>1</v></c></row><row><c r="A6" t="b"><v>1</v></c><c r="B6"><v>2</v></c></row><row><c><v>3</v></c></row>';
    const grid = await readFirst(workbook({ "xl/worksheets/sheet1.xml": sheet(rows) }));
    expect(cells(grid)).toEqual([[], [], [1, true], [], [], [true, 2], [3]]);
  });

  it.each(["A2", "B4"])("a second row in it is damage: %s", async (other) => {
    const rows = `<row><c r="A3"><v>1</v></c><c r="${other}"><v>2</v></c></row>`;
    expect(await refusal(workbook({ "xl/worksheets/sheet1.xml": sheet(rows) }))).toBe(`damaged: xl/worksheets/sheet1.xml (${other})`);
  });

  it("attributes may come in any order, with either quote, and with > inside", async () => {
    expect(await readRows(`<row spans='1:2' r = "1" ><c x='>"' t="s" r='A1'  ><v>0</v></c ></row>`)).toEqual([["順調"]]);
  });

  it.each(['<c r="A5"><v>1</v></c>', '<c r="A5" t="b"><v>1</v></c>'])("%s in another row belongs to nobody knows which", async (cell) => {
    expect(await refusal(workbook({ "xl/worksheets/sheet1.xml": sheet(`<row r="3">${cell}${'<c r="B3" s="1"/>'.repeat(9)}</row>`) }))).toBe("damaged: xl/worksheets/sheet1.xml (A5)");
  });

  it("hidden rows are told", async () => {
    const grid = await readFirst(workbook({ "xl/worksheets/sheet1.xml": sheet('<row r="2" hidden="1"/><row r="3" hidden="0"/><row r="4" hidden="true"/>') }));
    expect([...grid.hiddenRows]).toEqual([1, 3]);
  });

  it.each(["before", "behind"])("merged areas %s the cells cover them", async (where) => {
    const merged = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>';
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="C2"><v>4</v></c></row>';
    const grid = await readFirst(workbook({ "xl/worksheets/sheet1.xml": where === "before" ? sheet(rows, merged) : sheet(rows, "", merged) }));
    expect([cells(grid), grid.anchorRow(1, 0), grid.anchorRow(1, 2)]).toEqual([[[1, undefined], [undefined, undefined, 4]], 0, 1]);
  });

  it("what stands in extensions of rows and cells is theirs", async () => {
    const ext = (inside: string) => `<extLst><ext uri="{1}">${inside}</ext></extLst>`;
    const rows = `<row r="1"><c r="A1"><v>1</v>${ext('<c r="B1"><f/><v>9</v><is><t>9</t></is></c>')}</c>${ext(`<c r="C1"><v>9</v></c>${'<c r="D1" s="1"/>'.repeat(9)}`)}</row><row r="2"><c r="A2"><v>2</v></c></row>`;
    const grid = await readFirst(workbook({ "xl/worksheets/sheet1.xml": sheet(rows) }));
    expect([cells(grid), grid.hasAny("formula")]).toEqual([[[1], [2]], false]);
  });

  it("cells outside the rows are no cells", async () => {
    const ext = '<extLst><ext><row r="1"><c r="A1"><v>9</v></c></row></ext></extLst>';
    expect(cells(await readFirst(workbook({ "xl/worksheets/sheet1.xml": sheet("", "", ext) })))).toEqual([]);
  });

  it.each([
    ['<row r="1048577"/>', "too-large: rows > 1,048,576"],
    ['<row><c r="A1048577"/></row>', "too-large: rows > 1,048,576"],
    ['<row><c r="XFE1"/></row>', "too-large: columns > 16,384"],
    ['<row r="0"/>', "damaged: xl/worksheets/sheet1.xml"],
  ])("%s is refused", async (rows, message) => {
    expect(await refusal(workbook({ "xl/worksheets/sheet1.xml": sheet(rows) }))).toBe(message);
  });
});

describe("number formats", () => {
  it("are known for numbers, built-in and own ones", async () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0&quot;件&quot;"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="57"/></cellXfs>
      <dxfs><dxf><numFmt numFmtId="14" formatCode="0"/></dxf></dxfs></styleSheet>`;
    const rows = '<row><c><v>1</v></c><c s="1"><v>1</v></c><c s="2"><v>1</v></c><c s="3"><v>1</v></c><c s="9"><v>1</v></c></row>';
    const grid = await readFirst(workbook({ "xl/styles.xml": styles, "xl/worksheets/sheet1.xml": sheet(rows) }));
    expect([0, 1, 2, 3, 4].map((column) => grid.numberFormat(0, column))).toEqual(["General", "yyyy/m/d", '0.0"件"', "[$-411]ge.m.d", "General"]);
  });
});

it("the names that are looked for have different numbers", () => {
  const all = Object.values(nameCodes);
  expect(new Set(all).size).toBe(all.length);
  expect(nameCode("mergeCell")).not.toBe(nameCode("mergeCells"));
});
