import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { gridOf, note, type Cells } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

function check(rows: Rows, put: Cells = {}) {
  const inspection = inspect(gridOf(rows, put), builtInForms, new Map());
  if (!inspection) throw new Error("no table");
  return { questions: inspection.questions.map(({ id }) => id), found: inspection.findings.filter(({ severity }) => severity !== "info").map(note), marks: inspection.marks.map(({ code, level }) => `${code} ${level}`), form: inspection.form.form };
}

const cycle = (words: readonly CellValue[], index: number) => words[index % words.length];
const list = (header: readonly string[], cells: (index: number) => readonly CellValue[], below: Rows = [], count = 12): Rows => [["番号", "事業名", ...header], ...Array.from({ length: count }, (_, index) => [index + 1, `事業その${index + 1}`, ...cells(index)]), [], ...below];

describe("a legend", () => {
  it.each<[string, readonly string[], Rows]>([
    ["of marks right before their words", ["◎", "○", "△"], [["◎達成 ○概ね達成 △遅れ ×未達成"]]],
    ["of marks with words in brackets", ["◎", "○", "△"], [["評価区分：◎（達成）○（概ね達成）△（遅れ）×（未達成）"]]],
    ["of marks in brackets, one a row", ["◎", "○", "△"], [["（◎）達成したもの"], ["（○）概ね達成したもの"], ["（△）遅れているもの"], ["（×）未達成のもの"]]],
    ["of letters with a space", ["A", "B", "C"], [["A 順調　B 概ね順調　C 遅れ　D 中止"]]],
    ["in the lines of one cell", ["A", "B", "C"], [["A：順調\nB：概ね順調\nC：遅れ\nD：中止"]]],
    ["in cells beside each other", ["A", "B", "C"], [["A：順調", "", "B：概ね順調"], ["C：遅れ", "", "D：中止"]]],
    ["with dots between", ["順調", "概ね順調", "遅れ"], [["順調・・・計画どおり　概ね順調・・・ほぼ計画どおり　遅れ・・・計画より遅い　中止・・・取りやめた"]]],
  ])("is read %s: nothing is asked, another sign is told, and the term that nobody used is known", (_, grades, below) => {
    const rows = list(["進捗"], (index) => [cycle(grades, index)], below);
    expect(check(rows)).toMatchObject({ questions: [], found: [] });
    expect(check(rows, { C3: "Q" }).found).toEqual(["status-unknown C3"]);
    const unused = { "◎": "×", A: "D", 順調: "中止" }[grades[0] ?? ""];
    expect(check(rows, { C3: unused }).found).toEqual([]);
    expect(check(rows).marks).toContain("3 attention");
  });

  it("in other widths than the cells accuses none of them; a cell in the legend's width is then the odd one", () => {
    const rows = list(["評価"], (index) => [cycle(["A", "B", "A", "C"], index)], [["凡例　Ａ：順調、Ｂ：概ね順調、Ｃ：遅れ"]]);
    expect(check(rows)).toMatchObject({ questions: [], found: [] });
    expect(check(rows, { C4: "Ｂ" }).found).toEqual(["status-spelling C4 safe B"]);
  });

  it("is no list of bullets", () => {
    expect(check(list(["評価"], (index) => [cycle(["○", "△"], index)], [["○ 評価は担当課が行った。"], ["○ 見直しの必要なものは別に示す。"]]), {}).questions).toEqual(["bad:C"]);
  });

  it("under a head of its own is that of the column it names, though another one has the same signs", () => {
    const below = [["【進捗】"], ["A：順調"], ["B：遅れ"], ["【方向性】"], ["A：拡充"], ["B：廃止"]];
    const read = check(list(["進捗", "方向性"], (index) => [cycle(["A", "A", "B"], index), cycle(["A", "B", "A", "A"], index)], below));
    expect(read).toMatchObject({ questions: [], found: [] });
    expect(read.marks.slice(0, 2)).toEqual(["2 required", "3 attention"]);
  });

  it.each<[string, readonly CellValue[], string, Rows]>([
    ["評価（A～D）", ["A", "B", "A", "C"], "E", []],
    ["評価（Ｓ〜Ｃ）", ["A", "B", "A", "S"], "D", []],
    ["評価（5~1）", [5, 4, 3, 4], "6", []],
    ["評価", ["A", "B", "A", "C"], "E", [["※評価はＡ～Ｄの４段階による。"]]],
  ])("is a span of signs too: which are bad is asked, no sign outside it is a term: %s", (header, grades, other, below) => {
    const rows = list([header], (index) => [cycle(grades, index)], below);
    expect(check(rows)).toMatchObject({ questions: ["bad:C"], found: [] });
    expect(check(rows, { C3: other }).found.map((one) => one.slice(0, 17))).toEqual(["status-unknown C3"]);
  });

  it("of a span in the header gives way to one that explains the signs", () => {
    const read = check(list(["評価（A～D）"], (index) => [cycle(["A", "B", "A", "C"], index)], [["A：順調　B：概ね順調　C：遅れ　D：中止"]]));
    expect(read).toMatchObject({ questions: [], found: [] });
  });

  it.each(["十分に実施していない", "十分にできていない", "実施できなかった", "達成できない", "課題あり", "課題が残る"])("says that a grade is bad by words such as %s", (words) => {
    const read = check(list(["評価"], (index) => [cycle(["Ⅲ", "Ⅱ", "Ⅲ", "Ⅳ"], index)], [["Ⅳ：上回って実施"], ["Ⅲ：順調に実施"], [`Ⅱ：${words}`]]));
    expect([read.questions, read.marks.slice(0, 2)]).toEqual([[], ["2 attention", "6 attention"]]);
  });

  it.each(["課題がありません", "課題は残っていない", "課題が残らない", "課題あり・対応済", "課題あるも順調"])("says nothing bad by words such as %s", (words) => {
    expect(check(list(["評価"], (index) => [cycle(["Ⅲ", "Ⅱ", "Ⅲ", "Ⅰ"], index)], [["Ⅲ：上回って実施"], [`Ⅱ：${words}`], ["Ⅰ：遅れている"]])).marks.slice(0, 2)).toEqual(["4 attention", "8 attention"]);
  });

  it("of three signs whose words tell nothing bad leaves it to a question", () => {
    expect(check(list(["区分"], (index) => [cycle(["A", "B", "C"], index)], [["A：甲のもの　B：乙のもの　C：丙のもの"]])).questions).toEqual(["bad:C"]);
  });
});

describe("rates that grades go by", () => {
  const rated = (header: string, below: Rows = [], wrong = 0): Rows => list(["目標", "実績", "達成率", header], (index) => {
    const rate = [1.1, 0.9, 0.5, 1][index % 4] ?? 1;
    return [100, 100 * rate, rate, index < wrong ? "B" : rate >= 1 ? "A" : rate >= 0.8 ? "B" : "C"];
  }, below);

  it.each<[string, string, Rows]>([
    ["in the header's own cell", "評価\nA：100％以上\nB：80％以上100％未満\nC：80％未満", []],
    ["under the table, a space before each rate", "評価", [["評価の基準：A 達成率100％以上　B 80％以上100％未満　C 80％未満"]]],
    ["in brackets behind a header", "評価（A：100％以上、B：80％以上100％未満、C：80％未満）", []],
    ["under the table, at the end of the words", "評価", [["A：達成（100％以上）"], ["B：概ね達成（80％以上100％未満）"], ["C：未達成（80％未満）"]]],
  ])("are read %s", (_, header, below) => {
    const rows = rated(header, below);
    expect(check(rows)).toMatchObject({ questions: [], found: [] });
    expect(check(rows, { F3: "A" }).found).toEqual(["status-derived F3 suggested B"]);
  });

  it("count for nothing where most grades go by something else", () => {
    expect(check(rated("評価", [["A：100％以上　B：80％以上100％未満　C：80％未満"]], 11)).found).toEqual([]);
  });
});

describe("a judgement", () => {
  it("of another matter is this year's, though its header names the year before", () => {
    const read = check(list(["令和5年度までの進捗", "令和6年度以降の方向性"], (index) => [cycle(["順調", "遅れている", "順調"], index), cycle(["継続", "継続", "廃止", "拡充"], index)]));
    expect(read.marks).toContain("2 required");
    expect(check(list(["令和5年度までの進捗", "令和6年度以降の方向性"], (index) => [cycle(["順調", "遅れている", "順調"], index), cycle(["継続", "継続", "廃止", "拡充"], index)]), { C4: "" }).found).toEqual(["status-missing C4"]);
  });

  it("of an earlier year may be named in the row above its own header", () => {
    const rows: Rows = [["番号", "事業名", "令和4年度", "", "令和5年度", ""], ["", "", "進捗", "成果", "進捗", "成果"], ...Array.from({ length: 12 }, (_, index) => [index + 1, `事業その${index + 1}`, cycle(["A", "C"], index), cycle(["A", "B", "C"], index), cycle(["A", "B"], index), cycle(["B", "A"], index)])];
    expect(check(rows, { C4: "" }).found).toEqual([]);
    expect(check(rows, { E4: "" }).found).toEqual(["status-missing E4"]);
    expect(check(rows).form.columns.filter(({ year }) => year === "earlier").map(({ id }) => id)).toEqual(["C", "D"]);
  });

  it("on the way marks nothing beside the year's own", () => {
    const rows = list(["中間評価", "年度末評価"], (index) => [cycle(["C", "B", "A"], index), cycle(["A", "A", "B", "C"], index)]);
    expect(check(rows).form.columns.filter(({ decides }) => decides === false).map(({ id }) => id)).toEqual(["C"]);
  });
});
