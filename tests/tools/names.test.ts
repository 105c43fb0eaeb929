import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { refusalCodes } from "../../src/core/model/refusal.ts";

const source = fileURLToPath(new URL("../../src/", import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
const texts = new Map(files.map((name) => [name.replaceAll("\\", "/"), readFileSync(`${source}${name}`, "utf8")]));

/** One thing in several programs or hosts, each with its own implementation. */
const implementations: ReadonlySet<string> = new Set(["App", "PlanRun", "SummarySource", "foundOwnSheets"]);

test("no name is exported by two files for two things", () => {
  const exporters = new Map<string, string[]>();
  for (const [file, text] of texts) {
    const names = [...text.matchAll(/^export (?:default )?(?:abstract |async )?(?:function\*?|const|let|type|interface|class) (\w+)/gm)].map(([, name = ""]) => name);
    for (const name of new Set(names)) exporters.set(name, [...(exporters.get(name) ?? []), file]);
  }
  expect(exporters.size).toBeGreaterThan(500);
  expect([...exporters].filter(([name, all]) => all.length > 1 && !implementations.has(name))).toEqual([]);
});

test("a docstring that promises a refusal names its codes", () => {
  const promises = [...texts].flatMap(([file, text]) => [...text.matchAll(/@throws \{[\w |]*\bRefusal\b[\w |]*\}([^@]*?)(?=@|\*\/)/g)].map(([, codes = ""]) => `${file}: ${codes.trim()}`));
  const code = new RegExp(`\\b(?:${refusalCodes.join("|")})\\b`);
  expect(promises.length).toBeGreaterThan(100);
  expect(promises.filter((promise) => !code.test(promise.slice(promise.indexOf(":"))))).toEqual([]);
});
