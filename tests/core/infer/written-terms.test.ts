import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { gridOf, note } from "../sheet.ts";

const words = ["順調", "順調", "順調", "おおむね順調", "やや遅れている", "順調", "遅れている", "順調"];

/** Findings on a list whose statuses are `statuses`, optionally under a legend. */
function found(statuses: readonly string[], { legend = "", header = "評価" } = {}): readonly string[] {
  const rows = statuses.map((status, index) => [String(index + 1), `事業${"のごく長い名前".repeat(1 + (index % 3))}${index}`, status, `理由は${index}件の記入にある。`]);
  const inspection = inspect(gridOf([["令和6年度 事業評価一覧"], [legend], ["番号", "事業名", header, "コメント"], ...rows]), builtInForms, new Map());
  return inspection?.findings.map(note) ?? ["no table"];
}

describe("terms of a form that is read from the sheet", () => {
  it("a space in the first cell does not make the term", () => {
    expect(found(["遅れて いる", ...words])).toEqual(["status-spelling C4 safe 遅れている"]);
    expect(found(["おおむね 順調", ...words])).toEqual(["status-spelling C4 safe おおむね順調"]);
  });

  it("nor does another width", () => {
    expect(found(["Ｃ", "A", "A", "B", "B", "C", "A", "B", "A"], { legend: "A：上回る　B：計画どおり　C：下回る" })).toEqual(["status-spelling C4 safe C"]);
  });

  it("the legend tells which of two ways to write a word is the term, and a person decides on the other", () => {
    const legend = "凡例：順調／おおむね順調／やや遅れている／遅れている";
    expect(found(["概ね順調", ...words], { legend })).toEqual(["status-spelling C4 suggested おおむね順調"]);
  });

  it.each(["5段階評価", "A～D評価", "第1四半期評価"])("a header %s is no row of data", (header) => {
    expect(found(["A", "A", "B", "B", "C", "A", "B", "A"], { header, legend: "A：上回る　B：計画どおり　C：下回る" })).toEqual([]);
  });

  it("grades as digits of a text file are a scale from the highest", () => {
    expect(found(["4", "3", "5", "2", "4", "", "3", "4", "33", "4", "3", "5"], { header: "評価点" })).toEqual(["status-missing C9", "status-unknown C12"]);
  });

  it("a sign with its words is a grade under a header that grades, and no code", () => {
    expect(found(["①：目標達成", "①：目標達成", "①：目標達成", "②：目標未達成", "①：目標達成", "", "②：目標未達成", "①：目標達成"])).toEqual(["status-missing C9"]);
  });

  it.each([["品番", "品名"], ["番号", "氏名"], ["業者番号", "業者名"]])("a list under %s and %s is none of an office's", (code, name) => {
    const rows = ["A", "B", "A", "C", "B", "A", "A", "B"].map((grade, index) => [`${1 + (index >> 2)}-${1 + (index % 4)}`, `名前${index}`, grade]);
    expect(inspect(gridOf([[code, name, "評価"], ...rows]), builtInForms, new Map())).toBeNull();
    expect(inspect(gridOf([["番号", "事業名", "評価"], ...rows]), builtInForms, new Map())).not.toBeNull();
  });

  it("two ways to draw a circle are one sign, and a cross that stands once is the next one of the scale", () => {
    expect(found(["◯", "○", "○", "△", "◎", "○", "×", "△", "◎"]).map((one) => one.split(" ").slice(0, 2).join(" "))).toEqual(["status-spelling C4"]);
  });

  it("two columns that mostly hold the same have one scale, though a term stands in one alone", () => {
    const rows = words.map((word, index) => [String(index + 1), `事業の名前${index}`, index === 6 ? "順調" : word, index === 3 || index === 4 ? "順調" : word]);
    const inspection = inspect(gridOf([["番号", "事業名", "一次評価", "二次評価"], ...rows]), builtInForms, new Map());
    expect(inspection?.findings.map(note)).toEqual([]);
  });

  it("a column of dates is no code, and is not fixed", () => {
    const rows = ["A", "B", "A", "C", "B", "A", "A", "B"].map((grade, index) => ["2024/5/1", String(index + 1), `事業の名前${index}`, grade]);
    const inspection = inspect(gridOf([["評価日", "番号", "事業名", "評価"], ...rows]), builtInForms, new Map());
    expect(inspection?.findings.map(note)).toEqual([]);
  });
});
