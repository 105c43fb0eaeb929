import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { sheetEndings } from "../../src/core/wording/endings.ts";
import { buildIfOld, root } from "../../src/tools/build-if-old.mjs";

const names = z.record(z.string(), z.string());
const project = z
  .object({ version: z.string(), engines: z.object({ node: z.string() }), scripts: names, devDependencies: names })
  .parse(JSON.parse(text("package.json")));
const readme = text("README.md");
const manifest = text("manifest.xml");

describe("README tells of package.json", () => {
  test("every command, and no other", () => {
    const told = firstCells("command").flatMap((cell) => [...cell.matchAll(/`npm (?:run )?([a-z:]+)/g)].map(([, name]) => name));
    expect(told.sort()).toEqual(Object.keys(project.scripts).sort());
  });

  test("every package, what is shipped apart from tools", () => {
    const [shipped = [], tools = []] = tables("package").map((rows) => rows.flatMap(([cell = ""]) => coded(cell)));
    expect([...shipped, ...tools].sort()).toEqual(Object.keys(project.devDependencies).sort());
    const [, listed = ""] = /const shipped = \[(.*)\];/.exec(text(".dependency-cruiser.cjs")) ?? [];
    expect(shipped.sort()).toEqual([...listed.matchAll(/"([^"]+)"/g)].map(([, name]) => name).sort());
  });

  test("the Node.js it asks for", () => {
    expect(`>=${/Node\.js ([\d.]+) or later/.exec(readme)?.[1] ?? ""}`).toBe(project.engines.node);
  });
});

describe("README tells of the manifest", () => {
  test("the sets of Excel's API it asks for", () => {
    const asked = [...manifest.matchAll(/<Set Name="(\w+)" MinVersion="([\d.]+)"/g)].map(([, name = "", version = ""]) => `${name} ${version}`);
    expect([asked.length, asked.filter((set) => !readme.includes(set))]).toEqual([2, []]);
  });

  test("the buttons on the ribbon, with their keys", () => {
    const buttons = new Map(tables("ボタン")[0]?.map(([label = "", , key = ""]) => [label, key]));
    const labels = [...manifest.matchAll(/<bt:String id="(?!Group)\w+\.Label" DefaultValue="([^"]+)"/g)].map(([, label]) => label);
    expect([...buttons.keys()]).toEqual(labels);
    const keys = [...text("src/taskpane/commands/shortcuts.json").matchAll(/"default": "(Ctrl[^"]+)"/g)].map(([, key]) => key);
    expect([...buttons.values()].filter((key) => key !== "")).toEqual(keys);
  });
});

test.each(["README.md", "src/help/index.html", "src/help/english.html"])("%s names every kind of file that can be read", (path) => {
  const told = text(path);
  expect(sheetEndings.filter((ending) => !new RegExp(`\\${ending}(?![\\w.])`).test(told))).toEqual([]);
});

test("the words that README quotes stand on the screen", () => {
  const ofExcel = new Set(["オプションの接続エクスペリエンス", "メニューに表示する"]);
  const part = readme.slice(readme.indexOf("## 使い方"), readme.indexOf("## Two commands"));
  const quoted = [...part.matchAll(/「([^」]+)」/g)].flatMap(([, word = ""]) => (ofExcel.has(word) ? [] : word));
  const screen = `${["src/core", "src/pane", "src/taskpane", "src/workbench"].map(allText).join("\n")}${text("src/taskpane/start.js")}${manifest}`;
  expect([quoted.length > 20, quoted.filter((word) => !screen.includes(word))]).toEqual([true, []]);
});

describe("README tells of the built dist/", () => {
  const rows = () => tables("置くもの")[0] ?? [];

  test("every file, once", () => {
    buildIfOld();
    const patterns = rows().flatMap(([cell = ""]) => coded(cell).filter((pattern) => pattern !== "office=npm"));
    expect(builtFiles().filter((file) => patterns.filter((pattern) => matches(file, pattern)).length !== 1)).toEqual([]);
    expect(patterns.filter((pattern) => pattern !== "office/" && !builtFiles().some((file) => matches(file, pattern)))).toEqual([]);
  });

  test("sizes that are right to a tenth", () => {
    buildIfOld();
    const wrong = rows().flatMap(([cell = "", size = ""]) => {
      const files = filesOf(cell).map((path) => readFileSync(path));
      const [told, toldPacked] = [...size.matchAll(/([\d.]+) MB/g)].map(([, number]) => Number(number));
      const real = megabytes(files.map(({ length }) => length));
      const packed = megabytes(files.map((file) => gzipSync(file).length));
      return isNear(told, real) && (toldPacked === undefined || isNear(toldPacked, packed)) ? [] : [`${cell}: ${size} is ${real}, gzip ${packed}`];
    });
    expect(wrong).toEqual([]);
  });
});

test("the newest version in CHANGELOG is that of package.json and of the manifest", () => {
  expect(/^## ([\d.]+)/m.exec(text("CHANGELOG.md"))?.[1]).toBe(project.version);
  expect(/<Version>([\d.]+)<\/Version>/.exec(manifest)?.[1]).toBe(`${project.version}.0`);
});

test.each(["README.md", "CONTRIBUTING.md", "SECURITY.md"])("the files that %s names are there", (document) => {
  const paths = coded(text(document)).filter((word) => /^(src|tests|assets|\.github|\.ci)\/[\w./-]*$/.test(word));
  const all = new Set(["src", "tests", "assets", ".github", ".ci"].flatMap((folder) => [`${folder}/`, ...below(folder)]));
  expect(paths.filter((path) => !all.has(path) && !all.has(`${path}/`))).toEqual([]);
});

function text(path: string): string {
  return readFileSync(root + path, "utf8");
}

/** The rows of all tables whose first column has this header, with trimmed cells. */
function tables(header: string): readonly (readonly (readonly string[])[])[] {
  const blocks = readme.split("\n\n").filter((block) => block.startsWith(`| ${header} |`));
  return blocks.map((block) => block.trim().split("\n").slice(2).map((line) => line.split(/(?<!\\)\|/).slice(1, -1).map((cell) => cell.trim())));
}

function firstCells(header: string): readonly string[] {
  return tables(header).flatMap((rows) => rows.flatMap(([cell = ""]) => cell));
}

/** The words between backticks. */
function coded(markdown: string): readonly string[] {
  return [...markdown.matchAll(/`([^`\n]+)`/g)].map(([, word = ""]) => word);
}

/** The built files that a row names; of Office.js only those that would be copied. */
function filesOf(cell: string): readonly string[] {
  if (!cell.includes("office=npm")) return builtFiles().filter((file) => coded(cell).some((pattern) => matches(file, pattern))).map((file) => `${root}dist/${file}`);
  const folder = "node_modules/@microsoft/office-js/dist/";
  return below(folder.slice(0, -1))
    .filter((path) => /^(office|o15apptofilemappingtable|excel-[^/]*-16\.[^/]*|(ja-jp|en-us)\/office_strings|telemetry\/oteljs(_agave)?)\.js$/.test(path.slice(folder.length)))
    .filter((path) => !path.endsWith(".debug.js"))
    .map((path) => root + path);
}

/** Without the code for this one version of Node.js, whose size differs with it. */
function builtFiles(): readonly string[] {
  return below("dist").filter((path) => !path.endsWith("/") && !path.endsWith(".v8")).map((path) => path.slice("dist/".length));
}

/** All paths below a folder of the project, with "/" at the end of folders. */
function below(folder: string): readonly string[] {
  return readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? [`${path}/`, ...below(path)] : [path];
  });
}

function allText(folder: string): string {
  return below(folder).filter((path) => /\.tsx?$/.test(path)).map(text).join("\n");
}

/** A pattern is a file, a folder with "/" at its end, or a name with one "*". */
function matches(file: string, pattern: string): boolean {
  const [start = "", end] = pattern.split("*");
  if (end === undefined) return pattern.endsWith("/") ? file.startsWith(pattern) : file === pattern;
  return file.startsWith(start) && file.endsWith(end) && !file.slice(start.length).includes("/");
}

function megabytes(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 0) / 1e6;
}

function isNear(told: number | undefined, real: number): boolean {
  return told !== undefined && Math.abs(told - real) <= real / 10;
}
