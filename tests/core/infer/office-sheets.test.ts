import { describe, expect, it } from "vitest";
import { builtInForms } from "../../../src/core/form/built-in.ts";
import { inspect, inspectFully } from "../../../src/core/inspect.ts";
import type { CellValue } from "../../../src/core/model/grid.ts";
import { describeCounts } from "../../../src/core/wording/phrase.ts";
import { gridOf, note, type Cells } from "../sheet.ts";

type Rows = readonly (readonly CellValue[])[];

function check(rows: Rows, put: Cells = {}, answers: Readonly<Record<string, string>> = {}) {
  const inspection = inspect(gridOf(rows, put), builtInForms, new Map(Object.entries(answers)));
  if (!inspection) throw new Error("no table");
  const { counts, findings, questions, marks, form } = inspection;
  return {
    items: describeCounts(counts, form.form, "ja"),
    statuses: form.form.columns.flatMap(({ id, holds, decides }) => (holds === "status" ? [`${id}${decides === false ? " beside" : ""}`] : [])),
    questions: questions.map(({ id, assumed }) => `${id}=${assumed}`),
    found: findings.filter(({ severity }) => severity !== "info").map(note),
    marks: marks.map(({ code, level }) => `${code} ${level}`),
  };
}

const cycle = (words: readonly CellValue[], index: number) => words[index % words.length];
const list = (header: readonly string[], cells: (index: number) => readonly CellValue[], count = 12): Rows => [["番号", "事業名", ...header], ...Array.from({ length: count }, (_, index) => [index + 1, `催しその${index + 1}`, ...cells(index)])];

/** Two chapters with two groups each and three items in every group. */
const nested = (labels: (chapter: number, group: number, item: number) => readonly CellValue[]): Rows =>
  Array.from({ length: 12 }, (_, index) => [...labels(Math.floor(index / 6) + 1, (Math.floor(index / 3) % 2) + 1, (index % 3) + 1), cycle(["A", "B", "A", "C", "B"], index)]);

describe("three levels below one merged header", () => {
  const labelled: Rows = [["中期計画の項目", "", "", "評価"], ...nested((chapter, group, item) => [group === 1 && item === 1 ? `${"ⅠⅡ"[chapter - 1] ?? ""}．章の名${chapter}` : "", item === 1 ? `${"ⅠⅡ"[chapter - 1] ?? ""}-${group} 節の名${chapter}${group}` : "", `${"ⅠⅡ"[chapter - 1] ?? ""}-${group}-(${item}) 項の名${group}${item}`])];
  const apart: Rows = [["中期計画の項目", "", "", "", "", "", "評価"], ...nested((chapter, group, item) => [group === 1 && item === 1 ? chapter : "", group === 1 && item === 1 ? `章の名${chapter}` : "", item === 1 ? `${chapter}-${group}` : "", item === 1 ? `節の名${chapter}${group}` : "", `${chapter}-${group}-${item}`, `項の名${group}${item}`])];

  it.each([
    ["with codes and titles in a cell", labelled, "C6", "Ⅰ-2-(1) 項の名22"],
    ["with codes and titles in two columns", apart, "E6", "1-2-1"],
  ])("are told apart and have the usual names, %s", (_, rows, cell, code) => {
    expect(check(rows)).toMatchObject({ items: "大項目 2・中項目 4・小項目 12", found: [] });
    expect(check(rows, { [cell]: code }).found).toHaveLength(1);
  });
});

it("a level named by the row above its code and its name has that name, not the next level's", () => {
  const rows: Rows = [["基本事業", "", "事務事業", "", "評価"], ["番号", "名称", "番号", "名称", ""], ...Array.from({ length: 12 }, (_, index) => [index % 4 === 0 ? index / 4 + 1 : "", index % 4 === 0 ? `まちの名${index}` : "", `${Math.floor(index / 4) + 1}-${(index % 4) + 1}`, `催しの名${index}`, cycle(["A", "B", "A", "C"], index)])];
  expect(check(rows).items).toBe("基本事業 3・事務事業 12");
});

describe("tables below their titles", () => {
  const rows: Rows = [1, 2, 3].flatMap((own) => [[`重点項目${own}　まちの名${own}`], ["番号", "取組内容", "進捗状況"], ...[1, 2, 3].map((item) => [item, `取組の名${own}${item}`, cycle(["順調", "遅れている", "概ね順調", "順調"], own + item)]), []]);

  it("do not name their items after the titles, and a header such as 取組内容 names the items", () => {
    expect(check(rows)).toMatchObject({ items: "重点項目 3・取組内容 9", found: [] });
    expect(check(rows, { B9: "" }).found).toEqual(["text-missing B9"]);
  });
});

describe("words of a grade with their number right before them", () => {
  const rows = list(["達成度", "今後の方向性"], (index) => [cycle(["A", "B", "A"], index), cycle(["Ⅰ現状のまま継続", "Ⅰ現状のまま継続", "Ⅱ改善", "Ⅰ現状のまま継続", "Ⅲ縮小", "Ⅱ改善"], index)]);

  it("are no items", () => {
    expect(check(rows)).toMatchObject({ items: "事業 12", statuses: ["C", "D"], found: [] });
  });
});

describe("a judgement in the middle of the year and one at its end", () => {
  const rows: Rows = [["番号", "事業名", "中間評価", "", "期末評価", ""], ["", "", "達成度", "コメント", "達成度", "コメント"], ...Array.from({ length: 12 }, (_, index) => [index + 1, `催しその${index + 1}`, cycle(["Ｂ 順調", "Ｂ 順調", "Ｃ 遅延"], index), "予定のとおり。", cycle(["Ａ 目標を上回る", "Ｂ 目標どおり", "Ｃ 目標を下回る", "Ｂ 目標どおり"], index), "終わった。"])];

  it("have remarks beside them that are no grades, and the one at the end marks, though its words are others", () => {
    expect(check(rows)).toMatchObject({ statuses: ["C beside", "E"], found: [], marks: ["3 attention", "7 attention", "11 attention"] });
  });
});

describe("judgements of one year", () => {
  it("by the quarter count less than the one for the year, whatever its words, and the last quarter more than those before", () => {
    const quarters = ["第1四半期", "第2四半期", "第3四半期", "第4四半期"];
    const cells = (index: number) => [0, 1, 2, 3].map((quarter) => cycle(["○", "○", "△", "○", "×"], index + quarter));
    expect(check(list([...quarters, "年間評価"], (index) => [...cells(index), cycle(["達成", "達成", "未達成", "一部達成"], index)]))).toMatchObject({ statuses: ["C beside", "D beside", "E beside", "F beside", "G"], marks: ["3 attention", "7 attention", "11 attention"] });
    expect(check(list(quarters, cells)).statuses).toEqual(["C beside", "D beside", "E beside", "F"]);
  });

  it.each([
    ["評価（指定管理者）", "評価（市）"],
    ["自己評価", "学校関係者評価"],
  ])("by several, %s and %s: the last one marks", (own, other) => {
    expect(check(list([own, other], (index) => [cycle(["A", "C", "B"], index), cycle(["A", "B", "A", "C"], index)])).statuses).toEqual(["C beside", "D"]);
  });
});

describe("a legend", () => {
  it.each<[string, Rows, readonly string[]]>([
    ["of words with rates in brackets", [["達成度：高（90%以上）、中（60%以上90%未満）、低（60%未満）"]], ["高", "中", "高", "低"]],
    ["of Roman numbers, two beside each other", [["Ⅳ　特に優れた実績", "", "Ⅲ　計画どおり"], ["Ⅱ　計画を下回る", "", "Ⅰ　大幅に下回る"]], ["Ⅲ", "Ⅳ", "Ⅲ", "Ⅱ"]],
    ["that says of a dash that nothing is known yet", [["a：順調　b：おおむね順調　c：努力が必要　－：数値が未公表"]], ["a", "b", "－", "c"]],
    ["that lists its words", [["評価の区分：継続・拡大・終了・取りやめ・縮小"]], ["継続", "拡大", "終了", "縮小"]],
  ])("is read %s: nothing is asked, and another word is told", (_, below, grades) => {
    const rows = [...list(["達成度"], (index) => [cycle(grades, index)]), [], ...below];
    expect(check(rows)).toMatchObject({ items: "事業 12", questions: [], found: [], marks: ["4 attention", "8 attention", "12 attention"] });
    expect(check(rows, { C4: "見送り" }).found).toEqual(["status-unknown C4"]);
  });
});

it("a legend below labelled items, whose first sign stands in the labels' column, is no item", () => {
  const rows: Rows = [["中期計画", "評価"], ...Array.from({ length: 12 }, (_, index) => [`（${index + 1}）催しの名${index}`, cycle(["Ⅲ", "Ⅳ", "Ⅲ", "Ⅱ"], index)]), [], ["Ⅴ　特に優れた実績", "Ⅳ　計画を上回る"], ["Ⅲ　計画どおり", "Ⅱ　計画を下回る"], ["Ⅰ　大幅に下回る"]];
  expect(check(rows)).toMatchObject({ items: "中期計画 12", questions: [], found: [] });
});

describe("a known scale", () => {
  it("of 高, 中 and 低 is one by its words", () => {
    expect(check(list(["達成度"], (index) => [cycle(["高", "中", "高", "低"], index)]))).toMatchObject({ statuses: ["C"], questions: [], marks: ["4 attention", "8 attention", "12 attention"] });
  });


  it("of the ministries has terms that stand once", () => {
    const rows = list(["目標達成度合い"], (index) => [index === 4 ? "進展が大きくない" : cycle(["目標達成", "相当程度進展あり", "目標達成"], index)]);
    expect(check(rows)).toMatchObject({ questions: [], found: [], marks: ["5 attention"] });
  });

  it("of what becomes of a project may have 改善 on it", () => {
    const rows = list(["一次評価", "最終評価"], (index) => [cycle(["継続", "改善", "拡充"], index), cycle(["継続", "改善", "継続", "縮小"], index)]);
    expect(check(rows)).toMatchObject({ questions: [], found: [], statuses: ["C beside", "D"], marks: ["4 attention", "8 attention", "12 attention"] });
  });
});

describe("a word that is a term by an answer", () => {
  const rows = list(["総合評価"], (index) => [index === 4 ? "停滞している" : index === 7 ? "事業の見直しへ" : index === 9 ? "別紙" : cycle(["順調に推移", "概ね順調に推移"], index)]);
  const terms = Object.fromEntries(["停滞している", "事業の見直しへ", "別紙"].map((word) => [`term:C:${word}`, "term"]));

  it("marks its items if it says something bad itself", () => {
    expect(check(rows).marks).toEqual([]);
    expect(check(rows, {}, terms).marks).toEqual(["5 attention", "8 required"]);
  });
});

describe("rates in a legend", () => {
  const below: Rows = [[], ["評価　A：達成率100％以上　B：達成率80％以上　C：達成率80％未満"], ["※減少を目指す指標は、目標値÷実績値"]];
  const grade = (rate: number) => (rate >= 1 ? "A" : rate >= 0.8 ? "B" : "C");
  const rates = [1, 1.2, 0.85, 0.5, 0.92, 0.7, 1.04];
  const rate = (index: number) => rates[index % rates.length] ?? 1;
  const rows = (mixed: boolean): Rows => [...list(["目標値", "実績値", "評価"], (index) => [100, Math.round(mixed && index % 4 === 1 ? 100 / rate(index) : 100 * rate(index)), grade(rate(index))]), ...below];

  it("tell which grades are bad where the sheet has no numbers", () => {
    expect(check([...list(["評価"], (index) => [grade(rate(index))]), ...below]).marks).toEqual(["4 attention", "6 attention", "11 attention"]);
  });

  it("may stand for less than the target in some of the numbers; a grade that follows neither way is told", () => {
    expect(check(rows(true))).toMatchObject({ found: [], marks: ["4 attention", "6 attention", "11 attention"] });
    expect(check(rows(true), { E5: "A" }).found).toEqual([]);
    expect(check(rows(true), { E5: "B" }).found).toEqual(["status-derived E5 suggested C"]);
    expect(check(rows(false), { E4: "A" }).found).toEqual(["status-derived E4 suggested B"]);
  });
});

describe("small tables that count grades", () => {
  const items = list(["評価"], (index) => [cycle(["順調", "概ね順調", "順調", "やや遅れている"], index)]);
  const across: Rows = [["評価別の集計"], ["区分", "順調", "概ね順調", "やや遅れている", "遅れている", "計"], ["件数", 6, 3, 3, 0, 12], ["割合", 0.5, 0.25, 0.25, 0, 1]];
  const down: Rows = [["順調", 6], ["概ね順調", 3], ["やや遅れている", 3], ["合計", 12]];

  it.each<[string, Rows, number]>([
    ["above the items", [...across, [], ...items], 5],
    ["below them", [...items, [], ...across], 0],
    ["below them, a grade a row", [...items, [], ["区分", "件数"], ...down], 0],
    ["below them, a grade a row, without a head", [...items, [], ...down], 0],
    ["above the items, with no number yet", [["集計"], ["区分", "件数", "割合"], ...down.map(([word]) => [word]), [], ...items], 7],
  ])("are no items: %s", (_, rows, above) => {
    expect(check(rows)).toMatchObject({ items: "事業 12", questions: [], found: [], marks: ["4 attention", "8 attention", "12 attention"] });
    expect(check(rows, { [`C${above + 4}`]: "" }).found).toEqual([`status-missing C${above + 4}`]);
    const form = inspect(gridOf(rows), builtInForms, new Map())?.form.form;
    expect(form && inspect(gridOf(rows), [{ form, from: "document" }], new Map())?.findings).toEqual([]);
  });
});

describe("codes beside their points", () => {
  const codes = ["1-1", "1-2", "1-3", "2-1", "2-2", "2-3", "3-1", "3-2", "3-3"];

  it("are items, also where another table names them", () => {
    const rows = [["施策番号", "施策名"], ...codes.map((code, index) => [code, `まちの名${index}`]), [], ["施策番号", "達成度"], ...codes.map((code, index) => [code, cycle([5, 4, 4, 3, 2], index)])];
    expect(inspect(gridOf(rows), builtInForms, new Map())).toMatchObject({ counts: [9], findings: [] });
  });
});

describe("numbers that begin again in each division", () => {
  const rows: Rows = [["担当課", "No.", "目標", "達成状況"], ...Array.from({ length: 12 }, (_, index) => [index % 3 === 0 ? `第${"一二三四"[index / 3] ?? ""}課` : "", (index % 3) + 1, `目標その${index}`, cycle(["達成", "一部達成", "達成", "未達成"], index)])];

  it("are those of its items", () => {
    expect(check(rows)).toMatchObject({ items: "担当課 4・目標 12", questions: [], found: [] });
    expect(check(rows, { B6: 1 }).found).toEqual(["code-duplicate B6"]);
  });

  it.each(["merged", "filled down"])("are those of goals with several measures each: %s", (way) => {
    const goals: Rows = Array.from({ length: 12 }, (_, index) => {
      const isFirst = (step: number) => way === "filled down" || index % step === 0;
      return [isFirst(4) ? `第${"一二三"[Math.floor(index / 4)] ?? ""}課` : "", isFirst(2) ? `${(Math.floor(index / 2) % 2) + 1} 目標その${Math.floor(index / 2)}` : "", `取組のその${index}`, cycle(["達成", "一部達成", "達成", "未達成"], index)];
    });
    expect(check([["課名", "重点目標", "取組内容", "達成状況"], ...goals])).toMatchObject({ items: "課 3・重点目標 6・取組内容 12", found: [] });
  });

  it("are for each division's own letter", () => {
    const sections = inspectFully(gridOf(rows), builtInForms, new Map())?.overview.sections;
    expect([1, 3, 4, 12].map((row) => sections?.get(row)?.[0]?.name)).toEqual(["第一課", "第一課", "第二課", "第四課"]);
  });

  it.each(["上位計画との関係", "計画の内部"])("are for no letter below another header: %s", (header) => {
    const sections = inspectFully(gridOf(rows.map(([division, ...cells], row) => [row === 0 ? header : division, ...cells])), builtInForms, new Map())?.overview.sections;
    expect(sections).toBeNull();
  });
});

describe("a remark on a row of its own below each item", () => {
  const rows: Rows = [["番号", "重点施策", "評価"], ...Array.from({ length: 12 }, (_, index) => [[index + 1, `催しの名${index}`, cycle(["A", "B", "A", "C"], index)], ["", `評価の理由：計画のとおり進めた${index}。`]]).flat()];

  it("is no item, and nothing that a row lost", () => {
    expect(check(rows)).toMatchObject({ items: "重点施策 12", found: [] });
  });
});

describe("points with their legend right of the items", () => {
  const words = ["1：特に良い", "2：良い", "3：普通", "4：悪い", "5：特に悪い"];
  const rows: Rows = [["No.", "施設名", "老朽度", "", "評点の説明"], ...Array.from({ length: 12 }, (_, index) => [index + 1, `第${index + 1}集会所`, cycle([1, 3, 2, 4, 5], index), "", words[index] ?? ""])];

  it("are read by it", () => {
    expect(check(rows)).toMatchObject({ statuses: ["C"], questions: [], found: [], marks: ["4 attention", "5 required", "9 attention", "10 required"] });
  });
});

describe("a grade of the upper level that is filled down", () => {
  const grades = ["A", "B", "B", "C"];
  const rows: Rows = [["政策", "政策評価", "施策", "施策評価"], ...Array.from({ length: 12 }, (_, index) => [`政策${Math.floor(index / 3) + 1} まちの名`, grades[Math.floor(index / 3)] ?? "", `施策${index + 1} 催しの名${index}`, cycle(["A", "B", "B", "C"], index)])];

  it("is of that level also where one of its blocks is blank", () => {
    expect(check(rows, { B5: "", B6: "", B7: "" }).found).toEqual(["status-missing B5"]);
    expect(check(rows).marks.filter((mark) => !/-/.test(mark))).toContain("4 attention");
  });
});

describe("points of several judges below one header", () => {
  const rows: Rows = [["番号", "施設名", "評点", "", "", "判定"], ["", "", "A委員", "B委員", "C委員", ""], ...Array.from({ length: 12 }, (_, index) => [index + 1, `第${index + 1}集会所`, cycle([4, 3, 5, 2], index), cycle([3, 3, 4], index), cycle([4, 2, 3, 3, 5], index), cycle(["継続", "改善", "継続", "廃止"], index)])];

  it("are one scale, of which is asked once", () => {
    expect(check(rows).questions.map((question) => question.split(":")[0])).toEqual(["decides", "bad"]);
    expect(check(rows).found).toEqual([]);
  });
});

describe("an item that several sections judge", () => {
  const rows: Rows = [["基本目標", "No.", "事業名", "担当課", "評価"], ...Array.from({ length: 18 }, (_, index) => {
    const opens = index % 3 !== 1;
    const number = Math.floor(index / 3) * 2 + (index % 3 === 0 ? 1 : 2);
    return [index % 9 === 0 ? `${"ⅠⅡ"[index / 9] ?? ""} 目標その${index}` : "", opens ? number : "", opens ? `催しその${number}` : "", cycle(["福祉課", "教育課", "福祉課", "総務課", "総務課"], index), cycle(["A", "B", "A", "A", "C"], index)];
  }), [], ["A 達成　B 概ね達成　C 未達成"]];

  it("has a row for each, and lacks nothing on the others", () => {
    expect(check(rows)).toMatchObject({ items: "基本目標 2・事業 12・担当課 18", questions: [], found: [] });
    expect(check(rows, { E4: "", B5: 1, C10: "" }).found).toEqual(["status-missing E4", "code-duplicate B5", "text-missing C10"]);
  });
});

describe("a list of nothing but sections and their grades", () => {
  it("has the sections for its items", () => {
    const rows: Rows = [["部", "課", "評価点", "ランク"], ...Array.from({ length: 9 }, (_, index) => [index % 3 === 0 ? ["総務部", "福祉部", "建設部"][index / 3] : "", `${"総企福学土健商環税"[index] ?? ""}務課`, cycle([3, 4, 5, 2], index), cycle(["B", "A", "S", "C"], index)])];
    expect(check(rows)).toMatchObject({ items: "課 9", found: [] });
    expect(check(rows, { D5: "" }).found).toEqual(["status-missing D5"]);
  });
});

describe("rows of sums", () => {
  it("are no items under any name, 施策計 or 総合計, while a 会計 is one", () => {
    const rows: Rows = [["施策", "事業", "事業費", "評価"], ...[1, 2, 3].flatMap((theme) => [...[1, 2, 3].map((place) => [place === 1 ? `${theme} 施策その${theme}` : "", `${theme}-${place} 催しその${place}`, 100, cycle(["A", "B", "C"], place)]), ["", theme === 2 ? "施 策 計" : "施策計 ", 300, ""]]), ["", "総合計", 900, ""]];
    expect(check(rows)).toMatchObject({ items: "施策 3・事業 9", found: [] });
    const names: Rows = [["事業名", "評価"], ...["道路の補修", "特別会計", "交通統計", "公園の設計", "人口推計", "水道の維持"].map((name, index) => [name, cycle(["A", "B", "C"], index)])];
    expect(check(names).items).toBe("事業 6");
  });
});

describe("those who judge a school", () => {
  it("are no names of a list of pupils", () => {
    const rows = list(["教員", "保護者", "生徒", "総合評価"], (index) => [3.1, 2.9 + index / 100, 3.4, cycle(["A", "B", "A", "C"], index)]);
    expect(check(rows)).toMatchObject({ items: "事業 12", found: [] });
  });
});

describe("headers about what is judged, not about grades", () => {
  it("are those of items and of the most points: 評価項目, 配点", () => {
    const rows: Rows = [["評価項目", "", "確認内容", "配点", "評価"], ...Array.from({ length: 9 }, (_, index) => [index % 3 === 0 ? `${index / 3 + 1}` : "", index % 3 === 0 ? `項目の名${index}` : "", `(${(index % 3) + 1}) 確かめることその${index}`, 10, cycle(["良", "可", "良", "不可"], index)])];
    expect(check(rows)).toMatchObject({ statuses: ["E"], questions: [], found: [] });
  });
});

describe("words for how far plans have come", () => {
  it.each<[readonly string[], string]>([
    [["実施中", "完了", "実施中", "検討中", "実施中"], "未着手"],
    [["順調", "概ね順調", "順調", "やや遅れ"], "遅れ"],
  ])("are known, also one that stands once: %j, %s", (words, other) => {
    const read = check(list(["進捗状況"], (index) => [index === 4 ? other : cycle(words, index)]));
    expect(read).toMatchObject({ questions: [], found: [] });
    expect(read.marks).toContain(other === "遅れ" ? "5 required" : "5 attention");
  });

  it("may be those of an office, which say that nothing is done yet", () => {
    const read = check(list(["対応状況"], (index) => [cycle(["対応済", "対応中", "未対応", "対応中"], index)]));
    expect([read.questions, read.found, read.marks[0]]).toEqual([[], [], "3 attention"]);
  });

  it("are only the two, where a sheet has no more", () => {
    expect(check(list(["進捗状況"], (index) => [cycle(["順調", "順調", "遅れ"], index)])).marks[0]).toBe("3 attention");
  });
});

describe("a legend right below a table, over several of its columns", () => {
  const rows = list(["担当", "自己評価", "評価"], (index) => ["福祉課", cycle(["A", "B", "A"], index), cycle(["A", "B", "C", "B"], index)]);

  it.each<[string, Rows]>([
    ["on two rows", [["S：特に優れている", "", "A：順調", "", "B：概ね順調"], ["C：遅れている", "", "D：中止した"]]],
    ["behind its head", [["評価基準", "A＝順調である", "B＝概ね順調", "C＝遅れている", "D＝中止した"]]],
  ])("is none of its rows, and says what the grades mean: %s", (_, below) => {
    const read = check([...rows, ...below]);
    expect(read).toMatchObject({ items: "事業 12", questions: [], found: [] });
    expect(read.marks).toContain("3 attention");
    expect(check([...rows, ...below], { E4: "F" }).found).toEqual(["status-unknown E4"]);
  });
});

describe("rows that name what follows", () => {
  it("are items though each begins with the word of a level", () => {
    const rows: Rows = [["番号", "事業名", "担当課", "評価"], ...[1, 2, 3].flatMap((goal) => [[`基本目標${goal}　目標の名${goal}`], ...[1, 2, 3, 4].map((place) => [(goal - 1) * 4 + place, `催しその${goal}${place}`, "福祉課", cycle(["A", "B", "A", "C"], place)])])];
    expect(check(rows)).toMatchObject({ items: "基本目標 3・事業 12", found: [] });
    expect(check(rows, { D4: "", A8: 4 }).found).toEqual(["status-missing D4", "code-duplicate A8"]);
  });

  it("are items above names of projects and offices, which look like headers", () => {
    const names = ["学力向上の取組", "特別支援の充実", "不登校への支援", "読書活動の推進", "健全な育成", "救急の整備", "被害者への支援", "外出の支援", "交通の確保"];
    const rows: Rows = [["一覧"], ["事業名", "担当", "評価", "備考"], ...names.flatMap((name, index) => [...(index % 3 === 0 ? [[`■ 分野の${"上中下"[index / 3] ?? ""}`]] : []), [name, `${"企福学土健商環総企"[index] ?? ""}務課`, cycle(["概ね順調", "遅れ", "順調", "遅れ", "順調"], index), ""]])];
    expect(inspect(gridOf(rows), builtInForms, new Map())).toMatchObject({ counts: [3, 9], findings: [] });
  });

  it("hang left of their items from the first on", () => {
    const rows: Rows = [["中長期計画", "", "R5評価", "備考"], ...["Ⅰ", "Ⅱ", "Ⅲ"].flatMap((part) => [[`${part}．部の名${part}`], ...[1, 2, 3].map((place) => ["", `${part}－${place}　催しその${place}`, cycle(["B", "A", "B", "C"], place), ""])])];
    expect(check(rows)).toMatchObject({ found: [] });
    expect(inspect(gridOf(rows), builtInForms, new Map())?.counts).toEqual([3, 9]);
  });
});
