import { expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { TextCode } from "../../../src/hosts/file/text/text-code.ts";
import { cleanRows, note } from "../../core/sheet.ts";
import { readFirst, relations, sheet, workbook, type Parts } from "./make.ts";

/** Problems of other programs with files, from public reports, rebuilt on the clean sheet, with all findings. */

type Put = Readonly<Record<string, string>>;
const letters = "ABCDEFGHIJKL";
const placeOf = (row: number, column: number) => `${letters[column] ?? ""}${row + 1}`;
const put = (cells: Put) => cleanRows.map((texts, row) => Array.from({ length: 12 }, (_, column) => cells[placeOf(row, column)] ?? texts[column] ?? ""));
const lines = (rows: readonly (readonly string[])[], delimiter = ",") => rows.map((row) => row.join(delimiter)).join("\r\n");
const encoder = new TextEncoder();
const shiftJis = (text: string) => new TextCode("shift_jis").encode(text) ?? new Uint8Array(0);

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
/** The rows of a sheet part; a text that starts with "<c" is used as markup. */
const rowsOf = (cells: Put) =>
  put(cells).map((texts, row) => `<row r="${row + 1}">${texts.map((text, column) => (text.startsWith("<c") ? text : text === "" ? "" : `<c r="${placeOf(row, column)}" t="str"><v>${escaped(text)}</v></c>`)).join("")}</row>`).join("");
const bookOf = (cells: Put, after = "", parts: Parts = {}) => workbook({ "xl/worksheets/sheet1.xml": sheet(rowsOf(cells), "", after), ...parts });

const reports: readonly (readonly [report: string, name: string, bytes: Uint8Array, finds: readonly string[]])[] = [
  ["janisdd/vscode-edit-csv#119: ragged semicolons, a comma in every line", "a.csv", encoder.encode(lines(put({ C4: "【公園】 ・公園を増やす,広げる。", H8: "読書会,朗読会" }), ";").replace(/;+$/gm, "")), []],
  ["mholt/PapaParse#60: tabs, and commas that part thousands", "a.csv", encoder.encode(lines(put({ H4: "公園の整備 1,000,000", H5: "花壇 2,000" }), "\t")), []],
  ["SheetJS/sheetjs#732: a tab in a quoted cell", "a.csv", encoder.encode(lines(put({ H4: '"公園\tの整備"', H5: '"花壇\tの手入れ"' }))), []],
  ["cldf/csvw#52: a quote that a curly one was to close", "a.csv", encoder.encode(lines(put({ H5: '"花壇の手入れ”' }))), ["text-broken H5"]],
  ["kohii/smoothcsv3#228: a short file in Shift_JIS", "a.csv", shiftJis(lines(put({ H4: "処理区分" }))), []],
  ["jawah/charset_normalizer#357: half-width kana in CP932", "a.csv", shiftJis(lines(put({ H4: "ｱｲｳｴｵ", H5: "ｶﾀﾞﾝﾉﾃｲﾚ" }))), []],
  ["polygonplanet/encoding.js#54: letters of IBM's rows in CP932", "a.csv", shiftJis(lines(put({ H4: "髙﨑氏の纊", H5: "①㈱Ⅳ" }))), []],
  ["opengovsg/postmangovsg#88: two byte order marks", "a.csv", encoder.encode(`\ufeff\ufeff${lines(put({}))}`), []],
  ["glific/glific#4167: word joiners in header words and statuses", "a.csv", encoder.encode(lines(put({ A1: "\u2060経営課題", I4: "達成\u2060" }))), ["status-spelling I4 safe 達成"]],
  ["tableflowhq/csv-import#243: serial numbers for dates", "a.csv", encoder.encode(lines(put({ B6: "46024", G6: "36923" }))), ["code-date B6 safe 1-2", "code-date G6 safe 1-2-1"]],
  ["SheetJS/sheetjs#1565: dates as JavaScript says them", "a.csv", encoder.encode(lines(put({ G5: "Tue Jan 02 2001 00:00:00 GMT+0900 (Japan Standard Time)" }))), ["code-date G5 safe 1-1-2"]],
  ["SheetJS/sheetjs#2644: dates that lost 48 seconds", "a.xlsx", bookOf({ B6: '<c r="B6" s="1"><v>46023.99944444444</v></c>' }, "", { "xl/styles.xml": '<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>' }), ["code-date B6 safe 1-2"]],
  ["SheetJS/sheetjs#2372: the same as a text", "a.csv", encoder.encode(lines(put({ G5: "Mon Jan 01 2001 23:59:17 GMT+0900 (Japan Standard Time)" }))), ["code-date G5 safe 1-1-2"]],
  ["rdhasse in EPPlusSoftware/EPPlus#123: a sheet without a relation", "a.xlsx", bookOf({}, "", { "xl/workbook.xml": '<workbook xmlns:r="urn:r"><sheets><sheet name="Module1" sheetId="1" r:id=""/><sheet name="評価" sheetId="7" r:id="r1"/></sheets></workbook>' }), []],
  ["tafia/calamine#221: relationships:id", "a.xlsm", bookOf({}, "", { "xl/workbook.xml": '<workbook xmlns:relationships="urn:r"><sheets><sheet name="評価" sheetId="7" relationships:id="r1"/></sheets></workbook>' }), []],
  [
    "troldal/OpenXLSX#254: another name of the workbook, with a prefix",
    "a.xlsx",
    bookOf({}, "", {
      "_rels/.rels": relations(["R1", "officeDocument", "/xl/workbook22.xml"]),
      "xl/workbook.xml": undefined,
      "xl/_rels/workbook.xml.rels": undefined,
      "xl/workbook22.xml": '<x:workbook xmlns:x="urn:x" xmlns:r="urn:r"><x:sheets><x:sheet name="評価" sheetId="7" r:id="R8"/></x:sheets></x:workbook>',
      "xl/_rels/workbook22.xml.rels": relations(["R8", "worksheet", "/xl/worksheets/sheet1.xml"]),
    }),
    [],
  ],
  ["xlnt-community/xlnt#165: a drawing that is not in the package", "a.xlsx", bookOf({}, '<drawing r:id="d1"/>', { "xl/worksheets/_rels/sheet1.xml.rels": relations(["d1", "drawing", "../drawings/drawing1.xml"]) }), []],
  ["SheetJS/sheetjs#1465: a macro sheet before the first sheet", "a.xlsm", bookOf({}, "", { "xl/workbook.xml": '<workbook xmlns:r="urn:r"><sheets><sheet name="Macro1" sheetId="2" r:id="r7"/><sheet name="評価" sheetId="7" r:id="r1"/></sheets></workbook>', "xl/_rels/workbook.xml.rels": relations(["r1", "worksheet", "worksheets/sheet1.xml"], ["r7", "xlMacrosheet", "macrosheets/sheet1.xml"]), "xl/macrosheets/sheet1.xml": "<macrosheet/>" }), []],
  ["yfedoseev/pdf_oxide#123: radicals of both blocks out of a PDF", "a.xlsx", bookOf({ H8: "⾮常⽴の⽅針を⺬す" }), ["text-letters H8 safe 非常立の方針を示す"]],
  ["codeforjapan/mynumbercard_statistics#25: nothing but radicals is replaced", "a.xlsx", bookOf({ H8: "①㈱ＡＢＣと⽅針㌔" }), ["text-letters H8 safe ①㈱ＡＢＣと方針㌔"]],
  ["ExcelDataReader/ExcelDataReader#582: a text under a merged area", "a.xlsx", bookOf({ B5: "1-9", A5: "9 隠れた課題" }, '<mergeCells><mergeCell ref="A4:A6"/><mergeCell ref="B4:B5"/></mergeCells>'), []],
  ["office-kit/xlsx#115: a formula whose result is an empty text", "a.xlsx", bookOf({ I4: '<c r="I4" t="str"><f>[1]Extern!$A$1</f><v/></c>' }), ["status-missing I4"]],
  ["SheetJS/sheetjs#1787: a formula without data", "a.xlsx", bookOf({ I4: '<c r="I4"><f>VLOOKUP(A1,B:C,2)</f></c>' }), ["not-calculated I4"]],
  ["tfussell/xlnt#530: letters struck through in a cell", "a.xlsx", bookOf({ I4: '<c r="I4" t="inlineStr"><is><r><rPr><strike/><i/></rPr><t>達成</t></r><r><rPr><i/></rPr><t>未達成</t></r></is></c>' }), ["text-struck I4"]],
];

it.each(reports)("%s", async (_, name, bytes, finds) => {
  expect(inspect(await readFirst(bytes, name), osakaWard)?.findings.map(note)).toEqual(finds);
});
