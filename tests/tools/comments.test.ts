import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const source = fileURLToPath(new URL("../../src/", import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));

test("whatever throws a refusal names its codes", () => {
  const silent = files.flatMap((name) => {
    const lines = readFileSync(`${source}${name}`, "utf8").split("\n");
    return lines.flatMap((line, index) => (/@throws \{Refusal\}\s*(?:\*\/|$)/.test(line) ? [`${name}:${index + 1}`] : []));
  });
  expect([files.length > 100, silent]).toEqual([true, []]);
});
