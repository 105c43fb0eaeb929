import { expect, it } from "vitest";
import { z } from "zod";
import { osakaWard } from "../../src/core/form/built-in.ts";
import { writeSettings } from "../../src/core/settings/keep.ts";
import { noSettings, withRule, type Settings } from "../../src/core/settings/settings.ts";
import { cleanRows } from "../core/sheet.ts";
import { openForEdit } from "../hosts/file/write/open.ts";
import { bookWith, WorkFolder } from "./files.ts";
import { tenken } from "./run.ts";

const work = new WorkFolder();
const silent = withRule(withRule(noSettings, "status-missing", "off"), "status-unknown", "off");
const report = z.object({ files: z.array(z.object({ settings: z.optional(z.unknown()), sheets: z.array(z.object({ form: z.object({ from: z.string() }), findings: z.array(z.object({ rule: z.string() })) })) })) });
const fileOf = (...words: readonly string[]) => report.parse(JSON.parse(tenken([...words, "--format", "json"]).stdout)).files[0];

/** A workbook with an empty status, whose settings came along with it. */
async function received(name: string, settings: Settings): Promise<string> {
  const file = await openForEdit(bookWith(cleanRows.map((row, at) => row.map((cell, column) => (at === 5 && column === 3 ? "" : cell)))));
  await file.remember("tenken.settings", writeSettings(settings), undefined);
  return work.put(name, await file.save());
}

it("settings that came along with a file decide, and are named in the text and in the report", async () => {
  const path = await received("silent.xlsx", silent);
  const run = tenken([path]);
  expect(run.status).toBe(0);
  expect(run.stdout).toContain("  この文書の設定：規則2つを点検しない（評価の記入もれ、");
  expect(fileOf(path)?.settings).toEqual({ used: true, rules: { "status-missing": "off", "status-unknown": "off" }, form: null, answers: 0 });
  expect(tenken([path, "--lang", "en"]).stdout).toContain("Settings of this document: 2 rules are not checked");
});

it.each([[["--defaults"]], [["--form", "osaka-ward"]]])("they do not with %s, and are named still", async (flag) => {
  const path = await received("not-used.xlsx", silent);
  const run = tenken([path, ...flag]);
  expect(run.status).toBe(1);
  expect(run.stdout).toContain("この文書の設定は使っていません：規則2つを点検しない（");
  expect(fileOf(path, ...flag)?.sheets[0]?.findings).toEqual([{ rule: "status-missing" }]);
  expect(fileOf(path, ...flag)?.settings).toMatchObject({ used: false });
});

it("a form that came along is used and named; fix, mark and summarize say it too", async () => {
  const path = await received("form.xlsx", { ...noSettings, form: { ...osakaWard, id: "own", name: { ja: "わが町の様式", en: "our form" }, rules: { "status-missing": "off" } } });
  expect(fileOf(path)?.sheets[0]).toEqual({ form: { from: "document" }, findings: [] });
  for (const words of [["fix"], ["mark", "--out", work.path("marked")], ["summarize", "--out", work.path("sum.xlsx")]]) expect(tenken([...words, path]).stdout).toContain("様式「わが町の様式」を使う");
});

it("a form that came along and fits no table is not used, and that is said", async () => {
  const file = await openForEdit(bookWith([["番号", "事業名", "進捗"], ...Array.from({ length: 8 }, (_, index) => [`${index + 1}`, `事業その${index + 1}`, ["順調", "遅れている"][index % 2] ?? ""])]));
  await file.remember("tenken.settings", writeSettings({ ...noSettings, form: { ...osakaWard, id: "own", name: { ja: "わが町の様式", en: "our form" }, rules: { "status-missing": "off" } } }), undefined);
  const path = work.put("unfit.xlsx", await file.save());
  expect(tenken([path]).stdout).toContain("  この文書の設定：様式「わが町の様式」は表に合わないため使わない。");
  expect(tenken([path, "--defaults"]).stdout).toContain("この文書の設定は使っていません：規則1つを点検しない（評価の記入もれ）、様式「わが町の様式」を使う。");
  expect(fileOf(path)).toMatchObject({ settings: { used: true, rules: {}, form: { id: "own", name: "わが町の様式", used: false } }, sheets: [{ form: { from: "inferred" } }] });
});

it("of a file without settings nothing is said", async () => {
  const path = work.put("none.xlsx", bookWith(cleanRows));
  expect(tenken([path]).stdout).not.toContain("この文書の設定");
  expect(fileOf(path)).not.toHaveProperty("settings");
});

it("settings that cannot be read are said, and decide nothing", async () => {
  const file = await openForEdit(bookWith(cleanRows));
  await file.remember("tenken.settings", `{"version":1,"rules":{"page-order":"\u202e"},"form":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, undefined);
  const path = work.put("broken.xlsx", await file.save());
  expect(tenken([path]).stdout).toContain("この文書の設定：読めない設定がある（ページの順序、様式）。");
  expect(tenken([path]).status).toBe(0);
});
