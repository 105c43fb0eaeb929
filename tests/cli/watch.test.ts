import { spawn } from "node:child_process";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { root } from "../../src/tools/build-if-old.mjs";
import { cleanRows } from "../core/sheet.ts";
import { bookWith, WorkFolder } from "./files.ts";
import { tenken } from "./run.ts";

const work = new WorkFolder();
const clean = () => bookWith(cleanRows);
const faulty = () => bookWith(cleanRows.map((row, at) => row.map((cell, column) => (at === 5 && column === 3 ? "順調 " : cell))));

/** The terminal while it watches. */
class Watching {
  output = "";
  readonly #process;
  readonly ended: Promise<number | null>;
  #noted = () => {};

  /** @param first a script that every thread of it runs first */
  constructor(folder: string, first?: string) {
    this.#process = spawn(process.execPath, [...(first === undefined ? [] : ["--require", first]), `${root}dist/cli.cjs`, "check", "--watch", folder]);
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        this.output += text;
        this.#noted();
      });
    this.ended = new Promise((resolve) => void this.#process.on("close", resolve));
  }

  /** Waits until this is told. */
  async told(words: RegExp): Promise<void> {
    while (!words.test(this.output)) await new Promise<void>((resolve) => (this.#noted = resolve));
  }

  interrupt(): Promise<number | null> {
    this.#process.kill("SIGINT");
    return this.ended;
  }
}

// Windows ends a program without a word where a test asks it to stop.
describe.skipIf(process.platform === "win32")("check --watch", () => {
  it("checks a folder, then each sheet that changes, and ends with the total when it is stopped", async () => {
    const folder = work.folder("a");
    work.put("a/一.xlsx", clean());
    const watching = new Watching(folder);
    await watching.told(/見張っています/);
    expect(watching.output).toMatch(/■ .*一\.xlsx\n.*\n {2}指摘はありません。/);
    work.put("a/中/二.xlsx", faulty());
    await watching.told(/■ .*二\.xlsx\n.*\n {2}注意 {2}D6/);
    // As Excel saves: another file takes the name.
    work.put("a/~tmp1234", faulty());
    renameSync(work.path("a/~tmp1234"), work.path("a/一.xlsx"));
    await watching.told(/■ .*一\.xlsx\n.*\n {2}注意 {2}D6/);
    rmSync(work.path("a/中/二.xlsx"));
    await watching.told(/二\.xlsx はなくなりました/);
    work.put("a/~$一.xlsx", "owner");
    work.put("a/memo.docx", "x");
    expect(await watching.interrupt()).toBe(1);
    // The total goes to the other stream, and either may arrive first.
    expect(watching.output).toContain("見張るのをやめました。\n");
    expect(watching.output).toMatch(/^誤り 0　注意 1　/m);
    expect(watching.output).not.toMatch(/■ .*(memo|~)/);
  }, 30_000);

  it("a file that is written in pieces is checked when it is whole", async () => {
    const folder = work.folder("b");
    const watching = new Watching(folder);
    await watching.told(/見張っています/);
    const bytes = faulty();
    writeFileSync(work.path("b/大.xlsx"), bytes.subarray(0, 900));
    // Longer than a file must rest, so that a half of it is looked at.
    await new Promise((resolve) => setTimeout(resolve, 700));
    writeFileSync(work.path("b/大.xlsx"), bytes);
    await watching.told(/大\.xlsx\n.*\n {2}注意 {2}D6/);
    expect(await watching.interrupt()).toBe(1);
    expect(watching.output).not.toContain("壊れています");
  }, 30_000);

  it("checks each file in a thread of its own, which ends with it: one that breaks down ends nothing else", async () => {
    const breaking = work.put("breaking.cjs", `const fs = require("node:fs"); const read = fs.readFileSync; fs.readFileSync = (path, ...more) => (/終わる/.test(String(path)) ? process.exit(9) : read(path, ...more));`);
    const folder = work.folder("e");
    work.put("e/終わる.xlsx", clean());
    const watching = new Watching(folder, breaking);
    await watching.told(/見張っています/);
    work.put("e/二.xlsx", faulty());
    await watching.told(/二\.xlsx\n.*\n {2}注意 {2}D6/);
    work.put("e/終わる.xlsx", faulty());
    await watching.told(/\d\n■ .*終わる\.xlsx\n.*途中で止まりました/);
    expect(await watching.interrupt()).toBe(2);
  }, 30_000);

  it("ends with a sentence where the folder is gone", async () => {
    const folder = work.folder("c");
    const watching = new Watching(folder);
    await watching.told(/見張っています/);
    rmSync(folder, { recursive: true });
    expect([await watching.ended, watching.output]).toEqual([2, expect.stringContaining("フォルダーがなくなった")]);
  }, 30_000);
});

it("watches folders only, and prints text only", () => {
  for (const [words, sentence] of [
    [[work.put("x.xlsx", clean())], /^--watch に渡せるのはフォルダーです。/],
    [[work.folder("d"), "--format", "json"], /^--watch は文章の報告だけを出します。/],
  ] as const) {
    const run = tenken(["check", "--watch", ...words]);
    expect([run.status, run.stdout, run.stderr]).toEqual([2, "", expect.stringMatching(sentence)]);
  }
});
