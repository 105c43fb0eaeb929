import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import type { KnownForm } from "../../../src/core/form/known.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { a1, a1Range } from "../../../src/core/model/address.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { columnWordOf, meansTheSame } from "../../../src/core/table/same-column.ts";
import { gridOf, type Cells } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

const head = ["番号", "事業名", "担当課", "評価"];
const names = ["道路の補修", "公園の美化", "ごみの減量", "窓口の改善", "広報紙の発行", "図書館の利用", "学校給食", "子育て相談", "見守り活動", "防災訓練", "商店街の支援", "観光案内"];
const offices = ["企画課", "総務課", "福祉課", "企画課", "土木課"];
const grades = ["A", "B", "A", "B", "C", "A", "B", "A"];
const item = (number: number): readonly CellValue[] => [number, names[number - 1], offices[number % 5], grades[number % 8]];
const items = (first: number, last: number): Rows => Array.from({ length: last - first + 1 }, (_, index) => item(first + index));
const title = ["令和6年度　事務事業評価"];
const legend = ["※評価　A：高い　B：普通　C：低い"];
const asked = ["会議を開いた", "続ける"];

function found(rows: Rows, put: Cells = {}, forms: readonly KnownForm[] = builtInForms) {
  const inspection = inspect(gridOf(rows, put), forms, new Map());
  return {
    counts: inspection?.counts,
    findings: inspection?.findings.map(({ rule, at }) => `${rule} ${a1(at)}`),
    others: inspection?.otherTables?.map(({ first, last }) => a1Range(first, last)) ?? [],
  };
}

/** Two tables; the second head is in row 8, its data in rows 9 to 13. */
const under = (second: readonly CellValue[], above: Rows = []): Rows => [title, ...above, head, ...items(1, 4), [], second, ...items(5, 9), [], legend];

describe("a further table whose head is not quite the first one's", () => {
  it.each(["評価結果", "総合評価", "評定", "判定", "", "予定どおり", 3])("has its grades under %s", (word) => {
    const rows = under([...head.slice(0, 3), word]);
    expect(found(rows)).toEqual({ counts: [9], findings: [], others: [] });
    expect(found(rows, { D9: "", D10: "X" }).findings).toEqual(["status-missing D9", "status-unknown D10"]);
  });

  it("has its columns though half of them are worded otherwise", () => {
    const wide = (rows: Rows) => rows.map((row) => [...row, ...asked]);
    const rows = [title, [...head, "理由", "今後"], ...wide(items(1, 4)), [], [...head.slice(0, 3), "評価結果", "評価の理由", "今後の方向"], ...wide(items(5, 9)), [], legend];
    expect(found(rows)).toEqual({ counts: [9], findings: [], others: [] });
  });

  it.each([
    ["a grade over the office", { C8: "A" }],
    ["a grade over the name", { B8: "B" }],
    ["a name over the office", { C8: "道路の補修" }],
    ["an office over the grade", { D8: "企画課" }],
    ["an office over the number", { A8: "企画課" }],
    ["a number over the number", { A8: 6 }],
    ["nothing over the office", { C8: "" }],
  ])("is read though a cell of its head holds %s", (_, put: Cells) => {
    expect(found(under(head), put)).toEqual({ counts: [9], findings: [], others: [] });
  });

  it("is read with a grade of the first one without a header", () => {
    expect(found(under(head), { D2: "" })).toMatchObject({ counts: [9], findings: [] });
  });

  it("needs no blank row above, wherever others have one", () => {
    expect(found([title, head, ...items(1, 4), [], head, ...items(5, 8), head, ...items(9, 12), [], legend])).toEqual({ counts: [12], findings: [], others: [] });
    expect(found([title, head, ...items(1, 4), head, ...items(5, 8), [], head, ...items(9, 12), [], legend])).toEqual({ counts: [12], findings: [], others: [] });
    const moved = items(9, 12).map(([number, name, office, grade]) => [number, office, name, grade]);
    expect(found([title, head, ...items(1, 4), [], head, ...items(5, 8), ["番号", "担当課", "事業名", "評価"], ...moved, [], legend])).toEqual({ counts: [12], findings: [], others: [] });
  });

  it("may have a column more, or lack one that holds no grade", () => {
    const more = items(5, 8).map(([number, name, office, grade]) => [number, name, 1200, office, grade]);
    expect(found([title, head, ...items(1, 4), [], ["番号", "事業名", "予算額", "担当課", "評価"], ...more, [], legend])).toEqual({ counts: [8], findings: [], others: [] });
    const less = items(5, 8).map(([number, name, , grade]) => [number, name, grade]);
    expect(found([title, head, ...items(1, 4), [], ["番号", "事業名", "評価"], ...less, [], legend])).toEqual({ counts: [8], findings: [], others: [] });
  });

  it("may be worded otherwise in all its columns, below a blank row, where its grades are the same words", () => {
    const second = (rows: Rows) => [title, head, ...items(1, 6), [], ["No", "施策", "所管", "判定"], ...rows, [], legend];
    expect(found(second(items(7, 12)))).toEqual({ counts: [12], findings: [], others: [] });
    const kept = inspect(gridOf(second(items(7, 12))), builtInForms, new Map())?.form;
    expect(kept && found(second(items(7, 12)), {}, [{ ...kept, from: "document" }])).toEqual({ counts: [12], findings: [], others: [] });
    expect(found(second(items(7, 12)), { D12: "", B13: "", A14: 8 }).findings).toEqual(["status-missing D12", "text-missing B13", "code-duplicate A14"]);
    expect(found(second(items(7, 12).map(([number, name, office], index) => [number, name, office, ["継続", "廃止"][index % 2]]))).others).toEqual(["A10:D16"]);
  });

  it("is one of another form without any grade", () => {
    const money = items(1, 4).map(([number, name, office]) => [number, name, office, 1200]);
    expect(found([title, head, ...items(1, 4), [], head, ...items(5, 8), [], ["番号", "事業名", "担当課", "予算額"], ...money])).toEqual({ counts: [8], findings: [], others: ["A14:D18"] });
  });
});

describe("a small list of another form", () => {
  const members = [["係", "人員", "主な仕事"], ["庶務", 3, "受付"], ["計画", 4, "調整"]];
  const meetings = [["会議", "出席", "主な議題"], ["春の会議", "区長", "計画"], ["秋の会議", "副区長", "点検"]];

  it.each([
    ["numbers", members],
    ["words alone", meetings],
    ["a title", [["（参考）"], ...meetings]],
  ])("below the evaluation is named, though its head is unknown: with %s", (_, list) => {
    const at = (row: number) => `A${row + list.length - 3}:C${row + list.length - 1}`;
    expect(found([title, head, ...items(1, 8), [], legend, [], ...list])).toEqual({ counts: [8], findings: [], others: [at(14)] });
    expect(found([title, head, ...items(1, 4), [], head, ...items(5, 8), [], legend, [], ...list])).toEqual({ counts: [8], findings: [], others: [at(16)] });
  });

  it("is not seen in rows of the evaluation below a blank one", () => {
    const words = (first: number, last: number) => items(first, last).map(([, ...rest]) => rest);
    expect(found([title, head.slice(1), ...words(1, 5), [], ["新しい事業", "新設課", "C"], ...words(7, 9), [], legend])).toMatchObject({ counts: [9], others: [] });
  });
});

describe("tables with titles of which some hold little", () => {
  const titled = (name: string, rows: Rows): Rows => [[name], head, ...rows, []];
  const levels = (rows: Rows) => inspect(gridOf(rows), builtInForms, new Map())?.form.form.levels.map(({ name }) => name.ja);

  it.each([
    ["nothing", []],
    ["該当なし", [["該当なし"]]],
  ])("may begin with one that holds %s", (_, rows: Rows) => {
    const sheet = [title, ...titled("施策1　福祉", rows), ...titled("施策2　環境", items(1, 4)), ...titled("施策3　学び", items(5, 8)), legend];
    expect([found(sheet), levels(sheet)]).toEqual([{ counts: [2, 8], findings: [], others: [] }, ["施策", "事業"]]);
  });

  it.each([
    ["nothing", []],
    ["該当なし", [["該当なし"]]],
  ])("count the title of one between that holds %s", (_, rows: Rows) => {
    const sheet = [title, ...titled("施策1　福祉", items(1, 4)), ...titled("施策2　環境", rows), ...titled("施策3　学び", items(5, 8)), legend];
    expect([found(sheet), levels(sheet)]).toEqual([{ counts: [3, 8], findings: [], others: [] }, ["施策", "事業"]]);
  });

  it("may all hold a single row, numbered on or anew", () => {
    const on = [title, ...["福祉", "環境", "学び", "水"].flatMap((name, index) => titled(`施策${index + 1}　${name}`, [item(index + 1)])), legend];
    expect([found(on), levels(on)]).toEqual([{ counts: [4, 4], findings: [], others: [] }, ["施策", "事業"]]);
    const anew = [title, ...["福祉", "環境", "学び"].flatMap((name, index) => titled(`施策${index + 1}　${name}`, [[1, ...item(index + 1).slice(1)]])), legend];
    expect([found(anew), levels(anew)]).toEqual([{ counts: [3, 3], findings: [], others: [] }, ["施策", "事業"]]);
    expect(found(anew, { D4: "X" }).findings).toEqual(["status-unknown D4"]);
  });
});

describe("tables in other shapes", () => {
  const signs: Readonly<Record<string, string>> = { A: "P", B: "Q", C: "R" };
  const signed = (rows: Rows): Rows => rows.map(([number, name, office, grade]) => [number, name, office, typeof grade === "string" ? signs[grade] : grade]);

  it.each([
    [
      "columns in another order, another word and a column more",
      [title, ["施策1　福祉"], head, ...items(1, 4), [], ["施策2　環境"], ["番号", "評価結果", "事業名", "予算額", "担当課"], ...items(5, 8).map(([number, name, office, grade]) => [number, grade, name, 1200, office]), [], ["施策3　学び"], ["番号", "所管課", "事業名", "評価"], ...items(9, 12).map(([number, name, office, grade]) => [number, office, name, grade]), [], legend],
      [3, 12],
      { B11: "", D18: "X" },
      ["status-missing B11", "status-unknown D18"],
    ],
    ["grades under another word in another place", [title, head, ...items(1, 5), [], ["番号", "事業名", "評価結果", "担当課"], ...items(6, 10).map(([number, name, office, grade]) => [number, name, grade, office]), [], legend], [10], { C10: "X" }, ["status-unknown C10"]],
    ["a legend between them alone", [title, head, ...signed(items(1, 5)), ["※評価　P：高い　Q：普通　R：低い"], [], head, ...signed(items(6, 10))], [10], { D4: "Z" }, ["status-unknown D4"]],
    ["a total and a note below each, and the page", [title, head, ...items(1, 4), ["合計", "4件"], ["※ 4は新規"], [], title, head, ...items(5, 8), ["合計", "4件"], ["", "", "", "（2／2ページ）"]], [8], { D12: "X" }, ["status-unknown D12"]],
    ["a second one moved by a column, its number overwritten", [title, ["施策1　福祉"], head, ...items(1, 4), [], ...[["施策2　環境"], [7, ...head.slice(1)], ...items(5, 8)].map((row) => ["", ...row]), [], legend], [2, 8], { E11: "X" }, ["status-unknown E11"]],
  ])("are read: %s", (_, rows: Rows, counts, put: Cells, faults) => {
    expect(found(rows)).toEqual({ counts, findings: [], others: [] });
    expect(found(rows, put).findings).toEqual(faults);
  });
});

it("an empty first table takes nothing from the evaluation below it, though a list without grades follows", () => {
  const plain = ["番号", "事業名", "担当課", "備考"];
  const rows = [["第1期"], head, ["該当なし"], [], ["第2期"], head, ...items(1, 4).map((cells, index) => [...cells.slice(0, 3), grades[index % 2]]), [], ["参考"], plain, ["1", "予算の説明", "財政課", "甲"], ["2", "広報の説明", "広報課", "乙"], ["3", "防災の説明", "防災課", "丙"]];
  expect(found(rows)).toEqual({ counts: [4], findings: [], others: ["A13:D16"] });
});

it("a section is no issue, though both words begin with 課", () => {
  const same = (one: string, other: string) => meansTheSame(columnWordOf(one), columnWordOf(other));
  expect([same("課題", "担当課"), same("所管課", "担当部署")]).toEqual([false, true]);
});
