import { resolve } from "node:path";
import { ESLint } from "eslint";
import { beforeAll, expect, test } from "vitest";

const linter = new ESLint({ overrideConfigFile: resolve("tests/tools/eslint.config.js") });

/** Must be a file of the project, or the lint would have no types. */
const filePath = "src/core/inspect.ts";

const refused = [
  ["document.body.innerHTML = name;", "no-restricted-syntax"],
  ["document.body.outerHTML = name;", "no-restricted-syntax"],
  ['document.body.insertAdjacentHTML("beforeend", name);', "no-restricted-syntax"],
  ["export const props = { dangerouslySetInnerHTML: { __html: name } };", "no-restricted-syntax"],
  ["eval(name);", "no-eval"],
  ["export const number = name as unknown;", "@typescript-eslint/consistent-type-assertions"],
  ["export const first = [name].at(0)!;", "@typescript-eslint/no-non-null-assertion"],
  ["export const anything: any = name;", "@typescript-eslint/no-explicit-any"],
  ["console.log(name);", "no-console"],
  ["await fetch(name);", "no-restricted-globals"],
  ["export const socket = new WebSocket(name);", "no-restricted-globals"],
  ["export const used: Excel.Range | null = null;", "no-restricted-syntax"],
  ["await Excel.run(async () => undefined);", "no-restricted-globals"],
  ['name.replace(/\\s+$/, "");', "regexp/no-super-linear-move"],
  ['name.replace(new RegExp(`[\\\\s]+$`), "");', "regexp/no-super-linear-move"],
  ["/\\[[^\\]]*\\]/.test(name);", "regexp/no-super-linear-move"],
  ["/^(?:a+)+$/.test(name);", "regexp/no-super-linear-backtracking"],
  ["import { useMemo } from \"react\"; export const hook = useMemo;", "@typescript-eslint/no-restricted-imports"],
  ["\n\n// a line\n".repeat(90), "max-lines"],
] as const;

// The first run compiles the project for its types, which takes seconds.
beforeAll(() => linter.lintText("", { filePath }));

test.each(refused.map(([statement, rule]) => [rule, statement.trim().slice(0, 60), statement]))("%s refuses %s", async (rule, _start, statement) => {
  const [result] = await linter.lintText(`const name: string = String(Date.now());\n${statement}\n`, { filePath });
  expect(result?.messages.map(({ ruleId }) => ruleId)).toContain(rule);
});

test("as const is allowed", async () => {
  const [result] = await linter.lintText("export const both = [1, 2] as const;\n", { filePath });
  expect(result?.messages).toEqual([]);
});
