import { expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { describeFinding } from "../../../src/core/rules/say.ts";
import { describeCounts } from "../../../src/core/wording/phrase.ts";
import { gridOf, type Cells } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

const grades = ["A", "B", "A", "C"] as const;

function check(rows: Rows, put: Cells = {}) {
  const inspection = inspect(gridOf(rows, put), builtInForms, new Map());
  if (!inspection) throw new Error("no table");
  return inspection;
}

function names(rows: Rows): string {
  const { counts, form } = check(rows);
  return describeCounts(counts, form.form, "ja");
}

it("a list counts its projects, not the divisions beside their running numbers", () => {
  const rows: Rows = [["NO", "部", "課", "実施計画掲載事業名", "総合評価"], ...grades.flatMap((grade, part) => [0, 1, 2].map((index) => [3 * part + index + 1, index === 0 ? `第${part + 1}部` : "", `第${part + 1}${index}課`, `街路樹${part}${index}の手入れ事業`, grade]))];
  expect(names(rows)).toBe("部 4・実施計画掲載事業 12");
});

const plan: Rows = [
  ["基本目標", "施策の方向", "事業番号", "事業名", "達成度"],
  ...Array.from({ length: 32 }, (_, index) => {
    const [goal, way, own] = [Math.floor(index / 8) + 1, (Math.floor(index / 4) % 2) + 1, (index % 4) + 1];
    return [`基本目標${goal}　住みよいまち${goal}`, `${goal}-(${way})　学びの場${goal}${way}`, `${goal}-(${way})-${own}`, `読み聞かせ会${index}の開催`, grades[index % 4]];
  }),
];

it("a level with code and title in one column has that column's name, not the next one's", () => {
  expect(names(plan)).toBe("基本目標 4・施策の方向 8・事業 32");
});

it("a code that is written with its level's word does not have the word said before it once more", () => {
  const { findings, form } = check(plan.map((row, index) => (row[0] === plan[index - 1]?.[0] ? ["", ...row.slice(1)] : row)), { A10: "" });
  const missing = findings.find(({ rule }) => rule === "parent-missing");
  expect(missing?.at).toEqual({ row: 9, column: 0 });
  expect(missing && describeFinding(missing, form.form, "ja").what).toBe("基本目標2がありません。B10からの行は基本目標2のものです。");
});
