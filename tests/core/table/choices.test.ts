import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import type { FormChoice } from "../../../src/core/form/known.ts";
import { parseForm } from "../../../src/core/form/parse.ts";
import { inspect, inspectFully, type FullInspection } from "../../../src/core/inspect.ts";
import { inspectKnown } from "../../../src/core/inspect-known.ts";
import { nodeAt } from "../../../src/core/outline/outline.ts";
import { describeFinding } from "../../../src/core/rules/say.ts";
import { a1 } from "../../../src/core/model/address.ts";
import { GridBuilder, type CellValue, type Grid } from "../../../src/core/model/grid.ts";
import { gatherChoices } from "../../../src/core/table/choices.ts";
import { gridOf, note, type Cells } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

const head: Rows = [["番号", "事業名", "進捗", "", "", "備考"], ["", "", "順調", "やや遅れ", "遅れ"]];
const grades = [0, 0, 1, 2, 0, 0, 2, 0, 0, 1];
const item = (grade: number, index: number, mark: CellValue = "○") => [index + 1, `事業その${index + 1}`, ...[0, 1, 2].map((column) => (column === grade ? mark : "")), ""];
const sheet: Rows = [...head, ...grades.map((grade, index) => item(grade, index))];

function full(grid: Grid, forms: FormChoice = builtInForms): FullInspection {
  const inspection = inspectFully(grid, forms, new Map());
  if (!inspection) throw new Error("no table found");
  return inspection;
}

const form = parseForm(JSON.stringify(full(gridOf(sheet)).form.form));
const kept: FormChoice = [{ form, from: "document" }, ...builtInForms];

function read(rows: Rows, put: Cells = {}, forms: FormChoice = kept) {
  const { tally, counts, findings, marks, form: known } = full(gridOf(rows, put), forms);
  const [column] = tally.columns;
  return { from: known.from, count: counts.at(-1), terms: column?.terms.map(({ text }, index) => `${text} ${tally.total[0]?.terms[index] ?? 0}`), blank: tally.total[0]?.unknown, found: findings.map(note), marks: marks.map(({ code }) => code) };
}

describe("a column for each grade of one status", () => {
  it("is one column of the form, and one table of its counts", () => {
    expect(form.columns.map(({ id, holds, choice }) => [id, holds, choice])).toEqual([["A", "code", undefined], ["B", "text", undefined], ["C", "status", true]]);
    const told = { count: 10, terms: ["順調 6", "やや遅れ 2", "遅れ 2"], blank: 0, found: [], marks: ["3", "4", "7", "10"] };
    expect(read(sheet, {}, builtInForms)).toEqual({ from: "inferred", ...told });
    expect(read(sheet)).toEqual({ from: "document", ...told });
  });

  it.each<[string, Cells, readonly string[], number]>([
    ["no mark, at the first column", { E6: "" }, ["status-missing C6"], 1],
    ["two marks, at the second", { D3: "○" }, ["status-unknown D3"], 1],
    ["a mark of another shape, which is one too", { E6: "●" }, [], 0],
    ["a mark and a blank box", { C6: "□", D6: "－" }, [], 0],
    ["words, where they are", { C3: "", E3: "保留" }, ["status-unknown E3"], 1],
    ["words beside a mark", { E3: "保留" }, ["status-unknown E3"], 1],
    ["a dash, which judges nothing", { E6: "－" }, [], 1],
  ])("finds on a row with %s", (_, put, found, blank) => {
    for (const forms of [builtInForms, kept]) expect(read(sheet, put, forms)).toMatchObject({ found, blank });
  });

  it.each<[string, CellValue, CellValue]>([["in Excel's boxes", true, false], ["in a text file made of them", "TRUE", "FALSE"]])("is ticked %s, on a long sheet too", (_, ticked, blank) => {
    const rows: Rows = [...head, ...Array.from({ length: 80 }, (_row, index) => [...item(grades[index % 10] ?? 0, index, ticked).slice(0, 5).map((cell) => (cell === "" ? blank : cell)), ""])];
    for (const forms of [builtInForms, kept]) expect(read(rows, { E6: blank, D7: ticked }, forms)).toMatchObject({ count: 80, blank: 2, found: ["status-missing C6", "status-unknown D7"] });
  });

  it("takes its grade in words for the mark", () => {
    expect(read(sheet, { E6: "遅れ" })).toMatchObject({ found: [], blank: 0, marks: ["3", "4", "7", "10"] });
  });

  it("says how many marks there are, and how to mark one", () => {
    const { findings } = full(gridOf(sheet, { E6: "", D3: "○" }));
    expect(findings.map((finding) => [finding.value, describeFinding(finding, form, "ja")])).toMatchObject([
      ["○", { what: "「進捗」の印は、ひとつだけ付けます。ここは「順調○ やや遅れ○」です。", how: "当てはまる語ひとつだけに印を残し、ほかは消してください。" }],
      [undefined, { what: "「進捗」で、どれも選ばれていません。", how: "当てはまる語をひとつだけ選び、ほかと同じ印を付けてください。" }],
    ]);
  });

  it("is read by the kept form where nobody has filled it in yet", () => {
    const blank = [...head, ...grades.map((_, index) => item(-1, index))];
    expect(read(blank)).toMatchObject({ from: "document", count: 10, blank: 10, found: ["status-missing C3"] });
    expect(full(gridOf(blank), kept).findings.map((finding) => describeFinding(finding, form, "ja"))).toMatchObject([{ what: "「進捗」が未記入です（未記入 10／10）。", how: "当てはまる語をひとつだけ選び、ほかと同じ印を付けてください。" }]);
  });

  it("is read by the kept form where the words stand in one column", () => {
    const words = ["順調", "やや遅れ", "遅れ"];
    expect(read([["番号", "事業名", "進捗", "備考"], ...grades.map((grade, index) => [index + 1, `事業その${index + 1}`, words[grade] ?? "", ""])])).toMatchObject({ from: "document", found: [], marks: ["3", "4", "7", "10"] });
  });

  it("is read on every printed page, without its totals", () => {
    const rows = [...sheet, ...head, ...grades.map((grade, index) => item(grade, index + 10)), ["合計", "", 12, 4, 4]];
    for (const forms of [builtInForms, kept]) expect(read(rows, {}, forms)).toMatchObject({ count: 20, terms: ["順調 12", "やや遅れ 4", "遅れ 4"], found: [] });
  });

  it("is told at the cells of each of several tables", () => {
    const rows = [["施策1　みどり"], ...head, ...grades.slice(0, 5).map((grade, index) => item(grade, index)), [], ["施策2　まなび"], ...head, ...[0, 1, -1, 1, 2].map((grade, index) => item(grade, index + 5))];
    expect(read(rows, { C14: "○" }, builtInForms)).toMatchObject({ count: 10, found: ["status-unknown D14", "status-missing C15"], marks: ["3", "4", "9", "10"] });
  });

  it("stands twice beside each other, for two years", () => {
    const rows: Rows = [["番号", "事業名", "前年度", "", "", "今年度"], ["", "", "A", "B", "C", "A", "B", "C", "備考"], ...grades.map((grade, index) => [...item(grade, index).slice(0, 5), ...item((grade + index) % 3, index).slice(2, 5)])];
    const twice = full(gridOf(rows, { G7: "" }));
    expect(twice.form.form.columns.flatMap(({ id, year, choice }) => (choice ? [[id, year]] : []))).toEqual([["C", "earlier"], ["F", undefined]]);
    expect([twice.findings.map(note), a1(twice.table.last)]).toEqual([["status-missing F7"], "I12"]);
  });

  it("knows blank circles beside a full one", () => {
    const rows = [["番号", "事業名", "達成", "一部達成", "未達成"], ...grades.map((grade, index) => item(grade, index, "●").map((cell) => (cell === "" ? "○" : cell)).slice(0, 5))];
    expect(read(rows, { C4: "●" }, builtInForms)).toMatchObject({ found: ["status-unknown D4"], marks: ["4", "7"] });
  });

  it("takes a mark that is merged down for each of its rows", () => {
    const builder = new GridBuilder();
    sheet.forEach((cells, row) => cells.forEach((value, column) => builder.set(row, column, row === 6 && column === 2 ? "" : value)));
    builder.cover({ row: 5, column: 4, lastRow: 6, lastColumn: 4 });
    const { findings, marks } = full(builder.build({ id: "1", name: "評価シート", hidden: false }, false));
    expect([findings, marks.map(({ code }) => code)]).toEqual([[], ["3", "4", "5", "7", "10"]]);
  });

  it("shows the marked cell, covers all columns with a review mark, and gets no list of words", () => {
    const { overview, marks } = full(gridOf(sheet));
    expect(nodeAt(overview.outline, 3).statuses.map(({ at, text }) => [a1(at), text])).toEqual([["E6", "遅れ"]]);
    expect(marks[1]?.reasons.map(({ at }) => a1(at))).toEqual(["E6"]);
    expect(marks[1]?.cells.map(({ first, last }) => `${a1(first)}:${a1(last)}`)).toEqual(["A6:E6"]);
    expect(overview.inputRules.lists).toEqual([]);
  });

  const values: readonly CellValue[] = ["○", "●", "✓", "□", "－", "", "順調", "順 調", "遅れ", "やや遅れている", "〃", "対象外", "△", 3, true, { error: "#REF!" }, "=1", "　○　", "合計"];
  const cells = fc.dictionary(fc.constantFrom("C3", "D3", "E3", "C6", "D6", "E6", "C12", "D12", "E12", "F6"), fc.constantFrom(...values), { maxKeys: 5 });

  it("is never written by a fix, and says the cell's own value, whatever stands there", async () => {
    await fc.assert(
      fc.asyncProperty(cells, async (put) => {
        const grid = gridOf(sheet, put);
        const inspection = full(grid, kept);
        const known = await inspectKnown(grid, kept);
        expect(known?.inspection).toEqual(inspection);
        expect(inspect(grid, kept, new Map())?.findings).toEqual(inspection.findings);
        for (const { at, value, fix } of inspection.findings) {
          expect(value).toEqual(grid.value(at.row, at.column));
          if (at.column >= 2 && at.column <= 4) expect(fix).toBeNull();
        }
        // The pane offers words for these two.
        expect(inspection.findings.map(({ rule, message }) => `${rule} ${message}`)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^status-(?:missing empty|unknown unknown)$/)]));
      }),
      { numRuns: 60 },
    );
  });

  it("is found and gathered in steps, however many rows there are", () => {
    const rows: Rows = [...head, ...Array.from({ length: 10_000 }, (_, index) => item(index % 3, index))];
    const reads: number[] = [0];
    const row = (grid: Grid) => (place: number) => ((reads[reads.length - 1] = (reads.at(-1) ?? 0) + 1), grid.row(place));
    const sheet = gridOf(rows);
    const steps = gatherChoices({ ...sheet, row: row(sheet) }, 1, [{ first: 2, grades: ["順調", "やや遅れ", "遅れ"] }]);
    while (steps.next().done !== true) reads.push(0);
    expect(reads.length).toBeGreaterThan(4);
    expect(Math.max(...reads)).toBeLessThan(3_000);
  });
});
