import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { gridOf, note, type Cells } from "../sheet.ts";

type Row = readonly CellValue[];

const policies = ["安心して暮らせるまち", "にぎわいのあるまち"];
const measures = [["地域福祉の推進", "災害への備え"], ["観光の振興", "農業の振興", "商工業の支援"]];
const cycle = (words: readonly string[], index: number) => words[index % words.length];

interface Writing {
  readonly header: Row;
  readonly policy: (policy: number, name: string) => Row;
  readonly measure: (policy: number, measure: number, name: string) => Row;
  readonly project: (index: number, place: number, path: string) => Row;
}

/** Two policies with two and three measures, three projects each: bands on rows 2, 3, 7, 11, 12, 16 and 20. */
function rowsOf({ header, policy, measure, project }: Writing): readonly Row[] {
  let index = 0;
  const ofMeasure = (first: number, second: number, name: string) => [measure(first, second, name), ...[0, 1, 2].map((place) => project(index++, place, `${first + 1}-${second + 1}-${place + 1}`))];
  return [header, ...policies.flatMap((name, first) => [policy(first, name), ...(measures[first] ?? []).flatMap((own, second) => ofMeasure(first, second, own))])];
}

function check(rows: readonly Row[], put: Cells = {}) {
  const inspection = inspect(gridOf(rows, put), builtInForms, new Map());
  if (!inspection) throw new Error("no table");
  const { counts, findings, marks } = inspection;
  return { counts, levels: inspection.form.form.levels.map(({ name }) => name.ja), found: findings.map(note), marks: marks.map(({ firstRow, lastRow }) => [firstRow, lastRow]) };
}

const rest = (index: number) => [cycle(["福祉課", "防災課", "土木課"], index), cycle(["順調", "概ね順調", "順調", "やや遅れている"], index)];
const project = (index: number) => [`取組の名${index + 1}`, ...rest(index)];
const listed = ["事業名", "担当課", "進捗状況"];
const coded: Writing = {
  header: ["番号", ...listed],
  policy: (first, name) => [`政策${first + 1} ${name}`],
  measure: (first, second, name) => [`施策${first + 1}-${second + 1} ${name}`],
  project: (index, place) => [place + 1, ...project(index)],
};

const writings: readonly (readonly [string, Writing, readonly string[]])[] = [
  ["by the words of their codes", coded, ["政策", "施策", "事業"]],
  ["by the writing of their numbers", { ...coded, policy: (first, name) => [`${"ⅠⅡ"[first] ?? ""} ${name}`], measure: (_, second, name) => [`(${second + 1}) ${name}`], project: (index) => [index + 1, ...project(index)] }, ["大項目", "中項目", "事業"]],
  ["by nested codes down to the projects", { ...coded, policy: (first, name) => [`${first + 1} ${name}`], measure: (first, second, name) => [`${first + 1}-${second + 1} ${name}`], project: (index, _, path) => [path, ...project(index)] }, ["大項目", "中項目", "事業"]],
  ["by their marks", { header: listed, policy: (_, name) => [`■${name}`], measure: (_, __, name) => [`○${name}`], project: (index) => project(index) }, ["大項目", "中項目", "事業"]],
  ["by their indent", { header: listed, policy: (_, name) => [name], measure: (_, __, name) => [`　${name}`], project: (index) => [`　　取組の名${index + 1}`, ...rest(index)] }, ["大項目", "中項目", "事業"]],
  ["by their columns", { header: ["政策", "施策", ...listed], policy: (_, name) => [name], measure: (_, __, name) => ["", name], project: (index) => ["", "", ...project(index)] }, ["政策", "施策", "事業"]],
];

describe("bands of two kinds above the rows of data, told apart", () => {
  it.each(writings)("%s, are two levels", (_, writing, levels) => {
    const read = check(rowsOf(writing));
    expect(read).toMatchObject({ counts: [2, 5, 15], levels, found: [] });
    expect(read.marks.map(([first]) => first)).toEqual([7, 13, 18]);
  });
});

describe("a fault among bands of two kinds", () => {
  it.each<[string, Cells, string]>([
    ["a number is left out", { A20: "施策2-4 商工業の支援" }, "code-sequence A20"],
    ["a number is there twice", { A7: "施策1-1 災害への備え" }, "code-duplicate A7"],
    ["a grade is missing", { D14: "" }, "status-missing D14"],
    ["a project's number jumps", { A9: 4 }, "code-sequence A9"],
  ])("is told once where %s", (_, put, found) => {
    expect(check(rowsOf(coded), put)).toMatchObject({ counts: [2, 5, 15], found: [found] });
  });

  it("does not cost the levels where one band is written as no other", () => {
    expect(check(rowsOf(coded), { A16: "施策２．２　農業の振興" }).counts).toEqual([2, 5, 15]);
  });
});
