import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { lettersOf } from "../../src/core/reply/reply.ts";
import { builtInForms } from "../../src/core/form/built-in.ts";
import { inspectFully } from "../../src/core/inspect.ts";
import { readFirst } from "../hosts/file/make.ts";
import { openForEdit } from "../hosts/file/write/open.ts";
import { steering, steeringBook, steeringForm, steers } from "../samples/steering.ts";
import { WorkFolder } from "./files.ts";
import { tenken } from "./run.ts";

const work = new WorkFolder();
const fileName = "評価\u202E\u2028\n\u{E0041}.xlsx";
const plain = work.put(fileName, await steeringBook());
const own = work.put(`form/${fileName}`, await steeringBook(steeringForm));
const asFile = work.put("form.json", JSON.stringify(steeringForm));

it("the fixture has what it shall have", () => {
  expect([steers.test(steering), ...["\u009b", "\u202e", "\u2028", "\u{E0041}", "\ud800", "葛\u{E0100}\u{E0101}"].map((letter) => steers.test(letter))]).toEqual(new Array<boolean>(7).fill(true));
});

it.each([
  ["check", [plain, own]],
  ["check in English", [plain, own, "--lang", "en"]],
  ["check with a form", [plain, "--form", asFile]],
  ["the report", [plain, own, "--format", "json"]],
  ["the report as a table", [plain, own, "--format", "csv"]],
  ["the report as SARIF", [plain, own, "--format", "sarif"]],
  ["the report as commands of GitHub", [plain, own, "--format", "github"]],
  ["a form that is wrong", [plain, "--form", work.put("wrong\u202e.json", JSON.stringify({ ...steeringForm, [steering]: 1, columns: [{ id: steering }] }))]],
  ["no such file", [`${plain}\u009b`]],
  ["fix", ["fix", plain, own]],
  ["fix, written", ["fix", plain, own, "--safe", "--out", work.path("fixed\u202e")]],
  ["mark", ["mark", plain, own, "--out", work.path("marked\u202e")]],
  ["reply", ["reply", plain, own, "--out", work.path("replies\u202e.zip")]],
  ["summarize", ["summarize", plain, own, "--out", work.path("sum\u202e.xlsx")]],
  ["a form read from the sheet", ["form", plain]],
  ["an unknown answer", ["form", plain, "--answer", `x${steering}=1`]],
])("no letter of a file steers what the terminal prints: %s", (_, words) => {
  const { stdout, stderr } = tenken(words);
  // A table begins with the mark of UTF-8, which Excel asks for, and its rows end as those of Windows do.
  const printed = stdout.replace(/^\uFEFF/, "").replaceAll('"\r\n', '"\n') + stderr;
  expect(steers.exec(printed)?.[0]).toBeUndefined();
  expect(printed).toMatch(/\[U\+202E\]|\\u202e/);
});

it("the report says what is there, letter by letter", () => {
  const shape = z.object({ files: z.array(z.object({ path: z.string(), sheets: z.array(z.object({ name: z.string(), findings: z.array(z.object({ value: z.string(), message: z.string() })) })) })) });
  const [file] = shape.parse(JSON.parse(tenken([plain, "--format", "json"]).stdout)).files;
  expect([file?.path, file?.sheets[0]?.name]).toEqual([plain, "総括\u202E\n\u2028表\u{E0041}"]);
  const unknown = file?.sheets[0]?.findings.find(({ value }) => value.startsWith("不明"));
  expect(unknown?.value).toBe(`不明${steering}`);
  expect(unknown?.message).toContain("不明[U+009B]31m[U+202E][U+2028][U+E0041][U+D800]葛\u{E0100}[U+E0101]");
});

it("nor in a letter", async () => {
  const inspection = inspectFully(await readFirst(await steeringBook()), builtInForms);
  if (!inspection) throw new Error("no table");
  const letters = lettersOf({ inspection, findings: inspection.findings, form: steeringForm, language: "ja", day: { year: 2026, month: 11, day: 29 }, source: fileName });
  expect([letters.length > 1, letters.flatMap(({ section, text }) => [section ?? "", text]).filter((text) => steers.test(text))]).toEqual([true, []]);
});

it("nor in a summary", async () => {
  tenken(["summarize", plain, own, "--out", work.path("sum.xlsx")]);
  const book = await openForEdit(new Uint8Array(readFileSync(work.path("sum.xlsx"))));
  const texts: string[] = [];
  for (const { id, name } of await book.sheets()) {
    const grid = await book.read(id);
    texts.push(name, ...Array.from({ length: grid.rowCount }, (_, row) => grid.row(row)).flat().filter((value) => typeof value === "string"));
  }
  expect([texts.length > 50, texts.filter((text) => steers.test(text))]).toEqual([true, []]);
});
