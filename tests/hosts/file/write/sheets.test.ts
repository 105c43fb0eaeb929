import { describe, expect, it } from "vitest";
import { columnPixels } from "../../../../src/core/wording/cell-size.ts";
import { relations, refusalOf, sheet, workbook, zipped, type Parts } from "../make.ts";
import { readAll } from "./corpus-run.ts";
import { applied, blank, edit, entriesOf, openForEdit, partText, plan, write } from "./open.ts";
import { faultsOf } from "./package-rules.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const types = '<Types><Default Extension="rels" ContentType="r"/><Default Extension="xml" ContentType="x"/></Types>';

/** Three sheets with defined names; the third one is active. */
function book(more = "", names = ""): Uint8Array {
  const parts: Parts = {
    "[Content_Types].xml": types,
    "xl/workbook.xml":
      `<workbook xmlns="${main}" xmlns:r="${office}">${more}<bookViews><workbookView activeTab="2" firstSheet="1"/></bookViews><sheets><sheet name="総括表" sheetId="4" r:id="r1"/><sheet name="it's" sheetId="9" r:id="r7"/><sheet name="集計" sheetId="5" r:id="r8"/></sheets>` +
      `<definedNames><definedName name="A" localSheetId="0">1</definedName><definedName name="B" localSheetId="1">2</definedName><definedName name="C" localSheetId="2">3</definedName>${names}</definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      ["r1", "worksheet", "worksheets/sheet1.xml"],
      ["r7", "worksheet", "worksheets/sheet2.xml"],
      ["r8", "worksheet", "worksheets/sheet4.xml"],
      ["r2", "sharedStrings", "sharedStrings.xml"],
      ["r3", "styles", "styles.xml"],
    ),
    "xl/worksheets/sheet2.xml": sheet(""),
    "xl/worksheets/sheet4.xml": sheet('<row r="1"><c r="A1"><v>5</v></c></row>'),
  };
  return workbook(parts);
}

async function workbookXml(bytes: Uint8Array): Promise<string> {
  return (await partText(bytes, "xl/workbook.xml")) ?? "";
}

/** The sheet index of each name that belongs to a sheet. */
async function places(bytes: Uint8Array): Promise<string[]> {
  const xml = await workbookXml(bytes);
  const names = [...xml.matchAll(/<definedName name="([ABC])"(?: localSheetId="(\d)")?/g)].map(([, name = "", index = ""]) => name + index);
  return [...names, ...[...xml.matchAll(/ (?:activeTab|firstSheet)="(\d)"/g)].map(([attribute]) => attribute.trim())];
}

describe("a sheet is written", () => {
  it("behind another one: names and windows keep their sheets", async () => {
    const { saved, result, file } = await applied(book(), [write(plan(), { after: "4" }), write(plan({ own: "review" }), { after: "4" })]);
    expect(result.made).toEqual([{ own: "totals", sheet: "10", name: "集計 (2)" }, { own: "review", sheet: "11", name: "集計 (3)" }]);
    expect((await file.sheets()).map(({ name }) => name)).toEqual(["総括表", "集計 (2)", "集計 (3)", "it's", "集計"]);
    expect(await places(saved)).toEqual(["A0", "B3", "C4", 'activeTab="4"', 'firstSheet="3"']);
    const xml = await workbookXml(saved);
    expect(xml).toContain(`<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">'集計 (2)'!$A$3:$D$5</definedName>`);
    expect(xml).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="2">'集計 (3)'!$3:$3</definedName>`);
    expect(xml).toContain(`<definedName name="_tenken_totals" hidden="1">'集計 (2)'!$A$1</definedName><definedName name="_tenken_totals_seal" hidden="1">"a1b2""c3"</definedName>`);
    expect(await faultsOf(saved)).toEqual([]);
  });

  it("with its page breaks; without rows on each page where the plan has none", async () => {
    const { saved } = await applied(book(), [write(plan({ repeatedRows: null, pageBreaks: [4, 8] }))]);
    expect(await partText(saved, "xl/worksheets/sheet3.xml")).toContain('<rowBreaks count="2" manualBreakCount="2"><brk id="4" max="16383" man="1"/><brk id="8" max="16383" man="1"/></rowBreaks>');
    expect(await workbookXml(saved)).not.toContain("Print_Titles");
    expect(await faultsOf(saved)).toEqual([]);
  });

  it("at the end where its place is gone; two of a kind are numbered", async () => {
    const { file } = await applied(book(), [write(plan(), { after: "77" }), write(plan({ fingerprint: "x".repeat(600) }))]);
    expect((await file.sheets()).map(({ name }) => name)).toEqual(["総括表", "it's", "集計", "集計 (2)", "集計 (3)"]);
    expect((await file.ownSheets()).map(({ own, name, fingerprint }) => [own, name, fingerprint])).toEqual([["totals", "集計 (2)", 'a1b2"c3'], ["totals", "集計 (3)", "x".repeat(600)]]);
    expect(await workbookXml(await file.save())).toContain('name="_tenken_totals_2_seal"');
  });

  it("with what the plan says: values, formulas, links to a sheet by any name, the print set-up", async () => {
    const { saved, result, file } = await applied(book(), [write(plan({}, "9"))]);
    const grid = await file.read(result.made[0]?.sheet ?? "");
    expect([grid.value(0, 0), grid.value(3, 0), grid.value(5, 1), grid.value(6, 1)]).toEqual(['集計 <総括> & "点検"', "=課題1", 52, 0.65]);
    const xml = (await partText(saved, "xl/worksheets/sheet3.xml")) ?? "";
    expect(xml).toContain(`<hyperlink ref="A5" location="'it''s'!A2" display="=課題2"/>`);
    expect(xml).toContain("<f>SUM(B4:B5)</f><v>52</v>");
    expect(xml).toContain("<oddFooter>&amp;L旭区 &amp;&amp; 総括表&amp;R&amp;P / &amp;N</oddFooter>");
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    const look = await file.look(result.made[0]?.sheet ?? "");
    expect([look.frozenRows, look.text(6, 1), look.styles[look.styleIndex(6, 2)]?.fill, look.styles[look.styleIndex(3, 0)]?.wrap]).toEqual([3, "65.0%", "#ffc166", true]);
    // 140 full-width characters in a column of 24 digits take at least eleven lines.
    expect(look.rowHeights.get(6)).toBeGreaterThan(11 * 20);
  });

  it("with styles that are made once, however many sheets there are", async () => {
    const file = await openForEdit(book());
    await file.apply([write(plan())]);
    const once = await partText(await file.save(), "xl/styles.xml");
    await file.apply([write(plan())]);
    expect(await partText(await file.save(), "xl/styles.xml")).toBe(once);
  });

  it("into a new workbook, which then holds nothing else", async () => {
    const file = blank();
    expect(await file.sheets()).toEqual([]);
    await file.apply([write(plan()), write(plan({ own: "review", name: "要見直し一覧" }))]);
    const saved = await file.save();
    expect((await readAll(await openForEdit(saved))).map(({ sheet: { name }, rowCount }) => [name, rowCount])).toEqual([["集計", 7], ["要見直し一覧", 7]]);
    expect((await partText(saved, "xl/worksheets/sheet1.xml")) ?? "").toContain('tabSelected="1"');
    expect((await partText(saved, "xl/worksheets/sheet2.xml")) ?? "").not.toContain("tabSelected");
    expect(await faultsOf(saved)).toEqual([]);
  });

  it("in the namespaces of a strict workbook", async () => {
    const strict = workbook({
      "xl/workbook.xml": '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheets><sheet xmlns:q="http://purl.oclc.org/ooxml/officeDocument/relationships" name="a" sheetId="1" q:id="r1"/></sheets></workbook>',
    });
    const { saved } = await applied(strict, [write(plan())]);
    expect(await partText(saved, "xl/worksheets/sheet2.xml")).toContain('<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"');
    expect(await partText(saved, "xl/_rels/workbook.xml.rels")).toContain('Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"');
    expect(await workbookXml(saved)).toContain('<sheet xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships" name="集計" sheetId="2" r:id=');
    expect(await (await openForEdit(saved)).sheets()).toHaveLength(2);
  });

  it("not into a workbook whose structure is protected", async () => {
    const locked = book('<workbookProtection lockStructure="1"/>');
    expect(await refusalOf(applied(locked, [write(plan())]))).toBe("protected: xl/workbook.xml");
    expect(await refusalOf(applied(locked, [edit("4", 0, 1, undefined, "x")]))).toBe("read");
  });
});

describe("a sheet of ours is made again", () => {
  it("in its place, with its name and id; nothing of the old one is left", async () => {
    const file = await openForEdit(book());
    await file.apply([write(plan(), { after: "4" })]);
    const first = await file.save();
    const { made } = await file.apply([write(plan({ name: "別の名前", fingerprint: "new", charts: [], filter: null }), { replaces: "10" })]);
    expect(made).toEqual([{ own: "totals", sheet: "10", name: "集計 (2)" }]);
    expect(await file.ownSheets()).toEqual([{ own: "totals", sheet: "10", name: "集計 (2)", fingerprint: "new", hasAdditions: false }]);
    const saved = await file.save();
    expect((await file.sheets()).map(({ id }) => id)).toEqual(["4", "10", "9", "5"]);
    expect([...entriesOf(first).keys()].filter((name) => !entriesOf(saved).has(name)).sort()).toEqual(
      ["xl/charts/chart1.xml", "xl/drawings/_rels/drawing1.xml.rels", "xl/drawings/drawing1.xml", "xl/worksheets/_rels/sheet3.xml.rels"].sort(),
    );
    expect(await workbookXml(saved)).not.toContain("_FilterDatabase");
    expect(await faultsOf(saved)).toEqual([]);
  });

  it("only where it is ours", async () => {
    const names = `<definedName name="_tenken_totals" hidden="1">'消えた'!$A$1</definedName><definedName name="_tenken_review">#REF!</definedName>`;
    const file = await openForEdit(book("", names));
    expect(await file.ownSheets()).toEqual([]);
    expect(await refusalOf(file.apply([write(plan(), { replaces: "5" })]))).toBe("not-ours: 集計");
    expect(await refusalOf(file.apply([{ kind: "delete-sheet", sheet: "5" }]))).toBe("not-ours: 集計");
    expect(await refusalOf(file.apply([{ kind: "delete-sheet", sheet: "77" }]))).toBe("sheet-gone");
    await file.apply([write(plan())]);
    expect(await faultsOf(await file.save())).toEqual([]);
  });
});

describe("a sheet of ours is deleted", () => {
  it("with all its parts and names; the workbook is as it was", async () => {
    const bytes = book();
    const file = await openForEdit(bytes);
    await file.apply([write(plan(), { after: "4" })]);
    await file.apply([{ kind: "delete-sheet", sheet: "10" }]);
    const saved = await file.save();
    expect([...entriesOf(saved).keys()]).toEqual([...entriesOf(bytes).keys()]);
    expect(await workbookXml(saved)).toBe(await workbookXml(bytes));
    expect(await partText(saved, "[Content_Types].xml")).toBe(types);
    expect(await partText(saved, "xl/_rels/workbook.xml.rels")).toBe(await partText(bytes, "xl/_rels/workbook.xml.rels"));
  });

  it("not if it is the last one that is seen; names that refer to it become #REF!", async () => {
    const file = blank();
    const { made } = await file.apply([write(plan())]);
    expect(await refusalOf(file.apply([{ kind: "delete-sheet", sheet: made[0]?.sheet ?? "" }]))).toBe("last-sheet: 集計");
    const named = await openForEdit(book("", "<definedName name=\"D\">SUM('集計 (2)'!$B$1:$B$9,'集計'!$A$1)</definedName>"));
    await named.apply([write(plan())]);
    await named.apply([{ kind: "delete-sheet", sheet: "10" }]);
    expect(await workbookXml(await named.save())).toContain("<definedName name=\"D\">SUM(#REF!,'集計'!$A$1)</definedName>");
  });
});

describe("what somebody added to a sheet of ours is seen", () => {
  it.each([
    ["comments", relations(["rId1", "drawing", "../drawings/drawing1.xml"], ["rId2", "comments", "../comments1.xml"]), undefined, true],
    ["the printer's settings, which Excel adds", relations(["rId1", "drawing", "../drawings/drawing1.xml"], ["rId2", "printerSettings", "../printerSettings/p.bin"]), undefined, false],
    ["a picture", undefined, "<xdr:pic><xdr:nvPicPr><xdr:cNvPr id=\"9\" name=\"tenken 9\"/></xdr:nvPicPr></xdr:pic>", true],
    ["a copy of our chart", undefined, "<xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id=\"9\" name=\"tenken 1\"/></xdr:nvGraphicFramePr></xdr:graphicFrame>", true],
    ["another chart", undefined, "<xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id=\"9\" name=\"グラフ 2\"/></xdr:nvGraphicFramePr></xdr:graphicFrame>", true],
  ])("%s", async (_, sheetRelations, anchored, hasAdditions) => {
    const { saved } = await applied(workbook(), [write(plan())]);
    const parts: Record<string, string> = {};
    for (const name of entriesOf(saved).keys()) parts[name] = (await partText(saved, name)) ?? "";
    if (sheetRelations !== undefined) parts["xl/worksheets/_rels/sheet2.xml.rels"] = sheetRelations;
    const drawing = parts["xl/drawings/drawing1.xml"] ?? "";
    if (anchored !== undefined) parts["xl/drawings/drawing1.xml"] = drawing.replace("</xdr:wsDr>", `<xdr:twoCellAnchor>${anchored}</xdr:twoCellAnchor></xdr:wsDr>`);
    expect(await (await openForEdit(zipped(parts))).ownSheets()).toMatchObject([{ name: "集計", hasAdditions }]);
  });
});

describe("the columns of a sheet of ours", () => {
  const styled = (font: string) => workbook({ "xl/styles.xml": `<styleSheet xmlns="${main}"><fonts>${font}</fonts><fills/><borders/><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/></cellXfs></styleSheet>`, "[Content_Types].xml": types });
  const wide = plan().widths.map(columnPixels);

  it.each([
    ["Calibri of 11", '<font><sz val="11"/><name val="Calibri"/></font>', 7],
    ["Arial of 10", '<font><sz val="10"/><name val="Arial"/></font>', 7],
    ["游ゴシック of 11", '<font><sz val="11"/><name val="游ゴシック"/></font>', 8],
    ["no name", '<font><sz val="11"/></font>', 7],
  ])("are as wide as its texts were reckoned with, in a workbook whose font is %s", async (_, font, digit) => {
    const { result, saved } = await applied(styled(font), [write(plan({ charts: [] }))]);
    const id = result.made[0]?.sheet ?? "";
    const { columnWidths } = await (await openForEdit(saved)).look(id);
    expect(wide.map((width, column) => Math.abs(width - (columnWidths.get(column) ?? 0)) <= 1)).toEqual(wide.map(() => true));
    const sheets = [...entriesOf(saved).keys()].filter((part) => part.startsWith("xl/worksheets/sheet"));
    expect(Number(/<col min="1" max="1" width="([^"]*)"/.exec((await partText(saved, sheets.at(-1) ?? "")) ?? "")?.[1])).toBeCloseTo((30 * 8 + 5) / digit, 2);
  });

  it("are so in a new workbook", async () => {
    const file = blank();
    const { made } = await file.apply([write(plan())]);
    const { columnWidths } = await file.look(made[0]?.sheet ?? "");
    expect(wide.map((_width, column) => columnWidths.get(column))).toEqual(wide);
  });
});
