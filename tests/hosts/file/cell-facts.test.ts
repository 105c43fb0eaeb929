import { describe, expect, it } from "vitest";
import { inspect } from "../../../src/core/inspect.ts";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { fixGroupsOf } from "../../../src/core/fixes/fix-groups.ts";
import { describeDoubt } from "../../../src/core/fixes/say.ts";
import { cleanRows, note } from "../../core/sheet.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { openEditable } from "../../../src/hosts/file/open-editable.ts";
import { TextCode } from "../../../src/hosts/file/text/text-code.ts";
import { deflateInNode } from "../../../src/hosts/file/deflate-node.ts";
import { inflateInNode } from "../../../src/hosts/file/inflate-node.ts";
import { cells, readFirst, refusalOf, relations, sheet, workbook } from "./make.ts";

const inSheet = (rows: string, after = "", parts = {}) => readFirst(workbook({ "xl/worksheets/sheet1.xml": sheet(rows, "", after), ...parts }));
const asking = { "xl/workbook.xml": '<workbook xmlns:r="urn:r"><sheets><sheet name="評価" sheetId="7" r:id="r1"/></sheets><calcPr fullCalcOnLoad="1"/></workbook>' };

describe("formulas without a result", () => {
  it.each([
    ["none", "<f>1+1</f>", "", true],
    ["an empty one, as openpyxl writes", "<f>1+1</f><v/>", "", true],
    ["an empty text, as Excel writes", "<f>A2</f><v></v>", ' t="str"', false],
    ["a number", "<f>1+1</f><v>2</v>", "", false],
    ["a follower of a shared formula", '<f t="shared" si="0"/>', "", true],
    ["a cell without a formula", "", "", false],
  ])("%s", async (_, inner, type, wanted) => {
    expect((await inSheet(`<row r="1"><c r="A1"${type}>${inner}</c><c r="B1"><v>1</v></c></row>`)).has("not-calculated", 0, 0)).toBe(wanted);
  });

  it("a 0 counts as none where the workbook asks to be calculated", async () => {
    const rows = '<row r="1"><c r="A1"><f>B9</f><v>0</v></c><c r="B1"><v>0</v></c><c r="C1"><f>B9</f><v>3</v></c></row>';
    const noted = (grid: Awaited<ReturnType<typeof inSheet>>) => [0, 1, 2].map((column) => grid.has("not-calculated", 0, column));
    expect([noted(await inSheet(rows)), noted(await inSheet(rows, "", asking))]).toEqual([[false, false, false], [true, false, false]]);
  });
});

describe("letters struck through", () => {
  const run = (text: string, strike = "") => `<r><rPr>${strike}<sz val="11"/></rPr><t xml:space="preserve">${text}</t></r>`;
  const struck = (text: string) => run(text, "<strike/>");

  it.each([
    ["a struck run is left out", struck("順調") + run("順調でない"), "順調でない", true],
    ["struck by a value", run("達成", '<strike val="1"/>') + run("未達成"), "未達成", true],
    ["not struck by a value", run("達成", '<strike val="0"/>') + run("！"), "達成！", false],
    ["a run behind without a look of its own", `${run("1-1-2")}${struck("-3")}<r><t>x</t></r>`, "1-1-2x", true],
    ["all struck: read as it is", struck("廃") + struck("止"), "廃止", true],
  ])("%s", async (_, runs, text, isStruck) => {
    const inline = await inSheet(`<row r="1"><c r="A1" t="inlineStr"><is>${runs}</is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>`);
    const shared = await readFirst(workbook({ "xl/sharedStrings.xml": `<sst><si>${runs}</si></sst>` }));
    expect([inline.value(0, 0), inline.has("struck", 0, 0), inline.has("struck", 0, 1), shared.value(0, 0), shared.has("struck", 0, 0)]).toEqual([text, isStruck, false, text, isStruck]);
  });

  it("a cell whose font is struck", async () => {
    const styles = '<styleSheet><fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts><cellXfs><xf/><xf fontId="1"/><xf fontId="2"/></cellXfs></styleSheet>';
    const grid = await inSheet('<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>1</v></c><c r="C1"><v>1</v></c><c r="D1" s="1"/></row>', "", { "xl/styles.xml": styles });
    expect([0, 1, 2, 3].map((column) => grid.has("struck", 0, column))).toEqual([true, false, false, false]);
  });
});

describe("pictures in cells", () => {
  const microsoft = "http://schemas.microsoft.com/office";
  const book = (types: string) => ({
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="urn:r/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="urn:r/sheetMetadata" Target="metadata.xml"/>
      <Relationship Id="r3" Type="${microsoft}/2017/06/relationships/rdRichValue" Target="richData/rdrichvalue.xml"/><Relationship Id="r4" Type="${microsoft}/2017/06/relationships/rdRichValueStructure" Target="richData/rdrichvaluestructure.xml"/></Relationships>`,
    "xl/metadata.xml": `<metadata xmlns:x="urn:x"><metadataTypes count="2"><metadataType name="XLDAPR"/><metadataType name="XLRICHVALUE"/></metadataTypes>
      <futureMetadata name="XLDAPR" count="1"><bk/></futureMetadata>
      <futureMetadata name="XLRICHVALUE" count="2">${[1, 0].map((value) => `<bk><extLst><ext uri="{3}"><x:rvb i="${value}"/></ext></extLst></bk>`).join("")}</futureMetadata>
      <cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata><valueMetadata count="2"><bk><rc t="2" v="0"/></bk><bk><rc t="2" v="1"/></bk></valueMetadata></metadata>`,
    "xl/richData/rdrichvalue.xml": '<rvData count="2"><rv s="0"><v>8</v></rv><rv s="1"><v>0</v><v>5</v></rv></rvData>',
    "xl/richData/rdrichvaluestructure.xml": types,
  });
  const structures = (picture: string) => `<rvStructures count="2"><s t="_error"><k n="errorType" t="i"/></s><s t="${picture}"><k n="_rvRel:LocalImageIdentifier" t="i"/></s></rvStructures>`;
  const rows = '<row r="1"><c r="A1" t="e" vm="1"><v>#VALUE!</v></c><c r="B1" t="e" vm="2"><v>#VALUE!</v></c><c r="C1"><v>1</v></c></row>';
  const pictures = (grid: Awaited<ReturnType<typeof inSheet>>) => grid.row(0).flatMap((value, column) => (grid.has("picture", 0, column) ? [[column, value]] : []));
  const value = { error: "#VALUE!" };

  it.each([
    ["placed in a cell", structures("_localImage"), [[0, value]]],
    ["from an address", structures("_webimage"), [[0, value]]],
    ["of another type: no picture", structures("_linkedentity"), []],
    ["in a broken part: read all the same", "<rvStructures><s", []],
  ])("a rich value %s", async (_, types, wanted) => {
    expect(pictures(await inSheet(rows, "", book(types)))).toEqual(wanted);
  });

  it.each([
    ["DISPIMG of WPS", ' t="str"', '<f>_xlfn.DISPIMG("ID_0A",1)</f><v>=DISPIMG("ID_0A",1)</v>', true],
    ["without a result", "", '<f>_xlfn.DISPIMG("ID_0A",1)</f><v></v>', true],
    ["IMAGE in an older Excel", ' t="e"', '<f>_xlfn.IMAGE("https://example.jp/maru.png")</f><v>#NAME?</v>', true],
    ["another formula that names one", ' t="str"', '<f>LEFT("IMAGE(",2)</f><v>IM</v>', false],
    ["a text that reads alike", ' t="str"', "<v>IMAGE(1)</v>", false],
  ])("a formula: %s", async (_, type, inner, isPicture) => {
    const grid = await inSheet(`<row r="1"><c r="A1"${type}>${inner}</c><c r="B1"><v>1</v></c></row>`);
    expect([pictures(grid), grid.has("not-calculated", 0, 0)]).toEqual([isPicture ? [[0, value]] : [], false]);
  });
});

describe("lists of data validations", () => {
  const rows = '<row r="1"><c r="A1" t="str"><v>達成</v></c></row><row r="9"><c r="C9" t="str"><v>予定 どおり</v></c></row>';
  const rule = (attributes: string, inside: string) => `<dataValidations count="1"><dataValidation type="list" ${attributes}>${inside}</dataValidation></dataValidations>`;
  const refusing = 'showErrorMessage="1" sqref="A1 B3:C5"';
  const allowed = (grid: Awaited<ReturnType<typeof inSheet>>) => ["達成", "未 達成", "予定 どおり", "他"].map((text) => grid.allows(3, 2, text));

  it.each([
    ["in the rule", rule(refusing, '<formula1>"達成, 未 達成"</formula1>'), [true, true, false, false]],
    ["on the sheet", rule(refusing, "<formula1>$A$1:$C$9</formula1>"), [true, false, true, false]],
    ["kept for newer programs", '<extLst><ext><x14:dataValidations><x14:dataValidation type="list" showErrorMessage="true"><x14:formula1><xm:f>C9</xm:f></x14:formula1><xm:sqref>C4</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>', [false, false, true, false]],
    ["with sparklines behind it", `${rule(refusing, '<formula1>"達成, 未 達成"</formula1>')}<extLst><ext><x14:sparkline><xm:f>B1</xm:f><xm:sqref>N20</xm:sqref></x14:sparkline></ext></extLst>`, [true, true, false, false]],
    ["of another sheet that there is not: not known", rule(refusing, "<formula1>語彙!$A$1:$A$3</formula1>"), [true, true, true, true]],
    ["of other cells", rule('showErrorMessage="1" sqref="A1 B5:C9"', '<formula1>"達成"</formula1>'), [true, true, true, true]],
    ["that only warns", rule(`${refusing} errorStyle="warning"`, '<formula1>"達成"</formula1>'), [true, true, true, true]],
    ["that refuses nothing", rule('sqref="C4"', '<formula1>"達成"</formula1>'), [true, true, true, true]],
    ["of whole numbers", rule(refusing, "<formula1>1</formula1>").replace("list", "whole"), [true, true, true, true]],
  ])("%s", async (_, after, wanted) => {
    expect(allowed(await inSheet(rows, after))).toEqual(wanted);
  });

  it.each([
    ["of another sheet", "語彙!$A$1:$A$2", [true, false, true, false]],
    ["of a sheet whose name is quoted, in other letters", "'語''彙 B'!$A$1:$A$2", [false, false, false, true]],
    ["behind a name", "状況", [true, false, true, false]],
    ["behind a name of this sheet, which comes before one of the workbook", "一覧", [false, false, false, true]],
    ["behind a name of another sheet alone: not known", "よその", [true, true, true, true]],
    ["that a function gives: not known", "INDIRECT(A1)", [true, true, true, true]],
    ["of a broken sheet: not known", "壊れ!$A$1", [true, true, true, true]],
    ["of this sheet, by its name", "評価!$A$1", [true, false, false, false]],
  ])("%s", async (_, formula, wanted) => {
    const names = '<definedName name="状況">語彙!$A$1:$A$2</definedName><definedName name="一覧">語彙!$A$1:$A$2</definedName><definedName name="一覧" localSheetId="0">\'語\'\'彙 b\'!$A$1</definedName><definedName name="よその" localSheetId="1">語彙!$A$1</definedName>';
    const parts = {
      "xl/workbook.xml": `<workbook xmlns:r="urn:r"><sheets><sheet name="評価" sheetId="7" r:id="r1"/><sheet name="語彙" sheetId="8" r:id="r8"/><sheet name="語'彙 b" sheetId="9" r:id="r9"/><sheet name="壊れ" sheetId="10" r:id="r10"/></sheets><definedNames>${names}</definedNames></workbook>`,
      "xl/_rels/workbook.xml.rels": relations(["r1", "worksheet", "worksheets/sheet1.xml"], ["r8", "worksheet", "worksheets/terms.xml"], ["r9", "worksheet", "worksheets/more.xml"], ["r10", "worksheet", "worksheets/broken.xml"]),
      "xl/worksheets/terms.xml": sheet('<row r="1"><c r="A1" t="str"><v>達成</v></c></row><row r="2"><c r="A2" t="str"><v>予定 どおり</v></c></row>'),
      "xl/worksheets/more.xml": sheet('<row r="1"><c r="A1" t="str"><v>他</v></c></row>'),
      "xl/worksheets/broken.xml": "<worksheet><sheetData><row>",
    };
    expect(allowed(await inSheet(rows, rule(refusing, `<formula1>${formula}</formula1>`), parts))).toEqual(wanted);
  });

  it("a fix of a formula's result is suggested, and says that it is left out", async () => {
    const filled = cleanRows.map((texts, row) => `<row r="${row + 1}">${texts.map((text, column) => (text === "" ? "" : `<c r="${"ABCDEFGHIJKL"[column] ?? ""}${row + 1}" t="str">${column === 9 && row === 4 ? "<f>X1</f><v>予定通り実施</v>" : `<v>${column === 9 && row === 5 ? "予定通り実施" : text}</v>`}</c>`)).join("")}</row>`).join("");
    const found = inspect(await inSheet(filled), osakaWard)?.findings ?? [];
    expect(found.map(note)).toEqual(["status-spelling J5 suggested 予定どおり実施", "status-spelling J6 safe 予定どおり実施"]);
    expect(fixGroupsOf(found).map((group) => describeDoubt(group, "ja"))).toEqual([expect.stringMatching(/^J5は数式の結果です。.*見送ります。/), undefined]);
  });

  it("a fix that the cell's own list lacks is suggested, and says why", async () => {
    const filled = cleanRows.map((texts, row) => `<row r="${row + 1}">${texts.map((text, column) => (text === "" ? "" : `<c r="${"ABCDEFGHIJKL"[column] ?? ""}${row + 1}" t="str"><v>${column === 9 && row > 3 && row < 6 ? "予定通り実施" : text}</v></c>`)).join("")}</row>`).join("");
    const found = inspect(await inSheet(filled, rule('showErrorMessage="1" sqref="J5"', '<formula1>"予定通り実施"</formula1>')), osakaWard)?.findings ?? [];
    expect(found.map(note)).toEqual(["status-spelling J5 suggested 予定どおり実施", "status-spelling J6 safe 予定どおり実施"]);
    expect(fixGroupsOf(found).map((group) => describeDoubt(group, "ja")?.includes("リスト"))).toEqual([true, undefined]);
  });
});

describe("merged areas", () => {
  const rows = [1, 2, 3].map((row) => `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}"><v>${10 * row}</v></c><c r="C${row}"><v>5</v></c></row>`).join("");
  const merged = (...refs: string[]) => inSheet(rows, `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`);

  it("hide what stands under their first cell", async () => {
    expect(cells(await merged("A1:B2"))).toEqual([[1, undefined, 5], [undefined, undefined, 5], [3, 30, 5]]);
  });

  it("are shown by their first cell, however far they reach", async () => {
    const grid = await merged("B2:XFD1048576");
    expect([grid.anchorRow(2, 1), grid.anchorRow(1, 1), grid.anchorRow(2, 0), grid.value(2, 2)]).toEqual([1, 1, 2, undefined]);
  });

  it("a status merged down holds for each of its initiatives, and is told once", async () => {
    const letters = "ABCDEFGHIJKL";
    const put = (status: string) =>
      cleanRows.map((texts, row) => `<row r="${row + 1}">${texts.map((text, column) => (text === "" || (row === 4 && column > 7 && column < 11) ? "" : `<c r="${letters[column] ?? ""}${row + 1}" t="str"><v>${row === 3 && column === 8 ? status : text}</v></c>`)).join("")}</row>`).join("");
    const check = async (status: string) => inspect(await inSheet(put(status), '<mergeCells><mergeCell ref="I4:I5"/><mergeCell ref="J4:J5"/><mergeCell ref="K4:K5"/></mergeCells>'), osakaWard);
    expect((await check("達成"))?.findings.map(note)).toEqual([]);
    expect((await check("未達成"))?.marks.map(({ code, level }) => `${code ?? ""} ${level}`)).toEqual(["1-1-1 attention", "1-1-2 attention"]);
    expect((await check("達成。"))?.findings.map(note)).toEqual(["status-spelling I4 safe 達成"]);
  });
});

const areas = '<mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="C2:D2"/></mergeCells>';

it.each([["behind", "", areas], ["before", areas, ""]])("what a merged area %s the cells hides is not written: the refusal names every such cell", async (_, before, after) => {
  const bytes = workbook({ "xl/worksheets/sheet1.xml": sheet('<row r="1"><c r="A1"><v>1</v></c></row>', before, after) });
  const file = await openEditable(bytes, { inflate: inflateInNode, deflate: deflateInNode });
  const edit = (row: number, column: number, from: CellValue) => ({ at: { row, column }, from, to: "x" });
  const apply = (...edits: readonly ReturnType<typeof edit>[]) => file.apply([{ kind: "edit-cells", sheet: "7", edits }]);
  expect(await refusalOf(apply(edit(0, 0, 1), edit(2, 0, undefined), edit(1, 3, undefined)))).toBe("covered: A3 D2");
  await apply(edit(0, 0, 1), edit(1, 2, undefined), edit(3, 0, undefined));
  expect((await file.read("7")).row(1)).toEqual([undefined, undefined, "x"]);
});

it("a part in another encoding that it names is read in it; one that nobody knows as UTF-8", async () => {
  const inside = '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>順調</v></c></row></sheetData></worksheet>';
  const shiftJis = new TextCode("shift_jis").encode(`<?xml version="1.0" encoding="Shift_JIS"?>${inside}`);
  expect((await readFirst(workbook({ "xl/worksheets/sheet1.xml": shiftJis }))).value(0, 0)).toBe("順調");
  expect((await readFirst(workbook({ "xl/worksheets/sheet1.xml": `<?xml version="1.0" encoding="x-none"?>${inside}` }))).value(0, 0)).toBe("順調");
});
