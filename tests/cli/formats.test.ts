import { read, utils } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { addressOf, sheetAndCell } from "../../src/cli/formats/file-report.ts";
import { rules } from "../../src/core/rules/index.ts";
import { writeSettings } from "../../src/core/settings/keep.ts";
import { noSettings, withRule } from "../../src/core/settings/settings.ts";
import { cleanRows } from "../core/sheet.ts";
import { openForEdit } from "../hosts/file/write/open.ts";
import { cardSamples, cardWorkbook } from "../samples/card-books.ts";
import { bookWith, WorkFolder } from "./files.ts";
import { tenken } from "./run.ts";

const work = new WorkFolder();
const withStatus = (text: string) => cleanRows.map((row, at) => row.map((cell, column) => (at === 5 && column === 3 ? text : cell)));
const faulty = (name: string, text: string) => work.put(name, bookWith(withStatus(text)));

describe("--format csv", () => {
  const rowsOf = (...paths: readonly string[]) => {
    const { stdout } = tenken(["check", ...paths, "--format", "csv"]);
    const sheet = Object.values(read(stdout, { type: "string" }).Sheets)[0];
    return { stdout, cells: Object.values(sheet ?? {}), rows: sheet ? utils.sheet_to_json<string[]>(sheet, { header: 1 }) : [] };
  };

  it("is UTF-8 with its mark, a row for each finding and for what could not be checked", () => {
    const { stdout, rows } = rowsOf(faulty("一.xlsx", "順調 "), work.put("二.xlsx", "x"));
    expect(stdout.startsWith('\uFEFF"ファイル","シート","セル",')).toBe(true);
    expect(rows.map((row) => [row[1] ?? "", row[2] ?? "", row[4] ?? "", row[8] ?? "", row[9] ?? ""])).toEqual([
      ["シート", "セル", "区分", "直したあとの値", "修正"],
      ["総括表", "D6", "注意", "順調", "安全"],
      ["", "", "点検できない", "", ""],
    ]);
  });

  it("names the sheet of each card, not the first one's", () => {
    expect([sheetAndCell({ sheet: "No1", cell: "'No5'!E2" }), sheetAndCell({ sheet: "No1", cell: "'a''b!'!E2" }), sheetAndCell({ sheet: "No1", cell: "E2" })]).toEqual([["No5", "E2"], ["a'b!", "E2"], ["No1", "E2"]]);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(1)", "＝1", "\t=1", '"=1'])("holds no formula of a cell's %j", (text) => {
    const { stdout, cells } = rowsOf(faulty("式.xlsx", text));
    expect(cells.filter((cell: { f?: unknown }) => cell.f !== undefined)).toEqual([]);
    expect(stdout.match(/(?<=^|,)"[=+\-@＝＋－＠\t\r]/gm)).toBeNull();
  });
});

describe("--format github", () => {
  it("gives a command a finding, at its row", () => {
    const { stdout, status } = tenken(["check", faulty("a.xlsx", "順調 "), "--format", "github"]);
    expect([status, stdout]).toEqual([1, expect.stringMatching(/^::warning file=\S+a\.xlsx,line=6,title=評価の表記ゆれ::'総括表'!D6 .* → 順調\n$/)]);
  });

  it("no name and no cell of a file gives a command of its own", () => {
    const { stdout } = tenken(["check", faulty("a,line=1::b%.xlsx", "順調\r\n::error::x%0A::stop-commands::y"), "--format", "github"]);
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(stdout).toMatch(/^::\w+ file=[^:]*a%2Cline=1%3A%3Ab%25\.xlsx,line=6,title=[^:,]+::/);
    expect(stdout).toContain("%250A");
  });
});

describe("--format sarif", () => {
  const text = z.strictObject({ text: z.string().min(1) });
  const level = z.enum(["error", "warning", "note"]);
  /** What the schema of SARIF 2.1.0 asks for, of all that we write. */
  const log = z.strictObject({
    version: z.literal("2.1.0"),
    $schema: z.literal("https://json.schemastore.org/sarif-2.1.0.json"),
    runs: z.tuple([
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.literal("Tenken"),
            version: z.string(),
            language: z.string().regex(/^[a-zA-Z]{2}(-[a-zA-Z]{2})?$/),
            rules: z.array(z.strictObject({ id: z.string(), shortDescription: text, fullDescription: text, help: text, defaultConfiguration: z.strictObject({ level }) })),
          }),
        }),
        columnKind: z.literal("utf16CodeUnits"),
        results: z.array(
          z.strictObject({
            ruleId: z.string(),
            ruleIndex: z.optional(z.int().min(0)),
            level: z.enum([...level.options, "none"]),
            kind: z.optional(z.literal("informational")),
            message: text,
            locations: z.tuple([
              z.strictObject({
                physicalLocation: z.strictObject({ artifactLocation: z.strictObject({ uri: z.string().regex(/^[\w%/.:~()!*'-]+$/) }), region: z.optional(z.strictObject({ startLine: z.int().min(1) })) }),
                logicalLocations: z.optional(z.tuple([z.strictObject({ fullyQualifiedName: z.string() })])),
              }),
            ]),
            suppressions: z.optional(z.tuple([z.strictObject({ kind: z.enum(["inSource", "external"]), justification: z.string() })])),
            properties: z.optional(z.looseObject({})),
          }),
        ),
        invocations: z.tuple([z.strictObject({ executionSuccessful: z.boolean() })]),
      }),
    ]),
  });
  const reported = (...words: readonly string[]) => log.parse(JSON.parse(tenken(["check", ...words, "--format", "sarif"]).stdout)).runs[0];

  it("names every rule, and gives each finding its rule, level, file, row and cell", () => {
    const run = reported(faulty("表 1.xlsx", "順調 "), work.put("空.csv", "a,b"));
    expect(run.tool.driver.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    const [found, refused] = run.results;
    expect([found?.ruleId, run.tool.driver.rules[found?.ruleIndex ?? -1]?.id, found?.level, found?.locations[0].physicalLocation.region?.startLine]).toEqual(["status-spelling", "status-spelling", "warning", 6]);
    expect(found?.locations[0].physicalLocation.artifactLocation.uri).toMatch(/%E8%A1%A8%201\.xlsx$/);
    expect(found?.locations[0].logicalLocations?.[0].fullyQualifiedName).toBe("'総括表'!D6");
    expect([refused?.ruleId, refused?.level, run.invocations]).toEqual(["not-checked/table-missing", "error", [{ executionSuccessful: false }]]);
  });

  it("is whole where nothing is found", () => {
    const run = reported(work.put("clean.xlsx", bookWith(cleanRows)), "--lang", "en");
    expect([run.results, run.tool.driver.language, run.invocations]).toEqual([[], "en", [{ executionSuccessful: true }]]);
  });

  it.each([
    ["東/a b.xlsx", "%E6%9D%B1/a%20b.xlsx"],
    ["/srv/a#.xlsx", "file:///srv/a%23.xlsx"],
    ["C:\\表\\a.xlsx", "file:///C:/%E8%A1%A8/a.xlsx"],
    ["half\uD800.xlsx", "half%EF%BF%BD.xlsx"],
  ])("the address of %s", (path, address) => {
    expect(addressOf(path)).toBe(address);
  });
});

it("--format json is one value, set out as JSON.stringify does", () => {
  const { stdout } = tenken(["check", faulty("j1.xlsx", "順調\u2028 "), faulty("j2.xlsx", "順調 "), "--format", "json"]);
  expect(stdout).toBe(`${JSON.stringify(JSON.parse(stdout), null, 2).replaceAll("\u2028", "\\u2028")}\n`);
});

describe("findings that are only counted", () => {
  const initiative = (at: number) => ["", "", "", "", "", "", `1-1-${at + 2}`, "公園の整備", "調査中", "予定どおり実施", "有効であり、継続して推進", "p.1"];
  const long = work.put("多い.xlsx", bookWith([...cleanRows.slice(0, 4), ...Array.from({ length: 1200 }, (_, at) => initiative(at))]));

  it.each([
    ["csv", /^"[^"]*多い\.xlsx","総括表","","","誤り","様式にない評価","ほか200件","","",""\r$/gm],
    ["github", /^::error file=\S*多い\.xlsx,title=様式にない評価::'総括表' ほか200件$/gm],
    ["sarif", /"ruleId":"status-unknown",[^\n]*"message":\{"text":"ほか200件"\}/g],
  ])("are told by their number: %s", (format, told) => {
    const { stdout } = tenken(["check", long, "--format", format]);
    expect([stdout.match(told)?.length, stdout.match(/調査中/g)?.length]).toEqual([1, format === "sarif" ? 2000 : format === "csv" ? 2000 : 1000]);
  });
});

describe("what a check says besides its findings", () => {
  const settings = writeSettings(withRule(noSettings, "page-order", "off")) ?? "";

  it.each([
    ["csv", /^"[^"]*\.csv","","","","お知らせ","","この文書の設定：規則1つを点検しない（[^"]*）。[^"]*--defaults [^"]*","","",""\r$/m, /"お知らせ"/g],
    ["github", /^::notice file=\S*,title=お知らせ::この文書の設定：規則1つを点検しない（.*）。.*--defaults /m, /^::notice /gm],
    ["sarif", /\{"ruleId":"notice","kind":"informational","level":"none","message":\{"text":"この文書の設定：規則1つを点検しない/, /"notice"/g],
  ])("the document's own settings: %s", async (format, said, every) => {
    const file = await openForEdit(bookWith(cleanRows));
    await file.remember("tenken.settings", settings, undefined);
    const { stdout, status } = tenken(["check", work.put(`own-${format}.csv`, await file.save()), "--format", format]);
    expect([status, stdout.match(every)?.length]).toEqual([0, 1]);
    expect(stdout).toMatch(said);
  });

  it.each(["csv", "github", "sarif"])("sheets that are left out: %s", (format) => {
    const { stdout } = tenken(["check", work.put("cards.xlsx", cardWorkbook(cardSamples[0]?.sheets ?? [])), "--format", format]);
    expect(stdout.match(/「[^」]*」は点検に含めません：/g)).toEqual(["「表紙」は点検に含めません：", "「一覧」は点検に含めません：", "「記入例」は点検に含めません："]);
  });
});

it.each([
  ["csv", "ja", '"2002/1/2","2-1-2","安全"'],
  ["csv", "en", '"2002-01-02","2-1-2","safe"'],
  ["sarif", "ja", '"value":"2002/1/2"'],
  ["json", "ja", '"value": 37258'],
])("a date is given as the cell shows it, by its number in JSON alone: %s %s", (format, lang, said) => {
  expect(tenken(["check", "assets/samples/sample.xlsx", "--format", format, "--lang", lang]).stdout).toContain(said);
});
