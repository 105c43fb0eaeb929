import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { relations, refusalOf, sheet, workbook, type Parts } from "../make.ts";
import { applied, block, marks, openForEdit, partsOf, partText } from "./open.ts";
import type { SetMarks } from "../../../../src/core/model/changes.ts";

const part = "xl/worksheets/sheet1.xml";
const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';

const bookWith = (behind: string, more: Parts = {}) => workbook({ [part]: sheet(rows, "", behind), ...more });

/** All rules of a sheet in order: kind or sign, areas, priority. */
async function rules(bytes: Uint8Array): Promise<string[]> {
  const xml = (await partText(bytes, part)) ?? "";
  return [...xml.matchAll(/<(?:x14:)?conditionalFormatting(?: sqref="([^"]*)")?[^>]*>([^]*?)<\/(?:x14:)?conditionalFormatting>/g)].flatMap(([, areas = "", content = ""]) =>
    [...content.matchAll(/<(?:x14:)?cfRule([^>]*?)\/?>(?:<formula>([^<]*)<)?/g)].map(([, attributes = "", formula = ""]) => {
      const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
      return `${/tenken:\w+/.exec(formula)?.[0] ?? attribute("type")} ${areas} ${attribute("priority")}`.trim();
    }),
  );
}

const users =
  '<mergeCells count="1"><mergeCell ref="D1:E1"/></mergeCells><conditionalFormatting sqref="A1:A9"><cfRule type="colorScale" priority="2"/><cfRule type="expression" dxfId="0" priority="1"><formula>A1=1</formula></cfRule></conditionalFormatting>' +
  '<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><extLst><ext><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="iconSet" priority="3"/></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>';

describe("marks", () => {
  it("come first; the user's rules keep their order, priorities stay unique", async () => {
    const { saved, file } = await applied(bookWith(users), [marks("7", [block(0, 0, 0, 2), block(1, 0, 1, 2)], [block(5, 0)])]);
    expect(await rules(saved)).toEqual(["tenken:required A1:C2 1", "tenken:attention A6 2", "colorScale A1:A9 4", "expression A1:A9 3", "iconSet  5"]);
    expect((await partText(saved, part)) ?? "").toMatch(/<\/mergeCells><conditionalFormatting[^]*<\/conditionalFormatting><pageMargins/);
    await file.apply([marks("7", [block(0, 0)])]);
    expect(await rules(await file.save())).toEqual(["tenken:required A1 1", "colorScale A1:A9 3", "expression A1:A9 2", "iconSet  4"]);
    await file.apply([marks("7", [])]);
    expect(await rules(await file.save())).toEqual(["colorScale A1:A9 2", "expression A1:A9 1", "iconSet  3"]);
  });

  it.each([
    ["that leave room", [5, 9], [7, 11]],
    ["that are some program's last", [1, 2_147_483_647], [3, 2_147_483_647]],
  ])("give the user's rules their priorities back, those %s too", async (_, before, marked) => {
    const rule = (priority: number) => `<conditionalFormatting sqref="B${priority % 100}"><cfRule type="dataBar" priority="${priority}"/></conditionalFormatting>`;
    const { file } = await applied(bookWith(before.map(rule).join("")), [marks("7", [block(0, 0)], [block(5, 0)])]);
    const ofUsers = async () => (await rules(await file.save())).flatMap((one) => (one.startsWith("dataBar") ? Number(one.split(" ").at(-1)) : []));
    expect(await ofUsers()).toEqual(marked);
    await file.apply([marks("7", [])]);
    expect(await ofUsers()).toEqual(before);
  });

  it("of ours go out of an element that the user's rules share", async () => {
    const mixed =
      '<conditionalFormatting sqref="B1"><cfRule type="expression" priority="5"><formula>"tenken:attention"&lt;&gt;""</formula></cfRule><cfRule type="expression" priority="6"><formula>$B1="tenken"</formula></cfRule></conditionalFormatting>';
    const { saved } = await applied(bookWith(mixed), [marks("7", [])]);
    expect((await partText(saved, part)) ?? "").toContain('<conditionalFormatting sqref="B1"><cfRule type="expression" priority="6"><formula>$B1="tenken"</formula></cfRule></conditionalFormatting>');
    expect(await rules(saved)).toHaveLength(1);
  });

  it("set a second time change no byte, and a differential format is made once", async () => {
    const file = await openForEdit(bookWith(""));
    await file.apply([marks("7", [block(0, 0)], [block(2, 0)])]);
    const once = await file.save();
    await file.apply([marks("7", [block(0, 0)], [block(2, 0)])]);
    expect(Buffer.compare(await file.save(), once)).toBe(0);
    await file.apply([marks("7", [block(3, 0)], [block(4, 0)])]);
    const styles = (await partText(await file.save(), "xl/styles.xml")) ?? "";
    expect(styles).toMatch(/<dxfs count="2"><dxf>[^]*FFFFC166[^]*<\/dxf><dxf>[^]*FFDCEBFA[^]*<\/dxf><\/dxfs>/);
  });

  it("stand before the page in a sheet without other rules, and after the merged cells in a prefixed one", async () => {
    const prefixed = '<x:worksheet xmlns:x="urn:x"><x:sheetData/><x:mergeCells count="1"><x:mergeCell ref="A1:B1"/></x:mergeCells><x:pageMargins/></x:worksheet>';
    const { saved } = await applied(workbook({ [part]: prefixed }), [marks("7", [block(0, 0)])]);
    expect((await partText(saved, part)) ?? "").toMatch(/<\/x:mergeCells><x:conditionalFormatting sqref="A1"><x:cfRule [^>]*><x:formula>"tenken:required"&lt;&gt;""<\/x:formula><\/x:cfRule><\/x:conditionalFormatting><x:pageMargins\/>/);
  });

  it("move the rules of a pivot table together with the sheet's", async () => {
    const pivot: Parts = {
      "xl/worksheets/_rels/sheet1.xml.rels": relations(["rId1", "pivotTable", "../pivotTables/pivotTable1.xml"]),
      "xl/pivotTables/pivotTable1.xml": '<pivotTableDefinition><conditionalFormats count="1"><conditionalFormat priority="1"/></conditionalFormats></pivotTableDefinition>',
    };
    const { saved } = await applied(bookWith('<conditionalFormatting pivot="1" sqref="A1"><cfRule type="dataBar" priority="1"/></conditionalFormatting>', pivot), [marks("7", [block(0, 0)])]);
    expect(await rules(saved)).toEqual(["tenken:required A1 1", "dataBar  2"]);
    expect(await partText(saved, "xl/pivotTables/pivotTable1.xml")).toContain('<conditionalFormat priority="2"/>');
  });

  it("are refused on a protected sheet", async () => {
    expect(await refusalOf(applied(bookWith('<sheetProtection sheet="true"/>'), [marks("7", [block(0, 0)])]))).toBe("protected: 評価");
    expect(await refusalOf(applied(bookWith('<sheetProtection sheet="true"/>'), [marks("7", [])]))).toBe("read");
  });
});

describe("the word of a mark", () => {
  const words = (...cells: readonly number[]) => ({ required: { word: "要見直し", cells: cells.map((row) => ({ row, column: 0 })) }, attention: { word: "要注意", cells: [] } });
  const change = (sheetId: string, rows: number): SetMarks => ({ kind: "set-marks", sheet: sheetId, blocks: { required: [block(0, 0, rows - 1, 1)], attention: [] }, words: words(...Array(rows).keys()) });
  const styles =
    '<styleSheet xmlns="urn:x"><numFmts count="1"><numFmt numFmtId="170" formatCode="m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="2"><font><sz val="10"/></font><font><sz val="22"/></font></fonts>' +
    '<cellXfs count="4"><xf numFmtId="0" fontId="0"/><xf numFmtId="170" fontId="0"/><xf numFmtId="49" fontId="0"><alignment wrapText="1"/></xf><xf numFmtId="49" fontId="1"/></cellXfs>' +
    '<dxfs count="2"><dxf><numFmt numFmtId="190" formatCode="0.0"/></dxf>\n<dxf><font><b/></font></dxf></dxfs></styleSheet>';
  const codes =
    '<row r="1" ht="15"><c r="A1" t="inlineStr"><is><t>3-2</t></is></c></row><row r="2"><c r="A2"><v>7</v></c></row><row r="3"><c r="A3" s="1"><v>46024</v></c></row>' +
    '<row r="4" ht="15"><c r="A4" s="2" t="inlineStr"><is><t>1-2-3-4-5-6-7-8</t></is></c></row><row r="5" ht="60"/><row r="6" ht="15"><c r="A6" s="3" t="inlineStr"><is><t>1-2-3</t></is></c></row>';
  const behind = '<mergeCells count="1"><mergeCell ref="A4:A5"/></mergeCells><conditionalFormatting sqref="B1"><cfRule type="expression" dxfId="1" priority="1"><formula>B1=1</formula></cfRule></conditionalFormatting>';
  const book = workbook({ [part]: sheet(codes, "", behind).replace("<sheetData>", '<cols><col min="1" max="1" width="24"/></cols><sheetData>'), "xl/styles.xml": styles });

  /** The number formats of our rules, by their areas. */
  async function formats(bytes: Uint8Array): Promise<Record<string, string>> {
    const [xml, text] = [(await partText(bytes, part)) ?? "", (await partText(bytes, "xl/styles.xml")) ?? ""];
    const dxfs = [...text.matchAll(/<dxf>(.*?)<\/dxf>/gs)].map(([, inner = ""]) => /formatCode="([^"]*)"/.exec(inner)?.[1]?.replaceAll("&quot;", "'") ?? "");
    const ours = [...xml.matchAll(/sqref="([^"]*)"><cfRule type="expression" dxfId="(\d+)" priority="\d+"><formula>"tenken:/g)];
    return Object.fromEntries(ours.map(([, areas = "", id = ""]) => [areas, dxfs[Number(id)] ?? "?"]));
  }

  it("stands before texts, numbers and dates as their cells show them, and is only the sign where it has no room", async () => {
    const { saved } = await applied(book, [change("7", 6)]);
    expect(await formats(saved)).toEqual({
      "A1 A4": "'⚑要見直し '@",
      A2: "'⚑要見直し 'General;'⚑要見直し '-General;'⚑要見直し 'General;'⚑要見直し '@",
      A3: "'⚑要見直し 'm'月'd'日';'⚑要見直し '-m'月'd'日';'⚑要見直し 'm'月'd'日';'⚑要見直し '@",
      A6: "'⚑'@",
      "B1:B4 A5:B5 B6": "",
    });
    const text = (await partText(saved, "xl/styles.xml")) ?? "";
    const ids = [...text.matchAll(/numFmtId="(\d+)" formatCode/g)].map(([, id]) => Number(id));
    expect([new Set(ids).size, Math.min(...ids.slice(2)) > 190]).toEqual([ids.length, true]);
  });

  it("goes with the mark: every part of the workbook is as it was, byte for byte", async () => {
    for (const bytes of [book, readFileSync("assets/samples/sample.xlsx")]) {
      const file = await openForEdit(bytes);
      const [{ id } = { id: "" }] = await file.sheets();
      await file.apply([change(id, 6)]);
      const on = await file.save();
      expect(Object.keys(await formats(on)).length).toBeGreaterThan(1);
      // Taken away at once, and after the file was opened again.
      await file.apply([marks(id, [])]);
      const again = await openForEdit(on);
      await again.apply([marks(id, [])]);
      for (const off of [await file.save(), await again.save()]) expect(await partsOf(off)).toEqual(await partsOf(bytes));
    }
  });

  it("stays in the style sheet where something else uses its look, and so do all before it", async () => {
    const { file } = await applied(book, [change("7", 1)]);
    const marked = await file.save();
    const looks = async (bytes: Uint8Array) => (await partText(bytes, "xl/styles.xml"))?.match(/<dxf>/g)?.length;
    const table = { "xl/tables/table1.xml": '<table dataDxfId="3"/>' };
    const used = await openForEdit(zipSync(Object.fromEntries(Object.entries({ ...(await partsOf(marked)), ...table }).map(([name, text]) => [name, strToU8(text)]))));
    await used.apply([marks("7", [])]);
    expect([await looks(marked), await looks(await used.save())]).toEqual([4, 4]);
  });

  it("comes to the marks of an earlier version, and a second time changes no byte", async () => {
    const file = await openForEdit(book);
    await file.apply([marks("7", [block(0, 0, 5, 1)])]);
    const old = await openForEdit(await file.save());
    await old.apply([change("7", 6)]);
    const once = await old.save();
    expect(Object.keys(await formats(once))).toHaveLength(5);
    const again = await openForEdit(once);
    await again.apply([change("7", 6)]);
    expect(Buffer.compare(await again.save(), once)).toBe(0);
  });
});
