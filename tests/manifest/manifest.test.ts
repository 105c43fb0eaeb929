import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { z } from "zod";
import { registerCommands } from "../../src/taskpane/commands/ribbon.ts";
import { nodesOf, pngSize, type XmlNode } from "./nodes.ts";

const schemaFolder = resolve("../shared/manifest-schema");
const host = "https://localhost:3000/";
const source = readFileSync("manifest.xml", "utf8");

const nodes = nodesOf(source);
const named = (name: string) => nodes.filter((node) => node.name === name);
const textsOf = (name: string) => named(name).map(({ text }) => text);
const valuesOf = (attribute: string) => nodes.flatMap(({ attributes }) => attributes[attribute] ?? []);
const resources = nodes.filter(({ attributes }) => attributes["id"] !== undefined && attributes["DefaultValue"] !== undefined);

describe.skipIf(!existsSync(schemaFolder))("Microsoft's schema", () => {
  // The schemas are older than ExtendedOverrides.
  const checked = source.replace(/\s*<ExtendedOverrides[^>]*\/>/, "");

  test("accepts the manifest", async () => {
    expect(await complaints(checked)).toEqual([]);
  });

  test("refuses a wrong order, so that the test above means something", async () => {
    expect(await complaints(checked.replace(/(\s*<Id>.*<\/Id>)(\s*<Version>.*<\/Version>)/, "$2$1"))).not.toEqual([]);
  });
});

describe("manifest", () => {
  test("has an id of its own and the version of the package", () => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync("package.json", "utf8")));
    expect(textsOf("Id")).toEqual([expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)]);
    expect(textsOf("Version")).toEqual([`${version}.0`]);
  });

  test("is for Excel alone, and asks for ExcelApi 1.9 and the shared runtime in both places", () => {
    expect(nodes.filter(({ name }) => name === "Host").map(({ attributes }) => attributes["Name"] ?? attributes["xsi:type"])).toEqual(["Workbook", "Workbook"]);
    const sets = nodes.filter(({ name }) => /^(bt:)?Set$/.test(name)).map(({ attributes }) => `${attributes["Name"]} ${attributes["MinVersion"]}`);
    expect(sets).toEqual(["ExcelApi 1.9", "SharedRuntime 1.1", "ExcelApi 1.9", "SharedRuntime 1.1"]);
  });

  test("defines every resid that is used, and uses every one that is defined", () => {
    const defined = resources.map(({ attributes }) => attributes["id"]);
    expect(new Set(defined).size).toBe(defined.length);
    expect([...new Set(valuesOf("resid"))].sort()).toEqual(defined.sort());
    expect(defined.filter((id) => id === undefined || id.length > 32)).toEqual([]);
  });

  test("has one page for runtime, functions and pane", () => {
    const resids = ["Runtime", "FunctionFile"].map((name) => named(name)[0]?.attributes["resid"]);
    const pane = nodes.find(({ name, parent }) => name === "SourceLocation" && parent === "Action")?.attributes["resid"];
    expect(new Set([...resids, pane])).toEqual(new Set(["Page.Url"]));
    expect(named("Runtime")[0]?.attributes["lifetime"]).toBe("long");
    expect(resources.find(({ attributes }) => attributes["id"] === "Page.Url")?.attributes["DefaultValue"]).toBe(`${host}taskpane.html`);
  });

  test("says every text in Japanese and in English", () => {
    const texts = nodes.filter(({ name }) => ["DisplayName", "Description", "bt:String"].includes(name));
    const withText = texts.filter(({ attributes }) => attributes["DefaultValue"] !== undefined);
    const english = nodes.filter(({ name, parent }) => /^(bt:)?Override$/.test(name) && parent !== "SupportUrl");
    expect(textsOf("DefaultLocale")).toEqual(["ja-JP"]);
    expect(withText.filter(({ attributes }) => !/[ぁ-んァ-ヶ一-龠]/.test(attributes["DefaultValue"] ?? ""))).toEqual([]);
    expect(english.map(({ attributes }) => attributes["Locale"])).toEqual(withText.map(() => "en-US"));
    expect(english.filter(({ attributes }) => !/^[\x20-\x7e“”’]+$/.test(attributes["Value"] ?? ""))).toEqual([]);
  });

  test.each([
    ["bt:ShortStrings", 125],
    ["bt:LongStrings", 250],
  ])("keeps %s within %i characters", (group, limit) => {
    expect(stringsOf(group).length).toBeGreaterThan(5);
    expect(stringsOf(group).filter((text) => text.length === 0 || text.length > limit)).toEqual([]);
  });

  test("has labels short enough for two lines of the ribbon", () => {
    const labels = new Set(named("Label").map(({ attributes }) => attributes["resid"]));
    const texts = textsById().filter(([id]) => labels.has(id));
    expect(texts.length).toBeGreaterThanOrEqual(8);
    // A Japanese character is as wide as two Latin ones.
    expect(texts.filter(([, text]) => [...text].reduce((width, letter) => width + (letter > "\u2e7f" ? 2 : 1), 0) > 24)).toEqual([]);
  });

  test("has addresses of one host over https alone", () => {
    const addresses = [...source.matchAll(/https?:\/\/[^"<\s]+/g)].map(([address]) => address).filter((address) => !address.startsWith("http://schemas.") && !address.startsWith("http://www.w3.org/"));
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((address) => !address.startsWith(host))).toEqual([]);
  });

  test("has a page for support in each language, which is built with the manual", () => {
    const [support, english] = nodes.slice(nodes.findIndex(({ name }) => name === "SupportUrl"));
    const pages = [support?.attributes["DefaultValue"], english?.attributes["Value"]];
    expect([english?.parent, english?.attributes["Locale"], pages.map((page) => existsSync(`src/${page?.slice(host.length)}`))]).toEqual(["SupportUrl", "en-US", [true, true]]);
  });

  // What Microsoft's validator refuses by itself, apart from the schema: learn.microsoft.com/office/dev/add-ins/testing/troubleshoot-manifest
  test.each([
    ["an older or shorter version number", ({ text }) => text === "" || /^\d{1,5}(?:\.\d{1,5}){3}$/.test(text), ["Version"]],
    ["a name of more than 125 characters", ({ attributes, text }) => within(attributes["DefaultValue"] ?? attributes["Value"] ?? text, 125), ["DisplayName", "ProviderName"]],
    ["a description of more than 250 characters", ({ attributes }) => "resid" in attributes || within(attributes["DefaultValue"], 250), ["Description"]],
    ["an icon that is no .png", ({ attributes }) => /\.png$/.test(attributes["DefaultValue"] ?? ""), ["IconUrl", "HighResolutionIconUrl"]],
    ["an address that is no https", ({ attributes }) => attributes["resid"] === "Page.Url" || /^https:\/\//.test(attributes["DefaultValue"] ?? ""), ["SourceLocation", "SupportUrl"]],
    ["an id of a control or group of more than 125 characters", ({ attributes }) => within(attributes["id"], 125), ["Group", "Control"]],
    ["a function's name of more than 125 characters", ({ text }) => within(text, 125), ["FunctionName"]],
    ["a permission that it does not know", ({ text }) => text === "ReadWriteDocument", ["Permissions"]],
    ["a locale without a country", ({ attributes, text }) => /^[a-z]{2}-[A-Z]{2}$/.test(attributes["Locale"] ?? text), ["DefaultLocale", "Override", "bt:Override"]],
  ] satisfies readonly (readonly [string, (node: XmlNode) => boolean, readonly string[]])[])("has not %s", (_fault, holds, elements) => {
    for (const element of elements) expect([element, named(element).length > 0, named(element).filter((node) => !holds(node)).map(({ attributes }) => attributes)]).toEqual([element, true, []]);
  });

  test("names every text in English too, within the limits of the other language", () => {
    const lengths = nodes.flatMap((node, index) => (node.name === "Override" ? [[nodes[index - 1]?.name, node.attributes["Value"]?.length ?? 0] as const] : []));
    expect(lengths.map(([name]) => name)).toEqual(["DisplayName", "Description", "SupportUrl"]);
    expect(lengths.filter(([name, length]) => length === 0 || length > (name === "DisplayName" ? 125 : 250))).toEqual([]);
  });

  test("has ids of groups, controls and panes that are each there once", () => {
    const ids = nodes.filter(({ name }) => name === "Group" || name === "Control").map(({ attributes }) => attributes["id"]);
    expect([ids.length, new Set(ids).size]).toEqual([5, 5]);
  });

  test("gives each button and group its three sizes of icon, and each button a title and a tip", () => {
    const sizes = nodes.flatMap(({ name }, index) => (name === "Icon" ? [nodes.slice(index + 1, index + 4).map(({ attributes }) => attributes["size"]).join()] : []));
    expect(sizes).toEqual(["16,32,80", "16,32,80", "16,32,80", "16,32,80", "16,32,80"]);
    expect([named("Control").length, named("Supertip").length, named("Title").length, nodes.filter(({ name, parent }) => name === "Description" && parent === "Supertip").length]).toEqual([4, 4, 4, 4]);
  });

  test("has every icon with exactly its size", () => {
    const sizes = new Map(named("bt:Image").flatMap(({ attributes }) => (attributes["size"] === undefined ? [] : [[attributes["resid"], Number(attributes["size"])] as const])));
    const ribbon = resources.filter(({ name }) => name === "bt:Image").map(({ attributes }) => [attributes["DefaultValue"], sizes.get(attributes["id"])] as const);
    const wanted = [...ribbon, [named("IconUrl")[0]?.attributes["DefaultValue"], 32] as const, [named("HighResolutionIconUrl")[0]?.attributes["DefaultValue"], 64] as const];
    expect(ribbon.length).toBe(12);
    for (const [address = "", size] of wanted) expect([address, ...pngSize(address.replace(`${host}icons/`, "assets/icons/"))]).toEqual([address, size, size]);
    for (const icon of named("Icon")) expect(icon.parent).toMatch(/^(Group|Control)$/);
    expect(named("Icon").length * 3).toBe(named("bt:Image").filter(({ attributes }) => attributes["size"] !== undefined).length);
  });

  test.each([16, 32, 64, 80, 128])("the product's icon is there in %i pixels", (size) => {
    expect(pngSize(`assets/icons/check-${size}.png`)).toEqual([size, size]);
  });
});

describe("functions and shortcuts", () => {
  const entry = z.strictObject({ value: z.string().min(1), comment: z.string() });
  const strings = z.record(z.string(), entry);
  const shortcutsShape = z.strictObject({
    actions: z.array(z.strictObject({ id: z.string(), type: z.literal("ExecuteFunction"), name: z.string().regex(/^\$\{resource\.\w+\}$/) })),
    shortcuts: z.array(z.strictObject({ action: z.string(), key: z.strictObject({ default: z.string().regex(/^Ctrl\+Alt\+[A-Z]$/) }) })),
    resources: z.strictObject({ default: strings }),
  });
  const associated: string[] = [];
  let shortcuts: z.infer<typeof shortcutsShape>;

  beforeAll(() => {
    shortcuts = shortcutsShape.parse(readJson("src/taskpane/commands/shortcuts.json"));
    registerCommands({ associate: (name) => void associated.push(name), showPane: () => Promise.resolve() }, { checkActive: () => Promise.resolve(), toggleMarks: () => Promise.resolve(), summarize: () => Promise.resolve() });
  });

  test("every function of the ribbon is registered, and no other", () => {
    expect(textsOf("FunctionName").sort()).toEqual([...associated].sort());
  });

  test("every shortcut has an action that is registered, and a key of its own", () => {
    const ids = shortcuts.actions.map(({ id }) => id);
    expect(shortcuts.shortcuts.map(({ action }) => action)).toEqual(ids);
    expect(ids.filter((id) => !associated.includes(id))).toEqual([]);
    expect(new Set(shortcuts.shortcuts.map(({ key }) => key.default)).size).toBe(ids.length);
  });

  test("every shortcut is named in the tip of its button", () => {
    for (const { action, key } of shortcuts.shortcuts) {
      const tips = textsById().filter(([id]) => id === (action === "check" ? "Check.Tip" : "Marks.Tip"));
      expect(tips.map(([, tip]) => tip.includes(key.default))).toEqual([true, true]);
    }
  });

  test("every name of an action is there in both languages", () => {
    const names = shortcuts.actions.map(({ name }) => name.slice("${resource.".length, -1)).sort();
    expect(Object.keys(shortcuts.resources.default).sort()).toEqual(names);
    expect(Object.keys(strings.parse(readJson("src/taskpane/commands/shortcuts.en-US.json"))).sort()).toEqual(names);
  });

  test("the manifest names the files", () => {
    expect(named("ExtendedOverrides")[0]?.attributes).toEqual({ Url: `${host}shortcuts.json`, ResourcesUrl: `${host}shortcuts.en-US.json` });
  });
});

function within(text: string | undefined, most: number): boolean {
  return text !== undefined && text.length > 0 && text.length <= most;
}

async function complaints(xml: string): Promise<readonly string[]> {
  const file = (name: string) => ({ fileName: name, contents: readFileSync(`${schemaFolder}/${name}`, "utf8") });
  const { errors } = await validateXML({
    xml: { fileName: "manifest.xml", contents: xml },
    schema: file("OfficeAppManifestV1_1.xsd"),
    preload: [file("OfficeAppBasicTypesV1_0.xsd"), file("TaskPaneAppVersionOverridesV1_0.xsd")],
  });
  return errors.map(({ message }) => message);
}

/** Every text with its id, in both languages. */
function textsById(): readonly (readonly [string, string])[] {
  return nodes.flatMap((node, index) => {
    const id = node.attributes["id"];
    if (node.name !== "bt:String" || id === undefined) return [];
    return [[id, node.attributes["DefaultValue"] ?? ""] as const, [id, nodes[index + 1]?.attributes["Value"] ?? ""] as const];
  });
}

function stringsOf(group: string): readonly string[] {
  const ids = new Set(nodes.filter(({ name, parent }) => name === "bt:String" && parent === group).map(({ attributes }) => attributes["id"]));
  return textsById().flatMap(([id, text]) => (ids.has(id) ? [text] : []));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
