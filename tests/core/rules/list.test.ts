import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ruleIds } from "../../../src/core/form/rule-ids.ts";
import { rules } from "../../../src/core/rules/index.ts";

const folder = new URL("../../../src/core/rules/", import.meta.url);
const contract = new URL("../../../../shared/spec/evaluation-sheet.md", import.meta.url);

describe("the list of rules", () => {
  it.each(rules.map(({ id }) => id))("%s has its file, its table of cases and its line in the list", (id) => {
    const source = readFileSync(new URL(`${id}.ts`, folder), "utf8");
    expect(source).toContain(`id: "${id}"`);
    expect(source.split("\n").length).toBeLessThan(90);
    expect(existsSync(new URL(`./${id}.test.ts`, import.meta.url))).toBe(true);
  });

  it("is what a form may name", () => {
    expect(ruleIds).toEqual(rules.map(({ id }) => id));
  });

  it("leaves out no file that defines a rule", () => {
    const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && readFileSync(new URL(name, folder), "utf8").includes("defineRule({"));
    expect(files.sort()).toEqual(rules.map(({ id }) => `${id}.ts`).sort());
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))("%s says what, why and how in whole sentences, with an example", (_, { about: { ja, en }, messages, hows = {} }) => {
    expect([ja.why, ja.how, ja.example].every((text) => text.endsWith("。"))).toBe(true);
    expect([en.why, en.how, en.example].every((text) => text.endsWith("."))).toBe(true);
    for (const { ja, en } of [...Object.values(messages), ...Object.values(hows)]) {
      expect(ja.endsWith("。")).toBe(true);
      expect(en.endsWith(".")).toBe(true);
    }
  });

  it.skipIf(!existsSync(contract))("has the severities of the contract, for the rules that stand in both", () => {
    const section = readFileSync(contract, "utf8").split("## 3. Rules")[1]?.split("## 4.")[0] ?? "";
    const rows = section.split("\n").filter((line) => line.startsWith("| `"));
    const wanted = rows.flatMap((row) => {
      const [, ids = "", severity = ""] = row.split("|").map((cell) => cell.trim());
      return [...ids.matchAll(/`([a-z-]+)`/g)].map(([, id = ""]) => [id, severity] as const);
    });
    const severities = new Map<string, string>(wanted);
    const both = rules.filter(({ id }) => severities.has(id));
    expect(both.length).toBeGreaterThan(20);
    expect(both.map(({ id, severity }) => `${id} ${severity}`)).toEqual(both.map(({ id }) => `${id} ${severities.get(id) ?? ""}`));
  });
});
