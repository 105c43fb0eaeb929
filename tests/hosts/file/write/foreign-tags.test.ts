import { describe, expect, it } from "vitest";
import { blankForm, planFor } from "../../excel/blank-form.ts";
import { relations, refusalOf, sheet, workbook } from "../make.ts";
import { applied, blank, openForEdit, plan, write } from "./open.ts";

const remove = (id: string) => ({ kind: "delete-sheet", sheet: id }) as const;
const removeInputRules = (id: string, agreed?: string) => ({ kind: "remove-input-rules", sheet: id, ...(agreed !== undefined && { agreed }) }) as const;

/** A workbook with a sheet of the user's that hidden names declare to be ours. */
function signed(kind: string, fingerprint: string, rows = '<row r="1"><c r="A1"><v>1</v></c></row>'): Uint8Array {
  return workbook({
    "xl/workbook.xml": `<workbook xmlns:r="urn:r"><sheets><sheet name="評価" sheetId="7" r:id="r1"/><sheet name="予算" sheetId="8" r:id="r9"/></sheets><definedNames><definedName name="_tenken_${kind}" hidden="1">'予算'!$A$1</definedName><definedName name="_tenken_${kind}_seal" hidden="1">"${fingerprint}"</definedName></definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(["r1", "worksheet", "worksheets/sheet1.xml"], ["r9", "worksheet", "worksheets/sheet2.xml"]),
    "xl/worksheets/sheet2.xml": sheet(rows),
  });
}

describe("a sheet that only the document says is ours", () => {
  it("is found as unproven and never deleted; what an earlier session left unfinished is none of ours", async () => {
    const file = await openForEdit(signed("totals", "a1b2c3"));
    expect(await file.ownSheets()).toEqual([{ own: "totals", sheet: "8", name: "予算", fingerprint: "a1b2c3", hasAdditions: false, isUnproven: true }]);
    expect(await refusalOf(file.apply([remove("8")]))).toBe("not-ours: 予算");
    expect(await (await openForEdit(signed("totals", "unfinished"))).ownSheets()).toEqual([]);
  });

  it("one that was made here is known until the file is opened again, also through undo", async () => {
    const file = await openForEdit(signed("totals", "a1b2c3"));
    const opened = file.snapshot();
    const { made } = await file.apply([write(plan(), { replaces: "8" })]);
    expect(made).toEqual([{ own: "totals", sheet: "8", name: "予算" }]);
    const replaced = file.snapshot();
    const provenAfter = async (state: typeof opened) => {
      state.restore();
      return (await file.ownSheets()).map(({ isUnproven }) => isUnproven !== true);
    };
    expect([await provenAfter(opened), await provenAfter(replaced)]).toEqual([[false], [true]]);
    opened.restore();
    expect(await refusalOf(file.apply([remove("8")]))).toBe("not-ours: 予算");
    const { saved } = await applied(await file.save(), [write(plan())]);
    expect((await (await openForEdit(saved)).ownSheets()).map(({ isUnproven }) => isUnproven)).toEqual([true, true]);
  });

  it("a plan that is refused makes nothing known", async () => {
    const file = blank();
    await file.apply([write(plan())]);
    expect(await refusalOf(file.apply([write(plan()), remove("77")]))).toBe("sheet-gone");
    await file.apply([write(plan({ own: "review" }))]);
    expect((await file.ownSheets()).map(({ sheet: id, isUnproven }) => [id, isUnproven])).toEqual([["1", undefined], ["2", undefined]]);
  });

  it("does not go with input rules unless the user was asked about this very sheet", async () => {
    const record = '<row r="1"><c r="A1"><f>ROWS(評価!$D$4:$D$9)</f></c><c r="B1"><f>IF(ROWS(評価!$B$4)&gt;0,";;;")</f></c></row>';
    const file = await openForEdit(signed("choices", "a1b2c3", record));
    const before = await file.save();
    for (const agreed of [undefined, "7"]) expect(await refusalOf(file.apply([removeInputRules("7", agreed)]))).toBe("not-ours: 予算");
    expect(await file.save()).toEqual(before);
    await file.apply([removeInputRules("7", "8")]);
    expect((await file.sheets()).map(({ name }) => name)).toEqual(["評価"]);
  });

  it("input rules that were added here are taken away without asking", async () => {
    const file = await openForEdit(blankForm());
    const [{ id } = { id: "" }] = await file.sheets();
    await file.apply([await planFor(file, id)]);
    await file.apply([removeInputRules(id)]);
    expect(await file.ownSheets()).toEqual([]);
  });
});
