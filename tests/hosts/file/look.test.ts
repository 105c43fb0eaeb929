import { describe, expect, it } from "vitest";
import { openFile, type FileWorkbook } from "../../../src/hosts/file/open.ts";
import { shownText } from "../../../src/hosts/file/looks/shown-text.ts";
import { cells, sheet, workbook } from "./make.ts";

const styles = `<styleSheet>
  <fonts><font><sz val="11"/><color theme="1"/></font><font><b/><i val="0"/><u/><strike/><sz val="14"/><color rgb="FFC00000"/></font></fonts>
  <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.7999816888943144"/></patternFill></fill>
    <fill><patternFill patternType="solid"><fgColor indexed="13"/></patternFill></fill></fills>
  <borders><border/><border><left style="thin"><color auto="1"/></left><end style="medium"><color rgb="FF00FF00"/></end><top/><bottom style="double"/></border></borders>
  <cellXfs><xf/><xf fontId="1" fillId="1" borderId="1"><alignment horizontal="center" vertical="top" wrapText="1" indent="2" textRotation="255"/></xf>
    <xf numFmtId="14"/><xf fillId="2"/></cellXfs></styleSheet>`;
const theme = `<a:theme xmlns:a="urn:a"><a:themeElements><a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="111111"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>
  <a:accent1><a:srgbClr val="4F81BD"/></a:accent1></a:clrScheme></a:themeElements></a:theme>`;
const before = `<sheetViews><sheetView><pane xSplit="2" ySplit="4" state="frozen"/></sheetView></sheetViews><sheetFormatPr baseColWidth="10" defaultRowHeight="18.75"/>
  <cols><col min="1" max="2" width="10.7109375" style="3"/><col min="4" max="4" width="0" hidden="1"/></cols>`;
const rows = `<row r="1" ht="30" s="1" customFormat="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="C1" s="2"><v>46113</v></c></row><row r="2"><c r="B2" s="0"/></row>`;

async function book(): Promise<FileWorkbook> {
  const after = '<customSheetViews><customSheetView><pane xSplit="5" ySplit="1" state="frozen"/></customSheetView></customSheetViews><mergeCells><mergeCell ref="A1:B3"/><mergeCell ref="AA10"/></mergeCells>';
  return openFile("a.xlsx", workbook({ "xl/styles.xml": styles, "xl/theme/theme1.xml": theme, "xl/worksheets/sheet1.xml": sheet(rows, before, after) }));
}

describe("a sheet's look", () => {
  it("sizes, frozen panes and merged areas", async () => {
    const look = await (await book()).look("7");
    expect([look.frozenColumns, look.frozenRows]).toEqual([2, 4]);
    expect([...look.columnWidths]).toEqual([[0, 75], [1, 75], [3, 0]]);
    expect([...look.hiddenColumns]).toEqual([3]);
    expect([look.defaultColumnWidth, look.defaultRowHeight, [...look.rowHeights]]).toEqual([80, 25, [[0, 40]]]);
    expect(look.merges).toEqual([{ row: 0, column: 0, lastRow: 2, lastColumn: 1 }, { row: 9, column: 26, lastRow: 9, lastColumn: 26 }]);
  });

  it("styles with colours resolved", async () => {
    const look = await (await book()).look("7");
    expect(look.styles[look.styleIndex(0, 0)]).toEqual({
      bold: true, italic: false, underline: true, strike: true, fontSizePt: 14, color: "#c00000", fill: "#dce6f2",
      horizontal: "center", vertical: "top", wrap: true, indent: 2, textRotation: 255,
      borders: { top: undefined, right: { style: "medium", color: "#00ff00" }, bottom: { style: "double", color: "#000000" }, left: { style: "thin", color: "#000000" } },
    });
    expect(look.styles[look.styleIndex(1, 1)]).toMatchObject({ color: "#111111", fill: undefined, horizontal: "general", vertical: "bottom" });
    expect(structuredClone(look.styles)).toEqual(look.styles);
  });

  it("a cell without a style has its row's, else its column's", async () => {
    const look = await (await book()).look("7");
    expect(look.styleIndex(0, 9)).toBe(look.styleIndex(0, 0));
    expect(look.styles[look.styleIndex(5, 0)]?.fill).toBe("#ffff00");
    expect(look.styleIndex(5, 9)).toBe(look.styleIndex(1, 1));
  });

  it("equal formats are one style", async () => {
    const look = await (await book()).look("7");
    expect(look.styleIndex(0, 2)).toBe(look.styleIndex(1, 1));
    expect(look.styles).toHaveLength(3);
  });

  it("texts and the same grid as reading", async () => {
    const file = await book();
    const look = await file.look("7");
    expect([look.text(0, 0), look.text(0, 2), look.text(5, 5)]).toEqual(["順調", "2026/4/1", ""]);
    expect(cells(look.grid)).toEqual(cells(await file.read("7")));
  });
});

describe("the text Excel shows", () => {
  it.each([
    [1234.5, "#,##0", "1,235"],
    [-1234, "#,##0;[Red]▲#,##0", "▲1,234"],
    [0.125, "0.0%", "12.5%"],
    [0.1 + 0.2, "General", "0.3"],
    [12345678901, "General", "12345678901"],
    [123456789012, "General", "1.23457E+11"],
    [46113, "yyyy/m/d", "2026/4/1"],
    [46113, 'yyyy"年"m"月"d"日"', "2026年4月1日"],
    [46113, '[$-411]ggge"年"m"月"d"日"', "令和8年4月1日"],
    [46113, "[$-411]ge.m.d", "R8.4.1"],
    [46113, "[$-ja-JP]gge.m.d", "令8.4.1"],
    [46113, "[$-411]ee.mm.dd", "08.04.01"],
    [43585, "[$-411]ggge", "平成31"],
    [32515, "[$-411]ge", "S64"],
    [46113, "aaa", "水"],
    [60, "yyyy/m/d", "1900/2/29"],
    [1.5, "[h]:mm", "36:00"],
    [1.5, "0.0[[", "1.5"],
    ["順調", "@", "順調"],
    ["順調", '0;0;0;@"です"', "順調です"],
    ["順調", "#,##0", "順調"],
    [true, "0", "TRUE"],
    [false, "General", "FALSE"],
    [{ error: "#REF!" }, "0", "#REF!"],
    [undefined, "0", ""],
  ])("%j as %j", (value, code, text) => {
    expect(shownText(value, code, false)).toBe(text);
  });

  it("dates of the 1904 system, but not durations", () => {
    expect(shownText(1, "yyyy/m/d", true)).toBe("1904/1/2");
    expect(shownText(1, "[h]:mm", true)).toBe("24:00");
    expect(shownText(1, "0", true)).toBe("1");
  });
});
