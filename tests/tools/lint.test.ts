import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

const core = "src/core/planted.ts";
const component = "src/pane/planted.tsx";

const refused = [
  [core, "document.body.innerHTML = name;", "bans(markup-from-text)"],
  [core, "document.body.outerHTML = name;", "bans(markup-from-text)"],
  [core, 'document.body.insertAdjacentHTML("beforeend", name);', "bans(markup-from-text)"],
  [core, "export const props = { dangerouslySetInnerHTML: { __html: name } };", "bans(markup-from-text)"],
  [component, "export const part = <b dangerouslySetInnerHTML={{ __html: name }} />;", "bans(markup-from-text)"],
  ["tests/planted.ts", "document.body.innerHTML = name;", "bans(markup-from-text)"],
  [core, "export const widest = Math.max(...[...name].map(Number));", "bans(spread-into-call)"],
  [core, "export const all: string[] = []; all.push(...name);", "bans(spread-into-call)"],
  [core, "eval(name);", "eslint(no-eval)"],
  [core, "new Function(name)();", "eslint(no-new-func)"],
  [core, "export const number = name as unknown;", "typescript(consistent-type-assertions)"],
  [core, "export const first = [name].at(0)!;", "typescript(no-non-null-assertion)"],
  [core, "export const anything: any = name;", "typescript(no-explicit-any)"],
  [core, "const parsed = JSON.parse(name);", "typescript(no-unsafe-assignment)"],
  [core, 'if (name === undefined) throw new Error("never");', "typescript(no-unnecessary-condition)"],
  [core, "Promise.resolve(name);", "typescript(no-floating-promises)"],
  [core, "export const text = `${[name]}`;", "typescript(restrict-template-expressions)"],
  ["src/pane/texts/words-planted.ts", "export const said = `${name.length}`;", "typescript(restrict-template-expressions)"],
  [core, 'const kind = name === "a" ? "one" : "two"; switch (kind) { case "one": console.error(name); }', "typescript(switch-exhaustiveness-check)"],
  [core, "function later(_given: string) {}", "eslint(no-unused-vars)"],
  [core, "console.log(name);", "eslint(no-console)"],
  [core, "await fetch(name);", "eslint(no-restricted-globals)"],
  ["src/hosts/excel/planted.ts", "await fetch(name);", "eslint(no-restricted-globals)"],
  [core, "export const socket = new WebSocket(name);", "eslint(no-restricted-globals)"],
  [core, "export const used: Excel.Range | null = null;", "bans(office-types)"],
  [core, "await Excel.run(async () => undefined);", "eslint(no-restricted-globals)"],
  [core, 'name.replace(/\\s+$/, "");', "regexp(no-super-linear-move)"],
  [core, 'name.replace(new RegExp(`[\\\\s]+$`), "");', "regexp(no-super-linear-move)"],
  [core, "/\\[[^\\]]*\\]/.test(name);", "regexp(no-super-linear-move)"],
  [core, "/^(?:a+)+$/.test(name);", "regexp(no-super-linear-backtracking)"],
  [core, 'import { useMemo } from "react"; export const hook = useMemo;', "(no-restricted-imports)"],
  [core, "\n\n// a line\n".repeat(90), "eslint(max-lines)"],
  [core, `export function long() {\n${"  name;\n".repeat(61)}}`, "eslint(max-lines-per-function)"],
  [core, "// eslint-disable-next-line no-console\nexport const kept = name;", "Unused eslint-disable directive"],
  [component, "export const part = <div onClick={() => undefined}>{name}</div>;", "jsx-a11y(click-events-have-key-events)"],
  [component, 'import { useState } from "react"; export function Part() { if (name) useState(0); return null; }', "react-hooks(rules-of-hooks)"],
  [component, 'import { useRef } from "react"; export function Part() { const kept = useRef(name); return <b>{kept.current}</b>; }', "react(refs)"],
] as const;

const allowed = [
  [core, "export const both = [name, 2] as const;"],
  [core, 'import type { ReactNode } from "react"; export const part: ReactNode = name;'],
  ["src/pane/texts/words-planted.ts", "export const row = `row ${String(name.length)}`;"],
  [core, "export const signs = [...name].length;"],
  ["src/hosts/excel/planted.ts", "export const used: readonly Excel.Range[] = []; export { name };"],
  ["src/cli/planted.ts", "console.log(name);"],
  ["tests/planted.ts", "console.log(name);"],
] as const;

const shape = z.object({ diagnostics: z.array(z.object({ code: z.string().optional(), message: z.string(), filename: z.string() })) });

let folder = "";
let found: { readonly path: string; readonly rule: string }[] = [];

// One run for all tests, since reading the types takes most of its time.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tenken-lint-"));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"), "junction");
  write("tsconfig.json", JSON.stringify({ extends: resolve("tsconfig.json"), include: ["."] }));
  for (const [index, [path, statement]] of [...refused, ...allowed].entries()) write(planted(path, index), `const name: string = String(Date.now());\n${statement}\nexport {};\n`);
  const command = [resolve("node_modules/oxlint/bin/oxlint"), "--config", resolve("tests/tools/oxlint.config.mjs"), "--format", "json", "src", "tests"];
  const { stdout } = spawnSync(process.execPath, command, { cwd: folder, encoding: "utf8", maxBuffer: 1e8 });
  found = shape.parse(JSON.parse(stdout)).diagnostics.map(({ code, message, filename }) => ({ path: filename, rule: code ?? message }));
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test.each(refused.map(([path, statement, rule], index) => [rule, statement.trim().slice(0, 60), planted(path, index)] as const))("%s refuses %s", (rule, _start, path) => {
  expect(found.filter((one) => one.path.endsWith(path)).map((one) => one.rule)).toContainEqual(expect.stringContaining(rule));
});

test.each(allowed.map(([path, statement], index) => [statement, planted(path, refused.length + index)] as const))("%s is allowed", (_statement, path) => {
  expect(found.filter((one) => one.path.endsWith(path))).toEqual([]);
});

/** Puts every statement into its own file, at a place with the rules to test. */
function planted(path: string, index: number): string {
  return path.replace("planted", `planted-${index}-`);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
