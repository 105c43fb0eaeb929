import { beforeEach, expect, test, vi } from "vitest";
import { osakaWard } from "../../src/core/form/built-in.ts";
import { fixGroupsOf } from "../../src/core/fixes/fix-groups.ts";
import { noSettings, withRule } from "../../src/core/settings/settings.ts";
import { activeFile, activeSheetId } from "../../src/workbench/state/workspace-state.ts";
import { fileOf } from "../../src/workbench/worker/sheet-ids.ts";
import { checkedBy, cityPlan, newWorkspace, picked, sample, sampleText, saved, sheetIn } from "./node-workspace.ts";

/** What the browser keeps. */
const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, text: string) => void stored.set(name, text),
    removeItem: (name: string) => void stored.delete(name),
  });
});

/** A workspace with the ward's file and the city's plan, whose form was learned. */
async function inferred() {
  const workspace = newWorkspace();
  await workspace.files.open([picked("旭区.xlsx", sample), picked("計画.xlsx", cityPlan)]);
  workspace.navigator.bringFile(fileOf(sheetIn(workspace, "計画.xlsx")));
  await workspace.session.inference.read();
  await workspace.session.inference.use("あさぎ市の計画");
  return workspace;
}

test("a learned form checks the file that it was made for, and fixes no other", async () => {
  const workspace = await inferred();
  const before = checkedBy(workspace, "旭区.xlsx");
  expect([workspace.session.form.name.ja, checkedBy(workspace, "計画.xlsx")?.form.name.ja]).toEqual(["あさぎ市の計画", "あさぎ市の計画"]);
  workspace.navigator.bringFile(fileOf(sheetIn(workspace, "旭区.xlsx")));
  await workspace.session.check(sheetIn(workspace, "旭区.xlsx"));
  expect(workspace.session.form).toBe(osakaWard);
  expect(checkedBy(workspace, "旭区.xlsx")).toEqual(before);
  await workspace.files.open([picked("北区.tsv", sampleText)]);
  expect(checkedBy(workspace, "北区.tsv")?.form).toEqual(osakaWard);
  const state = workspace.session.get().checks.get(sheetIn(workspace, "北区.tsv"));
  const findings = state?.phase === "checked" && state.check ? state.check.all : [];
  expect(fixGroupsOf(findings).flatMap(({ edits }) => edits).filter(({ to }) => /①|ア/.test(to))).toEqual([]);
});

test("a form is handed to the file that it was learned from, whatever is in front by then", async () => {
  const workspace = newWorkspace();
  await workspace.files.open([picked("旭区.xlsx", sample), picked("計画.xlsx", cityPlan)]);
  workspace.navigator.bringFile(fileOf(sheetIn(workspace, "計画.xlsx")));
  await workspace.session.inference.read();
  workspace.navigator.bringFile(fileOf(sheetIn(workspace, "旭区.xlsx")));
  await workspace.session.inference.use("あさぎ市の計画");
  await workspace.session.check(sheetIn(workspace, "計画.xlsx"));
  expect([checkedBy(workspace, "旭区.xlsx")?.form.name.ja, checkedBy(workspace, "計画.xlsx")?.form.name.ja]).toEqual([osakaWard.name.ja, "あさぎ市の計画"]);
});

test("nothing that decides a check stays in the browser, and what a version before left there is ignored", async () => {
  stored.set("tenken.settings", JSON.stringify({ version: 1, rules: { "code-date": "off" } }));
  const workspace = await inferred();
  await workspace.session.settle(withRule(workspace.session.documentSettings.get().settings, "code-date", "off"));
  await workspace.session.documentSettings.keepLanguage("en");
  expect([...stored]).toEqual([["tenken.language", "en"]]);
  const next = newWorkspace();
  await next.session.documentSettings.recall();
  await next.files.open([picked("旭区.xlsx", sample)]);
  expect([next.store.get().language, next.session.documentSettings.get().settings, checkedBy(next, "旭区.xlsx")?.form]).toEqual(["en", { ...noSettings, language: "en" }, osakaWard]);
});

test("form and rules are saved in the file, and hold when it is opened again", async () => {
  const workspace = await inferred();
  await workspace.session.settle(withRule(workspace.session.documentSettings.get().settings, "code-date", "off"));
  const { bytes } = await saved(workspace, activeFile(workspace.store.get())?.id ?? "");
  const next = newWorkspace();
  await next.files.open([picked("また.xlsx", bytes), picked("旭区.xlsx", sample)]);
  const { form, rules } = next.session.documentSettings.get().settings;
  expect([form?.name.ja, rules, checkedBy(next, "また.xlsx")?.form.name.ja, checkedBy(next, "旭区.xlsx")?.form]).toEqual(["あさぎ市の計画", { "code-date": "off" }, "あさぎ市の計画", osakaWard]);
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

test("sheets of another form are named in the summary and not added up", async () => {
  const workspace = await inferred();
  await workspace.files.open([picked("北区.tsv", sampleText)]);
  const { offices, form } = await workspace.summaries.offices();
  expect(form).toEqual(osakaWard);
  expect(offices.map((office) => ("refusal" in office ? [office.file, office.refusal.code, office.refusal.detail] : office.file))).toEqual([
    "旭区.xlsx",
    ["計画.xlsx / 進行管理表", "other-form", "あさぎ市の計画"],
    "北区.tsv",
  ]);
});
