import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { read } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { root } from "../../src/tools/build-if-old.mjs";
import { cleanRows } from "../core/sheet.ts";
import { bookWith, stateOf, WorkFolder } from "./files.ts";
import { tenken } from "./run.ts";

const work = new WorkFolder();
const faulty = (text: string) => bookWith(cleanRows.map((row, at) => row.map((cell, column) => (at === 5 && column === 3 ? text : cell))));
const status = (path: string): unknown => z.object({ v: z.unknown() }).parse(read(readFileSync(path)).Sheets["総括表"]?.["D6"]).v;

describe("two files of one name", () => {
  const sources = () => [work.put("東/評価.xlsx", faulty("順調 ")), work.put("西/評価.xlsx", faulty("順調でない ")), work.put("西/別.xlsx", faulty("順調 "))];

  it.each(["fix", "mark"])("%s writes both, into the folders that tell them apart, and says so", (command) => {
    const words = [command, ...sources(), ...(command === "fix" ? ["--safe"] : []), "--out", work.path(command)];
    const run = tenken(words);
    expect([run.status === 2, work.list(command), work.list(`${command}/東`), work.list(`${command}/西`)]).toEqual([false, ["別.xlsx", "東", "西"].sort(), ["評価.xlsx"], ["評価.xlsx"]]);
    expect(run.stderr).toContain("東/評価.xlsx、西/評価.xlsx");
    if (command === "fix") expect([status(work.path("fix", "東", "評価.xlsx")), status(work.path("fix", "西", "評価.xlsx"))]).toEqual(["順調", "順調でない"]);
    const before = stateOf(work.path(command, "東", "評価.xlsx"));
    expect([tenken(words).status, stateOf(work.path(command, "東", "評価.xlsx"))]).toEqual([2, before]);
    expect(tenken([...words, "--force"]).status).not.toBe(2);
  });

  it("are two offices in a summary", () => {
    tenken(["summarize", ...sources(), "--out", work.path("sum.xlsx")]);
    const cells = Object.values(read(readFileSync(work.path("sum.xlsx"))).Sheets["課題別"] ?? {}).map((cell: { v?: unknown }) => cell.v);
    for (const name of ["東/評価.xlsx / 総括表", "西/評価.xlsx / 総括表", "別.xlsx / 総括表"]) expect(cells).toContain(name);
  });

  it("a folder that holds the sources is never written into", () => {
    const before = sources().map(stateOf);
    const run = tenken(["fix", ...sources(), "--safe", "--out", work.root, "--force"]);
    expect([run.status, run.stdout.includes("元のファイルには書き込みません")]).toEqual([2, true]);
    expect(sources().map((path) => stateOf(path)[0])).toEqual(before.map(([bytes]) => bytes));
  });
});

describe("a file whose name begins like an option", () => {
  /** Runs the terminal in a folder, as if a shell had expanded `*.xlsx`. */
  const inFolder = (...words: readonly string[]) => {
    const { status: code, stdout, stderr } = spawnSync(process.execPath, [`${root}dist/cli.cjs`, ...words], { cwd: work.path("names"), encoding: "utf8" });
    return { status: code, stdout, stderr };
  };

  it("is a file", () => {
    for (const name of ["-h.xlsx", "--help", "--out=evil.xlsx", "a.xlsx"]) work.put(`names/${name}`, faulty("順調 "));
    const run = inFolder("check", "--help", "--out=evil.xlsx", "-h.xlsx", "a.xlsx");
    expect([run.status, run.stdout.match(/■ .*/g)]).toEqual([1, ["■ --help", "■ --out=evil.xlsx", "■ -h.xlsx", "■ a.xlsx"]]);
    expect(inFolder("-h.xlsx", "--format", "json").stdout).toContain('"path": "-h.xlsx"');
    const fixed = inFolder("fix", "--safe", "--out", work.path("named"), "--", "--out=evil.xlsx", "-h.xlsx");
    expect([fixed.status, work.list("named")]).toEqual([0, ["--out=evil.xlsx", "-h.xlsx"]]);
  });

  it("options that name no file stay options; behind -- there are files only", () => {
    expect(inFolder("check", "-h").stdout).toContain("check FILE… [--format");
    const run = inFolder("check", "a.xlsx", "--", "--lang");
    expect([run.status, run.stdout.match(/■ .*/g)]).toEqual([2, ["■ a.xlsx", "■ --lang"]]);
  });
});
