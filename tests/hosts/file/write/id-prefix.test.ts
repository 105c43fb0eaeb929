import { expect, test } from "vitest";
import type { EditableFile } from "../../../../src/hosts/file/open-editable.ts";
import { openEditable } from "../../../../src/hosts/file/open-editable.ts";
import { deflateInNode } from "../../../../src/hosts/file/deflate-node.ts";
import { inflateInNode } from "../../../../src/hosts/file/inflate-node.ts";
import { blankForm, planFor } from "../../excel/blank-form.ts";
import { listPlan, remove, write } from "../../excel/own-plan.ts";
import { relations, sheet, workbook } from "../make.ts";
import { block, edit, entriesOf, marks, partText } from "./open.ts";

/** The form, followed by a sheet of ours with a formula in the calculation chain. */
function withChain(): Uint8Array {
  const names = `<definedNames><definedName name="_tenken_totals" hidden="1">'集計'!$A$1</definedName><definedName name="_tenken_totals_seal" hidden="1">"0"</definedName></definedNames>`;
  return workbook({
    "[Content_Types].xml": '<Types><Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>',
    "xl/workbook.xml": `<workbook xmlns:r="urn:r"><sheets><sheet name="評価" sheetId="7" r:id="r1"/><sheet name="集計" sheetId="9" r:id="r2"/></sheets>${names}</workbook>`,
    "xl/_rels/workbook.xml.rels": relations(["r1", "worksheet", "worksheets/sheet1.xml"], ["r2", "worksheet", "worksheets/sheet2.xml"], ["r3", "calcChain", "calcChain.xml"]),
    "xl/worksheets/sheet1.xml": sheet('<row r="1"><c r="A1"><f>1</f><v>1</v></c></row>'),
    "xl/worksheets/sheet2.xml": sheet('<row r="1"><c r="A1"><f>2</f><v>2</v></c></row>'),
    "xl/calcChain.xml": '<calcChain><c r="A1" i="7"/><c r="A1" i="9"/></calcChain>',
  });
}

const opened = (bytes: Uint8Array, idPrefix?: string) => openEditable(bytes, { inflate: inflateInNode, deflate: deflateInNode, ...(idPrefix !== undefined && { idPrefix }) });

/** The parts after the same work on two files whose sheets are named in different ways. */
async function bothWays(bytes: Uint8Array, work: (file: EditableFile, ids: readonly string[]) => Promise<unknown>) {
  const [plain, prefixed] = await Promise.all(
    [undefined, "12/"].map(async (idPrefix) => {
      const file = await opened(bytes, idPrefix);
      const ids = (await file.sheets()).map(({ id }) => id);
      await work(file, ids);
      return { ids, saved: await file.save() };
    }),
  );
  if (!plain || !prefixed) throw new Error("two were opened");
  expect(prefixed.ids).toEqual(plain.ids.map((id) => `12/${id}`));
  return [entriesOf(plain.saved), entriesOf(prefixed.saved), prefixed.saved] as const;
}

test("what is written is the same whatever stands before the ids: cells, marks, kept texts, input rules, own sheets", async () => {
  const [plain, prefixed] = await bothWays(blankForm(), async (file, [id = ""]) => {
    await file.apply([await planFor(file, id)]);
    const { made } = await file.apply([write(listPlan("totals", "集計", { sheet: id }), undefined, id), write(listPlan("findings", "指摘一覧"))]);
    await file.apply([edit(id, 3, 1, "1-1", "1-2"), marks(id, [block(3, 0)])]);
    await file.remember("tenken.accepted", "[]", id);
    await file.remember("tenken.settings", "{}");
    await file.apply([remove(made[0]?.sheet ?? "")]);
    await file.apply([{ kind: "remove-input-rules", sheet: id }]);
    expect([await file.recall("tenken.accepted", id), await file.recall("tenken.settings")]).toEqual(["[]", "{}"]);
  });
  expect(prefixed).toEqual(plain);
});

test("a sheet of ours that is made again leaves the chain of calculation, whatever stands before its id", async () => {
  const [plain, prefixed, saved] = await bothWays(withChain(), (file, [, own = ""]) => file.apply([write(listPlan("totals", "集計"), own)]));
  expect(prefixed).toEqual(plain);
  expect(await partText(saved, "xl/calcChain.xml")).toBe('<calcChain><c r="A1" i="7"/></calcChain>');
});
