import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { root } from "../../src/tools/build-if-old.mjs";
import { WorkFolder } from "./files.ts";

const work = new WorkFolder();
const hash = "a".repeat(64);
const sign = hash + process.version;
/** A program that says something, and what it was started with after a colon if that is not true. */
const program = (says: string, isLikeMost = true) =>
  `(function (exports, require) { const says = ${JSON.stringify(says)}; const unused = () => "not needed"; exports.start = async (isTuned) => { console.log(says + (isTuned ? "" : ": untuned")); return ${isLikeMost}; }; })//${hash}`;
let entry = "";

beforeEach(() => {
  rmSync(work.root, { recursive: true, force: true });
  entry = work.put("cli.cjs", new Uint8Array());
  copyFileSync(`${root}dist/cli.cjs`, entry);
  writeFileSync(beside(".cjs"), program("new"));
});

it("a check does not wait for optimised functions that hold others", () => {
  const { stdout: traced } = spawnSync(process.execPath, ["--trace-turbo-inlining", `${root}dist/cli.cjs`, "check", `${root}assets/samples/sample.tsv`], { encoding: "utf8" });
  expect(traced).toContain("sample.tsv");
  expect(traced).not.toMatch(/inlin/i);
});

describe("the program's code beside it", () => {
  it("is run in place of the program", () => {
    writeCode(codeOf(program("old")), sign);
    expect(said()).toBe("old");
  });

  it("is not run where it is another program's, though of the same length", () => {
    writeCode(codeOf(program("old")), "b".repeat(64) + process.version);
    expect(said()).toMatch(/^new/);
  });

  it.each([
    ["missing", () => undefined],
    ["empty", () => writeCode(Buffer.alloc(0), "")],
    ["cut off", () => writeCode(codeOf(program("old")).subarray(0, 40), sign)],
    ["of another version of V8", () => writeCode(otherVersion(codeOf(program("old"))), sign)],
  ])("may be %s: the program runs", (_, prepare) => {
    prepare();
    expect(said()).toMatch(/^new/);
  });

  it.each([
    ["missing", () => undefined],
    ["another program's", () => writeCode(codeOf(program("old")), "b".repeat(64) + process.version)],
    ["another version's", () => writeCode(codeOf(program("old")), `${hash}v1.0.0`)],
  ])("where it is %s, is left by a run for the next one", (_, prepare) => {
    prepare();
    expect(said()).toBe("new: untuned");
    expect(isTaken(join(dirname(entry), "cli-main"))).toBe(true);
    expect(said()).toBe("new");
  });

  it("holds the functions that the run used, and is not left by a run that checked nothing", () => {
    writeFileSync(beside(".cjs"), program("new", false));
    expect(said()).toBe("new: untuned");
    expect(readdirSync(dirname(entry)).sort()).toEqual(["cli-main.cjs", "cli.cjs"]);
    writeFileSync(beside(".cjs"), program("new"));
    said();
    expect(["untuned", "not needed"].map((text) => readFileSync(beside(".v8")).includes(text))).toEqual([true, false]);
  });

  it("is taken after a first run with workers, too", () => {
    for (const name of readdirSync(`${root}dist`).filter((each) => /^cli.*\.cjs$/.test(each))) copyFileSync(`${root}dist/${name}`, join(dirname(entry), name));
    const files = Array.from({ length: 4 }, (_, at) => work.put(`files/${at}.xlsx`, readFileSync(`${root}assets/samples/sample.xlsx`)));
    spawnSync(process.execPath, [entry, ...files, "--jobs", "2"]);
    expect(isTaken(join(dirname(entry), "cli-main"))).toBe(true);
  });

  it("is not left by a run under a flag, which would make code for itself alone", () => {
    execFileSync(process.execPath, ["--no-opt", entry]);
    expect(readdirSync(dirname(entry)).sort()).toEqual(["cli-main.cjs", "cli.cjs"]);
  });

  it("is left alone where it is taken, and by a program that ends itself", () => {
    writeCode(codeOf(program("old")), sign);
    const before = readFileSync(beside(".v8"));
    expect(said()).toBe("old");
    expect(readFileSync(beside(".v8")).equals(before)).toBe(true);
    rmSync(beside(".v8"));
    writeFileSync(beside(".cjs"), program("new").replace("return true", "process.exit(0)"));
    expect(said()).toBe("new: untuned");
    expect(readdirSync(dirname(entry)).sort()).toEqual(["cli-main.cjs", "cli.cjs"]);
  });

  it("is not left where nothing may be written, and nothing else is", () => {
    mkdirSync(join(beside(".v8"), "taken"), { recursive: true });
    expect(said()).toMatch(/^new/);
    expect(readdirSync(dirname(entry)).sort()).toEqual(["cli-main.cjs", "cli-main.v8", "cli.cjs"]);
  });
});

it("the built program has code beside it that this Node.js takes", () => {
  expect(isTaken(`${root}dist/cli-main`)).toBe(true);
});

/** Asked in a process like the one that runs it. */
function isTaken(at: string): boolean {
  const script = `const { readFileSync } = require("node:fs"); const at = ${JSON.stringify(at)}; const code = readFileSync(at + ".v8");
    const { cachedDataRejected } = new (require("node:vm").Script)(readFileSync(at + ".cjs", "utf8"), { cachedData: code.subarray(0, -${sign.length}) });
    console.log(cachedDataRejected, readFileSync(at + ".cjs", "utf8").endsWith(code.toString("latin1", code.length - ${sign.length}, code.length - ${process.version.length})));`;
  return execFileSync(process.execPath, ["-e", script], { encoding: "utf8" }) === "false true\n";
}

function said(): string {
  return execFileSync(process.execPath, [entry], { encoding: "utf8" }).trim();
}

/** Made in a process like the one that runs it: V8 compares the flags too. */
function codeOf(source: string): Buffer {
  const script = `process.stdout.write(new (require("node:vm").Script)(${JSON.stringify(source)}).createCachedData())`;
  return execFileSync(process.execPath, ["-e", script]);
}

function otherVersion(code: Buffer): Buffer {
  const changed = Buffer.from(code);
  changed.writeUInt32LE(changed.readUInt32LE(4) + 1, 4);
  return changed;
}

function writeCode(code: Buffer, ending: string): void {
  writeFileSync(beside(".v8"), Buffer.concat([code, Buffer.from(ending)]));
}

function beside(extension: string): string {
  return join(dirname(entry), `cli-main${extension}`);
}
