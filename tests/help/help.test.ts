import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { refusalCodes } from "../../src/core/model/refusal.ts";
import { explainRefusal } from "../../src/core/wording/refusal-causes.ts";
import { helpTopics } from "../../src/help/topics.ts";
import { root } from "../../src/tools/build-if-old.mjs";
import { helpFolder, readPage, valuesOf } from "./read-page.ts";

const pages = readdirSync(helpFolder).filter((name) => name.endsWith(".html"));
const pictures = readdirSync(`${helpFolder}images`);

test.each(["index.html", "english.html"])("every topic that the pane links to is in the manual, %s", (name) => {
  const ids = valuesOf(readPage(name), "id");
  expect(helpTopics.filter((topic) => !ids.includes(topic))).toEqual([]);
});

describe.each(pages)("%s", (name) => {
  const elements = readPage(name);
  const named = (tag: string) => elements.filter((element) => element.name === tag);

  test("is a page of its language with one main heading, no level left out, and ids that stand once", () => {
    expect([named("html")[0]?.attributes.get("lang"), named("title").length, named("main").length]).toEqual([name.startsWith("english") ? "en" : "ja", 1, 1]);
    const levels = elements.flatMap(({ name: tag }) => /^h(\d)$/.exec(tag)?.[1] ?? []).map(Number);
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    const ids = valuesOf(elements, "id");
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test("has no script, no style of its own, and asks nothing of another address", () => {
    const unwanted = new Set(["script", "style", "iframe", "form", "object", "embed", "base"]);
    expect(elements.filter((element) => unwanted.has(element.name))).toEqual([]);
    expect(elements.flatMap(({ attributes }) => [...attributes.keys()].filter((key) => /^on|^style$|srcset/.test(key)))).toEqual([]);
    const addresses = [...valuesOf(elements, "href"), ...valuesOf(elements, "src")];
    expect(addresses.filter((address) => /^[a-z]+:|^\//i.test(address) && address !== "data:,")).toEqual([]);
  });

  test("links only to what is there", () => {
    const links = valuesOf(elements, "href").filter((href) => href !== "data:,");
    const broken = links.filter((href) => {
      const [file = "", id] = href.split("#");
      const target = file === "" ? name : file;
      return !existsSync(helpFolder + target) || (id !== undefined && !valuesOf(readPage(target), "id").includes(id));
    });
    expect([links.length >= 5, broken]).toEqual([true, []]);
  });

  test("its pictures are there, in their own size, and described", () => {
    for (const { attributes } of named("img")) {
      const file = helpFolder + (attributes.get("src") ?? "");
      const size = [readFileSync(file).readUInt32BE(16), readFileSync(file).readUInt32BE(20)].map(String);
      expect([attributes.get("src"), attributes.get("width"), attributes.get("height")]).toEqual([attributes.get("src"), ...size]);
      expect(attributes.get("alt")?.length).toBeGreaterThan(15);
    }
  });
});

test("every picture is shown and small", () => {
  const shown = new Set(pages.flatMap((name) => valuesOf(readPage(name), "src")));
  expect(pictures.filter((name) => !shown.has(`images/${name}`))).toEqual([]);
  expect(pictures.filter((name) => statSync(`${helpFolder}images/${name}`).size >= 120_000)).toEqual([]);
});

test("the table of refusals has every sentence, as the pane says it", () => {
  const prefix = "refusal-";
  const told = readPage("index.html").flatMap(({ attributes, text }): [string, string][] => {
    const id = attributes.get("id") ?? "";
    return id.startsWith(prefix) ? [[id.slice(prefix.length), text]] : [];
  });
  const said = refusalCodes.map((code): [string, string] => [code, explainRefusal({ code, detail: code === "table-missing" ? "" : "○○" }, "ja")]);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(said));
});

test.each(["index.html", "english.html"])("the words in bold stand on the screen: %s", (name) => {
  const words = readPage(name).filter(({ name }) => name === "b").map(({ text }) => text);
  const screen = `${sources("src/core", "src/pane", "src/taskpane", "src/workbench").join("\n")}${readFileSync(`${root}manifest.xml`, "utf8")}`.replace(/\$\{[^}]*\}/g, "○");
  expect([words.length > 30, words.filter((word) => !screen.includes(word))]).toEqual([true, []]);
});

test("the keys of the ribbon are in the list of keys", () => {
  const keys = readPage("index.html").filter(({ name }) => name === "kbd").map(({ text }) => text);
  const shortcuts = [...readFileSync(`${root}src/taskpane/commands/shortcuts.json`, "utf8").matchAll(/"default": "(Ctrl[^"]+)"/g)].map(([, key]) => key);
  expect([shortcuts.length > 0, shortcuts.filter((key) => !keys.includes(key ?? ""))]).toEqual([true, []]);
});

/** The texts of all TypeScript files in some folders. */
function sources(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(`${root}${folder}/${name}`, "utf8")),
  );
}
