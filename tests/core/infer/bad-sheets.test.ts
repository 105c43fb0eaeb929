import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { sheetReport } from "../../../src/core/report.ts";
import { gridOf, note } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

function check(rows: Rows) {
  const inspection = inspect(gridOf(rows), builtInForms, new Map());
  return inspection && { counts: inspection.counts, questions: inspection.questions.map(({ id }) => id), found: inspection.findings.filter(({ severity }) => severity !== "info").map(note) };
}

const header = ["施策", "事業", "担当課", "進捗", "方向性"];
const grade = (index: number) => ["順調", "概ね順調", "順調", "遅れている"][index % 4];
const course = (index: number) => ["継続", "拡充", "継続", "縮小", "廃止"][index % 5];
const rows = (count: number, cells: (index: number) => readonly CellValue[] = (index) => ["総務課", grade(index), course(index)]): Rows =>
  Array.from({ length: count }, (_, index) => [index % 4 === 0 ? `${index / 4 + 1} 施策その${index / 4 + 1}` : "", `${Math.floor(index / 4) + 1}-${(index % 4) + 1} 事業その${index + 1}`, ...cells(index)]);

describe("a sheet that gives less than it should", () => {
  it("half of whose table is filled in: every blank grade is told, and nothing else", () => {
    const half = check([header, ...rows(16, (index) => ["総務課", index < 8 ? grade(index) : "", index < 8 ? course(index) : ""])]);
    expect(half?.counts).toEqual([4, 16]);
    expect(half?.found.every((one) => one.startsWith("status-missing"))).toBe(true);
  });

  it("whose column of this year is half filled in, beside those of years before: it is told once", () => {
    const years = (index: number) => ["総務課", "ABAC"[index % 4], "BACA"[index % 4], index < 5 ? "ABAC"[index % 4] : ""];
    const half = check([["令和7年度　重点施策評価"], ["番号", "事業名", "担当課", "R5評価", "R6評価", "R7評価"], ...Array.from({ length: 11 }, (_, index) => [index + 1, `事業その${index + 1}`, ...years(index)])]);
    expect(half?.found).toEqual(["status-missing F8"]);
  });

  it("with a second table beside the first: the first is read, and the second is no part of it", () => {
    const beside = [["件数", "割合"], [12, "75%"], [4, "25%"]];
    const found = check([header, ...rows(16)].map((cells, index) => [...cells, "", "", ...(beside[index] ?? [])]));
    expect(found).toMatchObject({ counts: [4, 16], found: [] });
  });

  it("with a legend that is about other signs: the cells count", () => {
    expect(check([header, ...rows(16), ["◎：大変よい　○：よい　△：よくない"]])).toMatchObject({ counts: [4, 16], found: [] });
  });

  it("with a column of as many words as rows: it is no grade", () => {
    expect(check([[...header, "評価の理由"], ...rows(40, (index) => ["総務課", grade(index), course(index), `理由${index}のため`])])).toMatchObject({ counts: [10, 40], found: [] });
  });

  it("whose grades are signs that nothing explains: which are bad is asked, and assumed meanwhile", () => {
    expect(check([header.slice(0, 4), ...rows(16, (index) => ["総務課", ["A", "B", "C", "B", "A"][index % 5]])])).toMatchObject({ counts: [4, 16], questions: ["bad:D"], found: [] });
  });

  it("with one word that nobody else used: it is asked about, as a note", () => {
    const inspection = inspect(gridOf([header, ...rows(16, (index) => ["総務課", grade(index), index === 5 ? "検討中" : course(index)])]), builtInForms, new Map());
    expect(inspection?.questions.map(({ id }) => id)).toEqual(["term:E:検討中"]);
    expect(inspection?.findings.map(({ rule, severity, question }) => [rule, severity, question])).toEqual([["status-unknown", "info", "term:E:検討中"]]);
    const settled = (value: string) => inspect(gridOf([header, ...rows(16, (index) => ["総務課", grade(index), index === 5 ? "検討中" : course(index)])]), builtInForms, new Map([["term:E:検討中", value]]));
    expect(settled("term")).toMatchObject({ questions: [], findings: [] });
    expect(settled("mistake")?.findings.map(({ rule, severity }) => [rule, severity])).toEqual([["status-unknown", "error"]]);
  });
});

describe("a sheet that leaves more open than is asked", () => {
  const words = ["検討中", "調整中", "協議中", "準備中", "試行中"];
  const inspection = inspect(gridOf([header, ...rows(40, (index) => ["総務課", grade(index), index % 8 === 5 ? (words[Math.floor(index / 8)] ?? "") : course(index)])]), builtInForms, new Map());

  it("asks three questions, and the report has all that its findings name", () => {
    expect(inspection?.questions).toHaveLength(3);
    const report = inspection && sheetReport(inspection, [], "ja");
    const named = report?.findings.map((finding) => ("question" in finding ? finding.question : undefined)) ?? [];
    expect(named).toHaveLength(5);
    expect(report?.form.questions.map(({ id }) => id)).toEqual(expect.arrayContaining(named));
  });
});

describe("answers", () => {
  const sheet = [header.slice(0, 4), ...rows(12, (index) => ["総務課", ["A", "B", "C"][index % 3]])];
  const marks = (answers: ReadonlyMap<string, string>) => (inspect(gridOf(sheet), builtInForms, answers)?.marks ?? []).map(({ code, level }) => `${code} ${level}`);

  it("say which grades are bad, and marks follow", () => {
    expect(marks(new Map([["bad:D", "C"]]))).toEqual(["1-3 attention", "2-2 attention", "3-1 attention", "3-4 attention"]);
    expect(marks(new Map([["bad:D", "C|B"]])).filter((mark) => mark.endsWith("required"))).toEqual(["1-3 required", "2-2 required", "3-1 required", "3-4 required"]);
    expect(marks(new Map([["bad:D", ""]]))).toEqual([]);
    expect(marks(new Map([["decides:D", "no"]]))).toEqual([]);
  });

  it("to questions that nobody asked, or about columns that are not there, change nothing else", () => {
    expect(marks(new Map([["bad:ZZ", "A"], ["nonsense", "x"], ["level:D:9", "9"]]))).toEqual(marks(new Map()));
  });
});

it("never throws, whatever stands on a sheet", () => {
  const value: fc.Arbitrary<CellValue> = fc.oneof(fc.constantFrom<CellValue>("1-1", "1", "A", "順調", "合計", "", undefined, "凡例 A：順調　B：不調", "第1章 まち", "①", "令和5年度", "№", true, { error: "#N/A" }), fc.integer({ min: -5, max: 50_000 }), fc.string({ maxLength: 6 }));
  fc.assert(
    fc.property(fc.array(fc.array(value, { maxLength: 8 }), { maxLength: 14 }), (cells) => {
      inspect(gridOf(cells), builtInForms, new Map());
    }),
    { numRuns: 300 },
  );
});
