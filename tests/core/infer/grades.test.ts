import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { parseForm } from "../../../src/core/form/parse.ts";
import type { Form } from "../../../src/core/form/schema.ts";
import { gridOf, inspectRows, note, type Cells } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

function check(rows: Rows, put: Cells = {}, answers: Readonly<Record<string, string>> = {}) {
  const inspection = inspect(gridOf(rows, put), builtInForms, new Map(Object.entries(answers)));
  if (!inspection) throw new Error("no table");
  const { counts, findings, questions, marks } = inspection;
  return {
    counts,
    form: inspection.form.form,
    questions: questions.map(({ id, assumed }) => `${id}=${assumed}`),
    asked: questions.map(({ text }) => text.ja),
    found: findings.filter(({ severity }) => severity !== "info").map(note),
    doubted: findings.filter(({ question }) => question !== undefined).map(({ rule, severity, question }) => `${rule} ${severity} ${question}`),
    marks: marks.map(({ code, level }) => `${code} ${level}`),
  };
}

const list = (header: readonly string[], cells: (index: number) => readonly CellValue[], count = 24): Rows => [["番号", "事業名", ...header], ...Array.from({ length: count }, (_, index) => [index + 1, `事業その${index + 1}`, ...cells(index)])];
const cycle = (words: readonly string[], index: number) => words[index % words.length];

describe("an outside judgement of some items, a dash at all others", () => {
  const judged = (grades: Readonly<Record<number, string>>) => list(["1次評価", "外部評価"], (index) => [cycle(["A", "B", "A", "S", "C"], index), grades[index] ?? "－"]);

  it.each([
    ["twice A, and B and S once", { 0: "A", 4: "B", 8: "A", 12: "S" }],
    ["every grade once", { 3: "S", 9: "B" }],
    ["one alone", { 6: "B" }],
  ])("has the scale of the judgement beside it: %s", (_, grades) => {
    expect(check(judged(grades))).toMatchObject({ counts: [24], questions: ["bad:C=C|B"], found: [] });
  });

  it("is asked about by its own name where a sign is of no scale", () => {
    const { doubted, asked } = check(judged({ 0: "A", 4: "B", 8: "A", 12: "N" }));
    expect(doubted).toEqual(["status-unknown info term:D:N"]);
    expect(asked).toContain("「外部評価」の「N」は、評価の語ですか。");
  });
});

describe("marks without a legend", () => {
  it.each([
    ["◎ ○ △ ×", ["◎", "○", "△", "×"], "×|△"],
    ["◎ ○ △", ["◎", "○", "△"], "×|△"],
    ["○ △ ✕", ["○", "△", "✕"], "✕|△"],
    ["○ ×", ["○", "○", "×"], "×|△"],
  ])("mean what they mean everywhere, and which are bad is asked all the same: %s", (_, marks, assumed) => {
    const read = check(list(["評価"], (index) => [cycle(marks, index)], 12));
    expect(read).toMatchObject({ questions: [`bad:C=${assumed}`], found: [] });
    expect(read.marks).toContain(`3 ${marks[2] === "△" ? "attention" : "required"}`);
  });

  it("are known though nobody used the worst of them this year", () => {
    expect(check(list(["評価"], (index) => [cycle(["◎", "○", "△"], index)], 12), { C5: "×" }).found).toEqual([]);
  });

  it("follow an answer", () => {
    expect(check(list(["評価"], (index) => [cycle(["◎", "○", "△"], index)], 6), {}, { "bad:C": "×" }).marks).toEqual([]);
  });

  it("are asked about by the name of this year's column", () => {
    const rows = list(["R5評価", "R6評価"], (index) => [cycle(["○", "◎", "△"], index), cycle(["△", "○", "◎"], index)], 12);
    expect(check(rows).asked).toEqual(["「R6評価」で、見直しや注意が要る評価はどれですか。"]);
  });
});

describe("circles and crosses that look alike", () => {
  const form = (terms: Form["vocabularies"][string]): Form => parseForm(JSON.stringify({ ...check(list(["評価"], (index) => [cycle(["○", "△"], index)], 12)).form, vocabularies: { scale1: terms } }));
  const marks = form([{ text: "◎", meaning: "good" }, { text: "○", meaning: "good" }, { text: "×", meaning: "bad" }]);
  const found = (grades: readonly string[], put: Cells = {}, known = marks) => inspectRows(list(["評価"], (index) => [cycle(grades, index)], 12), put, known).findings.map(note);

  it("are one sign in a form that draws them in one way", () => {
    expect(found(["◎", "〇", "✕"])).toEqual([]);
    expect(found(["◎", "◯", "×"])).toEqual([]);
  });

  it("are a spelling where most of the column draws them in the other", () => {
    expect(found(["◎", "○", "×"], { C3: "〇" })).toEqual(["status-spelling C3 safe ○"]);
    expect(found(["◎", "〇", "×"], { C6: "○" })).toEqual(["status-spelling C6 safe 〇"]);
  });

  it("are read as signs before words too", () => {
    expect(found(["◎達成", "〇概ね達成"], { C3: "○概ね達成" }, form([{ text: "達成", aliases: ["◎"], meaning: "good" }, { text: "概ね達成", aliases: ["○"], meaning: "good" }]))).toEqual([]);
  });
});

describe("a sign that also has words", () => {
  const rows = (grades: readonly string[]) => [...list(["評価"], (index) => [cycle(grades, index)], 12), ["A：順調　B：やや遅れ　C：中止"]];

  it("is read with them and by them", () => {
    expect(check(rows(["A", "B", "A"]), { C5: "A：順調" }).found).toEqual(["status-spelling C5 suggested A"]);
    expect(check(rows(["A", "B", "A"]), { C6: "やや遅れ" }).found).toEqual(["status-spelling C6 suggested B"]);
  });

  it("is near to what is near to its words", () => {
    expect(check(rows(["A", "B", "A"]), { C6: "やや遅" }).found).toEqual(["status-unknown C6 suggested B"]);
  });

  it("leaves it open whether 完了, which judges nothing, is a term", () => {
    expect(check(rows(["A", "B", "A"]), { C6: "完了" }).doubted).toEqual(["status-unknown info term:C:完了"]);
    expect(check(rows(["A", "B", "A"]), { C6: "Q" }).doubted).toEqual([]);
  });
});

describe("a judgement of an outer level", () => {
  const rows = (policy: (index: number) => string, measure: (index: number) => string): Rows => [
    ["政策番号", "政策名", "政策評価", "施策番号", "施策名", "施策評価", "遅れの理由"],
    ...Array.from({ length: 12 }, (_, index) => [...(index % 3 === 0 ? [index / 3 + 1, `政策その${index / 3 + 1}`, policy(index / 3)] : ["", "", ""]), index + 1, `施策その${index + 1}`, measure(index), index === 5 ? "予算が足りない" : ""]),
  ];
  const courses = ["順調", "概ね順調", "やや遅れている", "順調"];

  it("is one though each of its words stands once", () => {
    const read = check(rows((policy) => cycle(["概ね順調", "やや遅れている", "遅れている", "順調"], policy) ?? "", (index) => cycle(courses, index) ?? ""));
    expect(read).toMatchObject({ counts: [4, 12], questions: [], found: [] });
    expect(read.marks).toEqual(expect.arrayContaining(["2 attention", "3 required"]));
  });

  it("is one in the words of the judgement below it, whatever they are", () => {
    const own = ["よくできた", "まずまず", "もうひといき", "まずまず"];
    const sheet = rows((policy) => cycle(["まずまず", "よくできた", "もうひといき", "まずまず"], policy) ?? "", (index) => cycle(own, index) ?? "");
    expect(check(sheet)).toMatchObject({ counts: [4, 12], found: [] });
    expect(check(sheet, { C5: "" }).found).toEqual(["status-missing C5"]);
  });

  it("is a note where it says something else each time", () => {
    expect(check(rows((policy) => `第${policy + 1}回の会議で評価する`, (index) => cycle(courses, index) ?? "")).found).toEqual([]);
  });
});

describe("more rare words than are asked about", () => {
  it("are doubted all the same, and each is asked about when one before it is answered", () => {
    const rows = list(["進捗", "今後の方向性"], (index) => [cycle(["順調", "遅れている"], index), { 3: "レベルダウン", 7: "完了", 9: "他機関へ", 15: "その都度" }[index] ?? cycle(["現状維持", "レベルアップ"], index)]);
    const first = check(rows);
    expect(first.questions).toHaveLength(3);
    expect(first).toMatchObject({ found: [], doubted: ["レベルダウン", "完了", "他機関へ", "その都度"].map((word) => `status-unknown info term:D:${word}`) });
    const next = check(rows, {}, { "term:D:完了": "term", "term:D:レベルダウン": "mistake" });
    expect(next).toMatchObject({ questions: ["term:D:他機関へ=mistake", "term:D:その都度=mistake"], found: ["status-unknown D5"] });
  });
});

describe("a word outside the scale that stands twice", () => {
  const often = (words: readonly string[], other: string, rows: readonly number[]) => check(list(["評価"], (index) => [rows.includes(index) ? other : cycle(words, index)], 40));
  const courses = ["順調", "概ね順調", "順調", "やや遅れている"];

  it.each([
    ["a known scale of words", courses, "協議中"],
    ["words of the office's own", ["よくできた", "まずまず", "もうひといき"], "協議中"],
    ["signs, and a word among them", ["A", "B", "C"], "協議中"],
    ["signs, and another sign among them", ["A", "B", "C"], "N"],
  ])("is asked about at both of its cells: %s", (_, words, other) => {
    const read = often(words, other, [6, 21]);
    expect(read.found).toEqual([]);
    expect(read.questions).toContain(`term:C:${other}=mistake`);
    expect(read.doubted).toEqual(new Array(2).fill(`status-unknown info term:C:${other}`));
  });

  it.each([
    ["a known scale of words", courses, "協議中"],
    ["signs, and a word among them", ["A", "B", "C"], "協議中"],
    ["signs, and another sign among them", ["A", "B", "C"], "X"],
    ["marks, and a letter among them", ["◎", "○", "△"], "X"],
  ])("is asked about as well where it stands in more than a tenth of the rows: %s", (_, words, other) => {
    const read = often(words, other, [1, 6, 13, 21, 27, 38]);
    expect(read.found).toEqual([]);
    expect(read.questions).toContain(`term:C:${other}=mistake`);
    expect(read.doubted).toEqual(new Array(6).fill(`status-unknown info term:C:${other}`));
  });

  it("is a term there if it says what is to become of the items", () => {
    expect(often(["拡充", "継続", "縮小"], "現状維持", [1, 6, 13, 21, 38])).toMatchObject({ questions: [], found: [], doubted: [] });
  });

  it("is a term where it is on the scale, or judges nothing", () => {
    expect(often(courses, "遅れている", [6, 21])).toMatchObject({ questions: [], found: [], doubted: [] });
    expect(often(courses, "対象外", [6, 21])).toMatchObject({ questions: [], found: [], doubted: [] });
    expect(often(["A", "B"], "D", [6, 21])).toMatchObject({ found: [], doubted: [] });
  });
});

describe("a word that a legend does not list", () => {
  const legend = "評価の凡例　A：順調　B：おおむね順調　C：遅れている";
  const beside = (other: string, rows: readonly number[]) => check([...list(["評価"], (index) => [rows.includes(index) ? other : cycle(["A", "B", "C"], index)], 12), [], [legend]]);

  it("is asked about where it is too frequent for a mistake", () => {
    const read = beside("X", [2, 5, 8]);
    expect(read).toMatchObject({ questions: ["term:C:X=mistake"], found: [] });
    expect(read.doubted).toEqual(new Array(3).fill("status-unknown info term:C:X"));
    expect(check([...list(["評価"], (index) => [[2, 5, 8].includes(index) ? "X" : cycle(["A", "B", "C"], index)], 12), [], [legend]], {}, { "term:C:X": "term" })).toMatchObject({ questions: [], found: [], doubted: [] });
  });

  it("is a fault where it is rare", () => {
    expect(beside("X", [2])).toMatchObject({ questions: [], found: ["status-unknown C4"] });
  });

  it.each(["－", "―", "未測定", "評価対象外"])("is not judged, without a question: %s", (other) => {
    expect(beside(other, [1, 2, 5, 8, 11])).toMatchObject({ questions: [], found: [], doubted: [] });
  });
});

it.each(["課題の有無", "課題"])("whether there are issues grades nothing: %s", (header) => {
  const rows = list(["進捗", header], (index) => [cycle(["順調", "遅れ", "順調", "やや遅れ"], index), cycle(["課題なし", "課題なし", "課題あり", "課題なし"], index)]);
  const { form, found } = check(rows);
  expect([form.columns.map(({ holds }) => holds), found]).toEqual([["code", "text", "status", "note"], []]);
});

it.each(["コメント", "遅れの理由", "評価できない理由", "特記事項"])("sentences grade nothing however often they come: %s", (header) => {
  const rows = list(["進捗", header], (index) => [cycle(["順調", "遅れ", "順調", "やや遅れ"], index), cycle(["予定どおり", "資材の不足による", "予定どおり", "利用の減少"], index)]);
  const { form, found } = check(rows);
  expect([form.columns.map(({ holds }) => holds), found]).toEqual([["code", "text", "status", "note"], []]);
});

it.each([
  ["A+ A B A- B+ C", ["A+", "A", "A-", "B+", "B", "B-", "C+", "C", "C-"]],
  ["A○ A B A○ B C", ["A", "A○", "B", "B○", "C", "C○"]],
])("letters with a mark beside them stand with their letter, and mean what it means: %s", (grades, terms) => {
  const { form, found, marks, questions } = check(list(["評価"], (index) => [cycle(grades.split(" "), index)], 12));
  expect([Object.values(form.vocabularies).flatMap((own) => own.map(({ text }) => text)), found, marks, questions.length]).toEqual([terms, [], ["6 attention", "12 attention"], 1]);
});

it.each([["成果の方向性", "コストの方向性"], ["今後の方向性", "予算"], ["今後の方向性", "優先度"]])("less of what an item takes, or a low rank, is not bad, in words that are bad beside it: %s, %s", (...header) => {
  const rows = list(header, (index) => [cycle(["拡大", "維持", "拡大", "縮小"], index), cycle(["縮小", "維持", "拡大", "維持"], index)], 8);
  expect(check(rows)).toMatchObject({ found: [], questions: [], marks: ["4 attention", "8 attention"] });
});

describe("questions", () => {
  const words: Readonly<Record<number, string>> = { 1: "協議中", 4: "廃案", 9: "廃案", 13: "廃案" };
  const read = (marked: number) => check(list(["評価", "方向性"], (index) => [index < marked ? "C" : cycle(["A", "B"], index), words[index] ?? cycle(["拡充", "継続", "縮小"], index)], 40));

  it("come with the one first on which most hangs, whatever its kind", () => {
    const ids = (marked: number) => read(marked).questions.map((one) => one.split("=")[0]);
    expect(ids(2)).toEqual(["term:D:廃案", "bad:C", "term:D:協議中"]);
    expect(ids(5)).toEqual(["bad:C", "term:D:廃案", "term:D:協議中"]);
  });
});
