import { expect, it } from "vitest";
import type { SheetPlan } from "../../../src/core/model/sheet-plan.ts";
import { rowHeight } from "../../../src/core/wording/cell-size.ts";
import { pageBreaks } from "../../../src/core/summary/page-breaks.ts";
import { cleanRows, inspectRows } from "../sheet.ts";
import { plansOf } from "./plan.ts";

const inspection = inspectRows(cleanRows, { D4: "", I7: "" });
const plansFor = (count: number) => plansOf(Array.from({ length: count }, (_, index) => ({ file: `第${index + 1}課.xlsx`, inspection })));
/** The page of a row. */
const pageOf = ({ pageBreaks: breaks }: SheetPlan, row: number) => breaks.filter((first) => first <= row).length;
const roleAt = ({ rows }: SheetPlan, row: number) => rows[row]?.find((cell) => cell !== null && cell.value !== "")?.role;

it.each([1, 2, 9, 24, 60])("no heading stands alone, no chart is cut: %i offices", (count) => {
  const { digest, totals } = plansFor(count);
  for (const plan of [digest, totals]) {
    const alone = plan.rows.flatMap((_, row) => (["caption", "group", "header"].includes(roleAt(plan, row) ?? "") && row > 6 && pageOf(plan, row) !== pageOf(plan, row + 1) ? [row] : []));
    expect(alone).toEqual([]);
  }
  const [chart] = digest.charts;
  if (!chart) throw new Error("no chart");
  expect(pageOf(digest, chart.place.first.row)).toBe(pageOf(digest, chart.place.last.row));
  expect([digest.pageBreaks.length > 0, totals.pageBreaks.length > 0]).toEqual([count > 20, count > 1]);
});

it("only the last table's header is repeated, and no other table stands behind it", () => {
  expect(plansFor(1).digest.repeatedRows).toBeNull();
  const { digest, ...others } = plansFor(9);
  for (const plan of [digest, ...Object.values(others)]) {
    if (!plan.repeatedRows) throw new Error("a long table");
    const { last } = plan.repeatedRows;
    expect(plan.rows.slice(last + 1).some((_, index) => ["caption", "group", "header"].includes(roleAt(plan, last + 1 + index) ?? "")), plan.name).toBe(false);
  }
});

it("a page holds what fits: the same rows need more pages where they are higher", () => {
  const rows = Array.from({ length: 60 }, () => [{ role: "text", value: "あ" } as const]);
  const high = rows.map(() => [{ role: "text", value: "あ\nあ\nあ" } as const]);
  const of = (all: SheetPlan["rows"]) => pageBreaks({ rows: all, widths: [40], repeatedRows: null }, []);
  const perPage = Math.floor((508.6 * 0.95) / rowHeight(rows[0] ?? [], [40]));
  expect(of(rows)).toEqual([perPage, 2 * perPage]);
  expect(of(high).length).toBeGreaterThan(of(rows).length);
  expect(pageBreaks({ rows, widths: [40], repeatedRows: null }, [{ first: perPage - 2, last: perPage + 1 }])[0]).toBe(perPage - 2);
});

it("is as wide as a page whose letters are still legible", () => {
  for (const count of [1, 9, 24]) {
    for (const { widths, name } of Object.values(plansFor(count))) expect(widths.reduce((sum, width) => sum + width, 0), name).toBeLessThanOrEqual(170);
  }
});

it("a row is as high as its text, measured letter by letter", () => {
  const height = (text: string, width: number) => rowHeight([{ role: "text", value: text }], [width]) / rowHeight([{ role: "text", value: "あ" }], [40]);
  // A column of 26 digits is 159.75 points wide with its sides: 15 full-width letters of 10 points fill it.
  expect([height("あ".repeat(14), 26), height("あ".repeat(28), 26), height("あ\nい\nう", 26), height("", 26), height(`${"a".repeat(20)} ${"b".repeat(20)}`, 26)]).toEqual([1, 2, 3, 1, 2]);
});
