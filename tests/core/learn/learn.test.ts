import { describe, expect, it } from "vitest";
import type { CellValue, Grid } from "../../../src/core/model/grid.ts";
import { inspect } from "../../../src/core/inspect.ts";
import { answer, inferForm, type Doubt, type Proposal } from "../../../src/core/learn/infer.ts";
import { gridOf, note, type Cells } from "../sheet.ts";
import { bureauRows, wardRows } from "./sheets.ts";

function infer(grid: Grid): Proposal {
  const proposal = inferForm(grid);
  if (!proposal) throw new Error("nothing learned");
  return proposal;
}

function check(grid: Grid, { form }: Proposal) {
  const inspection = inspect(grid, form);
  if (!inspection) throw new Error("no table found");
  const { counts, findings, marks } = inspection;
  return { counts, findings: findings.map(note), marks: marks.map(({ code, level }) => [code, level]) };
}

const inferRows = (rows: readonly (readonly CellValue[])[], put: Cells = {}) => {
  const grid = gridOf(rows, put);
  const proposal = infer(grid);
  return { grid, proposal, ...check(grid, proposal) };
};

const say = (doubt: Doubt) => `${doubt.kind} ${"term" in doubt ? doubt.term : "name" in doubt ? doubt.name : ""}: ${doubt.chosen}`.trimEnd();

describe("a ward's sheet: grades, codes 1(2)-3, the goal's code in a column of its own", () => {
  it("is learned with two questions", () => {
    const { proposal } = inferRows(wardRows);
    expect(proposal.doubts.map(say)).toEqual(["meaning B: bad", "mark C: required"]);
    const { levels, page, columns } = proposal.form;
    expect(levels.map(({ code, name }) => [code, name.ja])).toEqual([["{1}", "基本目標"], ["{1}({2})", "施策"], ["{1}({2})-{3}", "事業"]]);
    expect(page?.write).toBe("{n}頁");
    expect(columns.map(({ level, holds, name }) => [level, holds, name.ja])).toEqual([
      ["issue", "code", "基本目標（番号）"], ["issue", "text", "基本目標（名称）"],
      ["strategy", "code", "施策（番号）"], ["strategy", "text", "施策（名称）"], ["strategy", "status", "施策（評価）"],
      ["initiative", "code", "事業（番号）"], ["initiative", "text", "事業（名称）"], ["initiative", "status", "事業（評価）"],
      ["initiative", "text", "担当課"], ["initiative", "text", "課題と改善策"], ["initiative", "page", "掲載頁"],
    ]);
    expect(columns.filter(({ optional }) => optional).map(({ name }) => name.ja)).toEqual(["課題と改善策"]);
  });

  it("is read with what was learned: no finding, and marks by the grades", () => {
    const { counts, findings, marks } = inferRows(wardRows);
    expect(findings).toEqual([]);
    expect(counts).toEqual([3, 6, 12]);
    expect(marks).toEqual([["1(1)-3", "attention"], ["1(2)", "attention"], ["1(2)-2", "required"]]);
  });

  it("shows its faults though it was learned from them", () => {
    const { findings, proposal } = inferRows(wardRows, { H5: "Ｓ", H12: undefined, E11: "優", F8: "1（2）-2", K9: "p.10", J6: undefined });
    expect(findings).toEqual(["status-spelling H5 safe S", "code-spelling F8 safe 1(2)-2", "page-spelling K9 safe 10頁", "status-unknown E11", "status-missing H12"]);
    expect(proposal.doubts.map(say)).toEqual(["rare-term 優: mistake", "meaning B: bad", "mark C: required"]);
  });

  it("serves another sheet of the same form", () => {
    const { form } = infer(gridOf(wardRows));
    const other = gridOf([["令和8年度　みなと野区"], [], ...wardRows.slice(1, 9), ["合計", "", "", "", "4"]], { B5: "支え合うまち", H6: "未", I7: "総務課" });
    expect(inspect(other, form)?.findings.map(note)).toEqual(["status-unknown H6"]);
  });
});

describe("a bureau's sheet: ○△×, codes Ⅰ-1-(1), filled down", () => {
  it("is learned with two questions", () => {
    const { proposal, counts, findings, marks } = inferRows(bureauRows);
    expect(proposal.doubts.map(say)).toEqual(["meaning △: bad", "mark ×: required"]);
    expect(Object.values(proposal.form.levels).map(({ code }) => code)).toEqual(["{1:Ⅰ}", "{1:Ⅰ}-{2}", "{1:Ⅰ}-{2}-({3})"]);
    expect(proposal.form.columns.filter(({ holds }) => holds === "status").map(({ level, vocabulary }) => [level, vocabulary])).toEqual([
      ["strategy", "scale1"], ["initiative", "scale1"], ["initiative", "scale1"],
    ]);
    expect(findings).toEqual([]);
    expect(counts).toEqual([2, 4, 10]);
    expect(marks).toEqual([["Ⅰ-1-(2)", "attention"], ["Ⅰ-2", "attention"], ["Ⅰ-2-(1)", "required"], ["Ⅱ-1-(2)", "required"]]);
  });

  it("shows its faults: another circle, a word, an empty sign, plain letters for a numeral", () => {
    const { findings } = inferRows(bureauRows, { G2: "〇", G8: "済", H9: undefined, E4: "I-1-(3)" });
    expect(findings).toEqual(["status-spelling G2 safe ○", "code-spelling E4 safe Ⅰ-1-(3)", "status-unknown G8", "status-missing H9"]);
  });
});

describe("other ways to write", () => {
  const write = (code: (a: number, b: number, c?: number) => string, page: (n: number) => CellValue): CellValue[][] => [
    ["課題", "戦略", "戦略の内容", "取組", "取組の名称", "評価", "資料のページ"],
    ...[[1, 1], [1, 2], [2, 1], [2, 2]].flatMap(([a = 0, b = 0], block) => [1, 2].map((c) => {
      const strategy = c === 1 ? [code(a, b), `方針その${block}`] : ["", ""];
      return [b === 1 && c === 1 ? `${code(a, b).slice(0, 1)} 課題` : "", ...strategy, code(a, b, c), `取組${block}の${c}`, c === 1 ? "達成" : "未達成", page(2 * block + c)];
    })),
  ];
  const joined = (...numbers: readonly (number | string | undefined)[]) => numbers.filter((number) => number !== undefined);

  it.each([
    ["1.2.3 and 12頁", (a: number, b: number, c?: number) => joined(a, b, c).join("."), (n: number) => `${n}頁`, ["{1}", "{1}.{2}", "{1}.{2}.{3}", "{n}頁"]],
    ["A-1-2 and P3", (a: number, b: number, c?: number) => joined("ABC"[a - 1], b, c).join("-"), (n: number) => `P${n}`, ["{1:A}", "{1:A}-{2}", "{1:A}-{2}-{3}", "P{n}"]],
    ["1-2(3) and 資料p.3", (a: number, b: number, c?: number) => `${a}-${b}${c === undefined ? "" : `(${c})`}`, (n: number) => `資料p.${n}`, ["{1}", "{1}-{2}", "{1}-{2}({3})", "資料p.{n}"]],
    ["Ⅰ-1-ア and p3", (a: number, b: number, c?: number) => joined("ⅠⅡ"[a - 1], b, c && "アイ"[c - 1]).join("-"), (n: number) => `p${n}`, ["{1:Ⅰ}", "{1:Ⅰ}-{2}", "{1:Ⅰ}-{2}-{3:ア}", "p{n}"]],
    ["1-(1)-① and 3ページ", (a: number, b: number, c?: number) => joined(a, `(${b})`, c && "①②"[c - 1]).join("-"), (n: number) => `${n}ページ`, ["{1}", "{1}-({2})", "{1}-({2})-{3:①}", "{n}ページ"]],
    ["1-A-1 and P.3", (a: number, b: number, c?: number) => joined(a, "AB"[b - 1], c).join("-"), (n: number) => `P.${n}`, ["{1}", "{1}-{2:A}", "{1}-{2:A}-{3}", "P.{n}"]],
    ["1/2/3 and bare numbers", (a: number, b: number, c?: number) => joined(a, b, c).join("/"), (n: number) => String(n), ["{1}", "{1}/{2}", "{1}/{2}/{3}", "{n}"]],
  ])("%s", (_, code, page, expected) => {
    const { proposal, findings, counts } = inferRows(write(code, page));
    const { levels, page: pages } = proposal.form;
    expect([...levels.map(({ code: written }) => written), pages?.write]).toEqual(expected);
    expect(proposal.doubts.map(say)).toEqual([]);
    expect(findings).toEqual([]);
    expect(counts).toEqual([2, 4, 8]);
  });

  it("asks which way is right where two are in use", () => {
    const rows = write((a, b, c) => joined(a, b, c).join(c === 2 ? "." : "-"), (n) => (n % 3 === 0 ? `${n}頁` : `p.${n}`));
    const kinds = infer(gridOf(rows)).doubts.map(({ kind, choices }) => [kind, ...choices]);
    expect(kinds).toEqual([["code-pattern", "{1}-{2}-{3}", "{1}.{2}.{3}"], ["page-pattern", "p.{n}", "{n}頁"]]);
  });
});

describe("an answer", () => {
  const ask = (proposal: Proposal, kind: Doubt["kind"]) => {
    const doubt = proposal.doubts.find((one) => one.kind === kind);
    if (!doubt) throw new Error(`nothing asked about ${kind}`);
    return doubt;
  };
  const settle = (proposal: Proposal, kind: Doubt["kind"], choice: string) => answer(proposal, ask(proposal, kind), choice);

  it("makes a rare word a term, which raises the question of its meaning", () => {
    const { grid, proposal } = inferRows(wardRows, { E11: "優" });
    const expectedCode = settle(proposal, "rare-term", "term");
    expect(expectedCode.doubts.map(say)).toEqual(["meaning B: bad", "meaning 優: none", "mark C: required"]);
    expect(check(grid, expectedCode).findings).toEqual([]);
  });

  it("turns marks by meaning and by mark", () => {
    const { grid, proposal } = inferRows(wardRows);
    const good = settle(proposal, "meaning", "good");
    expect(check(grid, good).marks).toEqual([["1(2)-2", "attention"]]);
    expect(good.doubts).toEqual([]);
    expect(check(grid, settle(proposal, "mark", "none")).marks).toEqual([["1(1)-3", "attention"], ["1(2)", "attention"]]);
  });

  it("makes a near word another way to write its term", () => {
    const rows = wardRows.map((row, index) => (index < 3 ? row : row.map((cell, place) => (place === 7 ? (cell === "C" ? "遅れている" : "計画どおり") : cell))));
    const { grid, proposal, findings } = inferRows(rows, { H6: "計画どおりに" });
    expect(findings).toEqual(["status-unknown H6 suggested 計画どおり"]);
    expect(check(grid, settle(proposal, "rare-term", "variant")).findings).toEqual(["status-spelling H6 suggested 計画どおり"]);
  });

  it("says what a column of unknown numbers holds", () => {
    const rows = wardRows.map((row, index) => [...row, index === 1 ? "決算額（千円）" : index > 2 ? 1000 * index : ""]);
    const { proposal, findings } = inferRows(rows);
    expect(findings).toEqual([]);
    expect(proposal.doubts.map(say)).toContain("holds 決算額（千円）: out");
    expect(settle(proposal, "holds", "page").form.columns.at(-1)).toMatchObject({ holds: "page", level: "initiative" });
  });

  it("is not asked about a column that counts the rows, which the form leaves out", () => {
    const rows = wardRows.map((row, index) => [index === 2 ? "No." : index > 2 ? String(index - 2) : "", ...row]);
    const { proposal, findings } = inferRows(rows);
    expect(proposal.doubts.map(say)).toEqual(["meaning B: bad", "mark C: required"]);
    expect(proposal.form.columns[0]?.name.ja).toBe("基本目標（番号）");
    expect(findings).toEqual([]);
  });

  it("must be one of the choices", () => {
    const { proposal } = inferRows(wardRows);
    expect(() => settle(proposal, "mark", "red")).toThrow(RangeError);
    expect(() => settle(proposal, "mark", "red")).toThrow("red");
  });
});

it("each row is looked at as often in a long sheet as in a short one", () => {
  const reads = (times: number) => {
    const body = Array.from({ length: times }, (_, index) => wardRows.slice(3).map((row) => row.map((cell, place) => (typeof cell === "string" && (place === 0 || place === 2 || place === 5) ? cell.replace(/^[0-9]+/, (n) => String(Number(n) + 3 * index)) : cell)))).flat();
    const grid = gridOf([...wardRows.slice(0, 3), ...body]);
    let count = 0;
    const counting: Grid = { ...grid, rowCount: grid.rowCount, row: (row) => (count++, grid.row(row)), value: (row, column) => (count++, grid.value(row, column)) };
    expect(infer(counting).evidence.columns[5]?.strings).toBe(12 * times);
    return count / times;
  };
  expect(reads(64) / reads(8)).toBeLessThan(1.05);
});
