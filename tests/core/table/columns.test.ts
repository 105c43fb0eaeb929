import { describe, expect, it } from "vitest";
import { cleanRows, gridOf, inspectRows, note } from "../sheet.ts";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import type { Form } from "../../../src/core/form/schema.ts";
import { inspect } from "../../../src/core/inspect.ts";

const found = (rows: readonly (readonly string[])[]) => {
  const { findings, counts, table } = inspectRows(rows);
  return { findings: findings.map(note), counts, columns: Object.fromEntries(table.columns) };
};
const counts = [2, 4, 8];
const named = (ja: string) => ({ ja, en: ja });
const smallForm: Form = {
  id: "town",
  name: named("町"),
  levels: [{ id: "project", name: named("事業"), key: "running", code: "{n}" }],
  columns: [
    { id: "number", level: "project", holds: "code", name: named("番号"), header: ["No."] },
    { id: "name", level: "project", holds: "text", name: named("事業名"), header: ["事業名"] },
    { id: "grade", level: "project", holds: "status", vocabulary: "grade", name: named("達成度"), header: ["達成度"] },
  ],
  vocabularies: { grade: [{ text: "達成", meaning: "good" }, { text: "未達成", meaning: "bad" }] },
  spellings: [],
};

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

  it("with a column in another place whose header is a single word", () => {
    const inspection = inspect(gridOf([["達成度", "No.", "事業名"], ...["達成", "達成", "未達成", "達成"].map((grade, index) => [grade, index + 1, `催し${index + 1}`])]), [{ form: smallForm, from: "document" }]);
    expect(inspection?.table.columns).toEqual(new Map([["number", 1], ["name", 2], ["grade", 0]]));
  });

  it("with the year before beside this year, by their words", () => {
    const doubled = (text: string, row: number) => (row === 1 ? [`${text}（前年度）`, `${text}（今年度）`] : [row > 2 && text !== "" ? "順調でない" : "", text]);
    const rows = cleanRows.map((row, index) => [...row.slice(0, 3), ...doubled(row[3] ?? "", index), ...row.slice(4)]);
    expect(found(rows)).toMatchObject({ findings: [], counts, columns: { outcome: 4 } });
  });

  it("with units in its header that the form's lacks", () => {
    const put = (text: string) => ({ アウトカム指標の達成状況: "アウトカム指標の達成状況（％）", 目標: "目標［単位：件］" })[text] ?? text;
    expect(found(cleanRows.slice(0, 3).map((row) => row.map(put)))).toMatchObject({ findings: [], counts: [0, 0, 0], columns: { outcome: 3, target: 8 } });
  });

  it("by a form whose headers have units that the sheet lacks", () => {
    const withUnit: Form = { ...smallForm, columns: smallForm.columns.map((column) => (column.id === "grade" ? { ...column, header: ["達成度（％）"] } : column)) };
    const inspection = inspect(gridOf([["No.", "事業名", "達成度"], ...["はい", "はい", "いいえ", "どちらも"].map((grade, index) => [index + 1, `事業${index + 1}`, grade])]), [{ form: withUnit, from: "document" }]);
    expect(inspection?.table.columns).toEqual(new Map([["number", 0], ["name", 1], ["grade", 2]]));
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
