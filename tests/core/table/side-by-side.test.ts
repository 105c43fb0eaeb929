import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect, inspectFully } from "../../../src/core/inspect.ts";
import { a1, a1Range } from "../../../src/core/model/address.ts";
import { gridOf, note, type Cells } from "../sheet.ts";

const head = ["番号", "事業名", "担当課", "評価"];
const row = (number: number, grade: string) => [number, `事業その${number}`, "総務課", grade];
const grades = ["A", "B", "A", "B", "C", "A", "B", "A", "A", "B", "A", "B"];
const item = (number: number) => row(number, grades[number - 1] ?? "A");
const legend = ["※評価　A：高い　B：普通　C：低い"];
/** Two tables of one form beside each other, below a title. */
const beside = [["令和6年度　事務事業評価"], [], [...head, "", ...head], ...[1, 2, 3, 4, 5, 6].map((number) => [...item(number), "", ...item(number + 6)]), [], legend];
/** Two and two: titles over each, further tables below. */
const four = [
  ["令和6年度　事務事業評価"],
  [],
  ["1 安心のまち", "", "", "", "", "2 学びのまち"],
  [...head, "", ...head],
  ...[1, 2, 3].map((number) => [...item(number), "", ...item(number + 3)]),
  [],
  ["3 緑のまち", "", "", "", "", "4 水のまち"],
  [...head, "", ...head],
  ...[7, 8, 9].map((number) => [...item(number), "", ...item(number + 3)]),
  [],
  legend,
];
const check = (rows: typeof beside, put: Cells = {}) => inspect(gridOf(rows, put), builtInForms, new Map());
const found = (rows: typeof beside, put: Cells = {}) => (check(rows, put)?.findings ?? []).filter(({ severity, question }) => severity !== "info" || question !== undefined).map(note);

describe("tables of one form side by side", () => {
  it("are one evaluation, whose findings and marks are at their cells", () => {
    const inspection = check(beside);
    expect([inspection?.counts, found(beside), inspection?.marks.flatMap(({ cells }) => cells.map(({ first, last }) => a1Range(first, last)))]).toEqual([[12], [], ["A8:D8"]]);
    expect(inspection && a1Range(inspection.table.first, inspection.table.last)).toBe("A3:I9");
    expect(found(beside, { D4: "Ａ", I5: "", I9: "X", F6: "x y" })).toEqual(["status-spelling D4 safe A", "status-missing I5", "code-format F6", "status-unknown I9"]);
  });

  it("have their legend below them all, whose signs are sure", () => {
    const inspection = check(beside, { I9: "X" });
    expect([inspection?.findings.map(({ rule, severity, at }) => `${rule} ${severity} ${a1(at)}`), inspection?.questions.length]).toEqual([["status-unknown error I9"], 0]);
  });

  it("lead from the outline to their cells, and get input rules on rows of their own alone", () => {
    const overview = inspectFully(gridOf(beside), builtInForms, new Map())?.overview;
    const { outline, inputRules } = overview ?? {};
    expect(Array.from(outline?.codeRows ?? [], (at, node) => a1({ row: at, column: outline?.codeColumns[node] ?? 0 }))).toEqual(["A4", "A5", "A6", "A7", "A8", "A9", "F4", "F5", "F6", "F7", "F8", "F9"]);
    const cells = inputRules?.lists.flatMap(({ blocks }) => blocks.map(({ first, last }) => a1Range(first, last))) ?? [];
    expect(cells).toEqual(expect.arrayContaining(["D4:D9", "I4:I10"]));
    expect(cells.some((block) => /[DI][123]:/.test(block))).toBe(false);
  });

  it("are read where two and two stand on the sheet, each below its title", () => {
    expect([check(four)?.counts.at(-1), found(four)]).toEqual([12, []]);
    expect(found(four, { I7: "X" })).toContain("status-unknown I7");
  });

  it("are read without an empty column between them too, since each begins with its codes", () => {
    const close = [["令和6年度　事務事業評価"], [], [...head, ...head], ...[1, 2, 3, 4, 5, 6].map((number) => [...item(number), ...item(number + 6)]), [], legend];
    expect([check(close)?.counts, found(close), found(close, { E6: 3, F7: "", H5: "X" })]).toEqual([[12], [], ["status-unknown H5", "code-duplicate E6", "text-missing F7"]]);
  });

  it("are no tables where the words come again without an empty column, as for the two halves of a year", () => {
    const halves = [["令和6年度"], ["番号", "事業名", "上期", "", "", "下期", "", ""], ["", "", "目標", "取組", "評価", "目標", "取組", "評価"], ...[1, 2, 3, 4, 5].map((number) => [number, `事業その${number}`, "達成", "実施", "A", "未達成", "実施", "B"])];
    expect(check(halves)?.counts).toEqual([5]);
    const remarked = [["番号", "事業名", "上期", "", "", "備考", "下期"], ["", "", "目標", "取組", "評価", "", "目標", "取組", "評価"], ...[1, 2, 3, 4, 5, 6, 7].map((number) => [number, `事業その${number}`, "達成", "実施", "A", number === 3 ? "済み" : "", "未達成", "実施", "B"])];
    expect([check(remarked)?.counts, found(remarked)]).toEqual([[7], []]);
    const measured = [["番号", "事業名", "上期", "", "", "下期", "", ""], ["", "", "目標値", "実績値", "評価", "目標値", "実績値", "評価"], ...[1, 2, 3, 4, 5, 6, 7].map((number) => [number, `事業その${number}`, number * 10, number * 9, "A", number * 10, number * 8, "B"])];
    expect([check(measured)?.counts, found(measured)]).toEqual([[7], []]);
  });
});

describe("tables of one form side by side, on rows of their own", () => {
  type Rows = readonly (readonly (string | number)[])[];
  const items = (first: number, last: number): Rows => Array.from({ length: last - first + 1 }, (_, index) => item(first + index));
  /** Blocks of cells at A1 places. */
  function placed(blocks: Readonly<Record<string, Rows>>): typeof beside {
    const cells = new Map<number, Map<number, string | number>>();
    for (const [place, rows] of Object.entries(blocks)) {
      const [, letter = "A", number = "1"] = /^([A-Z])(\d+)$/.exec(place) ?? [];
      rows.forEach((own, step) => own.forEach((value, column) => {
        const row = Number(number) - 1 + step;
        cells.set(row, (cells.get(row) ?? new Map<number, string | number>()).set(letter.charCodeAt(0) - 65 + column, value));
      }));
    }
    return Array.from({ length: Math.max(...cells.keys()) + 1 }, (_, row) => Array.from({ length: 15 }, (__, column) => cells.get(row)?.get(column) ?? ""));
  }
  const named = { A1: [["令和6年度　事務事業評価"]] };
  const group = [["番号", "事業名", "評価", ""], ["", "", "自己評価", "外部評価"]];
  const judged = (first: number, last: number): Rows => items(first, last).map(([number = "", name = "", , grade = ""]) => [number, name, grade, "B"]);

  it.each([
    ["the right one lower", { A3: [head, ...items(1, 6)], F4: [head, ...items(7, 12)], A12: [legend] }, [12], { I6: "", I10: "X", F8: 9 }, ["status-missing I6", "code-duplicate F8", "status-unknown I10"]],
    ["the right one higher", { A5: [head, ...items(1, 6)], F4: [head, ...items(7, 12)], A13: [legend] }, [12], { I5: "", D6: "X" }, ["status-missing I5", "status-unknown D6"]],
    ["titles, and one head lower", { A3: [["施策1　安心"], head, ...items(1, 5)], F3: [["施策2　学び"], ["", ""], head, ...items(6, 10)], A12: [legend] }, [2, 10], { I8: "X" }, ["status-unknown I8"]],
    ["the right one much lower", { A3: [head, ...items(1, 7)], F8: [head, ...items(8, 12)], A16: [legend] }, [12], { I12: "X" }, ["status-unknown I12"]],
    ["stairs of three", { A3: [head, ...items(1, 4)], F4: [head, ...items(5, 8)], K5: [head, ...items(9, 12)], A12: [legend] }, [12], { N9: "X" }, ["status-unknown N9"]],
    ["two beside a long one, numbered down", { A3: [head, ...items(1, 3)], A8: [head, ...items(4, 6)], F4: [head, ...items(7, 12)], A14: [legend] }, [12], { D11: "X" }, ["status-unknown D11"]],
    ["two and two in stairs", { A3: [head, ...items(1, 3)], F4: [head, ...items(4, 6)], A9: [head, ...items(7, 9)], F10: [head, ...items(10, 12)], A16: [legend] }, [12], { I13: "X" }, ["status-unknown I13"]],
    ["heads of two rows, one lower", { A3: [...group, ...judged(1, 6)], F4: [...group, ...judged(7, 12)], A13: [legend] }, [12], { I8: "X" }, ["status-unknown I8"]],
    ["another word over the grades of the right one", { A3: [head, ...items(1, 6)], F3: [["番号", "事業名", "担当課", "評価結果"], ...items(7, 12)], A11: [legend] }, [12], { I6: "X" }, ["status-unknown I6"]],
    ["a grade over a word of the right head", { A3: [head, ...items(1, 6)], F3: [["番号", "事業名", "A", "評価"], ...items(7, 12)], A11: [legend] }, [12], { I6: "X" }, ["status-unknown I6"]],
  ] as const)("are read: %s", (_, blocks, counts, put: Cells, faults) => {
    const rows = placed({ ...named, ...blocks });
    expect([check(rows)?.counts, found(rows)]).toEqual([counts, []]);
    expect(found(rows, put)).toEqual(faults);
  });

  const staggered = { A3: [head, ...items(1, 6)], F4: [head, ...items(7, 12)], A12: [legend] };
  const level = { ...staggered, F4: [], F3: [head, ...items(7, 12)] };
  it.each([
    ["a mark beside the lower table's head", staggered, { E4: "※" }],
    ["two marks", staggered, { E6: "※", E7: "注" }],
    ["a number", staggered, { E6: 3 }],
    ["a note", level, { E6: "8月に統合した事業です" }],
    ["a mark where a head is worded otherwise", { ...level, F3: [["番号", "事業名", "担当課", "評価結果"], ...items(7, 12)] }, { E6: "※" }],
    ["a mark in one of two gaps", { A3: [head, ...items(1, 4)], F4: [head, ...items(5, 8)], K5: [head, ...items(9, 12)], A12: [legend] }, { J6: "注" }],
    ["the legend alone", { ...staggered, A12: [], E12: [legend] }, {}],
  ] as const)("are parted by a column in which stands %s", (_, blocks, put: Cells) => {
    const rows = placed({ ...named, ...blocks });
    expect([check(rows, put)?.counts, found(rows, put)]).toEqual([[12], []]);
    expect(found(rows, { ...put, I5: "X", D7: "" })).toEqual(["status-unknown I5", "status-missing D7"]);
  });

  it("name no cell between them, also without numbers", () => {
    const unnumbered = (rows: Rows) => rows.map((own) => own.slice(1));
    const words = [["事業名", "担当課", "評価"]];
    const rows = placed({ ...named, A3: [...words, ...unnumbered(items(1, 6))], E4: [...words, ...unnumbered(items(7, 12))], A12: [legend] });
    const inspection = check(rows, { D6: "※" });
    expect([inspection?.counts, found(rows, { D6: "※" }), found(rows, { D6: "※", G6: "X" })]).toEqual([[12], [], ["status-unknown G6"]]);
  });

  const spaced = (rows: Rows, at: number) => rows.map((own) => [...own.slice(0, at), "", ...own.slice(at)]);
  const one: Rows = [head, ...items(1, 6)];
  const other: Rows = [head, ...items(7, 12)];
  it.each([
    ["no blank column between them, the right one lower", { A3: one, E4: other, A12: [legend] }, [12], { H6: "X", D5: "" }, ["status-missing D5", "status-unknown H6"]],
    ["none, the right one higher", { A5: one, E4: other, A13: [legend] }, [12], { H6: "X" }, ["status-unknown H6"]],
    ["none, stairs of three", { A3: [head, ...items(1, 4)], E4: [head, ...items(5, 8)], I5: [head, ...items(9, 12)], A12: [legend] }, [12], { L7: "X" }, ["status-unknown L7"]],
    ["none, but titles", { A3: [["施策1　安心"], head, ...items(1, 5)], E3: [["施策2　学び"], ["", ""], head, ...items(6, 10)], A12: [legend] }, [2, 10], { H7: "X" }, ["status-unknown H7"]],
    ["a blank one within each, after the numbers", { A3: spaced(one, 1), G4: spaced(other, 1), A12: [legend] }, [12], { K6: "X" }, ["status-unknown K6"]],
    ["a blank one within each, before the office", { A3: spaced(one, 2), G4: spaced(other, 2), A12: [legend] }, [12], { K6: "" }, ["status-missing K6"]],
    ["a blank one within each, none between them", { A3: spaced(one, 3), F4: spaced(other, 3), A12: [legend] }, [12], { J6: "X" }, ["status-unknown J6"]],
    ["a blank one within the left one alone", { A3: spaced(one, 2), G4: other, A12: [legend] }, [12], { J6: "X" }, ["status-unknown J6"]],
  ] as const)("have %s", (_, blocks, counts, put: Cells, faults) => {
    const rows = placed({ ...named, ...blocks });
    expect([check(rows)?.counts, found(rows)]).toEqual([counts, []]);
    expect(found(rows, put)).toEqual(faults);
  });

  it("have their legend right below them", () => {
    const signs = [["※評価　P：高い　Q：普通　R：低い"]];
    const graded = (first: number, last: number): Rows => items(first, last).map(([number = "", name = "", office = "", grade]) => [number, name, office, grade === "A" ? "P" : "Q"]);
    const rows = placed({ ...named, A3: [head, ...graded(1, 3)], F3: [head, ...graded(4, 6)], A8: [head, ...graded(7, 9)], F8: [head, ...graded(10, 12)], A12: signs });
    const inspection = check(rows, { D4: "Z" });
    expect([inspection?.counts, inspection?.findings.map(({ rule, severity, at }) => `${rule} ${severity} ${a1(at)}`), inspection?.questions.length]).toEqual([[12], ["status-unknown error D4"], 0]);
  });

  const members: Rows = [["係", "人員", "主な仕事"], ["庶務", 3, "受付"], ["計画", 4, "調整"]];
  it.each([
    ["two below each other", { A3: [head, ...items(1, 4)], A9: [head, ...items(5, 8)], A15: [legend], G3: members }, [8], "G3:I5"],
    ["one", { A3: [head, ...items(1, 8)], A13: [legend], G5: members }, [8], "G5:I7"],
    ["two side by side", { A3: [head, ...items(1, 6)], F3: [head, ...items(7, 12)], A11: [legend], K3: members }, [12], "K3:M5"],
  ])("have a small list of another form beside them, which is named: %s", (_, blocks, counts, list) => {
    const rows = placed({ ...named, ...blocks });
    expect([check(rows)?.counts, found(rows), check(rows)?.otherTables?.map(({ first, last }) => a1Range(first, last))]).toEqual([counts, [], [list]]);
  });

  it.each([
    ["as long", items(1, 6), items(1, 6), [6], "F3:H9"],
    ["longer", items(1, 3), items(1, 6), [6], "A3:D6"],
  ] as const)("have a table of numbers, names and grades under other words beside them, %s: one is read, the other named", (_, left, right, counts, other) => {
    const rows = placed({ ...named, A3: [head, ...left], F3: [["項番", "取組の名称", "達成状況"], ...right.map(([number = "", name = "", , grade = ""]) => [number, `別の${name}`, grade])], A12: [legend] });
    expect([check(rows)?.counts, found(rows), check(rows)?.otherTables?.map(({ first, last }) => a1Range(first, last))]).toEqual([counts, [], [other]]);
  });

  it("are one table where columns behind a blank one go on along its rows", () => {
    const rows = placed({ ...named, A3: [head, ...items(1, 6)], F3: [["備考", "課題", "今後"], ...items(1, 6).map(() => ["済み", "なし", "続ける"])] });
    expect([check(rows)?.counts, check(rows)?.otherTables]).toEqual([[6], undefined]);
  });
});
