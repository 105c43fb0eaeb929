import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cleanRows } from "../core/sheet.ts";
import { WorkFolder } from "./files.ts";
import { tenken } from "./run.ts";

const work = new WorkFolder();

/** The clean sheet as a file with a fault at D6, with quotes where a comma requires them, and "\r\n" between lines. */
const faulty = cleanRows.map((row, at) => row.map((cell, column) => (at === 5 && column === 3 ? '"順調 "' : cell === "花壇の手入れ" ? '"花壇の, ""手"" 入れ"' : cell)).join(",")).join("\r\n");
const fixed = faulty.replace('"順調 "', '"順調"');

describe("fix --safe writes a copy of a text file", () => {
  it.each([
    ["UTF-8", "utf-8", (text: string) => Buffer.from(text)],
    ["UTF-8 with its mark", "utf-8-mark", (text: string) => Buffer.from(`\ufeff${text}`)],
    ["UTF-16", "utf-16", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ])("%s: the same bytes but for the field", (_, name, encode) => {
    const source = work.put(`${name}.csv`, encode(faulty));
    const run = tenken(["fix", source, "--safe", "--out", work.path("out")]);
    expect([run.status, run.stdout.includes("1個のセルを直し")]).toEqual([0, true]);
    expect(readFileSync(work.path("out", `${name}.csv`)).equals(encode(fixed))).toBe(true);
    expect(readFileSync(source).equals(encode(faulty))).toBe(true);
  });

  it("a fix that Excel would take for a formula is left out and said, the others are made", () => {
    const rows = faulty.split("\r\n").map((line) => line.split(",").join("\t"));
    const source = work.put("formula.tsv", rows.join("\n").replace("植樹の促進", " =1+1"));
    const run = tenken(["fix", source, "--safe", "--out", work.path("out")]);
    expect(run.stdout).toMatch(/見送り {2}H6 .*数式になる/);
    expect(readFileSync(work.path("out", "formula.tsv"), "utf8")).toBe(rows.join("\n").replace("植樹の促進", " =1+1").replace('"順調 "', '"順調"'));
  });
});

it("mark says that a text file takes no marks, and how to get them", () => {
  const run = tenken(["mark", work.put("mark.csv", faulty), "--out", work.path("marked")]);
  expect([run.status, work.list("marked")]).toEqual([2, []]);
  expect(run.stdout).toContain("「Excelブック」として保存したものを使ってください");
});
