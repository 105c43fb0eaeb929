import { expect, it } from "vitest";
import { inflateInNode } from "../../src/hosts/file/zip/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import type { ExcelAdapter } from "../../src/taskpane/state/excel-adapter.ts";
import { bureauRows, cityRows, workbookOf } from "../core/infer/form-sheets.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { counts, findingAt, openAdapter, said } from "./open-desk.ts";
import { sampleBook } from "./sample-book.ts";

type Rows = Parameters<typeof workbookOf>[1];

async function openRows(rows: Rows, put: Parameters<typeof workbookOf>[2] = {}) {
  return openAdapter(await bookFromFile(await openFile("plan.xlsx", workbookOf("進行管理表", rows, put), { inflate: inflateInNode })));
}

async function infer({ session }: ExcelAdapter, name: string): Promise<void> {
  await session.inference.read();
  await session.inference.use(name);
}

it("a sheet of another form cannot be checked; its form is learned, used at once, kept in the document, and given up without a trace", async () => {
  const { adapter, workbook } = await openRows(bureauRows, { H3: "中くらい" });
  expect([counts(adapter), said(adapter)]).toEqual([[], expect.stringMatching(/^このシートは点検できません/)]);
  await infer(adapter, "局の様式");
  expect([adapter.session.form.name.ja, counts(adapter).length]).toEqual(["局の様式", 5]);
  expect(counts(adapter)).not.toEqual([0, 0, 0, 0, 0]);
  const again = await openAdapter(workbook.book);
  expect([again.adapter.session.form.name.ja, counts(again.adapter)]).toEqual(["局の様式", counts(adapter)]);
  await again.adapter.session.settle({ ...again.adapter.session.documentSettings.get().settings, form: null });
  expect([again.adapter.session.form.name.ja, workbook.book.settings.size, again.workbook.written]).toEqual(["大阪市 区の評価シート", 0, []]);
});

it("a learned form finds what is planted in its sheet", async () => {
  const { adapter } = await openRows(cityRows, { H8: "順調" });
  await infer(adapter, "市の様式");
  expect([adapter.session.form.name.ja, findingAt(adapter, "H8").rule]).toEqual(["市の様式", "status-unknown"]);
});

it("input rules are added and taken away: the workbook is as it was", async () => {
  const { adapter, workbook } = await openAdapter(await sampleBook());
  const { inputRuleEditor } = adapter.session;
  const before = workbook.snapshot();
  const sheet = workbook.book.active;
  await inputRuleEditor.addInputRules(sheet.id, "ja");
  expect(inputRuleEditor.get()).toMatchObject({ addInputRules: { phase: "done", outcome: { lists: 5, texts: 3 } }, withInputRules: new Set([sheet.id]) });
  expect([sheet.validations.length, sheet.cell(21, 1).format, workbook.book.sheets.map(({ visibility }) => visibility)]).toEqual([5, "@", ["Visible", "Hidden"]]);
  await inputRuleEditor.removeInputRules(sheet.id);
  expect([inputRuleEditor.get().addInputRules.phase, inputRuleEditor.get().withInputRules.size, workbook.snapshot()]).toEqual(["removed", 0, before]);
});

it("input rules that the workbook refuses: said, and nothing is changed", async () => {
  const book = await sampleBook();
  book.structureProtected = true;
  const { adapter, workbook } = await openAdapter(book);
  const before = workbook.snapshot();
  await adapter.session.inputRuleEditor.addInputRules(book.active.id, "ja");
  expect([adapter.session.inputRuleEditor.get().addInputRules, workbook.snapshot()]).toMatchObject([{ phase: "refused", code: "protected" }, before]);
});
