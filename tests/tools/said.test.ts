import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../src/tools/build-if-old.mjs";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tenken-tools-"));
  for (const part of ["src/tools", "tests/tools", "src/core/form/forms"]) cpSync(join(root, part), join(folder, part), { recursive: true });
  writeFileSync(join(folder, "a.xlsx"), "");
  mkdirSync(join(folder, "dist"));
  // A stand-in for the terminal tool that prints its arguments. It is newer than its sources, so it is not built again.
  writeFileSync(join(folder, "dist/cli.cjs"), 'console.log(process.argv.slice(2).join("|"))');
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(script: string, words: readonly string[] = [], environment: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, script), ...words], { cwd: folder, encoding: "utf8", env: { ...process.env, INIT_CWD: folder, npm_lifecycle_event: "check", ...environment } });
  return { status, stdout, stderr };
}

describe("options that npm kept for itself", () => {
  it.each([
    ["--format json", ["check", "a.xlsx", "json"], {}],
    ["--lang en", ["check", "a.xlsx", "en"], {}],
    ["--format csv", ["check", "a.xlsx", "csv"], {}],
    ["--form osaka-ward", ["check", "a.xlsx", "osaka-ward"], {}],
    ["--jobs 4", ["check", "a.xlsx", "4"], { npm_config_jobs: "true" }],
    ["--defaults", ["check", "a.xlsx"], { npm_config_defaults: "true" }],
    ["--watch", ["check", "folder"], { npm_config_watch: "true" }],
    ["--list", ["form"], { npm_config_list: "true" }],
    ["--dry-run", ["fix", "a.xlsx"], { npm_config_dry_run: "true" }],
    ["--form my.json", ["check", "my.json", "a.xlsx"], {}],
    ["--safe --out out", ["fix", "a.xlsx", "out"], { npm_config_safe: "true", npm_config_out: "true" }],
  ])("%s: said, and nothing is done", (_, words, environment) => {
    const { status, stdout, stderr } = run("src/tools/terminal.mjs", words, environment);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`npm run ${words[0] ?? ""} -- `);
  });

  it.each([[["check", "a.xlsx"]], [["check", "a.xlsx", "--format", "json"]], [["fix", "a.xlsx", "json.xlsx"]], [["form", "osaka-ward"]]])("%j reaches the terminal", (words) => {
    expect(run("src/tools/terminal.mjs", words)).toMatchObject({ status: 0, stdout: `${words.join("|")}\n` });
  });
});

it.each(["src/tools/start.mjs", "src/tools/terminal.mjs", "tests/tools/test.mjs"])("%s says in a sentence that node_modules is missing", (script) => {
  rmSync(join(folder, "dist"), { recursive: true, force: true });
  const { status, stdout, stderr } = run(script, ["a.xlsx"]);
  expect([status, stdout, stderr.split("\n").length]).toEqual([2, "", 3]);
  expect(stderr).toContain("npm ci");
});
