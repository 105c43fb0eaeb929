import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { FormOutcome } from "../../src/core/model/changes.ts";
import { languages } from "../../src/core/wording/language.ts";
import { paneTexts } from "../pane/pane-texts.ts";
import { openContent } from "../../src/workbench/state/workspace-state.ts";
import { describeStep } from "../../src/workbench/state/say.ts";
import { workbenchTexts } from "../../src/workbench/state/texts.ts";
import { blankForm } from "../hosts/excel/blank-form.ts";
import { newWorkspace } from "./node-workspace.ts";

async function opened(bytes: Uint8Array = blankForm()) {
  const workspace = newWorkspace();
  await workspace.files.open([{ name: "様式.xlsx", content: new Blob([bytes.slice()]) }]);
  const [file] = workspace.store.get().files;
  const [sheet] = openContent(workspace.store.get(), file?.id ?? "")?.sheets ?? [];
  const { inputRuleEditor } = workspace.session;
  if (!file || !sheet) throw new Error("no sheet");
  const names = () => openContent(workspace.store.get(), file.id)?.sheets.map(({ name, hidden }) => `${name}${hidden ? " (hidden)" : ""}`);
  return { workspace, inputRuleEditor, file: file.id, key: sheet.id, names };
}

describe("the form in front, in the workbench", () => {
  test("has input rules with one click, found to be so, and freed of its input rules with another", async () => {
    const { inputRuleEditor, key, names } = await opened();
    await inputRuleEditor.look();
    expect(inputRuleEditor.get()).toEqual({ addInputRules: { phase: "idle" }, withInputRules: new Set() });
    await inputRuleEditor.addInputRules(key, "ja");
    expect(inputRuleEditor.get()).toEqual({ addInputRules: { phase: "done", sheet: key, outcome: { lists: 5, texts: 3, keptRules: 0, keptValues: 1 }, passed: [] }, withInputRules: new Set([key]) });
    expect(names()).toEqual(["評価", "選択肢 (hidden)"]);
    await inputRuleEditor.removeInputRules(key);
    expect(inputRuleEditor.get()).toEqual({ addInputRules: { phase: "removed", sheet: key, outcome: { lists: 5, texts: 3, keptRules: 0, keptValues: 0 } }, withInputRules: new Set() });
    expect(names()).toEqual(["評価"]);
  });

  test("goes back and forth with undo, and the button with it", async () => {
    const { workspace, inputRuleEditor, key, file, names } = await opened();
    await inputRuleEditor.addInputRules(key, "ja");
    const [step] = openContent(workspace.store.get(), file)?.history.done ?? [];
    expect(step && languages.map((language) => describeStep(step.what, workbenchTexts[language]))).toEqual(["入力規則の追加", "adding input rules"]);
    await workspace.editor.turn("undo");
    expect([names(), inputRuleEditor.get()]).toEqual([["評価"], { addInputRules: { phase: "idle" }, withInputRules: new Set() }]);
    await workspace.editor.turn("redo");
    expect([names()?.length, inputRuleEditor.get().withInputRules]).toEqual([2, new Set([key])]);
  });

  test("the sheet of terms holds no evaluation, is not summed up, and stays where summaries are made again", async () => {
    const { workspace, inputRuleEditor, key, file } = await opened(new Uint8Array(readFileSync(new URL("../../assets/samples/sample.xlsx", import.meta.url))));
    await inputRuleEditor.addInputRules(key, "ja");
    await workspace.summaries.offices();
    expect([...workspace.session.get().checks].map(([sheet, { phase }]) => [sheet === key, phase])).toEqual([[true, "checked"], [false, "own"]]);
    await workspace.session.summarizer.make("ja");
    await workspace.session.summarizer.make("ja");
    expect(openContent(workspace.store.get(), file)?.own.map(({ own }) => own).sort()).toEqual(["choices", "digest", "findings", "review", "totals"]);
    expect(workspace.session.summarizer.get().summary).toMatchObject({ phase: "made" });
    await inputRuleEditor.removeInputRules(key);
    expect(openContent(workspace.store.get(), file)?.own.map(({ own }) => own).sort()).toEqual(["digest", "findings", "review", "totals"]);
  });

  test("a sheet without a table is refused, and nothing is made", async () => {
    const { workspace, inputRuleEditor, key, file, names } = await opened();
    await inputRuleEditor.addInputRules(key, "ja");
    const choices = openContent(workspace.store.get(), file)?.own.find(({ own }) => own === "choices")?.sheet ?? "";
    await inputRuleEditor.addInputRules(choices, "ja");
    expect([inputRuleEditor.get().addInputRules, names()?.length]).toEqual([{ phase: "refused", sheet: choices, code: "table-missing", detail: "" }, 2]);
    inputRuleEditor.dismiss();
    expect(inputRuleEditor.get().addInputRules).toEqual({ phase: "idle" });
  });

  test("a text file takes no input rules", async () => {
    const workspace = newWorkspace();
    const sample = readFileSync(new URL("../../assets/samples/sample.tsv", import.meta.url));
    await workspace.files.open([{ name: "sample.tsv", content: new Blob([new Uint8Array(sample)]) }]);
    const [{ id: sheet } = { id: "" }] = (await workspace.workbook.sheets()).slice(0, 1);
    await workspace.session.inputRuleEditor.addInputRules(sheet, "ja");
    expect(workspace.session.inputRuleEditor.get().addInputRules).toMatchObject({ phase: "refused", code: "text-only" });
  });
});

test("what became of it is said with what was left as it was", () => {
  const say = (outcome: FormOutcome, passed: readonly string[] = []) => languages.map((language) => paneTexts[language].withInputRules(outcome, passed));
  const [japanese = "", english = ""] = say({ lists: 5, texts: 3, keptRules: 2, keptValues: 1 });
  expect(japanese).toBe("評価の欄5列を一覧から選べるようにし、番号の欄3列を文字列にしました。すでに入力規則がある2セルは、そのままにしました。番号の欄で数値、日付又は数式が入っている1セルは、そのままにしました。");
  expect(english).toContain("they have a rule already: 2 cells.");
  expect(say({ lists: 1, texts: 1, keptRules: 0, keptValues: 0 }, ["No6", "No9"])[0]).toBe("評価の欄1列を一覧から選べるようにし、番号の欄1列を文字列にしました。保護されている個票（「No6」、「No9」）には付けていません。");
  expect(say({ lists: 0, texts: 0, keptRules: 12, keptValues: 0 })[0]).toBe("新しく入力規則を付ける欄はありませんでした。すでに入力規則がある12セルは、そのままにしました。");
});
