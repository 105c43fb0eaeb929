import { describe, expect, it } from "vitest";
import { cells, relations, refusalOf, sheet, workbook, type Parts } from "../make.ts";
import { faultsOf } from "./package-rules.ts";
import { applied, edit, openForEdit, partText } from "./open.ts";

const part = "xl/worksheets/sheet1.xml";
const styles = `<styleSheet xmlns="urn:x"><numFmts count="1"><numFmt numFmtId="164" formatCode="m&quot;月&quot;"/></numFmts><fonts count="1"><font><sz val="9"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF00FF00"/></patternFill></fill></fills>
<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164" fillId="1" applyFill="1"/><xf numFmtId="49" fillId="1"/></cellXfs></styleSheet>`;

const bookOf = (rows: string, more: Parts = {}) => workbook({ [part]: sheet(rows), "xl/styles.xml": styles, ...more });

/** The rows of the first sheet after changes. */
async function rowsAfter(bytes: Uint8Array, ...changes: Parameters<typeof applied>[1][number][]): Promise<string> {
  const { saved } = await applied(bytes, changes);
  return /<((?:\w+:)?)sheetData>([^]*)<\/\1sheetData>/.exec((await partText(saved, part)) ?? "")?.[2] ?? "";
}

const text = (value: string) => `t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`;

describe("cells are written in their place", () => {
  it.each([
    ["an existing cell keeps its style", '<row r="2"><c r="A2" s="1" t="s"><v>0</v></c><c r="B2"/></row>', [1, 0, "順調", "x"], `<row r="2"><c r="A2" s="1" ${text("x")}<c r="B2"/></row>`],
    ["a new cell between others", '<row r="2"><c r="A2"/><c r="C2"/></row>', [1, 1, undefined, "x"], `<row r="2"><c r="A2"/><c r="B2" ${text("x")}<c r="C2"/></row>`],
    ["a new row between others", '<row r="1"/><row r="5"><c r="A5"/></row>', [2, 1, undefined, 7], '<row r="1"/><row r="3"><c r="B3"><v>7</v></c></row><row r="5"><c r="A5"/></row>'],
    ["an empty row tag", '<row r="2" ht="20"/>', [1, 0, undefined, true], '<row r="2" ht="20"><c r="A2" t="b"><v>1</v></c></row>'],
    ["a row's own style", '<row r="2" s="1" customFormat="1"/>', [1, 0, undefined, "x"], `<row r="2" s="1" customFormat="1"><c r="A2" s="1" ${text("x")}</row>`],
    ["a span that would be wrong goes", '<row r="2" spans="1:2"><c r="A2"/></row>', [1, 4, undefined, 1], '<row r="2"><c r="A2"/><c r="E2"><v>1</v></c></row>'],
    ["rows and cells that count themselves", "<row><c/></row><row><c/><c><v>1</v></c><c/></row>", [1, 1, 1, 2], '<row><c/></row><row><c/><c r="B2"><v>2</v></c><c/></row>'],
    ["emptied, the style stays", '<row r="1"><c r="A1" s="1" t="s"><v>0</v></c></row>', [0, 0, "順調", ""], '<row r="1"><c r="A1" s="1"/></row>'],
    ["white space and unknown things stay", '\n <row r="1">\n  <c r="A1"/> <!-- <row r="2"> -->\n </row>\n', [0, 1, undefined, 1], '\n <row r="1">\n  <c r="A1"/><c r="B1"><v>1</v></c> <!-- <row r="2"> -->\n </row>\n'],
    ["spaces and > in tags", `<row r="2" ht = '>9'><c x=">" r = 'A2'\ts ="1" t= "s"><v>0</v></c ></row >`, [1, 0, "順調", "x"], `<row r="2" ht = '>9'><c r="A2" s="1" ${text("x")}</row >`],
    ["cells and formulas in comments and extensions are none", '<row r="2"><!-- <c r="A2"><f/></c> --><c r="A2"><extLst><c r="B2"/><f/></extLst></c></row>', [1, 1, undefined, 1], '<row r="2"><!-- <c r="A2"><f/></c> --><c r="A2"><extLst><c r="B2"/><f/></extLst></c><c r="B2"><v>1</v></c></row>'],
    ["so are those in processing instructions", '<?x <row r="2"><c r="A2">?><?it\'s a>b?><row r="2"><?x <c r="A2"/> \' ?><c r="A2"><?x <f/>?><!-- <v>9</v> --><v>1</v></c></row>', [1, 0, 1, 2], '<?x <row r="2"><c r="A2">?><?it\'s a>b?><row r="2"><?x <c r="A2"/> \' ?><c r="A2"><v>2</v></c></row>'],
    ["the number of a text may stand beside a comment, in CDATA and as a reference", '<row r="2"><c r="A2" t="s"><!-- <v>9</v> --><v><?x?><![CDATA[0]]><!-- 9 --></v></c><c r="B2" t="s"><v>&#48;</v></c></row>', [1, 0, "順調", 2], '<row r="2"><c r="A2"><v>2</v></c><c r="B2" t="s"><v>&#48;</v></c></row>'],
    ["of two cells of one place the last counts", '<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>', [1, 0, 2, 3], '<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>3</v></c></row>'],
  ] as const)("%s", async (_, rows, [row, column, from, to], wanted) => {
    expect(await rowsAfter(bookOf(rows), edit("7", row, column, from, to))).toBe(wanted);
  });

  it.each([
    ["side by side", '<row r="2" ht="9"><c r="A2" s="1"/><c r="B2"><v>1</v></c></row><row r="2"><c r="C2"><v>2</v></c></row><row r="3"/>'],
    ["apart", '<row r="2" ht="9"><c r="A2" s="1"/></row><row r="3"/><row r="2"><c r="B2"><v>1</v></c><c r="C2"><v>2</v></c></row>'],
  ])("a row that stands there twice, %s, is read as a whole and becomes one", async (_, rows) => {
    const wanted = '<row r="2" ht="9"><c r="A2" s="1"/><c r="B2"><v>7</v></c><c r="C2"><v>8</v></c></row><row r="3"/>';
    expect(await rowsAfter(bookOf(rows), edit("7", 1, 1, 1, 7), edit("7", 1, 2, 2, 8))).toBe(wanted);
    expect(await rowsAfter(bookOf(rows), edit("7", 0, 0, undefined, 5))).toBe(`<row r="1"><c r="A1"><v>5</v></c></row>${rows}`);
  });

  it.each([
    ["names another row", '<row r="2"><c r="A3"/></row>'],
    ["names no place", '<row r="2"><c r="2A"/></row>'],
    ["does not end", '<row r="2"><c r="A2"><v></row>'],
  ])("a row with a cell that %s is damaged", async (_, rows) => {
    expect(await refusalOf(applied(bookOf(rows), [edit("7", 1, 1, undefined, 1)]))).toMatch(/^damaged: xl\/worksheets\/sheet1\.xml/);
  });

  it("thousands of rows at once, and every other byte stays", async () => {
    const rows = (written: number) => Array.from({ length: 6_000 }, (_, row) => `<row r="${row + 1}" ht="31.2"><c r="A${row + 1}"/> <c r="B${row + 1}"><v>${row % 3 === 0 ? written : 1}</v></c></row>\n`).join("");
    const edits = Array.from({ length: 2_000 }, (_, at) => edit("7", at * 3, 1, 1, 2));
    expect(await rowsAfter(bookOf(rows(1)), ...edits)).toBe(rows(2));
  });

  it("with prefixes, an empty sheet data tag and another row order", async () => {
    const prefixed = '<x:worksheet xmlns:x="urn:x"><x:dimension ref="A1"/><x:sheetData /></x:worksheet>';
    const { saved } = await applied(bookOf("", { [part]: prefixed }), [edit("7", 3, 2, undefined, "x"), edit("7", 0, 0, undefined, "y")]);
    expect(await partText(saved, part)).toBe(
      `<x:worksheet xmlns:x="urn:x"><x:dimension ref="A1:C4"/><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">y</x:t></x:is></x:c></x:row>` +
        `<x:row r="4"><x:c r="C4" t="inlineStr"><x:is><x:t xml:space="preserve">x</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
    );
  });

  it("half a letter, as cutting a text by its length leaves it, stays what it is", async () => {
    expect(await rowsAfter(bookOf('<row r="1"/>'), edit("7", 0, 0, undefined, "前\ud83d後"))).toBe(`<row r="1"><c r="A1" ${text("前_xD83D_後")}</row>`);
    const rows = '<row r="1"><c r="A1" t="str"><v>前_xD83D_後</v></c></row>';
    expect(await rowsAfter(bookOf(rows), edit("7", 0, 0, "前\ud83d後", 1))).toBe('<row r="1"><c r="A1"><v>1</v></c></row>');
  });

  it("texts behind a comment and an instruction with an apostrophe and tags in it", async () => {
    const strings = "<sst><!-- it's <si> --><?x it's <si>?><si><t>順調</t></si></sst>";
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
    expect(await rowsAfter(bookOf(rows, { "xl/sharedStrings.xml": strings }), edit("7", 0, 0, "順調", 5))).toBe('<row r="1"><c r="A1"><v>5</v></c></row>');
  });

  it("with a prefix of letters that are not ASCII", async () => {
    const named = (rows: string) => `<表:worksheet xmlns:表="urn:x"><表:sheetData>${rows}</表:sheetData></表:worksheet>`;
    const { saved } = await applied(bookOf("", { [part]: named('<表:row r="1"/>') }), [edit("7", 0, 0, undefined, 5), edit("7", 1, 0, undefined, 6)]);
    expect(await partText(saved, part)).toBe(named('<表:row r="1"><表:c r="A1"><表:v>5</表:v></表:c></表:row><表:row r="2"><表:c r="A2"><表:v>6</表:v></表:c></表:row>'));
  });

  it("rows behind the sheet data are none of the sheet's", async () => {
    const controls = '<controls><anchor><from><row>4</row></from></anchor></controls>';
    const { saved } = await applied(bookOf("", { [part]: `<worksheet><sheetData><row r="1"/></sheetData>${controls}</worksheet>` }), [edit("7", 1, 0, undefined, 6)]);
    expect(await partText(saved, part)).toBe(`<worksheet><sheetData><row r="1"/><row r="2"><c r="A2"><v>6</v></c></row></sheetData>${controls}</worksheet>`);
  });

  it.each(["x", "ns0", "main-1"])("a new cell format is written with the prefix %s once", async (prefix) => {
    const named = (xml: string) => xml.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}:`).replaceAll("xmlns=", `xmlns:${prefix}=`);
    const bytes = bookOf("", { [part]: named(`<worksheet xmlns="urn:x"><sheetData/></worksheet>`), "xl/styles.xml": named(styles) });
    const { saved } = await applied(bytes, [edit("7", 0, 0, undefined, "x", "0.0")]);
    expect(await partText(saved, "xl/styles.xml")).toContain(`<${prefix}:xf applyNumberFormat="1" numFmtId="165"/></${prefix}:cellXfs>`);
    expect(await partText(saved, part)).toContain(`<${prefix}:c r="A1" s="3"`);
  });

  it("in UTF-16 parts too", async () => {
    const utf16 = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`, "utf16le");
    const { file, saved } = await applied(bookOf("", { [part]: new Uint8Array(utf16) }), [edit("7", 0, 0, 1, "漢字")]);
    expect((await file.read("7")).value(0, 0)).toBe("漢字");
    expect(await partText(saved, part)).toContain('encoding="UTF-8"');
  });
});

describe("parts in other encodings are written as UTF-8", () => {
  const xml = (encoding: string, value: string) => `<?xml version="1.0" encoding="${encoding}"?><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>${value}</v></c><c r="B1"><v>1</v></c></row></sheetData></worksheet>`;
  const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

  it.each([
    ["ISO-8859-1", bytesOf(xml("ISO-8859-1", "&#38918;\u00e9"))],
    ["us-ascii", bytesOf(xml("us-ascii", "&#38918;&#233;"))],
    ["Shift_JIS", bytesOf(xml("Shift_JIS", "\u008f\u0087&#233;"))],
  ])("%s", async (encoding, bytes) => {
    const { file, saved } = await applied(bookOf("", { [part]: bytes }), [edit("7", 0, 1, 1, "漢字")]);
    expect(cells(await file.read("7"))).toEqual([["順é", "漢字"]]);
    expect((await partText(saved, part))?.startsWith('<?xml version="1.0" encoding="UTF-8"?>'), encoding).toBe(true);
  });

  it("bytes that the encoding cannot read are refused, since they would be lost", async () => {
    expect(await refusalOf(applied(bookOf("", { [part]: bytesOf(xml("Shift_JIS", "\u0081\u0000")) }), [edit("7", 0, 1, 1, 2)]))).toMatch(/^damaged: xl\/worksheets\/sheet1.xml/);
  });
});

describe("formats", () => {
  it("a number format of its own is a new cell format that keeps the fill; taking it back finds the old one again", async () => {
    const file = await openForEdit(bookOf('<row r="1"><c r="A1" s="1"><v>46024</v></c></row>'));
    const { written } = await file.apply([edit("7", 0, 0, 46024, "1-2", "@")]);
    expect(written).toEqual([{ at: { row: 0, column: 0 }, from: 46024, to: "1-2", numberFormat: "@", formerFormat: 'm"月"' }]);
    expect((await file.look("7")).styles[(await file.look("7")).styleIndex(0, 0)]?.fill).toBe("#00ff00");
    await file.apply([edit("7", 0, 0, "1-2", 46024, 'm"月"')]);
    expect((await file.look("7")).text(0, 0)).toBe("1月");
    const now = (await partText(await file.save(), "xl/styles.xml")) ?? "";
    expect([...now.matchAll(/<xf /g)]).toHaveLength(4 - 1 + (now.includes('count="4"') ? 1 : 0));
    expect((await partText(await file.save(), part)) ?? "").toContain('<c r="A1" s="1"><v>46024</v></c>');
  });

  it("a text that reads like a formula is of the format @", async () => {
    const { file } = await applied(bookOf('<row r="1"><c r="A1" s="1"/></row>'), [edit("7", 0, 0, undefined, "=1+1")]);
    expect((await file.read("7")).value(0, 0)).toBe("=1+1");
    expect(await file.apply([edit("7", 0, 0, "=1+1", "=1+1")])).toMatchObject({ written: [{ formerFormat: "@" }] });
  });

  it("a workbook without styles gets some only where they are needed", async () => {
    const bare = { "xl/styles.xml": undefined, "xl/_rels/workbook.xml.rels": relations(["r1", "worksheet", "worksheets/sheet1.xml"], ["r2", "sharedStrings", "sharedStrings.xml"]) };
    expect(await partText((await applied(bookOf("", bare), [edit("7", 0, 0, undefined, "x")])).saved, "xl/styles.xml")).toBeUndefined();
    const { saved, file } = await applied(bookOf("", bare), [edit("7", 0, 0, undefined, 0.5, "0%")]);
    expect((await file.look("7")).text(0, 0)).toBe("50%");
    expect(await partText(saved, "xl/_rels/workbook.xml.rels")).toContain("/styles");
    expect(await partText(saved, "[Content_Types].xml")).toContain('PartName="/xl/styles.xml"');
  });
});

const shared = '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row>';
const array = '<row r="1"><c r="A1"><f t="array" ref="A1:B2">C1:D2</f><v>1</v></c><c r="B1"><v>1</v></c></row>';
const chain = (cells: string): Parts => ({
  "[Content_Types].xml": '<Types><Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>',
  "xl/calcChain.xml": `<calcChain>${cells}</calcChain>`,
  "xl/_rels/workbook.xml.rels": relations(["r1", "worksheet", "worksheets/sheet1.xml"], ["r2", "sharedStrings", "sharedStrings.xml"], ["r3", "styles", "styles.xml"], ["r9", "calcChain", "calcChain.xml"]),
});

describe("formulas are never written over", () => {
  const table = '<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="0" dtr="0" r1="D1"/><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>';

  it.each([
    ["a plain formula", '<row r="1"><c r="A1"><f>B1</f><v>1</v></c></row>', 0, 0],
    ["the first cell of a shared formula", shared, 0, 0],
    ["a follower of a shared formula", shared, 1, 0],
    ["the first cell of an array formula", array, 0, 0],
    ["another cell of an array formula", array, 0, 1],
    ["an empty cell of an array formula", array, 1, 1],
    ["an array formula of one cell", '<row r="1"><c r="A1"><f t="array" ref="A1">B1</f><v>1</v></c></row>', 0, 0],
    ["the first cell of a data table", table, 0, 0],
    ["another cell of a data table", table, 1, 0],
  ])("%s", async (_, rows, row, column) => {
    const bytes = bookOf(rows);
    const file = await openForEdit(bytes);
    const from = (await file.read("7")).value(row, column);
    expect(await refusalOf(file.apply([edit("7", row, column, from, "x")]))).toBe(`formula: ${"AB"[column] ?? ""}${row + 1}`);
    expect(Buffer.compare(await file.save(), bytes)).toBe(0);
  });

  it("the refusal names every one of them, so that the others can be written", async () => {
    const file = await openForEdit(bookOf('<row r="1"><c r="A1"><f>D1</f><v>1</v></c><c r="B1"><v>1</v></c><c r="C1"><f>D1</f><v>1</v></c></row>'));
    const edits = [0, 1, 2].map((column) => ({ at: { row: 0, column }, from: 1, to: "x" }));
    expect(await refusalOf(file.apply([{ kind: "edit-cells", sheet: "7", edits }]))).toBe("formula: A1 C1");
  });

  it("a cell beside one is written, and the workbook asks to be calculated", async () => {
    const { saved } = await applied(bookOf('<row r="1"><c r="A1"><f>B1</f><v>1</v></c><c r="B1"><v>1</v></c></row>', chain('<c r="A1" i="7"/>')), [edit("7", 0, 1, 1, 2)]);
    expect(await partText(saved, "xl/calcChain.xml")).toBe('<calcChain><c r="A1" i="7"/></calcChain>');
    expect(await partText(saved, "xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
  });
});

describe("all or nothing", () => {
  const two = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row>';

  it.each([
    ["moved: B1", [edit("7", 0, 1, 2, "x")]],
    ["too-long: B1", [edit("7", 0, 1, 1, "x".repeat(32_768))]],
    ["sheet-gone", [edit("99", 0, 0, undefined, "x")]],
  ])("%s: nothing is written", async (refusal, late) => {
    const bytes = bookOf(two);
    const file = await openForEdit(bytes);
    expect(await refusalOf(file.apply([edit("7", 0, 0, "順調", "x"), ...late]))).toBe(refusal);
    expect((await file.read("7")).value(0, 0)).toBe("順調");
    expect(Buffer.compare(await file.save(), bytes)).toBe(0);
  });

  it("edits of one cell build on each other, and what is so already changes no byte", async () => {
    const bytes = bookOf(two);
    const file = await openForEdit(bytes);
    const { written } = await file.apply([edit("7", 0, 0, "順調", "順調"), edit("7", 5, 5, undefined, "")]);
    expect(written.map(({ formerFormat }) => formerFormat)).toEqual(["General", "General"]);
    expect(Buffer.compare(await file.save(), bytes)).toBe(0);
    await file.apply([edit("7", 0, 0, "順調", "x"), edit("7", 0, 0, "x", "y")]);
    expect((await file.read("7")).value(0, 0)).toBe("y");
  });

  it("a protected sheet is named; one whose protection is off is written to", async () => {
    const locked = (attributes: string) => bookOf(two, { [part]: sheet(two, "", `<sheetProtection ${attributes}/>`) });
    expect(await refusalOf(applied(locked('sheet="1"'), [edit("7", 0, 0, "順調", "x")]))).toBe("protected: 評価");
    expect(await refusalOf(applied(locked('sheet="1"'), [edit("7", 0, 0, "順調", "順調")]))).toBe("read");
    expect(await refusalOf(applied(locked('objects="1"'), [edit("7", 0, 0, "順調", "x")]))).toBe("read");
  });

  it("of a protected sheet the unlocked cells are written, and those that are locked are named", async () => {
    const xfs = '<xf/><xf><protection locked="0"/></xf><xf><protection hidden="1"/></xf><xf><protection locked="1"/></xf>';
    const row = ['<c r="A1" t="str"', '<c r="B1" s="1" t="str"', '<c r="C1" s="2" t="str"', '<c r="D1" s="3" t="str"'].map((open) => `${open}><v>a</v></c>`).join("");
    const parts = { [part]: sheet(`<row r="1">${row}</row><row r="2" s="1" customFormat="1"/>`, "", '<sheetProtection sheet="1"/>'), "xl/styles.xml": `<styleSheet><cellXfs>${xfs}</cellXfs></styleSheet>` };
    const write = (...columns: readonly number[]) => applied(workbook(parts), [{ kind: "edit-cells", sheet: "7", edits: columns.map((column) => ({ at: { row: 0, column }, from: "a", to: "b" })) }]);
    expect(await refusalOf(write(0, 1, 2, 3))).toBe("locked: A1 C1 D1");
    expect(await refusalOf(write(0, 2))).toBe("protected: 評価");
    expect(cells(await (await write(1)).file.read("7"))).toEqual([["a", "b", "a", "a"]]);
    expect(await refusalOf(applied(workbook(parts), [edit("7", 1, 0, undefined, "x")]))).toBe("read");
  });

  it("the header of an Excel table is left to Excel: its cells are the columns' names, which a rule of packages sees", async () => {
    const table = (more: string) => `<table ref="A1:B2"${more}><tableColumns count="2"><tableColumn id="1" name="取組番号"/><tableColumn id="2" name="取組_x000a_名"/></tableColumns></table>`;
    const bookWith = (second: string, more = "") =>
      bookOf(`<row r="1"><c r="A1" t="str"><v>取組番号</v></c><c r="B1" t="str"><v>${second}</v></c><c r="C1" t="str"><v>c</v></c></row><row r="2"><c r="A2" t="str"><v>c</v></c></row>`, {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(["rId1", "table", "../tables/table1.xml"]),
        "xl/tables/table1.xml": table(more),
      });
    const sound = bookWith("取組_x000a_名");
    expect(await refusalOf(applied(sound, [edit("7", 0, 2, "c", "x"), edit("7", 1, 0, "c", "x"), edit("7", 0, 0, "取組番号", "取組番号")]))).toBe("read");
    expect(await refusalOf(applied(sound, [edit("7", 0, 0, "取組番号", "番号")]))).toBe("table-header: A1");
    expect(await refusalOf(applied(bookWith("x", ' headerRowCount="0"'), [edit("7", 0, 0, "取組番号", "番号")]))).toBe("read");
    const ofTables = async (bytes: Uint8Array) => (await faultsOf(bytes)).filter((fault) => fault.includes("header cell"));
    expect([await ofTables(sound), await ofTables(bookWith("名"))]).toEqual([[], ["xl/tables/table1.xml: no header cell reads 取組\n名"]]);
  });

  it("a signed workbook is read-only", async () => {
    const signed = bookOf(two, { "_xmlsignatures/sig1.xml": "<Signature/>" });
    expect(await refusalOf(applied(signed, [edit("7", 0, 0, "順調", "x")]))).toBe("read-only: _xmlsignatures");
    expect(await refusalOf(applied(signed, [edit("7", 0, 0, "順調", "順調")]))).toBe("read");
  });

  it("a cancelled plan changes nothing, a second plan waits for the first", async () => {
    const file = await openForEdit(bookOf(two));
    expect(await refusalOf(file.apply([edit("7", 0, 0, "順調", "x")], { signal: AbortSignal.abort() }))).toBe("cancelled");
    await Promise.all([file.apply([edit("7", 0, 0, "順調", "x")]), file.apply([edit("7", 0, 0, "x", "y")])]);
    expect((await file.read("7")).value(0, 0)).toBe("y");
  });
});
