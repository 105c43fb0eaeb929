import { describe, expect, it } from "vitest";
import { relations, refusalOf, sheet, workbook, type Parts } from "../make.ts";
import { applied, block, marks, openForEdit, partText } from "./open.ts";

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
