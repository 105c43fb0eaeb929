import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { parseForm } from "../../../src/core/form/parse.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { gridOf, note } from "../sheet.ts";

type Rows = readonly (readonly string[])[];

const head = ["番号", "事業名", "評価", "担当課"];
const items = (first: number, last: number): Rows => Array.from({ length: last - first + 1 }, (_, step) => [`${first + step}`, `事業${first + step}の実施`, ["A", "B", "A", "C"][(first + step) % 4] ?? "", "総務課"]);

/** How many innermost items are read, what is found, what is asked, and the skipped rows from 1. */
function read(...rows: Rows) {
  const inspection = inspect(gridOf([["令和6年度 事業評価"], ...rows]), builtInForms, new Map());
  if (!inspection) throw new Error("no table");
  const { counts, findings, questions, table } = inspection;
  return { items: counts.at(-1), findings: findings.map(note), questions: questions.map(({ id }) => id), skipped: table.skippedRows.map((row) => row + 1) };
}

describe("rows among the items that are none", () => {
  it("bands of two kinds without numbers, in the column of the codes", () => {
    expect(read(head, ["健康福祉分野"], ["子育て支援"], ...items(1, 5), ["高齢者支援"], ...items(6, 10), ["都市整備分野"], ["道路"], ...items(11, 14), ["公園"], ...items(15, 18))).toMatchObject({ items: 18, findings: [] });
  });

  it("bands with a grade of their own", () => {
    expect(read(head, ...items(1, 5), ["都市整備", "", "B"], ...items(6, 10), ["教育", "", "A"], ...items(11, 15))).toMatchObject({ items: 15, findings: [], skipped: [8, 14] });
  });

  it.each(["※ 事業6以降は新規事業", "注：事業6以降は、令和6年度から始めた。", "（注）事業6以降は新規事業", "注1）事業6以降は新規"])("a remark: %s", (remark) => {
    expect(read(head, ...items(1, 5), [remark], ...items(6, 10))).toMatchObject({ items: 10, findings: [], skipped: [8] });
  });

  it.each(["No", "No.", "№", "項番"])("a header in other words right below, which begins with %s", (number) => {
    expect(read(head, ...items(1, 7), [number, "取組名", "評定", "所管"], ...items(8, 14))).toMatchObject({ items: 14, findings: [], skipped: [10] });
  });

  it("such a header below which the numbers begin again: an item of the same number is another one", () => {
    const again = (...more: Rows) => read(head, ...items(1, 7), ["No.", "取組名", "評定", "所管"], ...items(1, 5), ...more);
    expect(again()).toMatchObject({ items: 12, findings: [], skipped: [10] });
    expect(again(["5", "もう一つの事業", "A", "総務課"]).findings).toEqual(["code-duplicate A16"]);
  });

  it("but a lone text of an item with its number, and a code that is none", () => {
    expect(read(head, ...items(1, 5), ["6"], ["７番"], ...items(8, 12))).toMatchObject({ items: 12, skipped: [] });
  });
});

describe("a legend beside the items", () => {
  it("in one row of cells right below", () => {
    expect(read(head, ...items(1, 10), ["A：達成", "B：概ね達成", "C：未達成", "D：中止"])).toEqual({ items: 10, findings: [], questions: [], skipped: [] });
  });

  it("to the right, with or without a column between sign and words", () => {
    const beside = (legend: Rows) => [head, ...items(1, 7).map((row, index) => [...row, "", ...(legend[index] ?? [])])];
    expect(read(...beside([["凡例"], ["A：達成"], ["B：概ね達成"], ["C：未達成"]]))).toMatchObject({ items: 7, findings: [] });
    expect(read(...beside([["凡例"], ["A", "達成"], ["B", "概ね達成"], ["C", "未達成"]]))).toMatchObject({ items: 7, findings: [] });
  });
});

it("a forced form whose only status has another header: the missing column is told", () => {
  const form = parseForm(
    JSON.stringify({
      id: "town",
      name: { ja: "町", en: "town" },
      levels: [{ id: "project", name: { ja: "事業", en: "project" }, key: "running", code: "{n}" }],
      columns: [
        { id: "number", level: "project", holds: "code", name: { ja: "番号", en: "number" }, header: ["番号"] },
        { id: "name", level: "project", holds: "text", name: { ja: "事業名", en: "name" }, header: ["事業名"] },
        { id: "grade", level: "project", holds: "status", vocabulary: "grade", name: { ja: "評価", en: "grade" }, header: ["評価"] },
      ],
      vocabularies: { grade: [{ text: "継続", meaning: "good" }, { text: "廃止", meaning: "bad" }] },
      spellings: [],
    }),
  );
  const inspection = inspect(gridOf([["番号", "事業名", "総合判断"], ["1", "花", "継続"], ["2", "木", "廃止"], ["3", "川", "継続"]]), form);
  expect([inspection?.counts, inspection?.findings.map(note)]).toEqual([[3], ["column-missing A1"]]);
});
