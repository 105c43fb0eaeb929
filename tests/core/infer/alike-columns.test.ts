import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { withAnswer } from "../../../src/core/infer/answers.ts";
import { gridOf, note } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

function check(rows: Rows, answers: Readonly<Record<string, string>> = {}) {
  const inspection = inspect(gridOf(rows), builtInForms, new Map(Object.entries(answers)));
  if (!inspection) throw new Error("no table");
  const { counts, questions, answered, findings, marks } = inspection;
  return {
    form: inspection.form.form,
    counts,
    asked: questions.map(({ id, assumed, choices }) => [id, assumed, choices.map(({ text }) => text.ja).join("／")]),
    answered: answered.map(({ id, answer }) => `${id}=${answer}`),
    found: findings.map((finding) => (finding.question === undefined ? note(finding) : `${note(finding)} ${finding.severity} ${finding.question} ${finding.fix?.safety ?? ""}`.trimEnd())),
    marks: marks.map(({ code, level }) => `${code} ${level}`),
  };
}

const words = ["順調", "概ね順調", "順調", "やや遅れている", "遅れている"];
const list = (header: readonly string[], cells: (index: number) => readonly CellValue[], count = 15): Rows => [["番号", "事業名", ...header], ...Array.from({ length: count }, (_, index) => [index + 1, `事業その${index + 1}`, ...cells(index)])];
const grade = (index: number) => words[index % words.length];

describe("two columns of grades under one header", () => {
  const twice = list(["評価", "評価"], (index) => [grade(index), index === 3 ? "" : grade(index + 1)]);
  const bad = ["やや遅れている", "遅れている"];
  const markedBy = (step: number) => Array.from({ length: 15 }, (_, index) => index).filter((index) => bad.includes(grade(index + step) ?? "") && !(step === 1 && index === 3)).map((index) => String(index + 1));

  it("are a question; the last judgement counts meanwhile, and a blank in it is only a note", () => {
    const { asked, found, marks } = check(twice);
    expect(asked).toEqual([["decides:D", "yes", "D列／C列"]]);
    expect(found).toEqual(["status-missing D5 info decides:D"]);
    expect(marks.map((mark) => mark.split(" ")[0])).toEqual(markedBy(1));
  });

  it("count as they were answered, and as before when the answer is taken back", () => {
    const before = check(twice);
    const kept = withAnswer({}, before.form, "decides:D", "no");
    const answered = check(twice, kept);
    expect(answered).toMatchObject({ asked: [], answered: ["decides:D=no"], found: [] });
    expect(answered.marks.map((mark) => mark.split(" ")[0])).toEqual(markedBy(0));
    expect(check(twice, withAnswer({}, before.form, "decides:D", "yes"))).toMatchObject({ asked: [], found: ["status-missing D5"], marks: before.marks });
    expect(check(twice, withAnswer(kept, answered.form, "decides:D", undefined))).toEqual(before);
  });

  it("are asked about by the one that is filled in, where the last one has hardly begun", () => {
    expect(check(list(["評価", "評価"], (index) => [grade(index), index < 3 ? grade(index) : ""])).asked).toEqual([["decides:D", "no", "D列／C列"]]);
  });

  it("are asked about one by one where they are three", () => {
    const three = list(["評価", "評価", "評価"], (index) => [grade(index), grade(index + 1), grade(index + 2)]);
    expect(check(three).asked).toEqual([["decides:E", "yes", "E列／C列、D列"]]);
    expect(check(three, { "decides:E": "no" }).asked).toEqual([["decides:D", "yes", "D列／C列"]]);
    expect(check(three, { "decides:E": "no", "decides:D": "no" })).toMatchObject({ asked: [], answered: ["decides:E=no", "decides:D=no"] });
  });

  it.each([["委員"], ["班"], ["課"]])("leave the header what it is where each has an opinion beside: A%s評価, A…意見", (office) => {
    const opinions = list([`A${office}評価`, `A${office}意見`, `B${office}評価`, `B${office}意見`], (index) => [grade(index), `住民の参加が広がったと見る${index}`, grade(index + 1), `周知の方法を考えてほしい${index}`]);
    expect(inspect(gridOf(opinions), builtInForms, new Map())).toMatchObject({ counts: [15], findings: [] });
  });

  it("decide alone, also where an answer was changed or given without being asked", () => {
    const three = list(["評価", "評価", "評価"], (index) => [grade(index), grade(index + 1), grade(index + 2)]);
    const deciding = (answers: Readonly<Record<string, string>>) => inspect(gridOf(three), builtInForms, new Map(Object.entries(answers)))?.form.form.columns.filter(({ holds, decides }) => holds === "status" && decides !== false).map(({ id }) => id);
    expect(deciding({ "decides:E": "no", "decides:D": "yes" })).toEqual(["D"]);
    expect(deciding({ "decides:E": "yes", "decides:D": "yes" })).toEqual(["E"]);
    expect(deciding({ "decides:D": "yes" })).toEqual(["D"]);
  });

  it.each<[string, Rows]>([
    ["hold the same", list(["評価", "評価"], (index) => [grade(index), grade(index)])],
    ["are told apart by the header above", [["", "", "必要性", "有効性"], ...list(["評価", "評価"], (index) => [grade(index), grade(index + 1)])]],
    ["are those of two indicators side by side", list(["指標", "評価", "指標", "評価"], (index) => [`利用者の数その${index}`, grade(index), `満足の割合その${index}`, grade(index + 1)])],
    ["are those of two levels", [["政策", "評価", "事業", "評価"], ...Array.from({ length: 15 }, (_, index) => [index % 3 === 0 ? `${index / 3 + 1} 政策その${index}` : "", index % 3 === 0 ? grade(index / 3) : "", `${Math.floor(index / 3) + 1}-${(index % 3) + 1} 事業その${index}`, grade(index + 1)])]],
  ])("are no question where they %s", (_, rows) => {
    expect(check(rows)).toMatchObject({ asked: [], found: [] });
  });
});

describe("judges", () => {
  it.each([
    [["担当課評価", "部長評価"], "D"],
    [["一次評価", "二次評価", "最終評価"], "E"],
    [["担当者評価", "課長評価"], "D"],
  ])("of %j need no question: %s decides", (header, decides) => {
    const { asked, form } = check(list(header, (index) => header.map((_, place) => grade(index + place))));
    expect(asked).toEqual([]);
    expect(form.columns.filter(({ holds, decides: own }) => holds === "status" && own !== false).map(({ id }) => id)).toEqual([decides]);
  });
});

describe("judges whose rank no word tells", () => {
  const judged = (header: readonly string[], put: (index: number, place: number) => CellValue = (index, place) => grade(index + place)) => list(header, (index) => header.map((_, place) => put(index, place)));
  const deciding = (rows: Rows, answers: Readonly<Record<string, string>> = {}) => check(rows, answers).form.columns.filter(({ holds, decides }) => holds === "status" && decides !== false).map(({ id }) => id);

  it.each([
    [["A委員評価", "B委員評価"], ["decides:D", "yes", "D列（B委員評価）／C列（A委員評価）"]],
    [["委員1", "委員2", "委員3"], ["decides:E", "yes", "E列（委員3）／C列（委員1）、D列（委員2）"]],
    [["評価者Ａ", "評価者Ｂ"], ["decides:D", "yes", "D列（評価者Ｂ）／C列（評価者Ａ）"]],
    [["企画課評価", "財政課評価"], ["decides:D", "yes", "D列（財政課評価）／C列（企画課評価）"]],
  ])("%j are one question; the last one decides meanwhile", (header, question) => {
    const { asked, found } = check(judged(header));
    expect([asked, found]).toEqual([[question], []]);
    expect(deciding(judged(header))).toEqual([question[0]?.slice(-1)]);
  });

  it("decide as answered, and lack nothing less", () => {
    const rows = judged(["A委員評価", "B委員評価"], (index, place) => (index === 3 + place ? "" : grade(index + place)));
    const found = ["status-missing C5", "status-missing D6"];
    expect([check(rows).found, deciding(rows)]).toEqual([found, ["D"]]);
    expect([check(rows, { "decides:D": "no" }), deciding(rows, { "decides:D": "no" })]).toMatchObject([{ asked: [], answered: ["decides:D=no"], found }, ["C"]]);
  });

  it.each([
    [["必要性", "有効性", "効率性"], ["C", "D", "E"]],
    [["A委員評価", "B委員評価", "総合評価"], ["E"]],
    [["委員会評価（必要性）", "委員会評価（有効性）"], ["C", "D"]],
    [["自己評価", "委員評価"], ["D"]],
    [["内部評価", "外部評価"], ["D"]],
  ])("are none among %j", (header, decides) => {
    expect([check(judged(header)).asked, deciding(judged(header))]).toEqual([[], decides]);
  });
});

describe("a grade with a year beside one without", () => {
  const rows = list(["R5評価", "評価"], (index) => [index === 2 ? "" : grade(index), grade(index + 1)]);

  it("is an earlier year's until somebody says otherwise", () => {
    const { asked, found } = check(rows);
    expect([asked, found]).toEqual([[["year:C", "earlier", "今年度の評価です／前の年度の評価です"]], []]);
    expect(check(rows, { "year:C": "earlier" })).toMatchObject({ asked: [], answered: ["year:C=earlier"] });
    expect(check(rows, { "year:C": "this" }).marks.length).toBeGreaterThan(check(rows).marks.length);
  });

  it("is no question where the title tells the year", () => {
    expect(check([["令和6年度　事業評価"], ...rows])).toMatchObject({ asked: [], found: [] });
  });
});

describe("two columns for one thing", () => {
  const codes = (second: (index: number) => string): Rows => [["番号", "番号", "事業名", "評価"], ...Array.from({ length: 15 }, (_, index) => [`${Math.floor(index / 5) + 1}-${(index % 5) + 1}`, second(index), `事業その${index + 1}`, grade(index)])];

  it("that both hold codes: the first is read, its faults are notes, and the other one on request", () => {
    const rows = codes((index) => (index === 7 ? "2-9" : `${Math.floor(index / 5) + 1}-${(index % 5) + 1}`));
    expect(check(rows)).toMatchObject({ counts: [15], asked: [["decides:B", "no", "B列／A列"]], found: [] });
    const other = check(rows, { "decides:B": "yes" });
    expect(other).toMatchObject({ counts: [15], asked: [], answered: ["decides:B=yes"] });
    expect(other.found.map((one) => one.split(" ")[1])).toEqual(["B9"]);
    const faulty = rows.map((cells, row) => (row === 4 ? ["1-9", ...cells.slice(1)] : cells));
    expect(check(faulty).found).toEqual([expect.stringMatching(/^code-\S+ A5 info decides:B/)]);
  });

  it("that both hold sections: the first is used", () => {
    const rows = list(["担当課", "担当課", "評価"], (index) => [["総務課", "土木課"][index % 2], ["税務課", "福祉課", "土木課"][index % 3], grade(index)]);
    const columns = (answers: Readonly<Record<string, string>> = {}) => check(rows, answers).form.columns.filter(({ holds }) => holds === "section").map(({ id }) => id);
    expect([check(rows).asked.map(([id]) => id), columns(), columns({ "decides:D": "yes" })]).toEqual([["decides:D"], ["C"], ["D"]]);
  });

  it("that both hold pages: the first is checked, and what is found in it is a note", () => {
    const rows = list(["評価", "ページ", "ページ"], (index) => [grade(index), index === 4 ? "" : `p.${index + 1}`, `p.${2 * index + 40}`]);
    expect(check(rows)).toMatchObject({ asked: [["decides:E", "no", "E列／D列"]], found: ["page-missing D6 info decides:E"] });
    expect(check(rows, { "decides:E": "yes" })).toMatchObject({ asked: [], found: [] });
  });
});
