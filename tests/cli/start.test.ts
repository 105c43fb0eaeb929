import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { root } from "../../src/tools/build-if-old.mjs";
import { WorkFolder } from "./files.ts";

const work = new WorkFolder();
const hash = "a".repeat(64);
const program = (says: string, ending = hash) => `(function (exports, require) { console.log(${JSON.stringify(says)}); })//${ending}`;
let entry = "";

beforeEach(() => {
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
    writeCode(codeOf(program("old")), hash);
    expect(said()).toBe("old");
  });

  it("is not run where it is another program's, though of the same length", () => {
    writeCode(codeOf(program("old")), "b".repeat(64));
    expect(said()).toBe("new");
  });

  it.each([
    ["missing", () => undefined],
    ["empty", () => writeCode(Buffer.alloc(0), "")],
    ["cut off", () => writeCode(codeOf(program("old")).subarray(0, 40), hash)],
    ["of another version of V8", () => writeCode(otherVersion(codeOf(program("old"))), hash)],
  ])("may be %s: the program runs", (_, prepare) => {
    prepare();
    expect(said()).toBe("new");
  });
});

it("the built program has code beside it that this Node.js takes", () => {
  const script = `const { readFileSync } = require("node:fs"); const at = ${JSON.stringify(`${root}dist/cli-main`)}; const code = readFileSync(at + ".v8");
    const { cachedDataRejected } = new (require("node:vm").Script)(readFileSync(at + ".cjs", "utf8"), { cachedData: code.subarray(0, -64) });
    console.log(cachedDataRejected, readFileSync(at + ".cjs", "utf8").endsWith(code.toString("latin1", code.length - 64)));`;
  expect(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" })).toBe("false true\n");
});

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
