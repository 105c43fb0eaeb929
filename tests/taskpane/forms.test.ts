import { expect, it } from "vitest";
import { inflateInNode } from "../../src/hosts/file/zip/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import type { TaskPane } from "../../src/taskpane/state/task-pane.ts";
import { bureauRows, cityRows, workbookOf } from "../core/learn/form-sheets.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { counts, findingAt, openInMemory, said } from "./open-in-memory.ts";
import { sampleBook } from "./sample-book.ts";

type Rows = Parameters<typeof workbookOf>[1];

async function openRows(rows: Rows, put: Parameters<typeof workbookOf>[2] = {}) {
  return openInMemory(await bookFromFile(await openFile("plan.xlsx", workbookOf("進行管理表", rows, put), { inflate: inflateInNode })));
}

async function infer({ session }: TaskPane, name: string): Promise<void> {
  await session.inference.read();
  await session.inference.use(name);
}

it("a sheet of another form cannot be checked; its form is learned, used at once, kept in the document, and given up without a trace", async () => {
  const { taskPane, workbook } = await openRows(bureauRows, { H3: "中くらい" });
  expect([counts(taskPane), said(taskPane)]).toEqual([[], expect.stringMatching(/^このシートは点検できません/)]);
  await infer(taskPane, "局の様式");
  expect([taskPane.session.form.name.ja, counts(taskPane).length]).toEqual(["局の様式", 5]);
  expect(counts(taskPane)).not.toEqual([0, 0, 0, 0, 0]);
  const again = await openInMemory(workbook.book);
  expect([again.taskPane.session.form.name.ja, counts(again.taskPane)]).toEqual(["局の様式", counts(taskPane)]);
  await again.taskPane.session.settle({ ...again.taskPane.session.documentSettings.get().settings, form: null });
  expect([again.taskPane.session.form.name.ja, workbook.book.settings.size, again.workbook.written]).toEqual(["大阪市 区の評価シート", 0, []]);
});

it("a learned form finds what is planted in its sheet", async () => {
  const { taskPane } = await openRows(cityRows, { H8: "順調" });
  await infer(taskPane, "市の様式");
  expect([taskPane.session.form.name.ja, findingAt(taskPane, "H8").rule]).toEqual(["市の様式", "status-unknown"]);
});

it("input rules are added and taken away: the workbook is as it was", async () => {
  const { taskPane, workbook } = await openInMemory(await sampleBook());
  const { inputRuleEditor } = taskPane.session;
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
  const { taskPane, workbook } = await openInMemory(book);
  const before = workbook.snapshot();
  await taskPane.session.inputRuleEditor.addInputRules(book.active.id, "ja");
  expect([taskPane.session.inputRuleEditor.get().addInputRules, workbook.snapshot()]).toMatchObject([{ phase: "refused", code: "protected" }, before]);
});
