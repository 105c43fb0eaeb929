import { beforeEach, expect, test, vi } from "vitest";
import { osakaWard } from "../../src/core/form/built-in.ts";
import { mendsOf } from "../../src/core/fixes/mends.ts";
import { noSettings, withRule } from "../../src/core/settings/settings.ts";
import type { Bench } from "../../src/workbench/state/workspace.ts";
import { frontFile, frontKey, partsOf } from "../../src/workbench/state/workspace-state.ts";
import { checkedBy, cityPlan, keyIn, newBench, picked, sample, sampleText } from "./node-bench.ts";

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

/** A bench with the ward's file and the city's plan, whose form was learned. */
async function learned() {
  const bench = newBench();
  await bench.open([picked("旭区.xlsx", sample), picked("計画.xlsx", cityPlan)]);
  bench.bringFile(partsOf(keyIn(bench, "計画.xlsx")).file);
  await bench.session.learner.read();
  await bench.session.learner.use("あさぎ市の計画");
  return bench;
}

async function saved(bench: Bench): Promise<Uint8Array> {
  const handed: Blob[] = [];
  vi.stubGlobal("document", { createElement: () => ({ click: () => undefined }) });
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => (blob instanceof Blob ? handed.push(blob) : 0, "blob:"));
  await bench.editor.save(frontFile(bench.get())?.id ?? "");
  const [file] = handed;
  if (!file) throw new Error("nothing was saved");
  return new Uint8Array(await file.arrayBuffer());
}

test("a learned form checks the file that it was made for, and mends no other", async () => {
  const bench = await learned();
  const before = checkedBy(bench, "旭区.xlsx");
  expect([bench.session.form.name.ja, checkedBy(bench, "計画.xlsx")?.form.name.ja]).toEqual(["あさぎ市の計画", "あさぎ市の計画"]);
  bench.bringFile(partsOf(keyIn(bench, "旭区.xlsx")).file);
  await bench.session.check(keyIn(bench, "旭区.xlsx"));
  expect(bench.session.form).toBe(osakaWard);
  expect(checkedBy(bench, "旭区.xlsx")).toEqual(before);
  await bench.open([picked("北区.tsv", sampleText)]);
  expect(checkedBy(bench, "北区.tsv")?.form).toBe(osakaWard);
  const state = bench.session.get().checks.get(keyIn(bench, "北区.tsv"));
  const findings = state?.phase === "checked" && state.check ? state.check.all : [];
  expect(mendsOf(findings).flatMap(({ edits }) => edits).filter(({ to }) => /①|ア/.test(to))).toEqual([]);
});

test("a form is handed to the file that it was learned from, whatever is in front by then", async () => {
  const bench = newBench();
  await bench.open([picked("旭区.xlsx", sample), picked("計画.xlsx", cityPlan)]);
  bench.bringFile(partsOf(keyIn(bench, "計画.xlsx")).file);
  await bench.session.learner.read();
  bench.bringFile(partsOf(keyIn(bench, "旭区.xlsx")).file);
  await bench.session.learner.use("あさぎ市の計画");
  await bench.session.check(keyIn(bench, "計画.xlsx"));
  expect([checkedBy(bench, "旭区.xlsx")?.form.name.ja, checkedBy(bench, "計画.xlsx")?.form.name.ja]).toEqual([osakaWard.name.ja, "あさぎ市の計画"]);
});

test("nothing that decides a check stays in the browser, and what a version before left there is ignored", async () => {
  stored.set("tenken.settings", JSON.stringify({ version: 1, rules: { "code-date": "off" } }));
  const bench = await learned();
  await bench.session.settle(withRule(bench.session.keeper.get().settings, "code-date", "off"));
  await bench.session.keeper.keepLanguage("en");
  expect([...stored]).toEqual([["tenken.language", "en"]]);
  const next = newBench();
  await next.session.keeper.recall();
  await next.open([picked("旭区.xlsx", sample)]);
  expect([next.get().language, next.session.keeper.get().settings, checkedBy(next, "旭区.xlsx")?.form]).toEqual(["en", { ...noSettings, language: "en" }, osakaWard]);
});

test("form and rules are saved in the file, and hold when it is opened again", async () => {
  const bench = await learned();
  await bench.session.settle(withRule(bench.session.keeper.get().settings, "code-date", "off"));
  const bytes = await saved(bench);
  const next = newBench();
  await next.open([picked("また.xlsx", bytes), picked("旭区.xlsx", sample)]);
  const { form, rules } = next.session.keeper.get().settings;
  expect([form?.name.ja, rules, checkedBy(next, "また.xlsx")?.form.name.ja, checkedBy(next, "旭区.xlsx")?.form]).toEqual(["あさぎ市の計画", { "code-date": "off" }, "あさぎ市の計画", osakaWard]);
});

test("the settings of a file go back and forth with undo, and its check with them", async () => {
  const bench = newBench();
  await bench.open([picked("旭区.xlsx", sample), picked("北区.xlsx", sample)]);
  const found = () => checkedBy(bench, "旭区.xlsx")?.findings ?? 0;
  const all = found();
  await bench.session.settle(withRule(noSettings, "code-date", "off"));
  const fewer = found();
  expect(fewer).toBeLessThan(all);
  await bench.editor.turn("undo");
  expect([found(), bench.session.keeper.get().settings.rules]).toEqual([all, {}]);
  await bench.editor.turn("redo");
  expect([found(), bench.session.keeper.get().settings.rules]).toEqual([fewer, { "code-date": "off" }]);
  expect(checkedBy(bench, "北区.xlsx")?.findings).toBe(all);
});

test("a text file takes settings as long as it is open, and the pane says so", async () => {
  const bench = newBench();
  await bench.open([picked("北区.tsv", sampleText), picked("旭区.xlsx", sample)]);
  await bench.session.settle(withRule(noSettings, "code-date", "off"));
  expect([bench.session.keeper.get().refusal?.code, bench.session.form.rules?.["code-date"]]).toEqual(["text-only", "off"]);
  await bench.session.settle(noSettings);
  expect([bench.session.keeper.get().refusal, frontKey(bench.get())]).toEqual([undefined, keyIn(bench, "北区.tsv")]);
});

test("sheets of another form are named in the summary and not added up", async () => {
  const bench = await learned();
  await bench.open([picked("北区.tsv", sampleText)]);
  const { offices, form } = await bench.summaries.offices();
  expect(form).toBe(osakaWard);
  expect(offices.map((office) => ("refusal" in office ? [office.file, office.refusal.code, office.refusal.detail] : office.file))).toEqual([
    "旭区.xlsx",
    ["計画.xlsx / 進行管理表", "other-form", "あさぎ市の計画"],
    "北区.tsv",
  ]);
});
