import { expect, it, vi } from "vitest";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";
import type { TaskPane } from "../../src/taskpane/state/task-pane.ts";
import { keepForm } from "../../src/pane/state/keep-form.ts";
import { activeState, entriesShown, misfitOf, shownCheck } from "../../src/pane/state/checks.ts";
import { hangingIn } from "../../src/core/infer/hanging.ts";
import { noSettings, withRule } from "../../src/core/settings/settings.ts";
import { withNewTerm, withoutTerm, withTerm } from "../../src/core/settings/own-form.ts";
import { a1 } from "../../src/core/model/address.ts";
import { osakaWard } from "../../src/core/form/built-in.ts";
import { Refusal } from "../../src/core/model/refusal.ts";
import { gradedRows, workbookOf } from "../samples/form-sheets.ts";
import { bookFromFile } from "../excel-host/model/from-file.ts";
import { checked, counts, findingAt, openInMemory, said } from "./open-in-memory.ts";
import { sampleBook } from "./sample-book.ts";

type Rows = Parameters<typeof workbookOf>[1];

async function openRows(rows: Rows, put: Parameters<typeof workbookOf>[2] = {}) {
  return openInMemory(await bookFromFile(await openFile("plan.xlsx", workbookOf("進行管理表", rows, put), { inflate: inflateInNode })));
}

/** The codes of the rows to review, with their level. */
function marks(taskPane: TaskPane): readonly string[] {
  return checked(taskPane).inspection.marks.map(({ level, code }) => `${level} ${code}`);
}

const assumed = ["attention 1-4", "required 2-1", "attention 3-2", "required 3-3"];

it("a sheet of another form is checked at once; its question is answered, kept in the document, and taken back without a trace", async () => {
  const { taskPane, workbook } = await openRows(gradedRows);
  const { inspection } = checked(taskPane);
  expect([inspection.form.from, inspection.counts, inspection.findings, marks(taskPane)]).toEqual(["inferred", [12], [], assumed]);
  expect(inspection.questions.map((question) => [question.id, question.assumed, hangingIn(inspection)(question)])).toEqual([["bad:C", "D|C", { findings: 0, marks: 4 }]]);
  expect(said(taskPane)).toMatch(/質問が1件あります。$/);
  await taskPane.session.answer("bad:C", "D");
  expect([marks(taskPane), checked(taskPane).inspection.questions]).toEqual([["attention 2-1", "attention 3-3"], []]);
  const again = await openInMemory(workbook.book);
  expect([marks(again.taskPane), checked(again.taskPane).inspection.answered.map(({ id, answer }) => [id, answer])]).toEqual([["attention 2-1", "attention 3-3"], [["bad:C", "D"]]]);
  await again.taskPane.session.answer("bad:C", undefined);
  expect([marks(again.taskPane), workbook.book.settings.size, again.workbook.written]).toEqual([assumed, 0, []]);
});

it("while a document is checked otherwise, what is shown of the sheet in front stays, and with it the focus", async () => {
  const { taskPane } = await openRows(gradedRows);
  const { session } = taskPane;
  const shown = new Set<boolean>();
  const stop = session.subscribe(() => shown.add(shownCheck(activeState(session.get())) !== null));
  await session.answer("bad:C", "D");
  stop();
  expect(shown).toEqual(new Set([true]));
});

it("where the part that changes forms does not arrive, that is said, and the document's form stays", async () => {
  const { taskPane, workbook } = await openRows(gradedRows);
  const { session } = taskPane;
  vi.spyOn(session, "changeForm").mockRejectedValueOnce(Object.assign(new Error("Loading chunk 9 failed."), { name: "ChunkLoadError" }));
  await keepForm(session, checked(taskPane).inspection.form);
  expect([session.documentSettings.get().refusal?.code, workbook.book.settings.size]).toEqual(["not-loaded", 0]);
  await keepForm(session, checked(taskPane).inspection.form);
  expect([session.documentSettings.get().refusal, checked(taskPane).inspection.form.from]).toEqual([undefined, "document"]);
});

it("a sheet that the document's own form does not fit: one way on, and no finding before it is taken", async () => {
  const { taskPane, workbook } = await openRows(gradedRows, { C5: "検討" });
  const { session } = taskPane;
  const own = { ...osakaWard, id: "ours", name: { ja: "わが市の様式", en: "Our form" } };
  const shown = () => entriesShown(session.get()).map(({ at }) => a1(at));
  expect(shown()).toEqual(["C5"]);
  await session.settle({ ...noSettings, form: own });
  expect(said(taskPane)).toBe("様式が違うようです この文書の様式「わが市の様式」は、このシートの表に合いません。 この表から様式を作りました。 質問が2件あります。");
  session.step(1);
  workbook.goTo("C5");
  expect([shown(), session.get().current]).toEqual([[], undefined]);
  session.goOn();
  expect(shown()).toEqual(["C5"]);
  expect(said(taskPane)).toMatch(/質問が2件あります。$/);
  await session.check(workbook.book.active.id);
  expect(shown()).toEqual(["C5"]);

  const again = await openInMemory(workbook.book);
  expect(misfitOf(again.taskPane.session.get(), checked(again.taskPane))?.id).toBe("ours");
  again.taskPane.session.goOn();
  await again.taskPane.session.answer("term:C:検討", "mistake");
  const answered = await openInMemory(workbook.book);
  expect(misfitOf(answered.taskPane.session.get(), checked(answered.taskPane))).toBeUndefined();
});

it("a finding that hangs on a question is a note that names it, has no safe fix, and goes with the answer", async () => {
  const { taskPane } = await openRows(gradedRows, { C5: "検討" });
  const { inspection } = checked(taskPane);
  const finding = findingAt(taskPane, "C5");
  expect([finding.rule, finding.severity, finding.question, finding.fix?.safety === "safe"]).toEqual(["status-unknown", "info", "term:C:検討", false]);
  const question = inspection.questions.find(({ id }) => id === finding.question);
  expect(question && hangingIn(inspection)(question)).toEqual({ findings: 1, marks: 0 });
  await taskPane.session.answer("term:C:検討", "term");
  expect(checked(taskPane).inspection.findings).toEqual([]);
  await taskPane.session.answer("term:C:検討", "mistake");
  expect([findingAt(taskPane, "C5").severity, findingAt(taskPane, "C5").question]).toEqual(["error", undefined]);
});

it("what a rule counts as holds for a form that was read from the sheet", async () => {
  const { taskPane } = await openRows(gradedRows, { A6: "施策1-5" });
  const { session } = taskPane;
  const { rule } = findingAt(taskPane, "A6");
  expect(rule).toBe("code-sequence");
  await session.settle(withRule(session.documentSettings.get().settings, "code-sequence", "off"));
  expect(checked(taskPane).inspection.findings).toEqual([]);
});

it("a changed term makes the form the document's own; given up, the sheet is read as before", async () => {
  const { taskPane, workbook } = await openRows(gradedRows);
  const { session } = taskPane;
  const known = () => checked(taskPane).inspection.form;
  await session.changeForm(known(), (form) => withTerm(form, "scale1", "B", { meaning: "bad", mark: "attention" }));
  expect([known().from, known().form.id, marks(taskPane).length]).toEqual(["document", expect.stringMatching(/^form-[0-9a-f]{16}$/), 8]);
  const { id } = known().form;
  await session.changeForm(known(), (form) => withNewTerm(form, "scale1", "保留", { meaning: "none", mark: undefined }));
  expect([known().form.id, known().form.vocabularies["scale1"]?.map(({ text }) => text)]).toEqual([id, ["A", "B", "C", "D", "保留"]]);
  for (const there of ["A", "Ａ"]) await expect(session.changeForm(known(), (form) => withNewTerm(form, "scale1", there, { meaning: "none", mark: undefined }))).rejects.toThrow(Refusal);
  await session.changeForm(known(), (form) => withoutTerm(form, "scale1", "保留"));
  const again = await openInMemory(workbook.book);
  expect([checked(again.taskPane).form.id, marks(again.taskPane).length]).toEqual([id, 8]);
  await session.settle({ ...session.documentSettings.get().settings, form: null });
  expect([known().from, marks(taskPane), workbook.book.settings.size]).toEqual(["inferred", assumed, 0]);
});

it("a changed built-in form keeps its own severities, and the document's beside it", async () => {
  const { taskPane } = await openInMemory(await sampleBook());
  const { session } = taskPane;
  await session.settle(withRule(noSettings, "code-date", "off"));
  const before = counts(taskPane);
  await session.changeForm(checked(taskPane).inspection.form);
  const { form, rules } = session.documentSettings.get().settings;
  expect([form?.name.ja, form?.rules, rules, counts(taskPane)]).toEqual(["大阪市 区の評価シート（変更あり）", osakaWard.rules, { "code-date": "off" }, before]);
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
