import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../../src/tools/build-if-old.mjs";
import { cleanRows } from "../core/sheet.ts";
import { WorkFolder } from "./files.ts";

const work = new WorkFolder();

/** Without a registry: what asks for a package fails. */
const offline = { ...process.env, npm_config_offline: "true", npm_config_cache: work.path("cache"), npm_config_registry: "http://127.0.0.1:9", npm_config_loglevel: "error" };

function run(command: string, words: readonly string[], cwd: string): string {
  return execFileSync(command, words, { cwd, encoding: "utf8", env: offline, shell: process.platform === "win32" });
}

it("npm pack makes a package that installs into an empty folder without a network, and runs", () => {
  // Only what `files` names beside package.json; the terminal's part of dist/, which is built already.
  mkdirSync(work.path("project/dist"), { recursive: true });
  for (const name of ["package.json", "LICENSE", "README.md"]) cpSync(`${root}${name}`, work.path("project", name));
  for (const name of readdirSync(`${root}dist`).filter((file) => /^cli.*\.cjs$/.test(file))) cpSync(`${root}dist/${name}`, work.path("project/dist", name));
  run("npm", ["pack", "--ignore-scripts"], work.path("project"));
  const [packed = ""] = readdirSync(work.path("project")).filter((name) => name.endsWith(".tgz"));
  expect(packed).toMatch(/^tenken-\d+\.\d+\.\d+\.tgz$/);
  rmSync(work.path("project/package.json"));

  const empty = work.folder("empty");
  writeFileSync(join(empty, "評価.tsv"), cleanRows.map((row) => row.join("\t")).join("\r\n"));
  // Without --prefix npm installs into a folder above that has node_modules or package.json, if there is one.
  run("npm", ["install", "--no-save", "--prefix", empty, work.path("project", packed)], empty);
  expect(readdirSync(join(empty, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["tenken"]);
  const checked = run(join(empty, "node_modules", ".bin", "tenken"), ["check", "評価.tsv"], empty);
  expect(checked).toContain("指摘はありません。");
  expect(run("npx", ["--yes", "-p", work.path("project", packed), "tenken", "check", "評価.tsv"], empty)).toBe(checked);
  expect(run("npx", ["--yes", "-p", work.path("project", packed), "tenken", "check", "--help"], empty)).toContain("  tenken check FILE…");
}, 120_000);

it("README warns of the bare name, which is not ours", () => {
  expect(readFileSync(`${root}README.md`, "utf8")).toMatch(/The bare name is not ours\.[^#]*`npx tenken`[^#]*the path of the \.tgz/);
});
