import { expect, it } from "vitest";
import { checkBook } from "../../src/cli/check-files.ts";
import { textFormat } from "../../src/cli/text-report.ts";
import { exitStatus, noTotals } from "../../src/cli/totals.ts";
import { builtInForms, osakaWard } from "../../src/core/form/built-in.ts";
import { GridBuilder, type SheetInfo } from "../../src/core/model/grid.ts";
import { Refusal } from "../../src/core/model/refusal.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { cleanRows } from "../core/sheet.ts";
import { refusalOf, relations, sheet, workbook } from "../hosts/file/make.ts";

const letters = "ABCDEFGHIJKL";
const evaluation = sheet(cleanRows.map((row, at) => `<row r="${at + 1}">${row.map((text, column) => (text === "" ? "" : `<c r="${letters[column] ?? ""}${at + 1}" t="str"><v>${text}</v></c>`)).join("")}</row>`).join(""));

/** A workbook whose second sheet is this part, or has none. */
async function inspected(second: string | undefined, entry = '<sheet name="写真" sheetId="8" r:id="r9"/>', first = evaluation, kind = "worksheet") {
  const bytes = workbook({
    "xl/workbook.xml": `<workbook xmlns:r="urn:r"><sheets><sheet name="評価" sheetId="7" r:id="r1"/>${entry}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(["r1", "worksheet", "worksheets/sheet1.xml"], ["r9", kind, "worksheets/sheet2.xml"]),
    "xl/worksheets/sheet1.xml": first,
    "xl/worksheets/sheet2.xml": second,
  });
  const { inspections, broken } = await checkBook(await openFile("a.xlsx", bytes, { inflate: inflateInNode }), { forms: osakaWard, useOwn: false });
  const names = (sheets: readonly { readonly sheet: { readonly name: string } }[]) => sheets.map(({ sheet: { name } }) => name);
  return { read: names(inspections), broken: names(broken), refusals: broken.map(({ refusal }) => refusal.code), status: exitStatus([{ inspections, broken, refusal: null }]) };
}

it.each([
  ["broken", sheet("<row><c><v>x</v></c></row>")],
  ["cut off", "<worksheet><sheetData><row>"],
  ["missing", undefined],
])("a sheet whose part is %s is told, and the others are checked", async (_, second) => {
  expect(await inspected(second)).toEqual({ read: ["評価"], broken: ["写真"], refusals: ["damaged"], status: 2 });
});

it.each([
  ["a module without a part", '<sheet name="Module1" sheetId="8" r:id=""/>', "worksheet"],
  ["an entry of a relation that is not there", '<sheet name="Module1" sheetId="8" r:id="r99"/>', "worksheet"],
  ["a chart sheet", '<sheet name="Graph" sheetId="8" r:id="r9"/>', "chartsheet"],
])("%s is no sheet to check", async (_, entry, kind) => {
  expect(await inspected("<chartsheet/>", entry, evaluation, kind)).toEqual({ read: ["評価"], broken: [], refusals: [], status: 0 });
});

it("where no other sheet is an evaluation, the file is refused for the broken one; for none at all, as without a table of the forced form", async () => {
  expect(await refusalOf(inspected("<worksheet>", undefined, sheet("")))).toBe("damaged: 写真: xl/worksheets/sheet2.xml");
  expect(await refusalOf(inspected(sheet(""), undefined, sheet("")))).toBe("table-missing: 大阪市 区の評価シート");
  // A refusal without a fact leaves no colon behind the sheet's name.
  const book = await openFile("a.xlsx", workbook(), { inflate: inflateInNode });
  const [first] = await book.sheets();
  const sheets = () => Promise.resolve(first ? [first, { ...first, id: "gone", name: "表" }] : []);
  const read = (id: string) => (id === "gone" ? Promise.reject(new Refusal("sheet-gone")) : book.read(id));
  expect(await refusalOf(checkBook({ ...book, sheets, read, recall: () => Promise.resolve(undefined) }, { forms: osakaWard, useOwn: false }))).toBe("sheet-gone: 表");
});

it.each([
  ["of a known form, before its rules run", (builder: GridBuilder) => {
    cleanRows.slice(0, 3).forEach((row, at) => row.forEach((text, column) => builder.set(at, column, text)));
    for (let row = 3; row < 300_010; row++) builder.set(row, 6, `1-${Math.ceil(row / 999)}-${(row % 999) + 1}`);
  }],
  ["of no form, before all its texts are read", (builder: GridBuilder) => {
    for (let row = 0; row < 300_010; row++) [1, 2, 3, 4].forEach((value, column) => builder.set(row, column, value));
  }],
])("a sheet with more items than any office has is told, one %s, and the others are checked", async (_, fill) => {
  const book = await openFile("a.xlsx", workbook({ "xl/worksheets/sheet1.xml": evaluation }), { inflate: inflateInNode });
  const vast: SheetInfo = { id: "vast", name: "数字", hidden: false };
  const builder = new GridBuilder();
  fill(builder);
  const grid = builder.build(vast, false);
  const checked = (sheets: readonly SheetInfo[]) =>
    checkBook({ ...book, sheets: () => Promise.resolve(sheets), read: (id) => (id === vast.id ? Promise.resolve(grid) : book.read(id)), recall: () => Promise.resolve(undefined) }, { forms: builtInForms, useOwn: false });
  const { inspections, broken } = await checked([vast, ...(await book.sheets())]);
  expect([inspections.length, broken.map(({ sheet: { name }, refusal }) => `${name} ${refusal.message}`)]).toEqual([1, ["数字 too-large: items > 300,000"]]);
  expect(await refusalOf(checked([vast]))).toBe("too-large: 数字: items > 300,000");
});

it("the last line of a report counts the sheets that could not be checked", () => {
  const totals = { ...noTotals, refused: 1, broken: 2 };
  const lastLine = (language: "ja" | "en") => textFormat({ language, paint: (text) => text }).end(totals);
  expect(lastLine("ja")).toMatch(/点検できなかったファイル 1　点検できなかったシート 2\n$/);
  expect(lastLine("en")).toMatch(/files not checked: 1 {3}sheets not checked: 2\n$/);
});
