import { readFileSync } from "node:fs";
import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { AddInputRules } from "../../../../src/core/model/changes.ts";
import { inputRulesWords } from "../../../../src/core/input-rules/words.ts";
import { Refusal } from "../../../../src/core/model/refusal.ts";
import type { EditableFile } from "../../../../src/hosts/file/open-editable.ts";
import { corpusPaths, shortCorpusBytes } from "../corpus-files.ts";
import { blankForm, planFor } from "../../excel/blank-form.ts";
import { relations, sheet, workbook } from "../make.ts";
import { readAll } from "./corpus-run.ts";
import { convert, hasLibreOffice } from "./libreoffice.ts";
import { block, openForEdit, partText } from "./open.ts";

const removeInputRules = (id: string) => ({ kind: "remove-input-rules", sheet: id }) as const;
/** The user agreed to delete the sheet with the terms, which an earlier session made. */
const agreed = async (file: EditableFile, id: string) => ({ ...removeInputRules(id), agreed: (await file.ownSheets()).find(({ of }) => of?.includes(id))?.sheet ?? "" });

/** A plan for any sheet: one list of three columns and one column of texts. */
function anyPlan(id: string, more: Partial<AddInputRules> = {}): AddInputRules {
  return { kind: "add-input-rules", sheet: id, header: undefined, lists: [{ blocks: [block(1, 1, 30, 1), block(1, 3, 30, 3)], terms: ["順調", "順調でない, <まだ>", "=1"] }], texts: [block(0, 0, 30, 0)], words: inputRulesWords.ja, ...more };
}

async function withInputRules(bytes: Uint8Array) {
  const file = await openForEdit(bytes);
  const [{ id } = { id: "" }] = await file.sheets();
  const { form } = await file.apply([await planFor(file, id)]);
  const xml = async (part = "xl/worksheets/sheet1.xml") => (await partText(await file.save(), part)) ?? "";
  return { file, id, form, xml };
}

/** Our rules as Excel writes them when it saves the workbook: in an extension, since they name another sheet. */
async function savedByExcel(bytes: Uint8Array): Promise<{ readonly bytes: Uint8Array; readonly rules: number }> {
  const { file, xml } = await withInputRules(bytes);
  let rules = 0;
  const moved = (await xml()).replace(/<dataValidation type="list"([^>]*?) sqref="([^"]*)"><formula1>([^<]*)<\/formula1><\/dataValidation>/g, (_, attributes: string, areas: string, formula: string) => {
    rules++;
    return `{<x14:dataValidation type="list"${attributes}><x14:formula1><xm:f>${formula}</xm:f></x14:formula1><xm:sqref>${areas}</xm:sqref></x14:dataValidation>}`;
  });
  const extended = [...moved.matchAll(/\{([^}]*)\}/g)].map(([, rule]) => rule).join("");
  const plain = moved.replace(/\{[^}]*\}/g, "").replace(/<dataValidations count="5"><\/dataValidations>/, "");
  const uri = '<ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"';
  const list = `<extLst>${uri}><x14:dataValidations count="${rules}">${extended}</x14:dataValidations></ext></extLst>`;
  const parts = { "xl/worksheets/sheet1.xml": plain.replace("</worksheet>", `${list}</worksheet>`) };
  const saved = await file.save();
  const others = await Promise.all(["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet2.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"].map(async (name) => [name, await partText(saved, name)] as const));
  return { bytes: workbook({ ...Object.fromEntries(others), ...parts }), rules };
}

describe("validation rules in a file", () => {
  it("rules that Excel moved into an extension are found and taken away, and the extension with them", async () => {
    const moved = await savedByExcel(blankForm());
    expect(moved.rules).toBe(5);
    const file = await openForEdit(moved.bytes);
    const [{ id } = { id: "" }] = await file.sheets();
    expect((await file.apply([await agreed(file, id)])).form).toEqual({ lists: 5, texts: 3, keptRules: 0, keptValues: 0 });
    const xml = (await partText(await file.save(), "xl/worksheets/sheet1.xml")) ?? "";
    expect([xml.includes("dataValidation"), xml.includes("extLst")]).toEqual([false, false]);
  });

  it("the user's rule in an extension keeps its cells, and other extensions stay", async () => {
    const rule = '<x14:dataValidation type="list"><x14:formula1><xm:f>Other!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>E4:E10 K4</xm:sqref></x14:dataValidation>';
    const extensions = `<extLst><ext uri="a"><x14:dataValidations count="1">${rule}</x14:dataValidations></ext><ext uri="b"><other/></ext></extLst>`;
    const { form, xml, file, id } = await withInputRules(blankForm(extensions));
    expect(form).toEqual({ lists: 5, texts: 3, keptRules: 8, keptValues: 1 });
    const written = await xml();
    expect(written).toContain(extensions);
    expect(written).toMatch(/<\/sheetData><dataValidations count="5">.*<\/dataValidations><extLst>/);
    expect(written).toContain('sqref="E11:E203"');
    await file.apply([removeInputRules(id)]);
    expect(await xml()).toContain(`</sheetData>${extensions}</worksheet>`);
  });

  it("what stands in a cell beside its text stays: rich text, phonetic hints, shared texts", async () => {
    const rich = '<c r="A4" t="inlineStr"><is><r><rPr><b/></rPr><t>1 緑</t></r><r><t>のまち</t></r><rPh sb="0" eb="1"><t>ミドリ</t></rPh></is></c>';
    const bytes = blankForm().slice();
    const form = (await partText(bytes, "xl/worksheets/sheet1.xml")) ?? "";
    const shared = '<c r="B4" t="s"><v>1</v></c>';
    const parts = { "xl/worksheets/sheet1.xml": form.replace(/<c r="A4".*?<\/c>/, rich).replace(/<c r="B4".*?<\/c>/, shared), "xl/sharedStrings.xml": "<sst><si><t>x</t></si><si><t>1-1</t></si></sst>" };
    const { xml } = await withInputRules(workbook({ ...parts, "xl/styles.xml": await partText(bytes, "xl/styles.xml") }));
    const written = await xml();
    expect(written).toMatch(/<c s="\d+" r="A4" t="inlineStr"><is><r><rPr><b\/><\/rPr><t>1 緑<\/t><\/r><r><t>のまち<\/t><\/r><rPh sb="0" eb="1"><t>ミドリ<\/t><\/rPh><\/is><\/c>/);
    expect(written).toMatch(/<c s="\d+" r="B4" t="s"><v>1<\/v><\/c>/);
  });

  it("a formula in a column of codes stays one", async () => {
    const form = (await partText(blankForm(), "xl/worksheets/sheet1.xml")) ?? "";
    const formula = '<c r="B4" t="str"><f>A1&amp;"-1"</f><v>1-1</v></c>';
    const { xml, form: outcome } = await withInputRules(workbook({ "xl/worksheets/sheet1.xml": form.replace(/<c r="B4".*?<\/c>/, formula) }));
    expect(await xml()).toContain(formula);
    expect(outcome?.keptValues).toBe(2);
  });

  it("a copy of the sheet loses its lists together with the original", async () => {
    const { file } = await withInputRules(blankForm());
    const saved = await file.save();
    const part = async (name: string) => (await partText(saved, name)) ?? "";
    const copied = {
      "xl/worksheets/sheet1.xml": await part("xl/worksheets/sheet1.xml"),
      "xl/worksheets/sheet3.xml": await part("xl/worksheets/sheet1.xml"),
      "xl/worksheets/sheet2.xml": await part("xl/worksheets/sheet2.xml"),
      "xl/styles.xml": await part("xl/styles.xml"),
      "xl/workbook.xml": (await part("xl/workbook.xml")).replace("</sheets>", '<sheet name="写し" sheetId="9" r:id="r9"/></sheets>'),
      "xl/_rels/workbook.xml.rels": relations(["r1", "worksheet", "worksheets/sheet1.xml"], ["rId5", "worksheet", "worksheets/sheet2.xml"], ["r3", "styles", "styles.xml"], ["r9", "worksheet", "worksheets/sheet3.xml"]),
    };
    const again = await openForEdit(workbook(copied));
    const [{ id } = { id: "" }] = await again.sheets();
    await again.apply([await agreed(again, id)]);
    const after = await again.save();
    for (const name of ["sheet1", "sheet3"]) expect(await partText(after, `xl/worksheets/${name}.xml`)).not.toContain("dataValidation");
    expect((await again.sheets()).map(({ name }) => name)).toEqual(["評価", "写し"]);
  });

  it("more than one sheet of a workbook has its own terms", async () => {
    const second = { "xl/worksheets/sheet1.xml": sheet(""), "xl/worksheets/sheet9.xml": sheet(""), "xl/workbook.xml": '<workbook xmlns:r="urn:r"><sheets><sheet name="評価" sheetId="7" r:id="r1"/><sheet name="次&amp;の \'26" sheetId="8" r:id="r9"/></sheets></workbook>' };
    const rels = { "xl/_rels/workbook.xml.rels": relations(["r1", "worksheet", "worksheets/sheet1.xml"], ["r9", "worksheet", "worksheets/sheet9.xml"]) };
    const file = await openForEdit(workbook({ ...second, ...rels }));
    for (const { id } of await file.sheets()) await file.apply([anyPlan(id)]);
    expect((await file.ownSheets()).map(({ name, of }) => [name, of])).toEqual([["選択肢", ["7"]], ["選択肢 (2)", ["8"]]]);
    await file.apply([removeInputRules("7")]);
    const again = await openForEdit(await file.save());
    expect((await again.ownSheets()).map(({ name, of }) => [name, of])).toEqual([["選択肢 (2)", ["8"]]]);
    expect(await partText(await file.save(), "xl/worksheets/sheet9.xml")).toContain("'選択肢 (2)'!$A$4:$A$6");
  });
});

describe("other programs see the lists and the text format", { timeout: 120_000 }, () => {
  const sample = () => new Uint8Array(readFileSync(new URL("../../../../assets/samples/sample.xlsx", import.meta.url)));

  /** ExcelJS's reading of D6, a status, and B6, a code. */
  async function seenByExcelJs(bytes: Uint8Array) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.slice().buffer);
    const [form, choices] = book.worksheets;
    const { type, formulae } = form?.getCell("D6").dataValidation ?? {};
    return [type, formulae?.slice(0, 1).map(String).join().replaceAll("'", ""), form?.getCell("B6").numFmt, choices?.name, choices?.state];
  }

  it("ExcelJS", async () => {
    const { file } = await withInputRules(sample());
    expect(await seenByExcelJs(await file.save())).toEqual(["list", "選択肢!$A$4:$A$5", "@", "選択肢", "hidden"]);
  });

  it.skipIf(!hasLibreOffice)("LibreOffice, and what it saved its input rules can still be removed", async () => {
    const { file, id } = await withInputRules(sample());
    const saved = convert(new Map([["form", await file.save()]]), "xlsx", "xlsx").get("form") ?? new Uint8Array();
    expect(await seenByExcelJs(saved)).toEqual(["list", "選択肢!$A$4:$A$5", "@", "選択肢", "hidden"]);
    const again = await openForEdit(saved);
    expect((await again.apply([await agreed(again, id)])).form).toMatchObject({ lists: 5, texts: 3 });
    expect((await seenByExcelJs(await again.save())).slice(0, 4)).toEqual([undefined, undefined, "General", undefined]);
  });
});

describe("workbooks of other programs", { timeout: 300_000 }, () => {
  it("are added, saved, opened again and taken away: every cell holds what it held", async () => {
    const outcomes = new Map<string, number>();
    for (const path of corpusPaths()) {
      try {
        const file = await openForEdit(shortCorpusBytes(path));
        const before = await readAll(file);
        const [{ id } = { id: "" }] = await file.sheets();
        const { form } = await file.apply([anyPlan(id)]);
        const saved = await openForEdit(await file.save());
        expect((await readAll(saved)).slice(0, before.length).map(plain), path).toEqual(before.map(plain));
        if ((form?.lists ?? 0) + (form?.texts ?? 0) > 0) expect((await saved.ownSheets()).filter(({ own, of }) => own === "choices" && of?.includes(id)).length, path).toBe(1);
        await saved.apply([await agreed(saved, id)]);
        expect((await readAll(await openForEdit(await saved.save()))).map(plain), path).toEqual(before.map(plain));
        outcomes.set("added", (outcomes.get("added") ?? 0) + 1);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        outcomes.set(error.message, (outcomes.get(error.message) ?? 0) + 1);
      }
    }
    console.info([...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(", "));
  });
});

/** The values of a grid with the formats of its numbers. */
function plain({ sheet: { name }, rowCount, ...grid }: Awaited<ReturnType<typeof readAll>>[number]) {
  return { name, rows: Array.from({ length: rowCount }, (_, row) => grid.row(row).map((value, column) => [value, grid.numberFormat(row, column)])) };
}
