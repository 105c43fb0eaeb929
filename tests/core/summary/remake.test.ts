import { describe, expect, it } from "vitest";
import type { MarkLevel, ReviewMark } from "../../../src/core/model/finding.ts";
import type { Grid } from "../../../src/core/model/grid.ts";
import type { FoundOwnSheet, SheetPlan } from "../../../src/core/model/sheet-plan.ts";
import type { Office } from "../../../src/core/summary/offices.ts";
import { deleteMade, predecessorsOf, summaryChanges, type Decision } from "../../../src/core/summary/remake.ts";
import { fingerprintOfGrid } from "../../../src/core/summary/fingerprint.ts";
import { cleanRows, inspectRows } from "../sheet.ts";
import { plansOf, shown, written } from "./plan.ts";

const clean = inspectRows(cleanRows);

/** A marked row: "1-1 公園", "- 花壇" has no code. */
function mark(text: string, level: MarkLevel = "attention"): ReviewMark {
  const [code = "", ...name] = text.split(" ");
  const at = { row: 3, column: 1 };
  return { level, depth: 1, code: code === "-" ? null : code, title: name.join(" "), firstRow: 3, lastRow: 3, at, cells: [], reasons: [], statuses: [], page: undefined };
}

const office = (file: string, ...marks: readonly string[]): Office => ({ file, inspection: { ...clean, marks: marks.map((text) => mark(text)) } });
const reviewOf = (...offices: readonly Office[]) => plansOf(offices).review;

type Notes = Readonly<Record<string, string>>;

/** The list after someone wrote notes, by row of the list, from 0. */
function noted(plan: SheetPlan, notes: readonly (string | undefined)[], inCharge: Notes = {}): Grid {
  const [direction = 0, who = 0] = plan.inputColumns;
  return written(plan, (put) => {
    notes.forEach((note, row) => put(plan.frozenRows + row, direction, note));
    Object.entries(inCharge).forEach(([row, note]) => put(plan.frozenRows + Number(row), who, note));
  });
}

const found = (plan: SheetPlan, sheet = "old", hasAdditions = false): FoundOwnSheet => ({ own: plan.own, sheet, name: plan.name, fingerprint: plan.fingerprint, hasAdditions });

function remade(next: SheetPlan, before: SheetPlan, grid: Grid, decision: Decision = "overwrite") {
  const options = { decision, after: "evaluation", language: "ja" } as const;
  const [change] = summaryChanges([next], { found: [found(before)], grids: new Map([["old", grid]]), evaluations: new Set() }, options);
  if (!change) throw new Error("no change");
  return change;
}

/** Code, name and the two notes of every row below the header. */
const lines = ({ rows, frozenRows, inputColumns: [direction = 0, who = 0] }: SheetPlan) =>
  rows.slice(frozenRows).map((row) => (row.length < 2 ? shown(row) : [1, 2, direction, who].map((column) => row[column + (column < direction ? direction - 6 : 0)]?.value).join(" ").trim()));

describe("made again", () => {
  it("each note stays with its code, whatever row that is on now", () => {
    const before = reviewOf(office("緑区.xlsx", "1-1 公園", "1-2 街路樹", "2-1 図書館"));
    const next = reviewOf(office("緑区.xlsx", "1-2 並木", "1-3 水辺", "2-1 図書館", "1-1 公園"));
    const change = remade(next, before, noted(before, ["縮小", "継続", undefined], { 2: "教育課 12月" }));
    expect(lines(change.plan)).toEqual(["1-2 並木 継続", "1-3 水辺", "2-1 図書館  教育課 12月", "1-1 公園 縮小"]);
    expect([change.replaces, change.after]).toEqual(["old", "evaluation"]);
  });

  it("rows whose code is gone move to the end with their text; those without notes go", () => {
    const before = reviewOf(office("緑区.xlsx", "1-1 公園", "1-2 街路樹", "2-1 図書館"));
    const { plan } = remade(reviewOf(office("緑区.xlsx", "2-1 図書館")), before, noted(before, ["縮小", undefined, "増冊"], { 0: "緑化課" }));
    expect(lines(plan)).toEqual(["2-1 図書館 増冊", "", "対象外になった行", "1-1 公園 縮小 緑化課"]);
    expect(plan.rows.at(-1)?.map((cell) => cell?.role).slice(-3)).toEqual(["text", "input", "input"]);
    const again = remade(reviewOf(office("緑区.xlsx", "1-1 公園")), plan, written(plan)).plan;
    expect(lines(again)).toEqual(["1-1 公園 縮小 緑化課", "", "対象外になった行", "2-1 図書館 増冊"]);
    expect(again.fingerprint).toBe(fingerprintOfGrid(written(again)));
  });

  it("codes that stand twice, or not at all, are told apart by name, then by order", () => {
    const before = reviewOf(office("緑区.xlsx", "1-1 公園", "1-1 花壇", "- 広場", "- 広場", "- 池"));
    const next = reviewOf(office("緑区.xlsx", "- 広場", "1-1 花壇", "1-1 公園", "- 広場", "1-4 池"));
    const { plan } = remade(next, before, noted(before, ["あ", "い", "う", "え", "お"]));
    expect(lines(plan)).toEqual(["広場 う", "1-1 花壇 い", "1-1 公園 あ", "広場 え", "1-4 池 お"]);
  });

  it("one code that became one of two keeps its note; the second of two that became one goes to the end", () => {
    const one = reviewOf(office("緑区.xlsx", "1-1 公園"));
    const two = reviewOf(office("緑区.xlsx", "1-1 広場", "1-1 公園"));
    expect(lines(remade(two, one, noted(one, ["縮小"])).plan)).toEqual(["1-1 広場", "1-1 公園 縮小"]);
    expect(lines(remade(one, two, noted(two, ["拡大", "縮小"])).plan)).toEqual(["1-1 公園 縮小", "", "対象外になった行", "1-1 広場 拡大"]);
  });

  it("notes below the table, dates and numbers are kept too", () => {
    const before = reviewOf(office("緑区.xlsx", "1-1 公園"));
    const [direction = 0, who = 0] = before.inputColumns;
    const grid = written(before, (put) => {
      put(before.frozenRows, who, 46_357, "yyyy/m/d");
      put(before.frozenRows + 3, direction, "全体に関わる注意");
      put(before.frozenRows + 4, who, 3);
    });
    expect(lines(remade(before, before, grid).plan)).toEqual(["1-1 公園  2026/12/1", "", "対象外になった行", "全体に関わる注意", "3"]);
  });

  it("a list in the other language keeps its notes", () => {
    const marks = office("緑区.xlsx", "1-1 公園");
    const { review: english } = plansOf([marks], "en");
    const before = reviewOf(marks);
    expect(lines(remade(english, before, noted(before, ["縮小"])).plan)).toEqual(["1-1 公園 縮小"]);
  });

  it("with many offices, a note stays with its office too", () => {
    const before = reviewOf(office("緑区.xlsx", "1-1 公園"), office("南区.xlsx", "1-1 公園"));
    const next = reviewOf(office("南区.xlsx", "1-1 公園"), office("東区.xlsx", "1-1 公園"));
    const { plan } = remade(next, before, noted(before, ["縮小", "拡大"]));
    expect(lines(plan)).toEqual(["1-1 公園 拡大", "1-1 公園", "", "対象外になった行", "1-1 公園 縮小"]);
    expect(plan.rows.at(-1)?.[0]?.value).toBe("緑区.xlsx / 評価シート");
  });

  it("a sheet of one office goes into one of many, and back without another office's notes", () => {
    const one = reviewOf(office("緑区.xlsx", "1-1 公園"));
    const many = reviewOf(office("南区.xlsx", "1-1 公園"), office("緑区.xlsx", "1-1 公園"));
    const { plan } = remade(many, one, noted(one, ["縮小"]));
    expect(lines(plan)).toEqual(["1-1 公園", "1-1 公園 縮小"]);
    const grid = noted(plan, ["拡大", "縮小"]);
    expect(lines(remade(one, plan, grid).plan)).toEqual(["1-1 公園 縮小", "", "対象外になった行", "南区.xlsx / 評価シート / 1-1 / 公園 拡大"]);
  });

  it("a renamed file keeps the notes where code and name agree", () => {
    const before = reviewOf(office("緑区.xlsx", "1-1 公園", "1-2 街路樹"));
    const next = reviewOf(office("緑区 最終.xlsx", "1-1 公園", "1-2 並木"));
    const { plan } = remade(next, before, noted(before, ["縮小", "継続"]));
    expect(lines(plan)).toEqual(["1-1 公園 縮小", "1-2 並木", "", "対象外になった行", "緑区.xlsx / 評価シート / 1-2 / 街路樹 継続"]);
  });
});

describe("a sheet that somebody changed", () => {
  const before = reviewOf(office("緑区.xlsx", "1-1 公園"));
  const next = reviewOf(office("緑区.xlsx", "1-1 公園"));
  const doubts = (grid: Grid, sheet = found(before), plan = next) => predecessorsOf([plan], { found: [sheet], grids: new Map([["old", grid]]), evaluations: new Set() }).map((one) => one.doubts);

  it("is asked for; one with notes alone is not", () => {
    expect(doubts(noted(before, ["縮小"]))).toEqual([[]]);
    expect(doubts(written(before, (put) => put(before.frozenRows, 2, "公園と広場")))).toEqual([["edited"]]);
    expect(doubts(written(before), found(before, "old", true))).toEqual([["additions"]]);
    expect(doubts(written(before), found(before), reviewOf(office("南区.xlsx", "1-1 公園")))).toEqual([["other-office"]]);
  });

  it("made before this session it is asked about, however right its fingerprint is; one that holds an evaluation is never replaced", () => {
    expect(doubts(written(before), { ...found(before), isUnproven: true })).toEqual([["unproven"]]);
    const real = { ...found(before), sheet: "real" };
    const earlier = (sheets: readonly FoundOwnSheet[]) => ({ found: sheets, grids: new Map(sheets.map(({ sheet }) => [sheet, written(before)])), evaluations: new Set(["old"]) });
    const options = { decision: "overwrite", after: undefined, language: "ja" } as const;
    const replaced = (...sheets: readonly FoundOwnSheet[]) => [predecessorsOf([next], earlier(sheets)).map((one) => one.doubts), summaryChanges([next], earlier(sheets), options).map(({ replaces }) => replaces)];
    expect(replaced(found(before))).toEqual([[["evaluation"]], [undefined]]);
    expect(replaced(real, found(before))).toEqual([[[]], ["real"]]);
  });

  it("is replaced or left as it is, as decided; its notes are carried over either way", () => {
    const grid = written(before, (put) => {
      put(before.frozenRows, 2, "公園と広場");
      put(before.frozenRows, before.inputColumns[0] ?? 0, "縮小");
    });
    expect([remade(next, before, grid).replaces, remade(next, before, grid, "another").replaces]).toEqual(["old", undefined]);
    expect(lines(remade(next, before, grid, "another").plan)).toEqual(["1-1 公園 縮小"]);
  });

  it("keeps its notes where columns were moved, and is never replaced where their headers are gone", () => {
    const header = before.frozenRows - 1;
    const [direction = 0, who = 0] = before.inputColumns;
    const moved = written(before, (put) => {
      put(header, direction, undefined);
      put(header, who + 3, "見直しの方向");
      put(before.frozenRows, who + 3, "縮小");
    });
    expect(lines(remade(next, before, moved).plan)).toEqual(["1-1 公園 縮小"]);
    const gone = written(before, (put) => put(header, direction, "方向"));
    expect([doubts(gone), remade(next, before, gone).replaces]).toEqual([[["edited", "notes-not-found"]], undefined]);
  });

  it("several of one kind: the one for the same office is taken, the last of those", () => {
    const others = ["南区.xlsx", "緑区.xlsx", "緑区.xlsx", "西区.xlsx"].map((file) => reviewOf(office(file, "1-1 公園")));
    const sheets = others.map((plan, index) => found(plan, `sheet ${index}`));
    const grids = new Map(others.map((plan, index) => [`sheet ${index}`, written(plan)]));
    expect(predecessorsOf([next], { found: sheets, grids, evaluations: new Set() }).map((one) => [one.found.sheet, one.doubts])).toEqual([["sheet 2", []]]);
  });
});

it("all sheets replace their own kind, in their order; what was made can be taken away", () => {
  const plans = Object.values(plansOf([office("緑区.xlsx", "1-1 公園")]));
  const sheets = plans.map((plan) => found(plan, `old ${plan.own}`));
  const grids = new Map(plans.map((plan) => [`old ${plan.own}`, written(plan)]));
  const changes = summaryChanges(plans, { found: sheets, grids, evaluations: new Set() }, { decision: "overwrite", after: undefined, language: "ja" });
  expect(changes.map(({ plan, replaces }) => [plan.own, replaces])).toEqual([["digest", "old digest"], ["totals", "old totals"], ["review", "old review"], ["findings", "old findings"]]);
  expect(deleteMade([{ own: "totals", sheet: "7", name: "集計" }])).toEqual([{ kind: "delete-sheet", sheet: "7" }]);
});
