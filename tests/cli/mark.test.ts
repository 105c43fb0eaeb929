import { readFileSync } from "node:fs";
import { Workbook } from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { cleanRows } from "../core/sheet.ts";
import { stateOf, WorkFolder } from "./files.ts";
import { tenken } from "./run.ts";

const work = new WorkFolder();
const sample = "assets/samples/sample.xlsx";

/** Conditional formats of a sheet as "areas formula", in the order of their priorities. */
function rulesIn(path: string, part = "xl/worksheets/sheet1.xml"): readonly string[] {
  const xml = strFromU8(unzipSync(readFileSync(path))[part] ?? new Uint8Array());
  const rules = [...xml.matchAll(/<conditionalFormatting[^>]*sqref="([^"]*)"[^>]*>(.*?)<\/conditionalFormatting>/gs)].flatMap(([, areas = "", inner = ""]) =>
    [...inner.matchAll(/priority="(\d+)".*?<formula>(.*?)<\/formula>/gs)].map(([, priority = "", formula = ""]) => ({ priority: Number(priority), text: `${areas} ${formula.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')}` })),
  );
  return rules.sort((one, other) => one.priority - other.priority).map(({ text }) => text);
}

describe("mark", () => {
  it("puts our conditional formats on the rows to review of a copy", () => {
    const before = stateOf(sample);
    const run = tenken(["mark", sample, "--out", work.path("out")]);
    expect([run.status, stateOf(sample), work.list("out")]).toEqual([1, before, ["sample.xlsx"]]);
    const rules = rulesIn(work.path("out", "sample.xlsx"));
    const [required = [], attention = []] = ["required", "attention"].map((level) => rules.filter((rule) => rule.endsWith(`"tenken:${level}"<>""`)));
    expect(required.length + attention.length).toBe(rules.length);
    const rows = (of: readonly string[]) => [...new Set(of.flatMap((rule) => [...(rule.split(' "')[0] ?? "").matchAll(/\d+/g)].map(([row]) => Number(row))))].sort((one, other) => one - other);
    expect([rows(required), rows(attention)]).toEqual([[17], [13, 18, 19]]);
    expect(run.stdout.split("\n").filter((line) => line.includes("◆")).map((line) => line.trim().split(/ {2}/)[1])).toEqual(["13:13", "17:17", "18:19"]);
  });

  it("done again on its own copy changes nothing", () => {
    tenken(["mark", work.path("out", "sample.xlsx"), "--out", work.path("again")]);
    expect(rulesIn(work.path("again", "sample.xlsx"))).toEqual(rulesIn(work.path("out", "sample.xlsx")));
  });

  it("keeps the user's conditional formats, their order and the other sheets", async () => {
    const book = new Workbook();
    const sheet = book.addWorksheet("総括表");
    cleanRows.forEach((row, index) => sheet.addRow(row.map((cell, column) => (index === 5 && column === 3 ? "順調でない" : cell)).map((cell) => (cell === "" ? null : cell))));
    const fill = { type: "pattern", pattern: "solid", bgColor: { argb: "FFFF0000" } } as const;
    sheet.addConditionalFormatting({ ref: "D4:D11", rules: [{ type: "expression", priority: 1, formulae: ['LEFT(D4,2)="順調"'], style: { fill } }] });
    sheet.addConditionalFormatting({ ref: "I4:I11", rules: [{ type: "expression", priority: 2, formulae: ["LEN(I4)=0"], style: { fill } }] });
    book.addWorksheet("メモ").addRow(["触らない"]);
    const source = work.put("user.xlsx", new Uint8Array(await book.xlsx.writeBuffer()));
    expect(tenken(["mark", source, "--out", work.path("user"), "--lang", "en"]).stdout).toContain("attention  6:6  1-2");
    const copy = work.path("user", "user.xlsx");
    const [word, first, ...others] = rulesIn(copy);
    expect([word, first, others]).toEqual(['B6 "tenken:attention"<>""', expect.stringContaining("tenken:attention"), ['D4:D11 LEFT(D4,2)="順調"', "I4:I11 LEN(I4)=0"]]);
    const parts = (path: string) => unzipSync(readFileSync(path));
    expect(parts(copy)["xl/worksheets/sheet2.xml"]).toEqual(parts(source)["xl/worksheets/sheet2.xml"]);
  });

  it("gives the copy of a workbook under another kind's name the ending of its own", () => {
    const run = tenken(["mark", work.put("評価.pdf", readFileSync(sample)), work.put("評価.csv", readFileSync(sample)), "--out", work.path("ended")]);
    expect([run.status, work.list("ended"), run.stdout.includes("評価.xlsx に書き出しました")]).toEqual([2, ["評価.xlsx"], true]);
  });

  it("copies a file without rows to review too, and refuses text files", () => {
    const csv = work.put("table.csv", cleanRows.map((row) => row.join(",")).join("\n"));
    const run = tenken(["mark", csv, sample, "--out", work.path("mixed")]);
    expect([run.status, work.list("mixed")]).toEqual([2, ["sample.xlsx"]]);
    expect(run.stdout).toContain("「Excelブック」として保存したものを使ってください");
    const clean = tenken(["mark", work.path("mixed", "sample.xlsx"), "--out", work.path("mixed")]);
    expect([clean.status, clean.stdout.includes("元のファイルには書き込みません")]).toEqual([2, true]);
  });
});
