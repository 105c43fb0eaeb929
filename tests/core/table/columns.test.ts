import { describe, expect, it } from "vitest";
import { cleanRows, gridOf, inspectRows, note } from "../sheet.ts";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";

const found = (rows: readonly (readonly string[])[]) => {
  const { findings, counts, table } = inspectRows(rows);
  return { findings: findings.map(note), counts, columns: table.columns };
};
const counts = [2, 4, 8];

describe("a sheet is read without a setting", () => {
  it("with a column that the form does not know", () => {
    const rows = cleanRows.map((row, index) => [...row.slice(0, 8), index === 2 ? "担当課" : index > 2 ? "総務課" : "", ...row.slice(8)]);
    expect(found(rows)).toMatchObject({ findings: [], counts, columns: { initiativeName: 7, target: 9 } });
  });

  it("with columns in another order, listed in the form's", () => {
    const rows = cleanRows.map((row) => [...row.slice(0, 3), row[5] ?? "", row[3] ?? "", row[4] ?? "", ...row.slice(6)]);
    const { findings, columns } = found(rows);
    expect(findings).toEqual([]);
    expect(columns).toMatchObject({ strategyPage: 3, outcome: 4, strategyEffectiveness: 5 });
    expect(Object.keys(columns)).toEqual(osakaWard.columns.map(({ id }) => id));
  });

  it("with the year before beside this year, by their words", () => {
    const doubled = (text: string, row: number) => (row === 1 ? [`${text}（前年度）`, `${text}（今年度）`] : [row > 2 && text !== "" ? "順調でない" : "", text]);
    const rows = cleanRows.map((row, index) => [...row.slice(0, 3), ...doubled(row[3] ?? "", index), ...row.slice(4)]);
    expect(found(rows)).toMatchObject({ findings: [], counts, columns: { outcome: 4 } });
  });

  it("without any header", () => {
    expect(found(cleanRows.slice(3))).toMatchObject({ findings: [], counts });
  });

  it("with a label on a row of its own", () => {
    const rows = [...cleanRows.slice(0, 3), ["1 緑のまち"], ...cleanRows.slice(3).map((row, index) => (index === 0 ? ["", ...row.slice(1)] : row))];
    expect(found(rows)).toMatchObject({ findings: [], counts });
  });

  it("with totals between, and notes and a legend after it", () => {
    const rows = [...cleanRows.slice(0, 6), ["小計", "", "", "3", "2"], ...cleanRows.slice(6), ["合計", "", "", "4"], [], ["※1 順調とは、指標が目標に達したこと。"]];
    expect(found(rows)).toMatchObject({ findings: [], counts });
  });

  it("as a blank form: a table without rows", () => {
    expect(found(cleanRows.slice(0, 3))).toMatchObject({ findings: [], counts: [0, 0, 0] });
  });
});

it("a sheet that is no evaluation holds no table", () => {
  expect(inspect(gridOf([["品名", "数量"], ["鉛筆", "12"], ["1-1", "p.3"]]), osakaWard)).toBeNull();
  expect(inspect(gridOf([]), osakaWard)).toBeNull();
});
