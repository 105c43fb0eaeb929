import { expect, it } from "vitest";
import type { SheetPlan } from "../../../src/core/model/sheet-plan.ts";
import { rowHeight } from "../../../src/core/wording/cell-size.ts";
import { pageBreaks } from "../../../src/core/summary/page-breaks.ts";
import { cleanRows, inspectRows } from "../sheet.ts";
import { plansOf } from "./plan.ts";

const inspection = inspectRows(cleanRows, { D4: "", I7: "" });
const totalsOf = (count: number) => plansOf(Array.from({ length: count }, (_, index) => ({ file: `第${index + 1}課.xlsx`, inspection }))).totals;
/** The page of a row. */
const pageOf = ({ pageBreaks: breaks }: SheetPlan, row: number) => breaks.filter((first) => first <= row).length;
const roleAt = ({ rows }: SheetPlan, row: number) => rows[row]?.find((cell) => cell !== null && cell.value !== "")?.role;

it.each([1, 2, 9, 24, 60])("no heading stands alone, no chart is cut: %i offices", (count) => {
  const plan = totalsOf(count);
  const alone = plan.rows.flatMap((_, row) => (["caption", "header"].includes(roleAt(plan, row) ?? "") && row > 6 && pageOf(plan, row) !== pageOf(plan, row + 1) ? [row] : []));
  expect(alone).toEqual([]);
  const [chart] = plan.charts;
  if (!chart) throw new Error("no chart");
  expect(pageOf(plan, chart.place.first.row)).toBe(pageOf(plan, chart.place.last.row));
});

it("only the last table's header is repeated, and no other table stands behind it", () => {
  expect(totalsOf(1).repeatedRows).toBeNull();
  const plan = totalsOf(9);
  if (!plan.repeatedRows) throw new Error("the blocks are long");
  const { first, last } = plan.repeatedRows;
  expect(plan.rows[first - 1]?.[0]?.value).toBe("表4　所属と経営課題ごとの件数");
  expect(plan.rows.slice(last + 1).some((_, index) => ["caption", "header"].includes(roleAt(plan, last + 1 + index) ?? ""))).toBe(false);
});

it("a page holds what fits: the same rows need more pages where they are higher", () => {
  const rows = Array.from({ length: 60 }, () => [{ role: "text", value: "あ" } as const]);
  const high = rows.map(() => [{ role: "text", value: "あ\nあ\nあ" } as const]);
  const of = (all: SheetPlan["rows"]) => pageBreaks({ rows: all, widths: [40], repeatedRows: null }, []);
  const perPage = Math.floor((486 * 0.95) / rowHeight(rows[0] ?? [], [40]));
  expect(of(rows)).toEqual([perPage, 2 * perPage]);
  expect(of(high).length).toBeGreaterThan(of(rows).length);
  expect(pageBreaks({ rows, widths: [40], repeatedRows: null }, [{ first: perPage - 2, last: perPage + 1 }])[0]).toBe(perPage - 2);
});
