import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { parseForm } from "../../../src/core/form/parse.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { gridOf, note, type Cells } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

function check(rows: Rows, put: Cells = {}) {
  const inspection = inspect(gridOf(rows, put), builtInForms, new Map());
  return { counts: inspection?.counts, questions: inspection?.questions.length, found: inspection?.findings.map(note), marks: inspection?.marks.map(({ code, level }) => `${code} ${level}`) };
}

/** Twelve items, each with one mark in the columns of the grades. */
function marked(head: Rows, grades: number, mark: CellValue, below: Rows = []): Rows {
  const places = [0, 1, 1, 0, 2, 1, 0, 3, 0, 1, 2, 1];
  const items = places.map((place, index) => [index + 1, `事業その${index + 1}`, ...Array.from({ length: grades }, (_, column) => (column === Math.min(place, grades - 1) ? mark : ""))]);
  return [...head, ...items, [], ...below];
}

const twoRows = [["番号", "事業名", "評価"], ["", "", "A", "B", "C", "D"]];
const legend = [["A：目標を上回った　B：目標どおり　C：目標を下回った　D：大きく下回った"]];

describe("a column for each grade, with a mark in one of them", () => {
  it.each<[string, Rows, readonly string[], number?]>([
    ["letters that a legend explains", marked(twoRows, 4, "○", legend), ["5 attention", "8 required", "11 attention"]],
    ["letters alone, in one header row", marked([["番号", "事業名", "A", "B", "C", "D"]], 4, "●"), ["5 attention", "8 required", "11 attention"], 1],
    ["marks", marked([["番号", "事業名", "◎", "○", "△", "×"]], 4, "✓"), ["5 attention", "8 required", "11 attention"], 1],
    ["words", marked([["番号", "事業名", "達成", "一部達成", "未達成"]], 3, "○"), ["5 attention", "8 attention", "11 attention"]],
    ["words of which one alone is bad, though a known scale has two", marked([["番号", "事業名", "進捗状況"], ["", "", "順調", "概ね順調", "遅れ"]], 3, "○"), ["5 attention", "8 attention", "11 attention"]],
    ["numbers, of which the highest is the best", marked([["番号", "事業名", "評価"], ["", "", 1, 2, 3, 4]], 4, "○"), ["1 required", "2 attention", "3 attention", "4 required", "6 attention", "7 required", "9 required", "10 attention", "12 attention"], 1],
    ["numbers that a legend explains", marked([["番号", "事業名", "評価"], ["", "", 4, 3, 2, 1]], 4, "○", [["4：よい　3：普通　2：やや不十分　1：不十分"]]), ["5 attention", "8 required", "11 attention"]],
    ["words with boxes, all others blank ones", marked([["番号", "事業名", "達成", "一部達成", "未達成"]], 3, "■").map((cells, row) => (row === 0 || cells.length === 0 ? cells : cells.map((value) => (value === "" ? "□" : value)))), ["5 attention", "8 attention", "11 attention"]],
  ])("marks the rows whose mark is below a bad one, and asks where no word tells which are bad: %s", (_, rows, marks, questions = 0) => {
    expect(check(rows)).toEqual({ counts: [12], questions, found: [], marks });
  });

  it("keeps the meaning of a grade that nobody has this year, and tells another sign", () => {
    const rows = marked(twoRows, 4, "○", legend);
    expect(check(rows, { F10: "", C10: "○" }).marks).toEqual(["5 attention", "11 attention"]);
    expect(check(rows, { C3: "△" }).found).toEqual(["status-unknown C3"]);
  });

  it("takes the answer to which of its letters are bad", () => {
    const inspection = inspect(gridOf(marked([["番号", "事業名", "A", "B", "C", "D"]], 4, "●")), builtInForms, new Map([["bad:C", "D"]]));
    expect([inspection?.questions, inspection?.marks.map(({ code }) => code)]).toEqual([[], ["8"]]);
  });

  it("finds a row without a mark, and a second mark", () => {
    const rows = marked(twoRows, 4, "○", legend);
    expect(check(rows, { D4: "", F5: "○" })).toMatchObject({ found: ["status-missing C4", "status-unknown F5"], marks: ["5 attention", "8 required", "11 attention"] });
  });

  const places = [0, 0, 1, 2, 0, 0, 2, 0, 0, 1];
  const markedAt = (place: number | undefined, mark: CellValue = "○") => [0, 1, 2].map((at) => (at === place ? mark : ""));
  const level = (index: number) => [`${index / 2 + 1}`, `施策その${index / 2 + 1}`, ...markedAt(places[index / 2])];

  it.each<[string, Rows, readonly string[], readonly string[]]>([
    ["a level above", [["番号", "施策名", "施策の進捗", "", "", "番号", "事業名", "評価"], ["", "", "順調", "やや遅れ", "遅れ"], ...places.map((_, index) => [...(index % 2 === 0 ? level(index) : ["", "", "", "", ""]), `${Math.floor(index / 2) + 1}-${(index % 2) + 1}`, `事業その${index}`, index === 1 ? "未達成" : "達成"])], ["1-2 attention", "3 attention", "4 required"], ["C", "H"]],
    ["broken words above a note", [["番号", "事業名", "進捗"], ["", "", "順　調", "やや\n遅れ", "遅\nれ"], ["", "", "（○を記入）"], ...places.map((place, index) => [index + 1, `事業その${index + 1}`, ...markedAt(place)])], ["3 attention", "4 required", "7 required", "10 attention"], ["C"]],
    ["counted ones", [["番号", "事業名", "進捗"], ["", "", "順調", "やや遅れ", "遅れ"], ...places.map((place, index) => [index + 1, `事業その${index + 1}`, ...markedAt(place, 1)]), ["合計", "", 6, 2, 2]], ["3 attention", "4 required", "7 required", "10 attention"], ["C"]],
    ["words of no known scale", [["番号", "事業名", "目標を達成した", "達成に近い", "達成できなかった"], ...places.map((place, index) => [index + 1, `事業その${index + 1}`, ...markedAt(place)])], ["4 attention", "7 attention"], ["C"]],
    ["two judges, of whom the second decides", [["番号", "事業名", "一次評価", "", "", "二次評価"], ["", "", "A", "B", "C", "A", "B", "C"], ...places.map((place, index) => [index + 1, `事業その${index + 1}`, ...markedAt(place), ...markedAt(index === 9 ? 2 : 0)])], ["10 attention"], ["C", "F"]],
  ])("are read of %s, and by the form that was kept of them", (_, rows, marks, columns) => {
    const first = inspect(gridOf(rows), builtInForms, new Map());
    if (!first) throw new Error("no form");
    const kept = inspect(gridOf(rows), [{ form: parseForm(JSON.stringify(first.form.form)), from: "document" }, ...builtInForms], new Map());
    for (const told of [first, kept]) expect([told?.marks.map((mark) => `${mark.code} ${mark.level}`), told?.tally.columns.map(({ column }) => column), told?.findings]).toEqual([marks, columns, []]);
    expect(first.form.form.columns.filter(({ choice }) => choice).map(({ name }) => name.ja)).not.toEqual(expect.arrayContaining([expect.stringContaining("○")]));
    expect(first.questions.length).toBeLessThan(2);
    expect(kept?.form.from).toBe("document");
  });

  it("tells two scales under one row of grades apart by what stands above them", () => {
    const items = places.map((place, index) => [index + 1, `事業その${index + 1}`, ...markedAt(place), ...[0, 1, 2, 3].map((at) => (at === (place + index) % 4 ? "○" : ""))]);
    const inspection = inspect(gridOf([["番号", "事業名", "進捗状況", "", "", "今後の方向性"], ["", "", "順調", "概ね順調", "遅れ", "拡充", "継続", "縮小", "廃止", "備考"], ...items]), builtInForms, new Map());
    expect(inspection?.form.form.columns.flatMap(({ id, name, choice }) => (choice ? [`${id} ${name.ja}`] : []))).toEqual(["C 進捗状況", "F 今後の方向性"]);
    expect(inspection?.tally.columns.map(({ terms }) => terms.map(({ text }) => text))).toEqual([["順調", "概ね順調", "遅れ"], ["拡充", "継続", "縮小", "廃止"]]);
  });

  it("is none where several are marked on most rows", () => {
    const rows = marked([["番号", "事業名", "A", "B", "C", "評価"]], 3, "○").map((cells, index) => (index > 0 && cells.length > 3 ? [cells[0], cells[1], "○", "○", "", index % 3 === 0 ? "未達成" : "達成"] : cells));
    expect(check(rows).marks).toEqual(["3 attention", "6 attention", "9 attention", "12 attention"]);
  });

  it("takes no first item for a header where the marks below its grades are grades too", () => {
    const grades = ["◎", "○", "○", "△", "◎", "○", "◎", "○"];
    const items = grades.map((grade, index) => (index % 4 === 0 ? [`${index / 4 + 1}`, `施策その${index / 4 + 1}`, "A", `${index / 4 + 1}-1`, `事業その${index + 1}`, grade] : ["", "", "", `${Math.floor(index / 4) + 1}-${(index % 4) + 1}`, `事業その${index + 1}`, grade]));
    expect(check([["番号", "施策名", "施策評価", "番号", "事業名", "事業評価"], ...items])).toMatchObject({ counts: [2, 8], found: [] });
  });

  it.each<[string, readonly CellValue[]]>([
    ["letters", ["A", "B", "C", "D"]],
    ["circled numbers", ["①", "②", "③", "④"]],
    ["numbers", [5, 4, 3, 2, 1]],
  ])("comes again above each page, and nobody need have each grade: %s", (_, grades) => {
    const head = [["施策", "番号", "事業名", "予算", "評価", ...grades.slice(1).map(() => ""), "担当"], ["", "", "", "", ...grades]];
    const rowsFrom = (first: number) => [0, 1, 2, 1].map((place, step) => [step === 0 ? `施策の名${first}` : "", first + step, `事業その${first + step}`, String(80 * (first + step)), ...grades.map((__, column) => (column === place ? "○" : "")), "企画課"]);
    for (const between of [[], [[]]]) {
      const rows = [["令和5年度の評価"], ...head, ...rowsFrom(1), ...between, ...head, ...rowsFrom(5), ...between, ...head, ...rowsFrom(9)];
      expect(check(rows)).toMatchObject({ counts: [3, 12], found: [] });
    }
  });

  it("is found below a header whose only row has the grades as text, beside other numbers as text", () => {
    const items = [0, 1, 2, 1, 0, 2, 3, 4].map((place, index) => [`${index + 1} 事業その${index + 1}`, ...[0, 1, 2, 3, 4].map((column) => (column === place ? "○" : "")), "120"]);
    expect(check([["事業", "5", "4", "3", "2", "1", "件数"], ...items])).toMatchObject({ counts: [8], found: [] });
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ["grades", ["評価", "", "", "課題"], ["A", "B", "C"]],
    ["items", ["評価", "", "課題"], ["①妥当性", "②効率性", ""]],
  ])("is read below two rows of headers with bands among the items: %s", (_, above, below) => {
    const cells = (place: number) => (below[0] === "A" ? below.map((__, column) => (column === place ? "○" : "")) : ["順調", place > 1 ? "遅れ" : "順調", "人手"]);
    const part = (name: string, first: number) => [[name], ...[0, 1, 2, 1].map((place, step) => [step === 0 ? first : "", step === 0 ? `施策その${first}` : "", `${first}-${step + 1}`, `事業その${first}の${step + 1}`, ...cells(place)])];
    const rows = [["令和5年度 評価"], ["番号", "施策名", "番号", "事業名", ...above], ["", "", "", "", ...below], ...part("安全・安心", 1), ...part("子育て・教育", 2), ...part("福祉・健康", 3)];
    expect(check(rows)).toMatchObject({ counts: [3, 3, 12], found: [] });
    expect(check([...rows.slice(0, 3), ...["安全・安心", "子育て・教育", "福祉・健康"].flatMap((name) => part(name, 1))])).toMatchObject({ counts: [3, 3, 12], found: [] });
  });

  it("is no other scale's, whose legend explains its letters by the same words", () => {
    const head = [["番号", "事業名", "進捗", "", "", "総合評価", "", "", ""], ["", "", "順調", "概ね順調", "遅れ", "A", "B", "C", "D"]];
    const items = [0, 1, 2, 0, 1, 2, 0, 1].map((place, index) => [index + 1, `事業その${index + 1}`, ...[0, 1, 2].map((column) => (column === place ? "○" : "")), ...[0, 1, 2, 3].map((column) => (column === place ? "○" : ""))]);
    expect(check([["評価：A 計画以上　B 計画どおり　C やや遅れ　D 遅れ"], ...head, ...items])).toMatchObject({ counts: [8], found: [] });
  });

  it("is read below a header of words that comes again on each page", () => {
    const head = ["番号", "事業名", "順調", "やや遅れ", "遅れ", "実績"];
    const page = (from: number) => [head, ...[0, 2, 1, 0, 1, 2, 0, 1].map((place, step) => [from + step, `事業その${from + step}`, ...[0, 1, 2].map((column) => (column === place ? "○" : "")), `${from + step}回`])];
    expect(check([...page(1), ...page(9)])).toMatchObject({ counts: [16], questions: 0, found: [], marks: ["2 required", "3 attention", "5 attention", "6 required", "8 attention", "10 required", "11 attention", "13 attention", "14 required", "16 attention"] });
  });
});
