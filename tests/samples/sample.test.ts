import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { osakaWard } from "../../src/core/form/built-in.ts";
import { a1 } from "../../src/core/model/address.ts";
import { inspect, type Inspection } from "../../src/core/inspect.ts";
import { inflateInNode } from "../../src/hosts/file/inflate-node.ts";
import { openFile } from "../../src/hosts/file/open.ts";

const readme = readFileSync("assets/samples/README.md", "utf8");
let sample: Inspection;

beforeAll(async () => {
  const workbook = await openFile("sample.xlsx", readFileSync("assets/samples/sample.xlsx"), { inflate: inflateInNode });
  const [sheet] = await workbook.sheets();
  const inspection = sheet && inspect(await workbook.read(sheet.id), osakaWard);
  if (inspection === undefined || inspection === null) throw new Error("the sample holds no evaluation table");
  sample = inspection;
});

test("4 issues, 8 strategies, 16 initiatives", () => {
  expect(sample.counts).toEqual([4, 8, 16]);
});

test("has the faults that its README lists, each found once and at its cell", () => {
  expect(sample.findings.map(({ at, rule, severity }) => [a1(at), rule, severity])).toEqual(tableUnder("## Faults that were put in").map((row) => row.slice(0, 3)));
});

test("has the rows to review that its README lists", () => {
  expect(sample.marks.map(({ code, level }) => [code, level])).toEqual(tableUnder("## Rows to review").map((row) => row.slice(0, 2)));
});

/** The cells of the table under a heading, without header and code marks. */
function tableUnder(heading: string): string[][] {
  const [section = ""] = (readme.split(`${heading}\n`)[1] ?? "").split("\n## ");
  const lines = section.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim().replaceAll("`", "")));
}
