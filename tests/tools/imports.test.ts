import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

const forbidden = [
  ["core-order-model", "src/core/model/early.ts", "src/core/rules/late.ts"],
  ["core-order-wording", "src/core/wording/early.ts", "src/core/tree/late.ts"],
  ["core-order-form-types", "src/core/model/words.ts", "src/core/form/code.ts"],
  ["hosts-file-order-xml", "src/hosts/file/xml/early.ts", "src/hosts/file/apply/late.ts"],
  ["hosts-excel-order-read", "src/hosts/excel/read/early.ts", "src/hosts/excel/entry.ts"],
  ["pane-order-state", "src/pane/state/early.ts", "src/pane/findings/late.tsx"],
  ["workbench-order-worker", "src/workbench/worker/early.ts", "src/workbench/page/late.ts"],
  ["taskpane-order-state", "src/taskpane/state/early.ts", "src/taskpane/page/late.ts"],
  ["core-rooms-only", "src/cli/unlisted.ts", "src/core/elsewhere.ts"],
  ["core-is-pure", "src/core/model/files.ts", "node:fs"],
  ["core-is-pure", "src/core/model/screen.ts", "react"],
  ["core-is-pure", "src/core/rules/reach.ts", "src/hosts/file/open.ts"],
  ["pane-knows-the-port", "src/pane/reach.ts", "src/hosts/file/open.ts"],
  ["host-knows-the-core", "src/hosts/file/reach.ts", "src/hosts/excel/open.ts"],
  ["host-knows-the-core", "src/hosts/file/show.ts", "src/pane/list.ts"],
  ["office-in-its-host", "src/workbench/office.ts", "@microsoft/office-js"],
  ["tests-stay-outside", "src/cli/help.ts", "tests/helper.ts"],
  ["ships-without-tools", "src/cli/compile.ts", "typescript"],
  ["host-by-its-entries", "src/cli/deep.ts", "src/hosts/file/zip/deep.ts"],
  ["no-cycle", "src/cli/one.ts", "src/cli/two.ts"],
  ["resolvable", "src/cli/lost.ts", "nowhere"],
] as const;

const allowed = [
  ["src/core/rules/code.ts", "src/core/model/address.ts"],
  ["src/core/form/schema.ts", "zod"],
  ["src/pane/view.ts", "src/core/inspect.ts"],
  ["src/pane/app.ts", "react"],
  ["src/cli/main.ts", "src/hosts/file/open.ts"],
  ["src/workbench/main.ts", "src/pane/list.ts"],
] as const;

const shape = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })) }),
});

let project = "";
let found: string[] = [];

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "tenken-imports-"));
  write("package.json", JSON.stringify({ dependencies: { react: "1", zod: "1", "@microsoft/office-js": "1" }, devDependencies: { typescript: "1" } }));
  for (const name of ["react", "zod", "typescript", "@microsoft/office-js"]) write(`node_modules/${name}/index.js`, "module.exports = {};");
  const imports = [...forbidden.map(([, from, to]) => [from, to] as const), ...allowed, ["src/cli/two.ts", "src/cli/one.ts"] as const];
  for (const [, to] of imports) if (to.includes("/") && !to.startsWith("@")) write(to, "export const value = 1;");
  for (const [from, to] of imports) write(from, `import * as other from "${specifier(from, to)}";\nexport const used = other;`);
  write("src/core/model/finding.ts", `import type { Form } from "../form/schema.ts";\nexport type Known = Form;`);
  found = cruise();
}, 60_000);

afterAll(() => {
  rmSync(project, { recursive: true });
});

test.each(forbidden)("%s: %s must not import %s", (rule, from, to) => {
  expect(found.some((line) => line.startsWith(`${rule}: ${from} → `) && line.includes(to.replace("node:", "")))).toBe(true);
});

test("finds nothing else: what is allowed passes", () => {
  const sources = new Set([...forbidden.map(([, from]) => from), "src/cli/two.ts"].map(String));
  expect(found.filter((line) => !sources.has(line.split(/: | → /)[1] ?? ""))).toEqual([]);
});

test("every rule says why", () => {
  const rules = z.object({ forbidden: z.array(z.object({ comment: z.string().min(20) })) });
  const config = execFileSync(process.execPath, ["-p", "JSON.stringify(require('./.dependency-cruiser.cjs'))"], { encoding: "utf8" });
  expect(() => rules.parse(JSON.parse(config))).not.toThrow();
});

function cruise(): string[] {
  const command = [resolve("node_modules/dependency-cruiser/bin/dependency-cruise.mjs"), "--config", resolve(".dependency-cruiser.cjs"), "--output-type", "json", "src"];
  const output = execFileSync(process.execPath, command, { cwd: project, encoding: "utf8", maxBuffer: 1e8 });
  return shape.parse(JSON.parse(output)).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

function specifier(from: string, to: string): string {
  return /^(src|tests)\//.test(to) ? `${"../".repeat(from.split("/").length - 1)}${to}` : to;
}
