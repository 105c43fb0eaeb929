import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { FormOutcome } from "../../src/core/model/changes.ts";
import { languages } from "../../src/core/wording/language.ts";
import { texts } from "../../src/pane/texts/texts.ts";
import { Bench } from "../../src/workbench/state/workspace.ts";
import { keyOf, openContent } from "../../src/workbench/state/workspace-state.ts";
import { Client } from "../../src/workbench/worker/client.ts";
import { sayStep, benchTexts } from "../../src/workbench/state/texts.ts";
import { blankForm } from "../hosts/excel/blank-form.ts";
import { SameThread } from "./same-thread.ts";

async function opened(bytes: Uint8Array = blankForm()) {
  const bench = new Bench(new Client(new SameThread()), "ja");
  await bench.open([{ name: "様式.xlsx", content: new Blob([bytes.slice()]) }]);
  const [file] = bench.get().files;
  const [sheet] = openContent(bench.get(), file?.id ?? "")?.sheets ?? [];
  const { hardener } = bench.session;
  if (!file || !sheet) throw new Error("no sheet");
  const names = () => openContent(bench.get(), file.id)?.sheets.map(({ name, hidden }) => `${name}${hidden ? " (hidden)" : ""}`);
  return { bench, hardener, file: file.id, key: keyOf(file.id, sheet.id), names };
}

describe("the form in front, in the workbench", () => {
  test("is hardened with one click, found to be so, and softened with another", async () => {
    const { hardener, key, names } = await opened();
    await hardener.look();
    expect(hardener.get()).toEqual({ harden: { phase: "idle" }, hardened: new Set() });
    await hardener.harden(key, "ja");
    expect(hardener.get()).toEqual({ harden: { phase: "done", sheet: key, outcome: { lists: 5, texts: 3, keptRules: 0, keptValues: 1 } }, hardened: new Set([key]) });
    expect(names()).toEqual(["評価", "選択肢 (hidden)"]);
    await hardener.soften(key);
    expect(hardener.get()).toEqual({ harden: { phase: "removed", sheet: key, outcome: { lists: 5, texts: 3, keptRules: 0, keptValues: 0 } }, hardened: new Set() });
    expect(names()).toEqual(["評価"]);
  });

  test("goes back and forth with undo, and the button with it", async () => {
    const { bench, hardener, key, file, names } = await opened();
    await hardener.harden(key, "ja");
    const [step] = openContent(bench.get(), file)?.history.done ?? [];
    expect(step && languages.map((language) => sayStep(step.what, benchTexts[language]))).toEqual(["入力規則の追加", "adding input rules"]);
    await bench.editor.turn("undo");
    expect([names(), hardener.get()]).toEqual([["評価"], { harden: { phase: "idle" }, hardened: new Set() }]);
    await bench.editor.turn("redo");
    expect([names()?.length, hardener.get().hardened]).toEqual([2, new Set([key])]);
  });

  test("the sheet of terms holds no evaluation, is not summed up, and stays where summaries are made again", async () => {
    const { bench, hardener, key, file } = await opened(new Uint8Array(readFileSync(new URL("../../assets/samples/sample.xlsx", import.meta.url))));
    await hardener.harden(key, "ja");
    await bench.checkAll(file);
    expect([...bench.session.get().checks].map(([sheet, { phase }]) => [sheet === key, phase])).toEqual([[true, "checked"], [false, "own"]]);
    await bench.session.summarizer.make("ja");
    await bench.session.summarizer.make("ja");
    expect(openContent(bench.get(), file)?.own.map(({ own }) => own).sort()).toEqual(["choices", "findings", "review", "totals"]);
    expect(bench.session.summarizer.get().summary).toMatchObject({ phase: "made" });
    await hardener.soften(key);
    expect(openContent(bench.get(), file)?.own.map(({ own }) => own).sort()).toEqual(["findings", "review", "totals"]);
  });

  test("a sheet without a table is refused, and nothing is made", async () => {
    const { bench, hardener, key, file, names } = await opened();
    await hardener.harden(key, "ja");
    const choices = openContent(bench.get(), file)?.own.find(({ own }) => own === "choices")?.sheet ?? "";
    await hardener.harden(keyOf(file, choices), "ja");
    expect([hardener.get().harden, names()?.length]).toEqual([{ phase: "refused", sheet: keyOf(file, choices), code: "table-missing", detail: "" }, 2]);
    hardener.dismiss();
    expect(hardener.get().harden).toEqual({ phase: "idle" });
  });

  test("a text file takes no input rules", async () => {
    const bench = new Bench(new Client(new SameThread()), "ja");
    const sample = readFileSync(new URL("../../assets/samples/sample.tsv", import.meta.url));
    await bench.open([{ name: "sample.tsv", content: new Blob([new Uint8Array(sample)]) }]);
    const [{ id: sheet } = { id: "" }] = (await bench.mendable.sheets()).slice(0, 1);
    await bench.session.hardener.harden(sheet, "ja");
    expect(bench.session.hardener.get().harden).toMatchObject({ phase: "refused", code: "text-only" });
  });
});

test("what became of it is said with what was left as it was", () => {
  const say = (outcome: FormOutcome) => languages.map((language) => texts[language].hardened(outcome));
  const [japanese = "", english = ""] = say({ lists: 5, texts: 3, keptRules: 2, keptValues: 1 });
  expect(japanese).toBe("評価の欄5列を一覧から選べるようにし、番号の欄3列を文字列にしました。すでに入力規則がある2セルは、そのままにしました。番号の欄で数値、日付又は数式が入っている1セルは、そのままにしました。");
  expect(english).toContain("they have a rule already: 2 cells.");
  expect(say({ lists: 0, texts: 0, keptRules: 12, keptValues: 0 })[0]).toBe("新しく入力規則を付ける欄はありませんでした。すでに入力規則がある12セルは、そのままにしました。");
});
