import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { describeCounts } from "../../../src/core/wording/phrase.ts";
import { gridOf, note, type Cells } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

function check(rows: Rows, put: Cells = {}) {
  const inspection = inspect(gridOf(rows, put), builtInForms, new Map());
  if (!inspection) throw new Error("no table");
  const { counts, findings, form } = inspection;
  return { items: describeCounts(counts, form.form, "ja"), found: findings.filter(({ severity }) => severity !== "info").map(note) };
}

const grades = ["順調", "遅れ", "順調"];
const grouped = (title: (group: number) => CellValue, code: (group: number, item: number) => CellValue, header = "大項目"): Rows => [
  [header, "番号", "取組", "進捗状況"],
  ...[0, 1].flatMap((group) => grades.map((grade, item) => [item === 0 ? title(group) : "", code(group, item), `催しの名${group}${item}`, grade])),
];

describe("codes in letters", () => {
  it.each([
    ["ＡＢ", "AB"],
    ["AB", "ＡＢ"],
    ["ⅠⅡ", "AB"],
    ["ｱｲ", "アイ"],
    ["⑴⑵", "ｱｲ"],
  ])("of a title %s and of items %s are read in any look", (titles, letters) => {
    const rows = grouped((group) => `${titles.charAt(group)} 分野の名${group}`, (group, item) => `${letters.charAt(group)}-${item + 1}`);
    expect(check(rows)).toEqual({ items: "大項目 2・取組 6", found: [] });
    expect(check(rows, { B6: `${letters.charAt(1)}-1` }).found).toEqual(["code-duplicate B6"]);
  });

  it("stay those of the items where one of few is blank", () => {
    expect(check(grouped((group) => `${"ⅠⅡ".charAt(group)} 分野の名${group}`, (group, item) => `${"AB".charAt(group)}-${item + 1}`), { B5: "" })).toEqual({ items: "大項目 2・取組 6", found: ["code-format B5"] });
  });
});

it("views that are numbered are a level", () => {
  expect(check(grouped((group) => `視点${group + 1}　見方の名${group}`, (group, item) => 3 * group + item + 1, "視点"))).toEqual({ items: "視点 2・取組 6", found: [] });
});

describe("the levels of a budget", () => {
  const chapters = ["2 総務費", "", "", "3 民生費", "", "8 土木費"];
  const items = ["1 総務管理費", "", "3 戸籍費", "1 社会福祉費", "2 児童福祉費", "2 道路費"];
  const rows: Rows = [["款", "項", "事業名", "決算額", "評価"], ...chapters.map((chapter, index) => [chapter, items[index], `催しの名${index}`, 1000 + index, "ABABBA".charAt(index)])];

  it("have given numbers, some of which are left out", () => {
    expect(check(rows).found).toEqual([]);
    expect(check(rows).items).toMatch(/^款 3・.*事業 6$/);
  });
});

describe("levels below each other in one column", () => {
  const rows: Rows = [
    ["番号", "項目", "自己評価", "委員会の評価"],
    ...[1, 2].flatMap((part) => [[`第${part}`, `部の名${part}`], ...[1, 2].flatMap((group) => [[String(group), `節の名${part}${group}`], ...["(1)", "(2)"].map((code, item) => [code, `項の名${part}${group}${item}`, "ⅢⅣⅢⅡ".charAt(group + item), "ⅢⅢⅣⅡ".charAt(group + item)])])]),
  ];
  const items = "大項目 2・中項目 4・小項目 8";

  it.each([
    ["nothing wrong", {}, []],
    ["an item without its code", { A12: "" }, ["code-format A12"]],
    ["an item with the code of the level above", { A11: "1" }, ["code-spelling A11 suggested (1)"]],
    ["an item with the code of the one before", { A5: "(1)" }, ["code-duplicate A5"]],
    ["a group with an unreadable code", { A6: "？？" }, ["code-format A6"]],
  ])("are told with %s", (_, put, found) => {
    expect(check(rows, put)).toEqual({ items, found });
  });
});

it("a line that sums a table up is no item", () => {
  const table = (own: number): Rows => [[`施策${own}　分野の名`], ["取組", "内容", "評価"], ...grades.map((grade, item) => [`${"①②③".charAt(item)} 催しの名${own}${item}`, "行った。", grade]), ["まとめ：続ける。"], []];
  expect(check([...table(1), ...table(2), ...table(3)])).toEqual({ items: "施策 3・取組 9", found: [] });
});
