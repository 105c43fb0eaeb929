import { describe, expect, it } from "vitest";
import { plannedStyles } from "../../../src/core/model/planned-styles.ts";
import { cellBlocks, firstWrong } from "../../../src/hosts/excel/own-sheets/sheet-cells.ts";
import { strokesOf } from "../../../src/hosts/excel/own-sheets/sheet-looks.ts";
import { columnPoints } from "../../../src/core/wording/cell-size.ts";
import { footerText } from "../../../src/hosts/excel/own-sheets/sheet-page.ts";
import { listPlan, text } from "./own-plan.ts";

describe("cells", () => {
  it("go in blocks of half a megabyte, all rows once and in order", () => {
    const plan = listPlan("findings", "指摘一覧", { rows: Array.from({ length: 3000 }, () => "あ".repeat(200)) });
    const blocks = cellBlocks(plan);
    expect(blocks.length).toBeGreaterThan(3);
    expect(blocks.reduce((next, { row, rows }) => (row === next ? row + rows : NaN), 0)).toBe(plan.rows.length);
    expect(cellBlocks({ ...plan, rows: [] })).toEqual([]);
    expect(cellBlocks({ ...plan, rows: [[text("あ".repeat(32_767))]] })).toEqual([{ row: 0, rows: 1 }]);
  });

  it.each([
    ["=1+1", "=1+1", "=1+1", true],
    ["=1+1", 2, "=1+1", false],
    ["-x", "#NAME?", "=-x", false],
    ["1-2", 46_024, 46_024, false],
    ["007", 7, 7, false],
    ["'x", "x", "x", true],
    ["a", "", "", false],
    ["a", "b", "b", false],
  ])("the text %j read back as %j, formula %j, is right: %s", (planned, value, formula, isRight) => {
    const plan = { ...listPlan("totals", "集計"), rows: [[text(planned)]] };
    expect(firstWrong(plan, { row: 0, rows: 1 }, [[value]], [[formula]])).toBe(isRight ? undefined : "A1");
  });

  it("formulas must be formulas; nothing read at all is a block to be halved", () => {
    const plan = { ...listPlan("totals", "集計"), rows: [[null, { role: "count", value: 3, formula: "SUM(A2:A3)" } as const]] };
    expect(firstWrong(plan, { row: 0, rows: 1 }, [["", 3]], [["", "=SUM(A2:A3)"]])).toBeUndefined();
    expect(firstWrong(plan, { row: 0, rows: 1 }, [["", "=SUM(A2:A3)"]], [["", "=SUM(A2:A3)"]])).toBe("B1");
    expect(firstWrong(plan, { row: 0, rows: 1 }, [["x", 3]], [["x", "=SUM(A2:A3)"]])).toBe("A1");
    expect(() => firstWrong(plan, { row: 0, rows: 1 }, null, null)).toThrow("ResponsePayloadSizeLimitExceeded");
  });
});

describe("looks", () => {
  it("each cell gets the look of its role once, in few areas, and addresses keep to Excel's limit", () => {
    const rows = Array.from({ length: 4000 }, (_, index) => [text("a", index % 2 === 0 ? "required" : "attention"), text("b")]);
    const strokes = strokesOf({ ...listPlan("findings", "指摘一覧"), rows });
    expect(Math.max(...strokes.map(({ address }) => address.length))).toBeLessThanOrEqual(8000);
    expect(strokes.length).toBeLessThan(20);
    expect(strokes.map(({ address }) => address)).toContain("B1:B4000");
    expect(strokes.slice(-3).map(({ address }) => address)).toEqual(Array(3).fill("A1:B4000"));
  });

  it("a single cell, row or column has no borders inside", () => {
    const bordered = (rows: readonly (readonly string[])[]) => strokesOf({ ...listPlan("totals", "集計"), rows: rows.map((row) => row.map((each) => text(each))) }).length;
    expect([bordered([["a"]]), bordered([["a", "b"]]), bordered([["a"], ["b"]]), bordered([["a", "b"], ["c", "d"]])]).toEqual([2, 3, 3, 4]);
    expect(strokesOf({ ...listPlan("totals", "集計"), rows: [[text("題名", "title")]] })).toHaveLength(1);
    expect(plannedStyles.title.border).toBe(false);
  });

  it("widths are points, a footer has no codes but ours", () => {
    expect([columnPoints(8.375), columnPoints(0)]).toEqual([54, 3.75]);
    expect(footerText("A&B区 &P")).toBe("A&&B区 &&P");
    expect(footerText("&".repeat(300)).length).toBe(200);
  });
});
