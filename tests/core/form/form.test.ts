import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { parseForm } from "../../../src/core/form/parse.ts";
import { Refusal } from "../../../src/core/model/refusal.ts";
import { inspectRows, note, type Cells } from "../sheet.ts";

const secondFormText = readFileSync(new URL("./four-statuses.form.json", import.meta.url), "utf8");

describe("the built-in forms", () => {
  const folder = new URL("../../../src/core/form/forms/", import.meta.url);

  it.each(builtInForms.map(({ form }) => [form.id, form] as const))("%s holds against the schema", (id, form) => {
    expect(parseForm(readFileSync(new URL(`${id}.form.json`, folder), "utf8"))).toEqual(form);
  });

  it("are all that lie in their folder", () => {
    expect(readdirSync(folder).filter((name) => name.endsWith(".form.json")).sort()).toEqual(builtInForms.map(({ form }) => `${form.id}.form.json`).sort());
  });
});

describe("a wrong form", () => {
  const broken = (change: (form: ReturnType<typeof parseForm>) => unknown) => {
    const form = parseForm(secondFormText);
    return JSON.stringify(change(form) ?? form);
  };
  const detailOf = (text: string) => {
    try {
      parseForm(text);
    } catch (error) {
      if (error instanceof Refusal) return `${error.code} ${error.detail}`;
    }
    return "accepted";
  };
  const column = (form: ReturnType<typeof parseForm>, index: number, change: object) => ({
    ...form,
    columns: form.columns.map((one, at) => (at === index ? { ...one, ...change } : one)),
  });

  it.each([
    ["no JSON", "{", /^form-invalid /],
    ["a list", "[]", /^form-invalid /],
    ["a level without a name", broken((form) => ({ ...form, levels: [{ id: "issue", key: "nested", code: "{1}" }, ...form.levels.slice(1)] })), /levels\.0\.name/],
    ["an unknown entry", broken((form) => ({ ...form, colour: "red" })), /^form-invalid /],
    ["an unknown meaning", broken((form) => ({ ...form, vocabularies: { grade: [{ text: "S", meaning: "best" }] } })), /vocabularies\.grade\.0\.meaning/],
    ["a code without its parent's number", broken((form) => ({ ...form, levels: form.levels.map((level, depth) => (depth === 1 ? { ...level, code: "{2}" } : level)) })), /levels\.1\.code/],
    ["a column used twice", broken((form) => column(form, 1, { id: "goal" })), /columns\.1\.id/],
    ["a vocabulary that is not there", broken((form) => column(form, 3, { vocabulary: "marks" })), /columns\.3\.vocabulary/],
    ["requiredWhen of no column", broken((form) => column(form, 7, { requiredWhen: { column: "goal", is: ["B"] } })), /columns\.7\.requiredWhen\.column/],
    ["requiredWhen of no term", broken((form) => column(form, 7, { requiredWhen: { column: "projectGrade", is: ["D"] } })), /columns\.7\.requiredWhen\.is\.0/],
    ["two terms that read alike", broken((form) => ({ ...form, vocabularies: { grade: [{ text: "S", meaning: "good" }, { text: "Ｓ", meaning: "bad" }] } })), /vocabularies\.grade\.1\.text/],
    ["a page without its number", broken((form) => ({ ...form, page: { write: "頁", also: [] } })), /page\.write/],
  ])("%s is refused with the path of the wrong value", (_, text, expected) => {
    expect(detailOf(text)).toMatch(expected);
  });
});

describe("a second form: four statuses, codes 1, 1(2), 1(2)-3", () => {
  const form = parseForm(secondFormText);
  const rows = [
    ["基本目標", "施策", "", "評価", "事業", "", "評価", "課題と改善策", "掲載頁"],
    ["1 住みよいまち", "1(1)", "道路の整備", "A", "1(1)-1", "歩道の拡幅", "S", "", "3頁"],
    ["", "", "", "", "1(1)-2", "街灯の更新", "B", "部品が届かず遅れた。", "4頁"],
    ["", "1(2)", "河川の改修", "−", "1(2)-1", "護岸の補強", "−", "", "5頁"],
    ["2 学べるまち", "2(1)", "学校の充実", "C", "2(1)-1", "校舎の改築", "A", "", "6頁"],
  ];
  const found = (put: Cells) => inspectRows(rows, put, form).findings.map(note);

  it("reads the sheet without a finding, and marks by its own terms", () => {
    const { findings, marks, counts, form: known } = inspectRows(rows, {}, form);
    expect(findings.map(note)).toEqual([]);
    expect(counts).toEqual([2, 3, 4]);
    expect(known.form.id).toBe("midorino-city");
    expect(marks.map(({ code, level }) => [code, level])).toEqual([["1(1)-2", "attention"], ["2(1)", "required"]]);
  });

  it.each([
    ["text-required: the remedy is due where the grade is B", { H3: undefined }, ["text-required H3"]],
    ["text-required: and where it is C", { G5: "C" }, ["text-required H5"]],
    ["status-spelling: another dash", { D4: "-" }, ["status-spelling D4 safe −"]],
    ["status-spelling: full width", { G5: "Ａ" }, ["status-spelling G5 safe A"]],
    ["status-unknown: a small letter is another word", { G5: "a" }, ["status-unknown G5"]],
    ["code-spelling: full-width brackets", { B4: "1（2）" }, ["code-spelling B4 safe 1(2)"]],
    ["code-parent", { E4: "1(1)-3" }, ["code-parent E4"]],
    ["page-spelling", { I5: "p.6" }, ["page-spelling I5 safe 6頁"]],
    ["a date is not taken for 1(2)", { B4: { date: 46_024 } }, ["code-date B4"]],
  ] as const)("%s", (_, put, expected) => {
    expect(found(put)).toEqual(expected);
  });

  it("takes severities from the form's settings", () => {
    const strict = { ...form, rules: { "page-spelling": "error", "status-spelling": "off" } as const };
    const { findings } = inspectRows(rows, { I5: "p.6", G5: "Ａ" }, strict);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([["page-spelling", "error"]]);
  });
});
