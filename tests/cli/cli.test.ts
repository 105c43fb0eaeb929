import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { builtInForms } from "../../src/core/form/built-in.ts";
import { ruleTitle } from "../../src/core/rules/say.ts";
import { cleanRows } from "../core/sheet.ts";
import { tenken } from "./run.ts";

let folder = "";
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const tsv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join("\t")).join("\r\n");
const withFault = (text: string) => cleanRows.map((row, index) => (index === 5 ? row.map((cell, column) => (column === 3 ? text : cell)) : row));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tenken-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The report exactly as in section 5 of the contract. */
const edit = z.strictObject({ cell: z.string(), value: z.string(), numberFormat: z.optional(z.literal("@")) });
const report = z.strictObject({
  version: z.literal(2),
  files: z.array(
    z.strictObject({
      path: z.string(),
      error: z.nullable(z.strictObject({ code: z.string(), message: z.string() })),
      sheets: z.array(
        z.strictObject({
          name: z.string(),
          hidden: z.boolean(),
          error: z.null(),
          table: z.strictObject({ range: z.string().regex(/^[A-Z]+\d+:[A-Z]+\d+$/), columns: z.record(z.string(), z.string().regex(/^[A-Z]+$/)) }),
          form: z.strictObject({ id: z.string(), name: z.string(), from: z.enum(["built-in", "document", "file", "inferred"]), questions: z.array(z.never()) }),
          counts: z.array(z.strictObject({ level: z.string(), name: z.string(), count: z.number() })),
          findings: z.array(
            z.strictObject({
              rule: z.string(),
              severity: z.enum(["error", "warning", "info"]),
              cell: z.string(),
              code: z.nullable(z.string()),
              name: z.nullable(z.string()),
              value: z.union([z.string(), z.number(), z.boolean()]),
              message: z.string(),
              fix: z.nullable(z.strictObject({ safety: z.enum(["safe", "suggested"]), value: z.string(), edits: z.optional(z.array(edit)) })),
            }),
          ),
          review: z.array(z.strictObject({ code: z.nullable(z.string()), name: z.nullable(z.string()), level: z.enum(["required", "attention"]), rows: z.string(), reasons: z.array(z.string()) })),
        }),
      ),
    }),
  ),
});
const json = (words: readonly string[]) => {
  const run = tenken([...words, "--format", "json"]);
  return { ...run, report: report.parse(JSON.parse(run.stdout)) };
};

describe("exit status", () => {
  it("is 0 where nothing of severity error or warning is found, infos or not", () => {
    expect(tenken([file("clean.tsv", tsv(cleanRows))]).status).toBe(0);
    const info = cleanRows.map((row, index) => (index === 4 ? row.map((cell) => (cell === "花壇の手入れ" ? "花壇の手入れ " : cell)) : row));
    const run = tenken([file("info.tsv", tsv(info))]);
    expect([run.status, run.stdout.includes(ruleTitle("text-spacing", "ja")) || run.stdout.includes("text-spacing")]).toEqual([0, true]);
  });

  it("is 1 where something is", () => {
    expect(tenken([file("fault.tsv", tsv(withFault("順調 ")))]).status).toBe(1);
  });

  it("is 2 where a file could not be checked, and the others are checked all the same (E6)", () => {
    const good = file("good.tsv", tsv(withFault("順調 ")));
    const run = json([file("broken.xlsx", "a,b"), good, join(folder, "nowhere.xlsx"), file("other.csv", "a,b\n1,2")]);
    expect(run.status).toBe(2);
    expect(run.report.files.map(({ error, sheets }) => [error?.code ?? null, sheets.length])).toEqual([
      ["not-xlsx", 0],
      [null, 1],
      ["unreadable", 0],
      ["table-missing", 0],
    ]);
    expect(run.stderr.split("\n")).toHaveLength(5);
  });

  it("is 2 for a folder, and for a word that is no option", () => {
    mkdirSync(join(folder, "folder.xlsx"));
    expect(tenken([join(folder, "folder.xlsx")]).status).toBe(2);
    const run = tenken(["--formt", "json", "x.xlsx"]);
    expect([run.status, run.stdout, run.stderr.includes("--formt")]).toEqual([2, "", true]);
    expect(tenken([]).status).toBe(2);
  });
});

describe("the JSON report", () => {
  it("holds the finding with its fix", () => {
    const { report: found } = json([file("one.tsv", tsv(withFault("順調 ")))]);
    const [sheet] = found.files[0]?.sheets ?? [];
    expect(sheet?.table).toMatchObject({ range: "A1:L11", columns: { issue: "A", initiativePage: "L" } });
    expect([sheet?.form.id, sheet?.form.from]).toEqual(["osaka-ward", "built-in"]);
    expect(sheet?.counts).toEqual([
      { level: "issue", name: "経営課題", count: 2 },
      { level: "strategy", name: "戦略", count: 4 },
      { level: "initiative", name: "具体的取組", count: 8 },
    ]);
    expect(sheet?.findings).toEqual([
      {
        rule: "status-spelling",
        severity: "warning",
        cell: "D6",
        code: "1-2",
        name: null,
        value: "順調 ",
        message: "「アウトカム指標の達成状況」の「順調␣」は、様式では「順調」と書きます。",
        fix: { safety: "safe", value: "順調" },
      },
    ]);
  });

  it("says the same in English", () => {
    const { report: found } = json([file("en.tsv", tsv(withFault("順調 "))), "--lang", "en"]);
    expect(found.files[0]?.sheets[0]?.findings[0]?.message).toBe("“outcome status” holds “順調␣”; the form writes “順調”.");
  });

  it("takes another form, and names what is wrong in one", () => {
    const form = readFileSync(new URL("../core/form/four-statuses.form.json", import.meta.url), "utf8");
    const rows = [
      ["基本目標", "施策", "", "評価", "事業", "", "評価", "課題と改善策", "掲載頁"],
      ["1 住みよいまち", "1(1)", "道路の整備", "A", "1(1)-1", "歩道の拡幅", "B", "", "3頁"],
    ];
    const sheet = file("second.csv", rows.map((row) => row.join(",")).join("\n"));
    const { report: found, status } = json([sheet, "--form", file("form.json", form)]);
    expect([status, found.files[0]?.sheets[0]?.findings.map(({ rule, cell }) => `${rule} ${cell}`)]).toEqual([1, ["initiatives-outcome D2", "text-required H2"]]);
    const wrong = tenken([sheet, "--form", file("wrong.json", form.replace('"holds": "page"', '"holds": "pages"'))]);
    expect([wrong.status, wrong.stdout]).toEqual([2, ""]);
    expect(wrong.stderr).toContain("wrong.json；columns.#9.holds：次のどれかを入れてください：label, code");
    const inEnglish = tenken([sheet, "--form", file("wrong.json", form.replace('"holds": "page"', '"holds": "pages"')), "--lang", "en"]);
    expect(inEnglish.stderr).toContain("wrong.json; columns.#9.holds: needs one of: label, code");
  });
});

describe("forms", () => {
  it("are listed with their levels and sources, and printed one by one", () => {
    const { status, stdout } = tenken(["form", "--list"]);
    expect([status, stdout.match(/^\S.*$/gm)]).toEqual([0, builtInForms.map(({ form }) => form.id)]);
    expect(stdout).toContain("経営課題 – 戦略 – 具体的取組");
    const printed = tenken(["form", "grant-kpi"]);
    expect([printed.status, JSON.parse(printed.stdout)]).toEqual([0, builtInForms.find(({ form }) => form.id === "grant-kpi")?.form]);
  });

  it("a sheet of one level has rows", () => {
    const form = { id: "one", name: { ja: "一", en: "one" }, levels: [{ id: "a", name: { ja: "事業", en: "project" }, key: "none" }], columns: [{ id: "t", level: "a", holds: "text", name: { ja: "名", en: "name" }, header: ["事業名"] }, { id: "s", level: "a", holds: "status", vocabulary: "v", name: { ja: "評価", en: "grade" }, header: ["評価"] }], vocabularies: { v: [{ text: "良", meaning: "good" }, { text: "否", meaning: "bad" }] }, spellings: [] };
    const { stdout } = tenken([file("one-level.csv", "事業名,評価\n花,良\n木,否\n"), "--form", file("one.json", JSON.stringify(form))]);
    expect([stdout.includes("事業 2"), stdout.includes("対象の行がありません")]).toEqual([true, false]);
  });

  it("an unknown name that is no file either: a sentence that lists the names", () => {
    const sheet = file("ward.tsv", tsv(cleanRows));
    for (const words of [[sheet, "--form", "osaka-wrad"], ["form", "osaka-wrad"]]) {
      const { status, stdout, stderr } = tenken(words);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("「osaka-wrad」という様式もファイルもありません。様式の名前：osaka-ward, osaka-ward-midyear, ");
      expect(tenken([...words, "--lang", "en"]).stderr).toContain("There is no form and no file osaka-wrad. The forms: osaka-ward, ");
    }
  });

  it("names and templates of a form file cannot drive the terminal", () => {
    const ward = tenken(["form", "osaka-ward"]).stdout;
    const wild = ward.replaceAll("アウトカム指標の達成状況", "\\u001b[2Jアウトカム").replaceAll('"経営課題"', '"\\u009b31m経営課題"');
    const { stdout } = tenken([file("wild.tsv", tsv(withFault("順調 "))), "--form", file("wild.json", wild)]);
    expect(stdout).toContain("[U+001B]");
    const drives = (text: string) => [...text].some((character) => character !== "\n" && /\p{Cc}/u.test(character));
    const refused = tenken([file("wild.tsv", tsv(withFault("順調 "))), "--form", file("code.json", ward.replace("{1}-{2}-{3}", "{1}-{2}\\u001b-{3}"))]);
    expect([drives(stdout), refused.status, refused.stdout, drives(refused.stderr)]).toEqual([false, 2, "", false]);
  });
});

describe("the text report", () => {
  it("lists worst first, with cell, code and sentence", () => {
    const rows = withFault("順調 ").map((row, index) => (index === 6 ? row.map((cell, column) => (column === 8 ? "" : cell)) : row));
    const { stdout } = tenken([file("two.tsv", tsv(rows))]);
    const lines = stdout.split("\n").filter((line) => line.includes("["));
    expect(lines.map((line) => line.trim().split(/\s+/).slice(0, 3))).toEqual([["誤り", "I7", "2-1-1"], ["注意", "D6", "1-2"]]);
    expect(stdout).toContain("誤り 1　注意 1　確認 0");
  });

  it("X8: cell text cannot drive the terminal", () => {
    const { stdout } = tenken([file("escape.tsv", tsv(withFault("\u001b[2J\u001b]0;owned\u0007順調\u202e")))]);
    expect(stdout).toContain("[U+001B][2J");
    expect([...stdout].filter((character) => character !== "\n" && /\p{Cc}|\p{Bidi_Control}/u.test(character))).toEqual([]);
  });

  it("has no colour where it is no terminal", () => {
    expect(tenken([file("plain.tsv", tsv(withFault("順調 ")))], { FORCE_COLOR: "" }).stdout).not.toContain("\u001b");
  });
});
