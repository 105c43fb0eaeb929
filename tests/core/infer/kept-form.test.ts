import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { parseForm } from "../../../src/core/form/parse.ts";
import type { Form } from "../../../src/core/form/schema.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { isSameForm } from "../../../src/core/summary/offices.ts";
import { describeFinding } from "../../../src/core/rules/say.ts";
import { gridOf, note, type Cells } from "../sheet.ts";
import { nextRowsOf, rowsOf, writings } from "./band-writings.ts";
import { morePublicForms } from "./more-public-forms.ts";
import { planForms } from "./plan-forms.ts";
import { publicForms } from "./public-forms.ts";

type Rows = readonly (readonly CellValue[])[];

/** The form after it was kept with a document and read again. */
function kept(rows: Rows, put: Cells = {}): Form {
  const inspection = inspect(gridOf(rows, put), builtInForms, new Map());
  if (!inspection) throw new Error("no form");
  return parseForm(JSON.stringify(inspection.form.form));
}

/** The findings when the form is kept with the document and tried before all others. */
function foundBy(form: Form, rows: Rows, put: Cells = {}) {
  const inspection = inspect(gridOf(rows, put), [{ form, from: "document" }, ...builtInForms], new Map());
  return {
    from: inspection?.form.from,
    counts: inspection?.counts,
    questions: inspection?.questions.length,
    serious: (inspection?.findings ?? []).filter(({ severity }) => severity !== "info").map(note),
  };
}

describe.each([...publicForms, ...morePublicForms, ...planForms].map((form) => [form.name, form] as const))("the form kept of %s", (_, { rows, counts }) => {
  it("reads its own sheet as before, without a question", () => {
    expect(foundBy(kept(rows), rows)).toEqual({ from: "document", counts, questions: 0, serious: [] });
  });
});

const grades = (index: number) => ["A", "B", "B", "A", "C", "B"][index % 6];
const header = (years: readonly string[]): Rows => [[], ["中期目標", "中項目", "小項目", ...years.map((_, index) => (index === 0 ? "年度評価" : "")), "備考"], ["", "", "", ...years]];
const items = Array.from({ length: 16 }, (_, index) => [Math.floor(index / 8) + 1, (Math.floor(index / 4) % 2) + 1, (index % 4) + 1] as const);
const body = (years: number, name: (index: number) => string): Rows =>
  items.map(([goal, group, item], index) => [
    group === 1 && item === 1 ? `${goal} 目標その${goal}` : "",
    item === 1 ? `${goal}-${group} 項目その${group}` : "",
    `${goal}-${group}-${item} ${name(index)}`,
    ...Array.from({ length: 4 }, (_, year) => (year < years ? grades(index + year) : "")),
  ]);
const legend: Rows = [["A：計画を上回る　B：計画のとおり　C：計画を下回る"]];
const years = ["R3年度", "R4年度", "R5年度", "R6年度"];
const thisYear: Rows = [["令和5年度評価"], ...header(years).slice(1), ...body(3, (index) => `取組その${index}`), ...legend];

describe("a form of this year", () => {
  const form = kept(thisYear);

  it("reads next year's sheet: one more year filled, two items renamed, one new", () => {
    const renamed = (index: number) => (index === 3 || index === 7 ? `あらたな取組${index}` : `取組その${index}`);
    const rows: Rows = [["令和6年度評価"], ...header(years).slice(1), ...body(4, renamed), ["", "", "2-2-5 始めた取組", "", "", "", "B"], ...legend];
    const next = foundBy(form, rows);
    expect(next).toEqual({ from: "document", counts: [2, 4, 17], questions: 0, serious: [] });
    expect(foundBy(form, rows, { G6: "E", G9: undefined }).serious).toEqual(["status-unknown G6", "status-missing G9"]);
    expect(foundBy(form, rows, { F6: undefined }).serious).toEqual([]);
  });

  it("reads last year's sheet, in which the grade of this year is still empty", () => {
    const rows: Rows = [["令和4年度評価"], ...header(years).slice(1), ...body(2, (index) => `取組その${index}`), ...legend];
    expect(foundBy(form, rows)).toEqual({ from: "document", counts: [2, 4, 16], questions: 0, serious: [] });
    expect(foundBy(form, rows, { E6: "E" }).serious).toEqual(["status-unknown E6"]);
  });
});

describe("a sheet without the codes of its form", () => {
  const grades = (index: number) => [["A", "B", "A", "C"][index % 4], ["B", "A", "A", "C"][index % 4], ["継続", "拡充", "継続", "縮小"][index % 4]];
  const list = (head: readonly string[], cells: (index: number) => readonly CellValue[]): Rows => [[...head, "目標値", "実績値", "一次評価", "二次評価", "今後の方向性"], ...Array.from({ length: 12 }, (_, index) => [...cells(index), 10 + index, 9 + index, ...grades(index)])];
  const own = list(["番号", "事業名"], (index) => [index + 1, `事業その${index + 1}`]);

  it.each([
    ["基準値", (index: number) => index],
    ["基準値（R3）", (index: number) => 1 + (index % 3)],
    ["昨年の件数", (index: number) => 1 + index],
  ])("lacks them, and has none in a column of numbers: %s", (header, value) => {
    const rows = list(["事業名", header], (index) => [`事業その${index + 1}`, value(index)]);
    expect(foundBy(kept(own), rows)).toEqual({ from: "document", counts: [12], questions: 0, serious: ["column-missing A1"] });
    expect(inspect(gridOf(rows), builtInForms, new Map())?.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  });
});

describe("a form whose levels stand in one column", () => {
  const grades = (index: number) => ["Ⅳ", "Ⅲ", "Ⅲ", "Ⅱ"][index % 4];
  const rows = (name: string): Rows => [
    ["中期計画の項目別評価"],
    ["項目", "事項", "自己評価", "委員会評価", "理由"],
    ...[2, 3].flatMap((goal) => [
      [`第${goal}`, `目標その${goal}`],
      ...[1, 2].flatMap((group) => [[`${group}`, `項目その${goal}${group}`], ...[1, 2, 3].map((item) => [`(${item})`, `${name}その${goal}${group}${item}を進める`, grades(goal + group + item), grades(goal + group + item + 1), `会議を${goal * group * item}回開催した`])]),
    ]),
  ];
  const form = kept(rows("取組"));

  it("reads its own sheet and next year's, without a question", () => {
    const own = { from: "document", counts: [2, 4, 12], questions: 0, serious: [] };
    expect([foundBy(form, rows("取組")), foundBy(form, rows("事業"))]).toEqual([own, own]);
  });

  it.each([
    [{ D6: undefined }, ["status-missing D6"]],
    [{ A7: "(2)" }, ["code-duplicate A7"]],
    [{ C10: "Ｘ" }, ["status-unknown C10"]],
  ] as const satisfies readonly (readonly [Cells, readonly string[]])[])("finds what is wrong in %j", (put, serious) => {
    expect(foundBy(form, rows("取組"), put)).toMatchObject({ from: "document", serious });
  });
});

describe.each(writings)("a form whose outer levels are bands, told apart %s", (_, writing) => {
  const form = kept(rowsOf(writing));
  const grade = writing.header.indexOf("進捗状況");
  const at = (row: number) => `${"ABCDEF"[grade] ?? ""}${row}`;

  it("reads its own sheet without a question", () => {
    expect(foundBy(form, rowsOf(writing))).toEqual({ from: "document", counts: [2, 5, 15], questions: 0, serious: [] });
  });

  it("reads next year's sheet: a band and two projects more", () => {
    const rows = nextRowsOf(writing);
    expect(foundBy(form, rows)).toEqual({ from: "document", counts: [2, 6, 17], questions: 0, serious: [] });
    expect(foundBy(form, rows, { [at(13)]: undefined })).toEqual({ from: "document", counts: [2, 6, 17], questions: 0, serious: [`status-missing ${at(13)}`] });
    expect(foundBy(form, rows, { [at(12)]: "Ｘ" }).serious).toEqual([`status-unknown ${at(12)}`]);
  });
});

describe("a form with a year in its headers", () => {
  const grade = ["達成", "おおむね達成", "一部達成", "未達成"];
  const plan = (year: number, word: (year: number) => string, put: Cells = {}) => {
    const rows: Rows = [
      [`令和${year}年度　進捗管理表`],
      ["基本目標", "施策番号", "施策名", word(year - 1), word(year), "今後の方向性"],
      ...Array.from({ length: 12 }, (_, index) => [index % 4 === 0 ? `${index / 4 + 1}　目標その${index / 4 + 1}` : "", `${Math.floor(index / 4) + 1}-${(index % 4) + 1}`, `施策その${index + 1}`, grade[index % 3], grade[(index + year) % 4], ["継続", "拡充", "縮小"][index % 3]]),
    ];
    return { rows, put };
  };
  const named = (form: Form, { rows, put }: ReturnType<typeof plan>) => {
    const inspection = inspect(gridOf(rows, put), [{ form, from: "document" }], new Map());
    return inspection?.findings.map((finding) => describeFinding(finding, inspection.form.form, "ja").what);
  };

  it.each([
    ["令和6年度評価", (year: number) => `令和${year}年度評価`],
    ["令和６年度の評価", (year: number) => `令和${String(year).replace(/./g, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0))}年度の評価`],
    ["2024年度評価", (year: number) => `${2018 + year}年度評価`],
  ])("names the columns of another year's sheet by that sheet: %s", (own, word) => {
    const form = kept(plan(6, word).rows);
    expect(form.columns.map(({ name }) => name.ja)).toContain(own);
    for (const year of [7, 5]) expect(named(form, plan(year, word, { E9: "達成済" }))).toEqual([`「${word(year).replace(/[０-９]/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) - 0xfee0))}」の「達成済」は、様式で決められた語ではありません。`]);
    expect(named(form, plan(6, word, { E9: "達成済" }))).toEqual([`「${own}」の「達成済」は、様式で決められた語ではありません。`]);
  });

  it("keeps an English name readable, a span of years as it is, and sheets of two years are summed up together", () => {
    const form = kept(plan(6, (year) => `令和${year}年度評価`).rows);
    const inEnglish = (name: string) => ({ ...form, columns: form.columns.map((column) => (column.id === "E" ? { ...column, name: { ja: "令和4年度から令和6年度の評価", en: name } } : column)) });
    const read = inspect(gridOf(plan(7, (year) => `令和${year}年度評価`).rows), [{ form: inEnglish("Grade of FY 2024"), from: "document" }], new Map())?.form.form;
    expect(read?.columns.find(({ id }) => id === "E")?.name).toEqual({ ja: "令和4年度から令和6年度の評価", en: "Grade of FY 2025" });
    expect(read && isSameForm(read, inEnglish("Grade of FY 2024"))).toBe(true);
  });
});

it("of levels beside each other reads their codes under one header as those of two columns", () => {
  const rows = Array.from({ length: 10 }, (_, index) => [...(index % 2 === 0 ? [`${index / 2 + 1}`, `施策その${index / 2 + 1}`, "順調"] : ["", "", ""]), `${Math.floor(index / 2) + 1}-${(index % 2) + 1}`, `事業その${index}`, index % 3 === 0 ? "未達成" : "達成"]);
  const sheet = [["番号", "施策名", "施策の進捗", "番号", "事業名", "評価"], ...rows];
  expect(foundBy(kept(sheet), sheet)).toEqual({ from: "document", counts: [5, 10], questions: 0, serious: [] });
});
