import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { saveFile } from "../../../src/hosts/file/save-node.ts";
import { refusalOf } from "./make.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tenken-save-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const bytes = new TextEncoder().encode("新しい内容");

describe("E5 a file is saved completely or not at all", () => {
  it("under a free name", async () => {
    await saveFile(join(folder, "結果.xlsx"), bytes);
    expect(readFileSync(join(folder, "結果.xlsx"), "utf8")).toBe("新しい内容");
    expect(readdirSync(folder)).toEqual(["結果.xlsx"]);
  });

  it("an existing file stays unless it shall be replaced", async () => {
    const path = join(folder, "a.xlsx");
    writeFileSync(path, "alt");
    expect(await refusalOf(saveFile(path, bytes))).toBe(`output-exists: ${path}`);
    expect(readFileSync(path, "utf8")).toBe("alt");
    expect(readdirSync(folder)).toEqual(["a.xlsx"]);
    await saveFile(path, bytes, { force: true });
    expect(readFileSync(path, "utf8")).toBe("新しい内容");
    expect(readdirSync(folder)).toEqual(["a.xlsx"]);
  });

  it.each([
    ["a folder that is not there", () => join(folder, "無い", "a.xlsx"), "not-saved: ENOENT"],
    ["a name that is too long", () => join(folder, `${"長".repeat(200)}.xlsx`), "not-saved: ENAMETOOLONG"],
    ["a folder of that name, even by force", () => (mkdirSync(join(folder, "dir")), join(folder, "dir")), "not-saved: EISDIR"],
  ])("%s: nothing is left behind", async (_, path, refusal) => {
    const target = path();
    const before = readdirSync(folder);
    expect(await refusalOf(saveFile(target, bytes, { force: true }))).toBe(refusal);
    expect(readdirSync(folder)).toEqual(before);
  });

  it("a file that is there is not opened for writing", async () => {
    const path = join(folder, "a.xlsx");
    writeFileSync(path, "alt");
    const before = statSync(path);
    await refusalOf(saveFile(path, bytes));
    const { mtimeMs, ctimeMs, ino } = statSync(path);
    expect([mtimeMs, ctimeMs, ino]).toEqual([before.mtimeMs, before.ctimeMs, before.ino]);
  });

  it("what a killed run of this machine left behind is removed, what another may be writing stays", async () => {
    const machine = hostname().replace(/[^A-Za-z0-9]/g, "").slice(0, 12) || "here";
    const { pid } = spawnSync(process.execPath, ["--version"]);
    const [gone, running, elsewhere, notOurs] = [`.tenken-${machine}-${pid}-0a1b2c3d`, `.tenken-${machine}-${process.pid}-0a1b2c3d`, `.tenken-x${machine}-${pid}-0a1b2c3d`, `.tenken-${machine}-${pid}`];
    for (const name of [gone, running, elsewhere, notOurs]) writeFileSync(join(folder, name), "x");
    await saveFile(join(folder, "a.xlsx"), bytes);
    expect(readdirSync(folder).sort()).toEqual([running, elsewhere, notOurs, "a.xlsx"].sort());
  });

  it("two that save at once: one of them gets the name", async () => {
    const path = join(folder, "a.xlsx");
    const other = new TextEncoder().encode("別の内容");
    const results = await Promise.all([refusalOf(saveFile(path, bytes)), refusalOf(saveFile(path, other))]);
    expect([...results].sort()).toEqual([`output-exists: ${path}`, "read"]);
    expect(readFileSync(path, "utf8")).toBe(results[0] === "read" ? "新しい内容" : "別の内容");
  });
});
