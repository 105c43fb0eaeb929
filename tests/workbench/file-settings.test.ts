import { beforeEach, expect, test, vi } from "vitest";
import { osakaWard } from "../../src/core/form/built-in.ts";
import type { KnownForm } from "../../src/core/form/known.ts";
import { exportForm, importSettings } from "../../src/core/settings/exchange.ts";
import { noSettings, withRule } from "../../src/core/settings/settings.ts";
import { checkOf } from "../../src/pane/state/checks.ts";
import type { Workspace } from "../../src/workbench/state/workspace.ts";
import { activeFile, activeSheetId } from "../../src/workbench/state/workspace-state.ts";
import { fileOf } from "../../src/workbench/worker/sheet-ids.ts";
import { checkedBy, gradedPlan, newWorkspace, picked, sample, sampleText, saved, sheetIn } from "./node-workspace.ts";

/** The contents of the browser's storage. */
const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, text: string) => void stored.set(name, text),
    removeItem: (name: string) => void stored.delete(name),
  });
});

/** A workspace with the ward's file and the city's plan; its question is answered and its form kept. */
async function kept() {
  const workspace = newWorkspace();
  await workspace.files.open([picked("旭区.xlsx", sample), picked("計画.xlsx", gradedPlan)]);
  workspace.navigator.bringFile(fileOf(sheetIn(workspace, "計画.xlsx")));
  await workspace.session.answer("bad:C", "D");
  await workspace.session.changeForm(knownBy(workspace, "計画.xlsx"));
  return workspace;
}

function knownBy(workspace: Workspace, path: string): KnownForm {
  const check = checkOf(workspace.session.get(), sheetIn(workspace, path));
  if (!check) throw new Error(`not checked: ${path}`);
  return check.inspection.form;
}

test("a form that is kept checks the file that it was made for, and no other that another form fits", async () => {
  const workspace = await kept();
  const before = checkedBy(workspace, "旭区.xlsx");
  expect([knownBy(workspace, "計画.xlsx").from, workspace.session.form.id]).toEqual(["document", expect.stringMatching(/^form-/)]);
  workspace.navigator.bringFile(fileOf(sheetIn(workspace, "旭区.xlsx")));
  await workspace.session.check(sheetIn(workspace, "旭区.xlsx"));
  expect(workspace.session.form).toEqual(osakaWard);
  expect(checkedBy(workspace, "旭区.xlsx")).toEqual(before);
  await workspace.files.open([picked("北区.tsv", sampleText)]);
  expect(knownBy(workspace, "北区.tsv")).toEqual({ form: osakaWard, from: "built-in" });
});

test("another file that a kept form fits is checked by it, which is offered: taken, it belongs to that file too", async () => {
  const workspace = await kept();
  const { form } = knownBy(workspace, "計画.xlsx");
  await workspace.files.open([picked("隣の計画.xlsx", gradedPlan)]);
  expect(knownBy(workspace, "隣の計画.xlsx")).toEqual({ form, from: "file" });
  expect(workspace.session.documentSettings.get().settings.form).toBeNull();
  await workspace.session.changeForm(knownBy(workspace, "隣の計画.xlsx"));
  expect([knownBy(workspace, "隣の計画.xlsx"), workspace.session.documentSettings.get().settings.form]).toEqual([{ form, from: "document" }, form]);
});

test("a file that was read by its own sheet before a form was kept is read anew by it when it comes to the front", async () => {
  const workspace = newWorkspace();
  await workspace.files.open([picked("旭区.xlsx", sample), picked("隣の計画.xlsx", gradedPlan), picked("計画.xlsx", gradedPlan)]);
  workspace.navigator.bringFile(fileOf(sheetIn(workspace, "計画.xlsx")));
  await workspace.session.changeForm(knownBy(workspace, "計画.xlsx"));
  expect([knownBy(workspace, "旭区.xlsx").from, workspace.session.get().checks.has(sheetIn(workspace, "隣の計画.xlsx"))]).toEqual(["built-in", false]);
  workspace.navigator.bringFile(fileOf(sheetIn(workspace, "隣の計画.xlsx")));
  await workspace.session.check(sheetIn(workspace, "隣の計画.xlsx"));
  expect(knownBy(workspace, "隣の計画.xlsx").from).toBe("file");
});

test("a form as a file is taken for another document, whose other settings stay", async () => {
  const text = exportForm(knownBy(await kept(), "計画.xlsx").form);
  const workspace = newWorkspace();
  await workspace.files.open([picked("隣の計画.xlsx", gradedPlan)]);
  const { session } = workspace;
  await session.settle(withRule(noSettings, "code-date", "off"));
  await session.settle(importSettings(text, session.documentSettings.get().settings));
  const { settings } = session.documentSettings.get();
  expect([knownBy(workspace, "隣の計画.xlsx").from, settings.form, settings.rules]).toEqual(["document", JSON.parse(text), { "code-date": "off" }]);
});

test("an answer holds for its file alone, and for that when it is saved and opened again", async () => {
  const workspace = newWorkspace();
  await workspace.files.open([picked("隣の計画.xlsx", gradedPlan), picked("計画.xlsx", gradedPlan)]);
  workspace.navigator.bringFile(fileOf(sheetIn(workspace, "計画.xlsx")));
  await workspace.session.answer("bad:C", "");
  const marks = (of: Workspace, path: string) => checkOf(of.session.get(), sheetIn(of, path))?.inspection.marks.length;
  expect([marks(workspace, "計画.xlsx"), marks(workspace, "隣の計画.xlsx")]).toEqual([0, 4]);
  const { bytes } = await saved(workspace, activeFile(workspace.store.get())?.id ?? "");
  const next = newWorkspace();
  await next.files.open([picked("また.xlsx", bytes)]);
  expect([marks(next, "また.xlsx"), next.session.documentSettings.get().settings.answers]).toEqual([0, workspace.session.documentSettings.settingsOf(sheetIn(workspace, "計画.xlsx")).answers]);
  await workspace.editor.turn("undo");
  expect(marks(workspace, "計画.xlsx")).toBe(4);
});

test("nothing that decides a check stays in the browser, and what a version before left there is ignored", async () => {
  stored.set("tenken.settings", JSON.stringify({ version: 1, rules: { "code-date": "off" } }));
  const workspace = await kept();
  await workspace.session.settle(withRule(workspace.session.documentSettings.get().settings, "code-date", "off"));
  await workspace.session.documentSettings.keepLanguage("en");
  expect([...stored]).toEqual([["tenken.language", "en"]]);
  const next = newWorkspace();
  await next.session.documentSettings.recall();
  await next.files.open([picked("旭区.xlsx", sample)]);
  expect([next.store.get().language, next.session.documentSettings.get().settings, checkedBy(next, "旭区.xlsx")?.form]).toEqual(["en", { ...noSettings, language: "en" }, osakaWard]);
});

test("form and rules are saved in the file, and hold when it is opened again", async () => {
  const workspace = await kept();
  await workspace.session.settle(withRule(workspace.session.documentSettings.get().settings, "code-date", "off"));
  const { bytes } = await saved(workspace, activeFile(workspace.store.get())?.id ?? "");
  const next = newWorkspace();
  await next.files.open([picked("また.xlsx", bytes), picked("旭区.xlsx", sample)]);
  const { form, rules } = next.session.documentSettings.get().settings;
  expect([rules, knownBy(next, "また.xlsx").from, checkedBy(next, "また.xlsx")?.form.id, checkedBy(next, "旭区.xlsx")?.form]).toEqual([{ "code-date": "off" }, "document", form?.id, osakaWard]);
});

test("the settings of a file go back and forth with undo, and its check with them", async () => {
  const workspace = newWorkspace();
  await workspace.files.open([picked("旭区.xlsx", sample), picked("北区.xlsx", sample)]);
  const found = () => checkedBy(workspace, "旭区.xlsx")?.findings ?? 0;
  const all = found();
  await workspace.session.settle(withRule(noSettings, "code-date", "off"));
  const fewer = found();
  expect(fewer).toBeLessThan(all);
  await workspace.editor.turn("undo");
  expect([found(), workspace.session.documentSettings.get().settings.rules]).toEqual([all, {}]);
  await workspace.editor.turn("redo");
  expect([found(), workspace.session.documentSettings.get().settings.rules]).toEqual([fewer, { "code-date": "off" }]);
  expect(checkedBy(workspace, "北区.xlsx")?.findings).toBe(all);
});

test("a text file takes settings as long as it is open, and the pane says so", async () => {
  const workspace = newWorkspace();
  await workspace.files.open([picked("北区.tsv", sampleText), picked("旭区.xlsx", sample)]);
  await workspace.session.settle(withRule(noSettings, "code-date", "off"));
  expect([workspace.session.documentSettings.get().refusal?.code, workspace.session.form.rules?.["code-date"]]).toEqual(["text-only", "off"]);
  await workspace.session.settle(noSettings);
  expect([workspace.session.documentSettings.get().refusal, activeSheetId(workspace.store.get())]).toEqual([undefined, sheetIn(workspace, "北区.tsv")]);
});

test("what a text file did not keep is said until it is closed, and of no other file", async () => {
  const workspace = newWorkspace();
  await workspace.files.open([picked("旭区.xlsx", sample), picked("北区.tsv", sampleText)]);
  const sheet = sheetIn(workspace, "北区.tsv");
  const finding = checkOf(workspace.session.get(), sheet)?.inspection.findings[0];
  if (!finding) throw new Error("no finding");
  await workspace.session.accept(finding, { reason: "事情による", by: "山田", day: { year: 2026, month: 11, day: 30 } });
  const refused = () => workspace.session.documentSettings.get().refusal?.code;
  expect(refused()).toBe("text-only");
  workspace.files.close(fileOf(sheet));
  await workspace.files.answerClose("drop");
  expect(refused()).toBeUndefined();
});

test("sheets of another form are named in the summary and not added up", async () => {
  const workspace = await kept();
  await workspace.files.open([picked("北区.tsv", sampleText)]);
  const { offices, form } = await workspace.summaries.offices();
  expect(form).toEqual(osakaWard);
  expect(offices.map((office) => ("refusal" in office ? [office.file, office.refusal.code, office.refusal.detail] : office.file))).toEqual([
    "旭区.xlsx",
    ["計画.xlsx / 進行管理表", "other-form", "進行管理表の様式"],
    "北区.tsv",
  ]);
});

test("settings that came along with a file can be set aside: nothing is written, and they count again", async () => {
  const workspace = newWorkspace();
  await workspace.files.open([picked("旭区.xlsx", sample), picked("北区.xlsx", sample)]);
  const { session } = workspace;
  const sheet = sheetIn(workspace, "旭区.xlsx");
  const findings = () => checkOf(session.get(), sheet)?.inspection.findings.map(({ rule }) => rule) ?? [];
  workspace.navigator.bringFile(fileOf(sheet));
  const all = findings();
  const settings = withRule(noSettings, "code-date", "off");
  await session.settle(settings);
  const fewer = findings();
  expect(fewer).toEqual(all.filter((rule) => rule !== "code-date"));
  await session.settingsChanger.checkByDefaults(sheet, true);
  expect(findings()).toEqual(all);
  const { documentSettings } = session;
  expect([documentSettings.get().isAside, documentSettings.settingsOf(sheet), documentSettings.decidingOf(sheetIn(workspace, "北区.xlsx"))]).toEqual([true, settings, noSettings]);
  await session.settingsChanger.checkByDefaults(sheet, false);
  expect(findings()).toEqual(fewer);
  await session.settingsChanger.checkByDefaults(sheet, true);
  await session.settle(withRule(settings, "page-order", "info"));
  expect([findings(), documentSettings.get().isAside]).toEqual([fewer, false]);
});
